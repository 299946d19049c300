"""What a source says to do for a cell, and which levels it wants of whom, stand where they belong."""

import re
from pathlib import Path

import pytest

from generator.load import load
from generator.pages import pages
from generator.render import Renderer
from tests import builders
from tests.pages.test_comparing import site_of
from tests.pages.test_silence import text_of
from tests.pages.test_structured import TEMPLATES
from tests.rendering import renderer_of
from tests.site.projects import replace

ITSELF = "Coil the ropes every evening"
HOW = "The next crew finds them at once."
OF_ALL = """  - id: sweep
    title: Sweep the quay
    level: port
    effort: much
"""


def renderer(folder: Path, *changes: tuple[str, str]) -> Renderer:
    """What makes the pages of the invented project, changed in one of its frameworks."""
    frameworks = builders.write_project(folder) / "frameworks"
    for old, new in changes:
        replace(frameworks / "harbour.yaml", old, new)
    return renderer_of(TEMPLATES, site_of(load(frameworks)[0].atlas()), None)


@pytest.fixture(scope="module")
def as_it_is(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    return renderer(tmp_path_factory.mktemp("as-it-is"))


@pytest.fixture(scope="module")
def of_cells(tmp_path_factory: pytest.TempPathFactory) -> Renderer:
    """The same without the source's own questions: its quiz asks about each dimension."""
    text = (builders.PROJECT / "frameworks" / "harbour.yaml").read_text(encoding="utf-8")
    asked = text[text.index("self_assessment:") : text.index("on_themes:")]
    return renderer(tmp_path_factory.mktemp("of-cells"), (asked, ""))


def html_of(made: Renderer, address: str) -> str:
    return made.page(next(page for page in pages(made.site) if page.address == address)).html


@pytest.mark.parametrize("address", ["levels/dock/", "dimensions/crew/"])
def test_a_practice_stands_with_its_cell_and_leads_to_all_of_it(as_it_is: Renderer, address: str) -> None:
    html = html_of(as_it_is, f"frameworks/harbour/{address}")
    assert re.search(rf'<a href="[^"]*#practice-coil-ropes">{ITSELF}</a>', html)
    assert "little effort" in html


@pytest.mark.parametrize("address", ["levels/pier/", "levels/port/", "dimensions/charts/"])
def test_a_practice_stands_with_no_other_cell(as_it_is: Renderer, address: str) -> None:
    assert ITSELF not in html_of(as_it_is, f"frameworks/harbour/{address}")


def test_the_framework_lists_each_practice_with_its_level_its_effort_and_where_to_read_more(
    as_it_is: Renderer,
) -> None:
    said = text_of(as_it_is, "frameworks/harbour/")
    assert f"Crew {ITSELF}: {HOW} Stage 2: Dock · little effort · The harbour book, second print" in said


def test_a_profile_names_the_level_of_each_dimension(as_it_is: Renderer) -> None:
    said = text_of(as_it_is, "frameworks/harbour/")
    assert "Fishing portFor boats that come home every night." in said
    assert "DimensionFishing port CrewStage 2: Dock ChartsStage 1: Pier" in said


def test_a_quiz_of_cells_names_what_to_do_for_the_next_one(of_cells: Renderer) -> None:
    html = html_of(of_cells, "quiz/harbour/")
    step = html[html.index('data-if="step:crew:dock"') :]
    assert f'<li data-step="practices/coil-ropes"><span>{ITSELF}: {HOW}</span></li>' in step
    assert html.count('data-step="practices/coil-ropes"') == 1


def test_a_quiz_of_cells_lays_the_answers_beside_each_profile(of_cells: Renderer) -> None:
    html = html_of(of_cells, "quiz/harbour/")
    target = html[html.index('id="target-fishing-port"') :]
    crew = target[: target.index("</li>")]
    assert 'data-if="at:crew:pier " hidden>1 step to go.' in crew
    assert 'data-if="at:crew:dock " hidden>Reached.' in crew
    assert 'data-if="at:crew:port " hidden>Reached.' in crew
    assert 'data-if="at:crew:na at:crew:open" hidden>Not answered.' in crew


def test_where_no_dimension_is_meant_a_practice_stands_with_the_whole_level(tmp_path: Path) -> None:
    made = renderer(tmp_path, ("profiles:\n", f"{OF_ALL}profiles:\n"))
    assert "Sweep the quay" in text_of(made, "frameworks/harbour/levels/port/")
    assert 'data-step="practices/sweep"' in html_of(made, "quiz/harbour/")
