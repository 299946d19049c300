"""What a proofreader is told of a catalogue: line and column, what is wrong, what to do."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.l10n.catalogs.lint import Expected, Held, Key, lint, single_forms
from generator.l10n.catalogs.terms import FixedTerm, Subject
from generator.problems import in_order

HEADER = """\
msgid ""
msgstr ""
"Language: nl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
FILE = "locales/nl/LC_MESSAGES/harbour.po"
TERMS = {"en": (FixedTerm("level", "Level", ("Niveau",)),)}
SUBJECT = Subject("shared")


def held(text: str, *, inline: bool = True, plural: str = "") -> Held:
    return Held(text, "en", SUBJECT, plural, inline)


def told(
    folder: Path, entries: str, texts: Mapping[Key, Held], *, domain: str = "harbour", language: str = "nl"
) -> str:
    """What lint says of entries below a sound header, place by place."""
    path = folder / "catalogue.po"
    path.write_text(entries if entries.startswith('msgid ""') else HEADER + entries, encoding="utf-8")
    problems = in_order(lint(path, FILE, Expected(domain, language, texts, TERMS)))
    return "".join(f"{problem}\n" for problem in problems).replace(f"{FILE}:", "")


def of_text(folder: Path, source: str, translation: str, above: str = "") -> str:
    """What lint says of one text's translation, which begins at 9:9 or, with a line above it, at 10:9."""
    entry = f'{above}msgctxt "a"\nmsgid "{source}"\nmsgstr "{translation}"\n'
    return told(folder, entry, {("a", ""): held(source)})


def of_word(folder: Path, source: str, translation: str) -> str:
    """The same for a word of the interface, whose translation begins at 8:9."""
    entry = f'msgid "{source}"\nmsgstr "{translation}"\n'
    return told(folder, entry, {("", source): held(source, inline=False)}, domain="ui")


def of_plural(folder: Path, *forms: str, header: str = HEADER, language: str = "nl") -> str:
    lines = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    entry = f'{header}msgid "%(n)s boat"\nmsgid_plural "%(n)s boats"\n{lines}'
    held_here = {("", "%(n)s boat"): held("%(n)s boat", inline=False, plural="%(n)s boats")}
    return told(folder, entry, held_here, domain="ui", language=language)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("80% of *all* teams", "80% van *alle* teams"),
        ("12.5% and 1,000", "12,5% en 1.000"),
        ("See [this](https://a.example)", "Zie [dit](https://a.example)"),
        ("a * b", "a * b"),
        ("snake_case", "snake_case"),
        ("Two levels", "Twee niveaus"),
        ("Yes", "Inderdaad, dat klopt helemaal"),
        ("%(n)s is no gap in content", "%(m)s is no gap in content"),
    ],
)
def test_a_sound_translation_is_left_alone(tmp_path: Path, source: str, translation: str) -> None:
    assert of_text(tmp_path, source, translation) == ""


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        (
            "Only 80% of teams",
            "Maar 8% van de teams",
            "9:14: error[T430]: Numbers differ: source 80, translation 8\n"
            "    = Write the source's numbers, as the translation's language writes them\n",
        ),
        (
            "1,000 boats",
            "1,000 boten",
            "9:9: error[T430]: Numbers differ: source 1,000, translation 1,000\n"
            "    = Write the source's numbers, as the translation's language writes them\n",
        ),
        (
            "3 boats",
            "Boten",
            "9:9: error[T430]: Numbers differ: source 3, translation –\n"
            "    = Write the source's numbers, as the translation's language writes them\n",
        ),
        (
            "A *wide* pier",
            "Een *brede steiger",
            "9:13: error[T431]: * opens or closes nothing\n"
            "    = Marks come in pairs: *emphasis*, **strong**, `code`, [link](address)\n",
        ),
        (
            "A *wide* pier",
            "Een brede steiger",
            "9:9: error[T431]: Marks differ: source 1 emphasis, translation –\n"
            "    = Mark the same words as the source does\n",
        ),
        (
            "See [it](https://a.example)",
            "Zie [het](https://b.example)",
            "9:19: error[T432]: The link leads to https://b.example, which is not in the source\n"
            "    = Keep the address of the source\n",
        ),
        (
            "See [it](https://a.example)",
            "Zie het",
            "9:9: error[T432]: The link to https://a.example is missing\n"
            "    = Link the same words, as [words](address)\n",
        ),
        (
            "See [it](https://a.example)",
            "Zie [het](https://a.example",
            "9:9: error[T432]: The link to https://a.example is missing\n"
            "    = Link the same words, as [words](address)\n"
            "9:17: error[T431]: ]( opens or closes nothing\n"
            "    = Marks come in pairs: *emphasis*, **strong**, `code`, [link](address)\n",
        ),
        (
            "A pier",
            " Een steiger",
            "9:9: warning[T433]: A space at the beginning differs from the source\n"
            "    = Begin as the source does\n",
        ),
        (
            "A pier",
            "Een steiger ",
            "9:20: warning[T433]: A space at the end differs from the source\n    = End as the source does\n",
        ),
        ("A pier", "Een  steiger", "9:12: warning[T433]: Two spaces in a row\n    = Keep one\n"),
        (
            "Two levels",
            "Twee lagen",
            "9:9: warning[T434]: The glossary's 'Level' is 'Niveau'\n"
            "    = Use that word; where another is better, write '# lint: T434' above the entry\n",
        ),
        (
            "A pier",
            "Een steiger van hout die heel ver het water in loopt, met een lamp",
            "9:9: warning[T435]: The translation is much longer: 66 characters for 6\n"
            "    = See whether it still fits where it stands\n",
        ),
        (
            "A pier",
            "#-#-#-#-#  nl.po  #-#-#-#-#\\nEen steiger",
            "9:9: error[T402]: A merge conflict marker stands here\n    = Resolve it: keep one version\n",
        ),
    ],
)
def test_what_is_wrong_with_a_translation_is_told_where_it_stands(
    tmp_path: Path, source: str, translation: str, message: str
) -> None:
    assert of_text(tmp_path, source, translation) == message


def test_the_column_is_right_behind_escaped_signs_and_on_further_lines(tmp_path: Path) -> None:
    entry = (
        'msgctxt "a"\nmsgid ""\n"One \\"plank\\"\\n"\n"and 80"\nmsgstr ""\n"Eén \\"plank\\"\\n"\n"en  8"\n'
    )

    assert told(tmp_path, entry, {("a", ""): held('One "plank"\nand 80')}) == (
        "13:4: warning[T433]: Two spaces in a row\n"
        "    = Keep one\n"
        "13:6: error[T430]: Numbers differ: source 80, translation 8\n"
        "    = Write the source's numbers, as the translation's language writes them\n"
    )


@pytest.mark.parametrize(
    ("source", "translation", "message"),
    [
        ("%(n)s of %(total)s", "%(n)s van %(total)s", ""),
        ("80% sure", "80% zeker", ""),
        (
            "%(n)s judged",
            "%(aantal)s beoordeeld",
            "8:9: error[T421]: %(aantal)s is not in the source; it has %(n)s\n"
            "8:9: error[T423]: The translation leaves %(n)s out\n    = A reader misses what stands there\n",
        ),
        (
            "Sure",
            "%(n)s zeker",
            "8:9: error[T421]: %(n)s is not in the source, which has no placeholders\n    = Take it out\n",
        ),
        (
            "%(n)s judged",
            "%(n)s, 100% zeker",
            "8:16: error[T430]: Numbers differ: source –, translation 100\n"
            "    = Write the source's numbers, as the translation's language writes them\n"
            "8:19: error[T422]: The translation breaks at a percent sign\n"
            "    = Write '%%' for a percent sign\n",
        ),
        (
            "%(n)s of %(total)s",
            "%(n)s",
            "8:9: error[T423]: The translation leaves %(total)s out\n"
            "    = A reader misses what stands there\n",
        ),
        (
            "Go",
            "Ga nu dan maar meteen beginnen",
            "8:9: warning[T435]: The translation is much longer: 30 characters for 2\n"
            "    = See whether it still fits where it stands\n",
        ),
    ],
)
def test_placeholders_of_words_are_those_of_the_source(
    tmp_path: Path, source: str, translation: str, message: str
) -> None:
    assert of_word(tmp_path, source, translation) == message


def test_a_plural_s_singular_may_say_its_number_in_words_and_its_plural_may_not(tmp_path: Path) -> None:
    assert of_plural(tmp_path, "één boot", "%(n)s boten") == ""
    assert of_plural(tmp_path, "%(n)s boot", "boten") == (
        "10:12: error[T423]: The translation leaves %(n)s out\n    = A reader misses what stands there\n"
    )


def test_forms_for_one_number_only_are_known_for_every_language() -> None:
    assert single_forms("nl") == {0}
    assert single_forms("ar") == {0, 1, 2}
    assert single_forms("lv") != {0}
    assert single_forms("ja") == set()


def test_every_plural_form_of_the_language_is_filled_and_no_other(tmp_path: Path) -> None:
    assert of_plural(tmp_path, "%(n)s boot", "") == (
        "9:12: error[T441]: nl has 2 plural forms, this entry 1\n    = Fill every msgstr[…], and no other\n"
    )
    assert "T441" in of_plural(tmp_path, "%(n)s boot", "%(n)s boten", "%(n)s schuiten")
    assert of_plural(tmp_path, "", "") == ""


@pytest.mark.parametrize("rule", ["nplurals=2; plural=n!=1", "nplurals=2; plural=(n == 1) ? 0 : 1;"])
def test_a_plural_rule_may_be_written_in_any_way(tmp_path: Path, rule: str) -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", rule)

    assert of_plural(tmp_path, "%(n)s boot", "%(n)s boten", header=header) == ""


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=1; plural=0;",
        "nplurals=2; plural=(n > 1);",
        "",
        "nplurals=2; plural=n/0",
        "nplurals=2; plural=" + "(" * 400,
        "nplurals=2; plural=__import__('os')",
    ],
)
def test_another_plural_rule_than_the_language_s_is_told(tmp_path: Path, rule: str) -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", rule)

    assert of_plural(tmp_path, "%(n)s boot", "%(n)s boten", header=header) == (
        "3:2: error[T440]: The header's plural forms are not those of nl\n"
        "    = Write 'Plural-Forms: nplurals=2; plural=(n != 1);'\n"
    )


def test_a_header_of_another_language_is_told(tmp_path: Path) -> None:
    header = HEADER.replace("Language: nl", "Language: de")
    assert told(tmp_path, header, {}) == (
        "3:2: error[T440]: The header says 'Language: de' in the folder of nl\n    = Write 'Language: nl'\n"
    )
    assert told(tmp_path, HEADER.replace("Language: nl", "Language: nl_NL"), {}) == ""


def test_a_msgid_edited_by_hand_is_told_where_it_differs(tmp_path: Path) -> None:
    entry = 'msgctxt "a"\nmsgid "A wooden pier"\nmsgstr "Een steiger"\n'

    assert told(tmp_path, entry, {("a", ""): held("A pier")}) == (
        "8:10: error[T436]: The msgid is not the current source text\n"
        "    = Run 'atlas l10n update'; edit msgstr, never msgid\n"
    )


def test_the_same_text_twice_is_told(tmp_path: Path) -> None:
    entry = 'msgctxt "a"\nmsgid "Pier"\nmsgstr "Steiger"\n\n'

    assert told(tmp_path, entry * 2, {("a", ""): held("Pier")}) == (
        "11:1: error[T404]: The same text has an entry at line 7 already\n    = Keep one of the two\n"
    )


def test_words_with_different_contexts_are_different_words(tmp_path: Path) -> None:
    entry = 'msgctxt "{0}"\nmsgid "{1}"\nmsgstr "Boot"\n\n'
    words = {(context, text): held(text) for context in "ab" for text in ("Boat", "Ship")}

    entries = "".join(entry.format(*key) for key in words)

    assert told(tmp_path, entries, words, domain="ui") == ""


def test_an_obsolete_entry_beside_the_one_in_use_is_told(tmp_path: Path) -> None:
    entry = 'msgctxt "a"\nmsgid "Pier"\nmsgstr "Steiger"\n'
    obsolete = "".join(f"#~ {line}\n" for line in entry.splitlines())

    assert told(tmp_path, f"{entry}\n{obsolete}", {("a", ""): held("Pier")}) == (
        "11:1: warning[T405]: An obsolete entry stands beside the one in use\n"
        "    = Run 'atlas l10n update', which keeps the one in use\n"
    )


def test_a_context_that_no_text_has_is_told_with_the_nearest_that_is_free(tmp_path: Path) -> None:
    entry = 'msgctxt "levels.pierr.title"\nmsgid "Pier"\nmsgstr "Steiger"\n'
    texts = {("levels.pier.title", ""): held("Pier"), ("levels.dock.title", ""): held("Dock")}

    assert told(tmp_path, entry, texts) == (
        "1:1: warning[T438]: 2 texts have no entry; the first is levels.pier.title\n"
        "    = Run 'atlas l10n update'\n"
        "7:10: warning[T437]: No text has this name: levels.pierr.title\n"
        "    = Did you mean 'levels.pier.title'?\n"
    )


def test_a_fuzzy_translation_is_left_alone(tmp_path: Path) -> None:
    assert of_text(tmp_path, "80 piers", "8 steigers", "#, fuzzy\n") == ""


def test_a_translator_can_allow_a_finding_and_is_told_when_that_is_no_longer_needed(tmp_path: Path) -> None:
    assert of_text(tmp_path, "80 piers", "Veel steigers", "# lint: T430, T433\n") == (
        "7:1: warning[T439]: 'lint: T433' allows what is not there\n    = Remove it\n"
    )
    assert of_text(tmp_path, "80 piers", "Veel steigers", "# Bewust.\n# lint: T430\n") == ""


def test_a_catalogue_that_cannot_be_read_is_told_and_nothing_else(tmp_path: Path) -> None:
    assert told(tmp_path, '<<<<<<< ours\nmsgctxt "a"\n', {("a", ""): held("Pier")}) == (
        "7:1: error[T402]: A merge conflict marker stands here\n    = Resolve it: keep one version\n"
    )


def test_signs_that_nobody_sees_hide_nothing_else(tmp_path: Path) -> None:
    entry = 'msgctxt "a"\nmsgid "50 boats"\nmsgstr "60\u200b  bo\u200bten"\n'
    said = told(tmp_path, entry, {("a", ""): held("50 boats")})
    assert said.count("T406") == 2
    assert "9:11: error[T406]" in said
    assert "T430" in said
    assert "T433" in said
