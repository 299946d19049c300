"""A slip of the hand in a translation is found, and what a translator may do is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.l10n.catalogs.checks import findings, percents_stay
from generator.l10n.catalogs.merging import wanted_texts
from generator.l10n.catalogs.pair import Pair
from generator.l10n.catalogs.signs import SIGNS, script_of
from generator.l10n.catalogs.slips import no_gap_is_filled_twice, spaces_are_ordinary
from generator.l10n.catalogs.terms import Subject
from generator.l10n.catalogs.whole import WHOLE
from generator.l10n.pseudo import PSEUDO, pseudo_text
from generator.load import load

COOL = "Coolblue: viewing laptops gives you another homepage than viewing coffee machines."
KOEL = "Coolblue: bekijk je laptops, dan krijg je een andere homepage dan bij koffiezetapparaten."


def told(
    source: str, translation: str, language: str = "nl", *, word: bool = False, context: str = "a"
) -> str:
    pair = Pair(
        source,
        "en",
        translation,
        language,
        Subject(context),
        word,
        context=context,
        names=frozenset({"Harbour Office"}),
    )
    return "".join(f"{found.code} {found.message}\n" for found in findings(pair))


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        (
            "Coolblue : après avoir vu des ordinateurs, la page d'accueil diffère de celle des machines.",
            "T452 This looks like fr",
        ),
        (
            "Coolblue: Wer Laptops ansieht, bekommt eine andere Startseite als wer Maschinen ansieht.",
            "T452 This looks like de",
        ),
        (COOL, "T452 The translation is the source text"),
        (KOEL.replace("laptops", "lapt\u043eps"), "T452 '\u043e' is a letter of another script"),
        (KOEL[:-1], "T451 The source ends with '.'"),
        (f"{KOEL[:-1]}!", "T451 The source ends with '.'"),
        (f"<p>{KOEL}</p>", "T451 The translation has an element of HTML"),
        (f"{KOEL[:-1]}...", "T451 The translation has three dots"),
        (KOEL.replace("Coolblue", "Koelblauw"), "T453 The name 'Coolblue' of the source is missing"),
        (f"&{KOEL}", "T451 The translation has a sign for a key"),
        (KOEL + ".", "T451 The source ends with '.', and the translation does not"),
        (KOEL.replace("krijg je", "krijg je je"), "T451 'je' stands here twice"),
        (KOEL.replace("een andere", "een een andere"), "T451 'een' stands here twice"),
        (KOEL[0].lower() + KOEL[1:], "T451 The source begins with a capital"),
        (KOEL[:30], "T452 The translation is much shorter: 30 characters for 82"),
        (f"„{KOEL}”", "T451 The translation is quoted"),
        (f"TODO {KOEL}", "T451 Work that is left to do"),
        (KOEL.replace("je laptops", "je\u00a0laptops"), "T451 A no-break space stands here"),
        (KOEL.replace("laptops", "lap\u00adtops"), "T451 The translation has a hyphen that nobody sees"),
        (KOEL.replace(" bekijk", "\u00a0bekijk"), "T451 A no-break space stands here"),
        (KOEL.replace("Coolblue:", "Coolblue :"), "T451 A space that may break the line"),
    ],
)
def test_a_planted_slip_is_found(translation: str, said: str) -> None:
    assert said in told(COOL, translation, context="levels.continuous.examples.coolblue")


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        (
            "Booking.com shows hotels.",
            "Boeking.com toont hotels.",
            "T453 The name 'Booking.com' of the source is missing",
        ),
        ("HubSpot asks.", "Het vraagt.", "T453 The name 'HubSpot' of the source is missing"),
        ("Called “bands” here.", "Hier 'banden' genoemd.", "T451 Quotation marks here are straight"),
        ("It's “bands” here.", "Het heet 'banden' hier.", "T451 Quotation marks here are straight"),
        ("It's here.", "Het is hier, opaâ€™s huis.", "T451 'â€' is what a wrong encoding made"),
        ("A tick (✓)", "Een vinkje (âœ“)", "T451 'âœ“' is what a wrong encoding made"),
        ("From 10%% to 20%%", "Van 10 tot 20", "T430 The source says per cent"),
        ("One (two) three", "Een (twee drie", "T451 ( opens or closes nothing"),
        ("One [two] three", "Een twee] drie", "T451 ] opens or closes nothing"),
        ("The Harbour Office asks.", "Het havenkantoor vraagt.", "T453 The name 'Harbour Office' of"),
    ],
)
def test_names_and_quotation_marks_are_kept(source: str, translation: str, said: str) -> None:
    assert said in told(source, translation)


@pytest.mark.parametrize(
    "translation",
    [
        "Où en êtes-vous_?",
        "Où en êtes-vous (vraiment)_?",
        "Il dit «_oui\u202f».",
        "Il dit «\u00a0oui_».",
        "Ils «\u202fdisent\u202f»_: oui.",
    ],
)
def test_in_french_a_space_beside_a_sign_breaks_no_line(translation: str) -> None:
    pair = Pair("Is it so.", "en", translation.replace("_", " "), "fr", Subject("a"))

    assert [found.index for found in spaces_are_ordinary(pair)] == [translation.index("_")]
    assert not [*spaces_are_ordinary(replace(pair, translation=translation.replace("_", "\u202f")))]


@pytest.mark.parametrize("form", ["%(num)d", "%(num)r", "%(num)5s"])
def test_a_placeholder_keeps_its_form(form: str) -> None:
    assert "T422 " in told("about %(num)s minutes", f"ongeveer {form} minuten", word=True)
    assert told("%(one)s and %(other)s", "%(other)s en %(one)s", word=True) == ""


@pytest.mark.parametrize(
    ("source", "translation", "language"),
    [
        (COOL, KOEL, "nl"),
        ("Where to start", "Waar wil je beginnen?", "nl"),
        ("iO asks for it.", "iO vraagt erom.", "nl"),
        ("One size fits all", "One size fits all", "nl"),
        ("What you do with your communication.", "Wat je met je je eigen communicatie doet.", "nl"),
        ("Use that, which they have.", "Nutzen Sie das, das Sie haben.", "de"),
        ("Whether you can.", "Ob Sie sie, wie Sie wollen, haben.", "de"),
        ("How does it work?", "Comment ça marche\u202f?", "fr"),
        ("Say “hello”, then go (fast).", "Zeg ‘hallo’ en ga dan (snel).", "nl"),
        ("Use `a`, **b** or [c](https://…)", "`a`, **b** of [c](https://…) gebruiken", "nl"),
        ("Start with '!'", "Begin met '!' hier", "nl"),
        ("See AI & data.", "Zie AI & data.", "nl"),
        ("iO says so.", "يقول iO ذلك.", "ar"),
        ("Short", "Een titel", "nl"),
        ("The Harbour Offices", "De havenkantoren", "nl"),
        ("From 10% to 20%", "Van 10 tot 20%", "nl"),
        ("Only 10% of it", "Maar 10 procent ervan", "nl"),
        ("Only 10% of it", "10٪ منه فقط", "ar"),
        ("“Yes” it is", "„Ja“ ist es", "de"),
        ("Put “ ” around it", "Zet er “ ” omheen", "nl"),
        ("Say: “Well!”", "Zeg: ‘Goed!’", "nl"),
        ("“Books” of parents", "‘Boeken’ van ouders’ kinderen", "nl"),
        ("1) first", "1) eerst", "nl"),
        ("“One size fits all” is how it was", "‘One size fits all’ was het", "nl"),
        ("It is a café", "CAFÉ», Straße, Ångström, São, ÃO", "pt"),
        ("iO's model for teams", "Modelo de madurez de la personalización de iO", "es"),
        (
            "Which of them it may be, for whoever has the voice.",
            "Modello de la persona que se ne va con un sì, e non ha la voce.",
            "it",
        ),
        ("All of it", "می\u200cخواهم", "fa"),
        ("It is in town.", "Jest w\u00a0mieście.", "pl"),
    ],
)
def test_what_a_translator_may_do_is_left_alone(source: str, translation: str, language: str) -> None:
    assert told(source, translation, language) == ""


@pytest.mark.parametrize(
    ("language", "script"),
    [
        ("nl", "LATIN"),
        ("uk", "CYRILLIC"),
        ("el", "GREEK"),
        ("sr-Latn", "LATIN"),
        ("ja", None),
        ("pt-BR", "LATIN"),
    ],
)
def test_a_language_has_the_script_that_most_write_it_in(language: str, script: str | None) -> None:
    assert script_of(language) == script


def test_a_gap_may_stand_as_often_as_in_any_form_of_its_source() -> None:
    pair = Pair("one of %(n)s", "en", "%(n)s van %(n)s", "nl", Subject("a"), True, others=("%(n)s of %(n)s",))

    assert [*no_gap_is_filled_twice(pair)] == []
    assert [*no_gap_is_filled_twice(replace(pair, others=()))] != []


@pytest.mark.parametrize("tag", PSEUDO)
def test_in_a_pseudo_locale_every_sign_is_in_its_place(tag: str) -> None:
    data, _ = load(Path(__file__).parents[3] / "frameworks", Path(__file__).parents[3])
    for items in wanted_texts(data.atlas(), tag).values():
        for item in items:
            pair = Pair(item.text, item.language, pseudo_text(item.text, tag), tag, Subject(item.context))
            assert [
                finding.message for rule in (percents_stay, *SIGNS, *WHOLE) for finding in rule(pair)
            ] == []


def test_english_left_in_a_language_of_which_nothing_is_known_is_found() -> None:
    assert "T452 This looks like en" in told("A", "It is what they have for all of the others here.", "es")
    assert "T452 This looks like en" in told(COOL, f"Coolblue: ver {COOL[18:]}", "es")
