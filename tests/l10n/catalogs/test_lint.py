"""What a proofreader is told of a catalogue: line and column, what is wrong, what to do."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.l10n.catalogs.lint import Expected, Held, Key, lint
from generator.l10n.catalogs.plurals import parsed_rule
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
# What is advised of many.
NUMBERS = "    = Write the source's numbers, as the translation's language writes them\n"
PAIRS = "    = Marks come in pairs: *emphasis*, **strong**, `code`, [link](address)\n"
LINKED = "    = Link the same words, as [words](address)\n"
MISSES = "    = A reader misses what stands there\n"
LONGER = "    = See whether it still fits where it stands\n"
MERGED = "    = Resolve it: keep one version\n"
FORMS = "    = Write 'Plural-Forms: nplurals=2; plural=(n != 1);'\n"


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
        ("%(n)s is no gap in content", "%(m)s is hier geen gat"),
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
            f"9:14: error[T430]: Numbers differ: source 80, translation 8\n{NUMBERS}",
        ),
        (
            "1,000 boats",
            "1,000 boten",
            f"9:9: error[T430]: Numbers differ: source 1,000, translation 1,000\n{NUMBERS}",
        ),
        ("3 boats", "Boten", f"9:9: error[T430]: Numbers differ: source 3, translation –\n{NUMBERS}"),
        ("A *wide* pier", "Een *brede steiger", f"9:13: error[T431]: * opens or closes nothing\n{PAIRS}"),
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
            f"9:9: error[T432]: The link to https://a.example is missing\n{LINKED}",
        ),
        (
            "See [it](https://a.example)",
            "Zie [het](https://a.example",
            f"9:9: error[T432]: The link to https://a.example is missing\n{LINKED}"
            f"9:17: error[T431]: ]( opens or closes nothing\n{PAIRS}",
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
            "    = Use that word if the term is meant; if not, write '# lint: T434' above the entry\n",
        ),
        (
            "A pier",
            "Een steiger van hout die heel ver het water in loopt, met een lamp",
            f"9:9: warning[T435]: The translation is much longer: 66 characters for 6\n{LONGER}",
        ),
        (
            "A pier",
            "#-#-#-#-#  nl.po  #-#-#-#-#\\nEen steiger",
            f"9:9: error[T402]: A merge conflict marker stands here\n{MERGED}",
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
        f"13:6: error[T430]: Numbers differ: source 80, translation 8\n{NUMBERS}"
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
            f"8:9: error[T423]: The translation leaves %(n)s out\n{MISSES}",
        ),
        (
            "Sure",
            "%(n)s zeker",
            "8:9: error[T421]: %(n)s is not in the source, which has no placeholders\n    = Take it out\n",
        ),
        (
            "%(n)s judged",
            "%(n)s, 100% zeker",
            f"8:16: error[T430]: Numbers differ: source –, translation 100\n{NUMBERS}"
            "8:19: error[T422]: The translation breaks at a percent sign\n"
            "    = Write '%%' for a percent sign\n",
        ),
        ("%(n)s of %(total)s", "%(n)s", f"8:9: error[T423]: The translation leaves %(total)s out\n{MISSES}"),
        (
            "Go",
            "Ga nu dan maar meteen beginnen",
            f"8:9: warning[T435]: The translation is much longer: 30 characters for 2\n{LONGER}",
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
        f"10:12: error[T423]: The translation leaves %(n)s out\n{MISSES}"
    )


def test_every_plural_form_of_the_language_is_filled_and_no_other(tmp_path: Path) -> None:
    assert of_plural(tmp_path, "%(n)s boot", "") == (
        "9:12: error[T441]: The catalogue counts by 2 plural forms, this entry has 1\n"
        "    = Fill every msgstr[…], and no other\n"
    )
    assert "T441" in of_plural(tmp_path, "%(n)s boot", "%(n)s boten", "%(n)s schuiten")
    assert of_plural(tmp_path, "", "") == ""


@pytest.mark.parametrize("rule", ["nplurals=2; plural=n!=1", "nplurals=2; plural=(n == 1) ? 0 : 1;"])
def test_a_plural_rule_may_be_written_in_any_way(tmp_path: Path, rule: str) -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", rule)

    assert of_plural(tmp_path, "%(n)s boot", "%(n)s boten", header=header) == ""


@pytest.mark.parametrize(
    ("language", "rule"),
    [
        ("hu", "nplurals=2; plural=(n != 1);"),
        ("hu", "nplurals=1; plural=0;"),
        ("tr", "nplurals=2; plural=(n > 1);"),
        ("fa", "nplurals=2; plural=(n != 1);"),
        ("id", "nplurals=1; plural=0;"),
        ("fr", "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;"),
        ("pt-BR", "nplurals=2; plural=(n > 1);"),
        (
            "ar",
            "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 "
            ": n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;",
        ),
    ],
)
def test_a_rule_as_the_world_writes_it_is_sound_and_counts_the_forms(
    tmp_path: Path, language: str, rule: str
) -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", rule).replace(": nl", f": {language}")
    found = parsed_rule(rule)
    assert found is not None

    def said(count: int) -> str:
        return of_plural(tmp_path, *["%(n)s boot"] * count, header=header, language=language)

    assert said(found.count) == ""
    assert said(found.count + 1).startswith("9:12: error[T441]: The catalogue counts by ")


def test_a_form_is_for_one_number_only_by_the_rule_of_its_own_catalogue(tmp_path: Path) -> None:
    assert of_plural(tmp_path, "Eén boot", "%(n)s boten") == ""
    other = HEADER.replace("(n != 1)", "(n > 1)")
    assert "T423" in of_plural(tmp_path, "Eén boot", "%(n)s boten", header=other)


@pytest.mark.parametrize(
    "rule",
    ["", "nplurals=2; plural=n/0", "nplurals=2; plural=" + "(" * 400, "nplurals=2; plural=__import__('os')"],
)
def test_a_plural_rule_that_does_not_compute_is_told(tmp_path: Path, rule: str) -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", rule)

    assert of_plural(tmp_path, "%(n)s boot", "%(n)s boten", header=header) == (
        f"3:2: error[T440]: The header's plural forms are not those of nl\n{FORMS}"
    )


def test_a_number_of_forms_that_nobody_writes_the_language_with_is_doubted(tmp_path: Path) -> None:
    header = HEADER.replace("nplurals=2; plural=(n != 1);", "nplurals=1; plural=0;")

    assert of_plural(tmp_path, "%(n)s boten", header=header) == (
        f"3:2: warning[T440]: The header's plural forms are not those of nl\n{FORMS}"
    )


def test_a_header_of_another_language_is_told(tmp_path: Path) -> None:
    header = HEADER.replace("Language: nl", "Language: de")
    assert told(tmp_path, header, {}) == (
        "3:2: error[T440]: The header says 'Language: de' in the folder of nl\n    = Write 'Language: nl'\n"
    )
    assert told(tmp_path, HEADER.replace("Language: nl", "Language: nl_NL"), {}) == ""
    brazilian = HEADER.replace("Language: nl", "Language: pt_BR")
    assert told(tmp_path, brazilian, {}, language="pt-BR") == ""


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


def test_a_translation_of_another_text_is_told(tmp_path: Path) -> None:
    entries = "".join(
        f'msgctxt "{context}"\nmsgid "{source}"\nmsgstr "Een ligplaats per boot"\n\n'
        for context, source in (("a", "A berth a boat"), ("b", "Berth for a boat"), ("c", "Planks and ropes"))
    )
    texts = {("a", ""): held("A berth a boat"), ("b", ""): held("Berth for a boat")}

    assert told(tmp_path, entries, {**texts, ("c", ""): held("Planks and ropes")}).splitlines()[::2] == [
        "9:9: error[T454]: This is the translation of c, another text",
        "13:9: error[T454]: This is the translation of c, another text",
        "17:9: error[T454]: This is the translation of a, another text",
    ]


def test_a_text_whose_translation_waits_where_it_stood_before_is_told(tmp_path: Path) -> None:
    entries = (
        'msgctxt "a"\nmsgid "A berth a boat"\nmsgstr "Planken en touwen"\n\n'
        '#, fuzzy\n#| msgid "A berth a boat"\nmsgctxt "b"\nmsgid "Planks and ropes"\n'
        'msgstr "Een ligplaats per boot"\n'
    )

    assert told(
        tmp_path, entries, {("a", ""): held("A berth a boat"), ("b", ""): held("Planks and ropes")}
    ).startswith("9:9: error[T454]: This text was b, with another translation\n")


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
        f"7:1: error[T402]: A merge conflict marker stands here\n{MERGED}"
    )


def test_of_a_catalogue_that_cannot_be_read_each_line_is_told_and_what_else_is_wrong(tmp_path: Path) -> None:
    def entry(name: str, translation: str) -> str:
        return f'msgctxt "{name}"\nmsgid "50 boats"\nmsgstr {translation}\n\n'

    entries = (
        entry("a", '"De "boot"')
        + entry("b", '"60 boten"')
        + "\n".join(["<<<<<<< ours", entry("c", '"1"') + "=======", entry("c", '"2"') + ">>>>>>> theirs\n\n"])
        + entry("d", "50 boten")
        + entry("e", '"50\u200b  boten"')
    )

    found = told(tmp_path, entries, {(name, ""): held("50 boats") for name in "abcde"})

    assert [line.split(": ")[:2] for line in found.splitlines() if not line.startswith(" ")] == [
        ["9:1", "error[T403]"],
        ["13:9", "error[T430]"],
        ["15:1", "error[T402]"],
        ["29:1", "error[T403]"],
        ["33:11", "error[T406]"],
        ["33:12", "warning[T433]"],
    ]


def test_of_a_catalogue_whose_entries_are_torn_each_is_told(tmp_path: Path) -> None:
    entries = 'msgstr "x"\n\nmsgctxt "a"\nmsgid "50 boats"\nmsgstr "60 boten"\n\nmsgstr "y"\n'

    found = told(tmp_path, entries, {("a", ""): held("50 boats")})

    assert [
        line[:16].split(":")[0] + line.split("[")[1][:4] for line in found.splitlines() if line[0] != " "
    ] == ["7T403", "11T430", "13T403"]


def test_signs_that_nobody_sees_hide_nothing_else(tmp_path: Path) -> None:
    entry = 'msgctxt "a"\nmsgid "50 boats"\nmsgstr "\u200bZo\\b 60  bo\u200bten"\n'

    assert [
        line.partition("]")[0]
        for line in told(tmp_path, entry, {("a", ""): held("50 boats")}).splitlines()[::2]
    ] == ["9:9: error[T406", "9:12: error[T406", "9:15: error[T430", "9:17: warning[T433", "9:21: error[T406"]


def test_a_backslash_before_a_letter_and_a_note_hide_nothing(tmp_path: Path) -> None:
    entry = '# a \\b in a note\nmsgctxt "a"\nmsgid "\\\\bin"\nmsgstr "\\\\bin"\n'

    assert told(tmp_path, entry, {("a", ""): held("\\bin")}) == ""
