"""A source that is silent here and there, or lists things, or has numbers of its own, is shown as it is."""

import re
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from generator.load import load
from generator.pages import pages
from generator.quiz.kinds import quiz_of
from generator.render import Renderer
from generator.validate import validate
from tests import builders
from tests.golden import CASES
from tests.pages.test_comparing import site_of
from tests.pages.test_structured import TEMPLATES
from tests.rendering import renderer_of

SPARSE = (CASES / "yaml" / "16-sparse-framework.yaml").read_text(encoding="utf-8")
SILENT = (
    SPARSE.replace("title: B, themes", "title: B, silent: [low], themes")
    .replace("id: low, number: 1", 'id: low, source_number: "0"')
    .replace("low: Something", 'low: "Something:\\n- *one*\\n- two"')
)
SAYS = "The source says nothing here."


def written(folder: Path, text: str) -> Path:
    """The invented project with one more framework, which has the themes and grades of the others."""
    frameworks = builders.write_project(folder) / "frameworks"
    text = text.replace("[strategy]", "[people]").replace("confidence: 0.5", "confidence: low")
    (frameworks / "sparse.yaml").write_text(text, encoding="utf-8")
    return frameworks


@pytest.fixture(scope="module")
def renderer(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    """What makes the pages of that project."""
    data = load(written(tmp_path_factory.mktemp("sparse"), SILENT))[0].atlas()
    return renderer_of(TEMPLATES, site_of(data), None)


def text_of(renderer: Renderer, address: str) -> str:
    """The words of a page."""
    html = renderer.page(next(page for page in pages(renderer.site) if page.address == address)).html
    html = html.replace("<br>", " ")
    return " ".join(Markup(re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL)).striptags().split())


def codes(folder: Path, text: str) -> set[str]:
    loaded, problems = load(written(folder, text))
    return {problem.code for problem in (*problems, *validate(loaded)) if problem.severity == "error"}


def test_a_hole_in_the_matrix_is_an_error_until_it_is_said_to_be_silence(tmp_path: Path) -> None:
    assert codes(tmp_path, SPARSE) == {"F210"}
    assert codes(tmp_path, SILENT) == set()


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("frameworks/sparse/", SAYS),
        ("frameworks/sparse/levels/low/", f"B {SAYS}"),
        ("frameworks/sparse/dimensions/b/", "The source says nothing about these levels: Level 0: Low"),
    ],
)
def test_pages_say_where_the_source_is_silent(renderer: Renderer, address: str, says: str) -> None:
    assert says in text_of(renderer, address)


@pytest.mark.parametrize(
    "address",
    [
        "frameworks/sparse/",
        "frameworks/sparse/levels/low/",
        "frameworks/sparse/dimensions/a/",
        "quiz/sparse/",
    ],
)
def test_a_list_in_a_cell_is_one_on_every_page(renderer: Renderer, address: str) -> None:
    assert "Something: • one • two" in text_of(renderer, address)
    page = next(page for page in pages(renderer.site) if page.address == address)
    assert (
        '<span role="listitem"><span aria-hidden="true">•</span> <em>one</em></span>'
        in renderer.page(page).html
    )


def test_pages_show_the_number_that_the_source_gives(renderer: Renderer) -> None:
    assert "Level 0 Low" in text_of(renderer, "frameworks/sparse/")
    assert "Level 0" in text_of(renderer, "frameworks/sparse/levels/low/")
    assert "Level 1 of" not in text_of(renderer, "frameworks/sparse/levels/low/")


def test_a_quiz_offers_no_description_where_there_is_none(renderer: Renderer) -> None:
    asks: Any = quiz_of(renderer.site.atlas.framework("sparse")).questions
    assert {ask.id: [choice.text for choice in ask.choices] for ask in asks} == {
        "a": ["Something:\n- *one*\n- two", "More"],
        "b": ["", "Only here"],
    }
    assert "Only here None of these yet Does not apply" in text_of(renderer, "quiz/sparse/")


def test_a_quiz_says_how_it_counts_the_answer_that_stands_for_a_silent_lowest_level(
    renderer: Renderer,
) -> None:
    assert "“None of these yet” counts as Level 0: Low" in text_of(renderer, "quiz/sparse/")
