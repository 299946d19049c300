"""The texts that a site begins with are the same in each language."""

import re

import pytest

from generator.editing.starter import making
from generator.load import load
from tests.pictures.test_drawing import contrast
from tests.site.projects import ROOT


@pytest.mark.parametrize("language", making.LANGUAGES[1:])
def test_every_text_is_there_in_every_language(language: str) -> None:
    english, other = making._texts("en"), making._texts(language)

    assert {key for key in other if key[0] != "ui"} == set(english)
    assert [key for key, text in english.items() if text == other[key]] == []
    assert [
        (key, text)
        for key, text in english.items()
        if set(filter(str.isdigit, text)) != set(filter(str.isdigit, other[key]))
    ] == []


@pytest.mark.parametrize("language", making.LANGUAGES[1:])
def test_every_page_is_there_in_every_language(language: str) -> None:
    folder = making._HERE

    def files(tag: str) -> set[str]:
        return {path.relative_to(folder / tag).as_posix() for path in (folder / tag).rglob("*.*")}

    assert files(language) == files("en") | {"words.yaml"}


def test_the_placing_on_the_scale_is_the_same_in_every_language() -> None:
    found = {
        language: [
            (level.id, level.number, level.span and (level.span.start, level.span.end, level.span.confidence))
            for item in load(making._HERE / language / "frameworks")[0].atlas().frameworks
            for level in item.levels
        ]
        for language in making.LANGUAGES
    }
    assert all(placed == found["en"] for placed in found.values())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_on_each_tone(scheme: str) -> None:
    theirs = (making._HERE / "shared" / "colours.css").read_text(encoding="utf-8")
    ours = (ROOT / "templates" / "theme" / "assets" / "atlas.css").read_text(encoding="utf-8")
    colours: dict[str, str] = {}
    for css in (ours, theirs):
        light, _, dark = css.partition('[data-md-color-scheme="slate"] {')
        part = dark.partition("}")[0] if scheme == "dark" else light
        colours.update(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});", part))
    for tone in range(1, 6):
        words = colours["on-low" if tone < 4 else "on-high"].replace("#fff", "#ffffff", 1)
        assert contrast(words[:7], colours[f"tone-{tone}"]) >= 4.5, tone
