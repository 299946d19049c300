"""A slip of the hand in a translation is found, and what a translator may do is not."""

import pytest

from generator.l10n.catalogs.checks import findings
from generator.l10n.catalogs.pair import Pair
from generator.l10n.catalogs.slips import script_of
from generator.l10n.catalogs.terms import Subject

COOL = "Coolblue: viewing laptops gives you another homepage than viewing coffee machines."
KOEL = "Coolblue: bekijk je laptops, dan krijg je een andere homepage dan bij koffiezetapparaten."


def told(
    source: str, translation: str, language: str = "nl", *, word: bool = False, context: str = "a"
) -> str:
    pair = Pair(source, "en", translation, language, Subject(context), word, context=context)
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
        (KOEL.replace("krijg je", "krijg je je"), "T451 'je' stands here twice"),
        (KOEL.replace("een andere", "een een andere"), "T451 'een' stands here twice"),
        (KOEL[0].lower() + KOEL[1:], "T451 The source begins with a capital"),
        (KOEL[:30], "T452 The translation is much shorter: 30 characters for 82"),
        (f"„{KOEL}”", "T451 The translation is quoted"),
        (f"TODO {KOEL}", "T451 Work that is left to do"),
        (KOEL.replace("je laptops", "je\u00a0laptops"), "T451 A no-break space stands here"),
        (KOEL.replace("laptops", "lap\u00adtops"), "T451 The translation has a hyphen that nobody sees"),
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
    ],
)
def test_names_and_quotation_marks_are_kept(source: str, translation: str, said: str) -> None:
    assert said in told(source, translation)


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
