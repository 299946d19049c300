"""The shipped translations: nothing missing, nothing out of date, in either direction."""

from pathlib import Path

import polib
import pytest

from generator.catalogs import read_catalogues
from generator.load import load
from generator.text import LocalText
from generator.translate import view

PROJECT = Path(__file__).parent.parent.parent
ATLAS = load(PROJECT / "frameworks")[0].atlas()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_text_has_a_translation_that_is_up_to_date(language: str) -> None:
    catalogues, problems = read_catalogues(PROJECT / "locales", language)

    found = view(ATLAS, language, catalogues)

    assert problems == ()
    assert [(gap.domain, gap.context, gap.state) for gap in found.gaps] == []


@pytest.mark.parametrize("language", ["nl"])
def test_every_word_of_the_interface_is_translated(language: str) -> None:
    catalogue = polib.pofile(str(PROJECT / "locales" / language / "LC_MESSAGES" / "ui.po"))

    assert [entry.msgid for entry in catalogue if not entry.translated() and not entry.obsolete] == []


def test_the_phase_table_is_dutch_by_birth_and_english_by_translation() -> None:
    catalogues, _ = read_catalogues(PROJECT / "locales", "en")

    original = ATLAS.framework("fasenmodel")
    english = view(ATLAS, "en", catalogues).atlas.framework("fasenmodel")

    assert original.source_language == "nl"
    assert original.levels[0].title == "Massa communicatie"
    assert isinstance(english.levels[0].title, LocalText)
    assert english.levels[0].title.state == "translated"
