"""Catalogues of somebody who means harm."""

import re
from pathlib import Path

import pytest

from generator.l10n.catalogs.files import read_catalogues, read_po
from generator.l10n.catalogs.plurals import parsed_rule, rule_of
from generator.l10n.interface import read_words
from tests.hostile.files import MEGABYTES_50, NO_FILES, make_huge

FILE = "locales/nl/LC_MESSAGES/mill.po"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {rule}\\n"\n\n'
COUNTS = (
    'msgid "%(n)s file"\nmsgid_plural "%(n)s files"\nmsgstr[0] "%(n)s bestand"\nmsgstr[1] "%(n)s bestanden"\n'
)
ENTRY = 'msgctxt "title"\nmsgid "The mill"\nmsgstr "De molen"\n'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a catalogue may stand, in a project that has none."""
    (tmp_path / "frameworks").mkdir()
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    return path


def told(path: Path) -> list[str]:
    """What is said of a catalogue, without hints; it was not read."""
    catalogue, problems = read_po(path, FILE)
    assert catalogue is None
    return [str(problem).split("\n")[0] for problem in problems]


@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_of_the_project_is_refused_without_waiting(kind: str, path: Path) -> None:
    make, reason = NO_FILES[kind]
    make(path)

    assert told(path) == [f"{FILE}:1:1: error[T401]: The catalogue cannot be read: {reason}"]


def test_fifty_megabytes_are_refused_by_their_size_and_not_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_huge(path)
    monkeypatch.setattr("generator.untrusted.os.open", None)  # to read anything would fail

    assert told(path) == [
        f"{FILE}:1:1: error[T401]: The catalogue cannot be read: "
        f"it has {MEGABYTES_50:,} bytes; at most 16,777,216 are read"
    ]


@pytest.mark.parametrize(
    ("sign", "code"),
    [
        ("\0", "U+0000"),
        ("\u202e", "U+202E"),
        ("\u2067", "U+2067"),
        ("\ufeff", "U+FEFF"),
        ("\x1b", "U+001B"),
        ("\r", "U+000D"),
        ("\f", "U+000C"),
        # For polib a line ends here: what follows would be an entry of its own.
        ("\u2028", "U+2028"),
        ("\x85", "U+0085"),
        ("\\b", "U+0008"),
        ("\\r", "U+000D"),
    ],
)
def test_a_sign_that_nobody_sees_is_refused_with_its_line(sign: str, code: str, path: Path) -> None:
    path.write_bytes(ENTRY.replace("De molen", f"De {sign}molen").encode())

    [said] = told(path)
    assert re.fullmatch(
        rf"{FILE}:3:12: error\[T406\]: The invisible character {re.escape(code)} stands here", said
    )


def test_a_comment_cannot_hide_an_entry(path: Path) -> None:
    path.write_text(f'{ENTRY}\n# note\u2028msgctxt "x"\u2028msgid "y"\u2028msgstr "z"\n', encoding="utf-8")

    assert "T406" in told(path)[0]


@pytest.mark.parametrize("charset", ["rot13", "utf-7", "idna", "no-such", "unicode_escape", ""])
def test_the_charset_that_a_header_names_is_not_obeyed(charset: str, path: Path) -> None:
    text = HEADER.format(rule=rule_of("nl")).replace("UTF-8", charset)
    path.with_name("ui.po").write_text(f'{text}msgid "judged"\nmsgstr "beoordeeld"\n', encoding="utf-8")

    words, _ = read_words(path.parents[2], "nl")

    assert words.gettext("judged") == "beoordeeld"


@pytest.mark.parametrize(
    "rule",
    [
        "nplurals=2; plural=n/0;",
        "nplurals=2; plural=n%0;",
        "nplurals=2; plural=7;",
        "nplurals=99999999999; plural=n;",
        "nplurals=2; plural=__import__('os').system('true');",
        "nplurals=2; plural=n.__class__;",
        f"nplurals=2; plural={'(' * 200}n{')' * 200};",
        f"nplurals=2; plural={'n*' * 200}n;",
        f"nplurals=2; plural={'9' * 5000};",
        f"nplurals=2; plural={'n?' * 200}n{':n' * 200};",
        "nplurals=2; plural=",
        "nplurals=2",
        "plural",
        "nplurals=two; plural=n;",
        "nplurals=٢; plural=n!=١;",
        "",
    ],
)
def test_a_plural_rule_that_is_none_is_told_and_the_language_s_own_counts(rule: str, path: Path) -> None:
    path.with_name("ui.po").write_text(HEADER.format(rule=rule) + COUNTS, encoding="utf-8")

    words, problems = read_words(path.parents[2], "nl")

    assert [words.ngettext("%(n)s file", "%(n)s files", number) for number in (0, 1, 2, 10**30)] == [
        "%(n)s bestanden",
        "%(n)s bestand",
        "%(n)s bestanden",
        "%(n)s bestanden",
    ]
    assert [problem.code for problem in problems] == ["T440"]


def test_every_language_s_own_rule_is_one() -> None:
    tags = ("nl", "de", "ar", "cy", "pl", "ru", "sl", "ga", "ja", "lt", "fr", "gd", "br", "mt")

    assert [tag for tag in tags if parsed_rule(rule_of(tag)) is None] == []


@pytest.mark.parametrize(
    "context", ["../../x", "/etc/hosts", "levels/../../x", "{{ 7*7 }}", "<script>", "a.b.c" * 999]
)
def test_a_context_is_a_name_to_look_up_and_nothing_else(context: str, path: Path) -> None:
    path.write_text(f'msgctxt "{context}"\nmsgid "The mill"\nmsgstr "De molen"\n', encoding="utf-8")

    catalogues, problems = read_catalogues(path.parents[2], "nl")

    assert problems == ()
    assert list(catalogues["mill"]) == [context]
    assert sorted(item.name for item in path.parent.iterdir()) == ["mill.po"]


@pytest.mark.parametrize("name", ["....po", "-l.po", "a\nb.po", "\u202eop.x.po", "$(true).po"])
def test_a_catalogue_s_name_is_a_name_and_nothing_else(name: str, path: Path) -> None:
    path.with_name(name).write_text(ENTRY, encoding="utf-8")

    catalogues, problems = read_catalogues(path.parents[2], "nl")

    assert (list(catalogues), problems) == ([path.with_name(name).stem], ())
