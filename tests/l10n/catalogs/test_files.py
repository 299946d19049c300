"""Catalogues on disk: what is written and when, and what is said about a file that cannot be read."""

from pathlib import Path

import pytest

from generator.l10n.catalogs.files import catalogue_path, read_catalogues
from generator.l10n.catalogs.merging import wanted_texts
from generator.model import Atlas
from generator.translate import Entry
from tests.builders import loaded_project
from tests.l10n.catalogs.updates import update

ENTRY = 'msgctxt "title"\nmsgid "The mill"\nmsgstr "De molen"\n'


@pytest.fixture
def atlas() -> Atlas:
    return loaded_project().atlas()


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    return tmp_path / "locales"


def write(locales: Path, text: str | bytes, domain: str = "mill") -> Path:
    path = catalogue_path(locales, "nl", domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_framework_has_a_catalogue_for_each_language_but_its_own(atlas: Atlas) -> None:
    assert set(wanted_texts(atlas, "nl")) == {"harbour", "mill", "shared"}
    assert set(wanted_texts(atlas, "en")) == {"lantern", "shared"}
    assert set(wanted_texts(atlas, "fr")) == {"harbour", "lantern", "mill", "shared"}


def test_entries_are_named_by_ids_and_never_by_positions(atlas: Atlas) -> None:
    contexts = [item.context for items in wanted_texts(atlas, "fr").values() for item in items]

    assert "levels.pier.signs.one-plank" in contexts
    assert "crosswalks.harbour--lantern.mappings.pier-candle.justification" in contexts
    assert [context for context in contexts if any(step.isdigit() for step in context.split("."))] == []


def test_updating_twice_writes_once(atlas: Atlas, locales: Path) -> None:
    first, _ = update(atlas, locales, "nl")
    second, _ = update(atlas, locales, "nl")

    assert [path.name for path in first] == ["harbour.po", "mill.po", "shared.po"]
    assert second == []


def test_what_was_written_is_read_again(atlas: Atlas, locales: Path) -> None:
    update(atlas, locales, "nl")
    path = catalogue_path(locales, "nl", "mill")
    path.write_text(
        path.read_text().replace('msgid "The mill"\nmsgstr ""', 'msgid "The mill"\nmsgstr "De molen"')
    )

    catalogues, problems = read_catalogues(locales, "nl")

    assert problems == ()
    assert catalogues["mill"]["title"] == Entry("The mill", "De molen")
    assert update(atlas, locales, "nl")[0] == []


def test_words_of_the_templates_are_not_content(locales: Path) -> None:
    write(locales, ENTRY, "ui")

    assert read_catalogues(locales, "nl") == ({}, ())


def test_obsolete_entries_translate_nothing(locales: Path) -> None:
    write(locales, "".join(f"#~ {line}\n" for line in ENTRY.splitlines()))

    assert read_catalogues(locales, "nl")[0] == {"mill": {}}


CONFLICT = "error[T402]: A merge conflict marker stands here\n    = Resolve it: keep one version"
UNREADABLE = (
    "error[T403]: This line cannot be read\n"
    '    = Each text stands between double quotes; write a quote inside it as \\"'
)
OTHER_SIGNS = "error[T401]: The catalogue is not UTF-8\n    = Save it as UTF-8"


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (f"{ENTRY}\n<<<<<<< ours\n{ENTRY}", 5, CONFLICT),
        (ENTRY.replace('molen"', "molen"), 3, UNREADABLE),
        (ENTRY.replace("De molen", 'De "molen"'), 3, UNREADABLE),
        (f"{ENTRY}De molen draait.\n", 4, UNREADABLE),
        (ENTRY.replace("De molen", "Eén molen").encode("windows-1252"), 3, OTHER_SIGNS),
    ],
)
def test_a_catalogue_that_cannot_be_read_is_explained_and_never_overwritten(
    atlas: Atlas, locales: Path, text: str | bytes, line: int, told: str
) -> None:
    path = write(locales, text)
    before = path.read_bytes()

    for problems in (read_catalogues(locales, "nl")[1], update(atlas, locales, "nl")[1]):
        assert [str(problem) for problem in problems] == [f"locales/nl/LC_MESSAGES/mill.po:{line}:1: {told}"]
    assert path.read_bytes() == before


def test_a_byte_order_mark_and_windows_line_ends_are_read(locales: Path) -> None:
    write(locales, "\ufeff" + ENTRY.replace("\n", "\r\n"))

    assert read_catalogues(locales, "nl") == ({"mill": {"title": Entry("The mill", "De molen")}}, ())
