"""A catalogue that was read is not read again while its file says the same."""

from pathlib import Path
from unittest.mock import patch

import pytest

from generator.l10n.catalogs import Store, files, read_catalogues
from generator.translate import Entry

PO = 'msgctxt "title"\nmsgid "The mill"\nmsgstr "De molen"\n'


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    (tmp_path / "locales" / "nl" / "LC_MESSAGES").mkdir(parents=True)
    write(tmp_path / "locales", PO)
    return tmp_path / "locales"


def write(locales: Path, text: str) -> None:
    (locales / "nl" / "LC_MESSAGES" / "mill.po").write_text(text, encoding="utf-8")


def read(locales: Path) -> tuple[object, int]:
    """What the catalogue says, and how often a file was parsed for it."""
    store = Store(locales.parent / "kept.json")
    with patch.object(files, "parse", side_effect=files.parse) as parsed:
        found, problems = read_catalogues(locales, "nl", store)
    assert problems == ()
    store.save()
    return found["mill"], parsed.call_count


def test_a_file_is_parsed_once(locales: Path) -> None:
    assert read(locales) == ({"title": Entry("The mill", "De molen")}, 1)
    assert read(locales) == ({"title": Entry("The mill", "De molen")}, 0)


def test_an_edited_file_is_parsed_again(locales: Path) -> None:
    read(locales)
    write(locales, PO.replace("De molen", "Molen"))
    assert read(locales) == ({"title": Entry("The mill", "Molen")}, 1)


def test_what_another_program_kept_counts_for_nothing(locales: Path) -> None:
    read(locales)
    kept = locales.parent / "kept.json"
    kept.write_text(kept.read_text(encoding="utf-8").replace('"form": "', '"form": "0'), encoding="utf-8")
    assert read(locales)[1] == 1


@pytest.mark.parametrize("damage", ["", "[]", '{"form": 1}', "null"])
def test_a_damaged_store_is_filled_again(locales: Path, damage: str) -> None:
    read(locales)
    (locales.parent / "kept.json").write_text(damage, encoding="utf-8")
    assert read(locales) == ({"title": Entry("The mill", "De molen")}, 1)
    assert read(locales)[1] == 0


def test_entries_of_another_form_are_read_anew(locales: Path) -> None:
    read(locales)
    kept = locales.parent / "kept.json"
    kept.write_text(
        kept.read_text(encoding="utf-8").replace('"De molen", false', '"De molen"'), encoding="utf-8"
    )
    assert read(locales) == ({"title": Entry("The mill", "De molen")}, 1)


def test_a_file_with_mistakes_tells_them_each_time(locales: Path) -> None:
    write(locales, PO + "\n" + PO)
    for _ in range(2):
        store = Store(locales.parent / "kept.json")
        assert [problem.code for problem in read_catalogues(locales, "nl", store)[1]] == ["T404"]
        store.save()


def test_a_place_that_cannot_be_written_stops_nothing(locales: Path) -> None:
    (locales.parent / "kept.json").mkdir()
    assert read(locales)[1] == 1
