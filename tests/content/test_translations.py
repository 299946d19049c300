"""The shipped translations: nothing missing of what is promised, nothing out of date, in any direction."""

import re
from collections.abc import Mapping
from pathlib import Path

import polib
import pytest

from generator.cli import main
from generator.l10n.catalogs.files import read_catalogues
from generator.l10n.interface import has_catalogue
from generator.load import load
from generator.project import configured_languages
from generator.text import LocalText
from generator.translate import view

PROJECT = Path(__file__).parent.parent.parent
ATLAS = load(PROJECT / "frameworks")[0].atlas()
LANGUAGES = [language.tag for language in configured_languages(PROJECT)[0]]

# What the translators of a language promise; the rest stands in its own language, and is marked. A language
# that is not named here promises everything.
PROMISED: Mapping[str, tuple[str, ...]] = {
    "de": ("io:", "shared:themes.", "shared:reference-scale."),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_is_promised_has_a_translation_that_is_up_to_date(language: str) -> None:
    catalogues, problems = read_catalogues(PROJECT / "locales", language)
    promised = PROMISED.get(language, ("",))

    found = view(ATLAS, language, catalogues)

    assert problems == ()
    assert [
        (gap.domain, gap.context, gap.state)
        for gap in found.gaps
        if gap.state == "stale" or f"{gap.domain}:{gap.context}".startswith(promised)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_promise_names_texts_that_there_are(language: str) -> None:
    found = view(ATLAS, language, {})
    texts = [f"{gap.domain}:{gap.context}" for gap in found.gaps]

    unknown = [
        start for start in PROMISED.get(language, ()) if not any(text.startswith(start) for text in texts)
    ]

    assert unknown == []


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if has_catalogue(tag)])
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


@pytest.mark.parametrize("page", sorted((PROJECT / "docs/en").rglob("*.md")), ids=lambda page: page.name)
def test_a_translated_page_has_the_anchors_that_pages_in_other_languages_lead_to(page: Path) -> None:
    anchors = set(re.findall(r"\{#[\w-]+\}", page.read_text(encoding="utf-8")))
    for folder in (PROJECT / "docs").iterdir():
        translated = folder / page.relative_to(PROJECT / "docs/en")
        if translated.is_file():
            assert anchors - set(re.findall(r"\{#[\w-]+\}", translated.read_text(encoding="utf-8"))) == set()


@pytest.mark.slow
def test_a_change_of_levels_takes_every_catalogue_for_what_it_is_up_to_date(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(PROJECT)
    foreign = [item for item in ATLAS.frameworks if item.source_language != "en"]
    for framework in foreign:
        level = framework.levels[1].id
        assert main(["--lang", "en", "level", "remove", f"{framework.id}/{level}", "-n"]) == 0
        told = capsys.readouterr().out
        assert "changes: locales/" in told
        assert "out of date" not in told
