"""Interface words come from a catalogue as it is on disk, and a bad entry never reaches a page."""

from pathlib import Path

import pytest

from generator.l10n.interface import read_interface, read_words
from generator.l10n.placeholders import placeholders
from tests.golden import told

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def catalogue(folder: Path, entries: str, language: str = "nl") -> Path:
    (folder / "generator").mkdir()  # so that it has no words but its own
    path = folder / "locales" / language / "LC_MESSAGES" / "ui.po"
    path.parent.mkdir(parents=True)
    path.write_text(HEADER + entries, encoding="utf-8")
    return folder / "locales"


def test_words_and_plurals_are_translated_without_a_compiled_file(tmp_path: Path) -> None:
    entries = (
        'msgid "Sources"\nmsgstr "Bronnen"\n\n'
        'msgid "%(num)s level"\nmsgid_plural "%(num)s levels"\n'
        'msgstr[0] "%(num)s niveau"\nmsgstr[1] "%(num)s niveaus"\n'
    )
    locales = catalogue(tmp_path, entries)
    words, problems = read_words(locales, "nl")
    assert problems == ()
    assert words.gettext("Sources") == "Bronnen"
    assert words.ngettext("%(num)s level", "%(num)s levels", 5) == "%(num)s niveaus"
    assert [path.suffix for path in locales.rglob("*") if path.is_file()] == [".po"]


def test_open_words_are_counted_and_told_once(tmp_path: Path) -> None:
    locales = catalogue(tmp_path, 'msgid "Sources"\nmsgstr "Bronnen"\n\nmsgid "Themes"\nmsgstr ""\n')
    words, problems = read_interface(locales, "nl")
    assert [problem.code for problem in problems] == ["T412"]
    assert (words.total, [gap.source for gap in words.gaps]) == (2, ["Themes"])


def test_a_fuzzy_word_counts_as_missing(tmp_path: Path) -> None:
    locales = catalogue(tmp_path, '#, fuzzy\nmsgid "Sources"\nmsgstr "Bron"\n\nmsgid "Themes"\nmsgstr ""\n')
    words, problems = read_words(locales, "nl")
    assert words.gettext("Sources") == "Sources"
    assert told(problems) == (
        "locales/nl/LC_MESSAGES/ui.po:6:1: warning[T412]: "
        "1 text is not translated, 1 is older than its source, of 2 in all; the site shows English there\n"
        "    = Fill what is empty, look at what is fuzzy\n"
    )


def test_a_language_without_a_catalogue_says_so(tmp_path: Path) -> None:
    words, problems = read_words(tmp_path / "locales", "fr")
    assert words.gettext("Sources") == "Sources"
    assert [(problem.code, problem.severity) for problem in problems] == [("T411", "warning")]


def test_english_needs_no_catalogue(tmp_path: Path) -> None:
    assert read_words(tmp_path / "locales", "en")[1] == ()
    assert read_words(tmp_path / "locales", "en-GB")[1] == ()


def test_a_placeholder_that_the_source_lacks_is_an_error_with_its_line(tmp_path: Path) -> None:
    locales = catalogue(tmp_path, 'msgid "%(n)s judged"\nmsgstr "%(aantal)s beoordeeld"\n')
    words, problems = read_words(locales, "nl")
    assert told(problems) == (
        "locales/nl/LC_MESSAGES/ui.po:7:9: error[T421]: %(aantal)s is not in the source; it has %(n)s\n"
    )
    assert words.gettext("%(n)s judged") == "%(n)s judged"


def test_a_percent_sign_that_would_break_the_page_is_an_error(tmp_path: Path) -> None:
    locales = catalogue(tmp_path, 'msgid "%(n)s judged"\nmsgstr "%(n)s, 100% zeker"\n')
    assert told(read_words(locales, "nl")[1]).startswith("locales/nl/LC_MESSAGES/ui.po:7:9: error[T422]: ")


def test_a_merge_conflict_is_an_error_with_its_line(tmp_path: Path) -> None:
    locales = catalogue(tmp_path, '<<<<<<< HEAD\nmsgid "Sources"\nmsgstr "Bronnen"\n')
    assert told(read_words(locales, "nl")[1]).startswith("locales/nl/LC_MESSAGES/ui.po:6:1: error[T402]: ")


@pytest.mark.parametrize(
    ("text", "names"), [("plain", ()), ("%(a)s of %(b)s", ("a", "b")), ("100%% of %(a)s", ("a",))]
)
def test_placeholders_are_named_in_order(text: str, names: tuple[str, ...]) -> None:
    assert placeholders(text) == names


@pytest.mark.parametrize("text", ["%(a)999999999s", "%(a)r", "%(a)", "%(a).3s", "%s", "50% of"])
def test_a_gap_of_another_form_is_refused_before_it_is_filled(text: str) -> None:
    with pytest.raises(ValueError, match=r"gap|format"):
        placeholders(text)
