"""Readers get nothing of what is still being written, nor anything that would lead there."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.crosswalk import Crosswalks
from generator.export import exports
from generator.export.publication import Terms
from generator.load import load
from generator.model import Benchmark, Redirects
from generator.pages import pages
from generator.project import open_project
from generator.published import published
from generator.things import things
from tests import builders
from tests.builders import write_project, write_second_subject

WHOLE = builders.loaded_project().atlas()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented project, to be changed."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Small atlas\n", encoding="utf-8")
    return write_project(tmp_path)


def change(project: Path, file: str, old: str, new: str) -> None:
    """Replace a text in a file of data."""
    path = project / "frameworks" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_wholly_written_is_published_as_it_is() -> None:
    assert published(WHOLE).atlas is WHOLE


def test_a_draft_framework_is_on_no_page_and_in_no_file(project: Path) -> None:
    change(project, "lantern.yaml", "summary: Van kaars naar vuurtoren.", "summary: ✎ Wat het is")

    opened, problems = open_project(project, ["en", "nl"])

    assert opened
    addresses = [page.address for page in pages(opened.site("en"))]
    files = [path for path, _ in exports(opened.views, "en", Terms())]
    assert not [item for item in (*addresses, *files) if "lantern" in item]
    assert "lantern" not in repr(opened.atlas)
    told = [problem for problem in problems if problem.code == "F222"]
    assert [str(problem.place.file) for problem in told] == ["frameworks/lantern.yaml"]


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        ([("harbour.yaml", "kind: levels\n", "kind: levels\ndraft: true\n")], "away on line 3"),
        (
            [
                ("harbour.yaml", "  - id: pier\n", "  - id: pier\n    draft: true\n"),
                ("harbour.yaml", "  - id: port\n", "  - id: port\n    draft: true\n"),
            ],
            "away on lines 19, 41",
        ),
        (
            [("harbour.yaml", "A pilot for each boat.", "TODO")],
            "'atlas validate' lists what is left to write",
        ),
    ],
)
def test_what_keeps_a_draft_back_is_told_by_its_lines(
    project: Path, changes: list[tuple[str, str, str]], hint: str
) -> None:
    for change_ in changes:
        change(project, *change_)

    _, problems = open_project(project, ["en", "nl"])

    (told,) = [problem for problem in problems if problem.code == "F222"]
    assert str(told.hint).endswith(hint)


def test_a_draft_framework_is_in_the_preview(project: Path) -> None:
    change(project, "lantern.yaml", "summary: Van kaars naar vuurtoren.", "summary: ✎ Wat het is")

    opened, _ = open_project(project, ["en", "nl"], drafts=True)

    assert opened
    assert "lantern" in [framework.id for framework in opened.atlas.frameworks]


def test_texts_of_a_draft_count_against_no_language(project: Path) -> None:
    before, _ = open_project(project, ["en", "nl"])
    change(project, "harbour.yaml", "kind: levels\n", "kind: levels\ndraft: true\n")
    after, _ = open_project(project, ["en", "nl"])

    assert before
    assert after
    assert "harbour" in before.views["nl"].totals
    assert "harbour" not in after.views["nl"].totals


def test_with_a_level_goes_all_that_is_about_it() -> None:
    levels = [level for level in WHOLE.framework("harbour").levels if level.id != "port"]
    open_level = WHOLE.framework("harbour").levels[-1].model_copy(update={"summary": "✎ What it is"})
    draft = WHOLE.framework("harbour").model_copy(update={"levels": (*levels, open_level)})
    frameworks = tuple(draft if item.id == "harbour" else item for item in WHOLE.frameworks)
    moved = Redirects.model_validate(
        {"redirects": [{"from": "harbour/levels/bay", "to": "harbour/levels/port"}]}
    )

    result = published(replace(WHOLE, frameworks=frameworks, redirects=moved), {"harbour"})

    harbour = result.atlas.framework("harbour")
    assert result.kept_back == (("harbour", "levels", "port"),)
    assert [(level.id, level.number) for level in harbour.levels] == [("pier", 1), ("dock", 2)]
    assert all("port" not in row for row in harbour.cells.values())
    assert not [step for step in harbour.transitions if "port" in (step.start, step.end)]
    assert result.atlas.redirects.redirects == ()
    assert "harbour/levels/port" not in repr(result.atlas)


def test_a_draft_of_a_mapping_or_an_absence_is_not_judged(project: Path) -> None:
    change(
        project, "crosswalks/harbour--lantern.yaml", "justification: Both give", "justification: ✎ Both give"
    )

    loaded, found = load(project / "frameworks")
    result = published(loaded.atlas())

    before = next(walk for walk in loaded.atlas().crosswalks if walk.key == "harbour--lantern")
    after = next(walk for walk in result.atlas.crosswalks if walk.key == "harbour--lantern")
    assert found == ()
    assert len(after.mappings) == len(before.mappings) - 1
    assert [name[:2] for name in result.kept_back] == [("crosswalks", "harbour--lantern")]


def test_a_place_that_nobody_gave_a_reason_for_relates_to_nothing() -> None:
    spread = {"from": 0, "to": 1, "confidence": "low", "justification": "✎ What puts it there."}
    one = builders.framework("one", levels=[builders.level(1, (0, 1)) | {"span": spread}])
    data = builders.atlas(one, builders.framework("two", (0, 1)))

    assert Crosswalks(data).links("one", "two") == ()


def test_a_theme_with_an_open_text_stops_a_build(project: Path) -> None:
    change(project, "themes.yaml", "summary: ", "summary: ✎ ")

    opened, problems = open_project(project, ["en"])

    assert opened is None
    assert [problem.code for problem in problems if problem.severity == "error"] == ["F218"]


def test_things_with_an_id_for_good_are_the_published_ones(project: Path) -> None:
    change(project, "mill.yaml", "kind: layers\n", "kind: layers\ndraft: true\n")
    opened, _ = open_project(project, ["en"])

    assert opened
    site = opened.site("en")
    names = [item.identity.name for item in things(site.atlas, site.parts, site.walks) if item.identity]
    assert not [name for name in names if "mill" in name]


def test_what_was_counted_goes_with_its_framework_or_level_or_while_it_is_written() -> None:
    bars = [{"from": "pier", "count": 12}, {"from": "dock", "to": "port", "count": 18}]
    counted = {
        "id": "count",
        "source_language": "en",
        "framework": "harbour",
        "title": "All ports",
        "document": "A count",
        "publisher": "The ports",
        "year": 2026,
        "n": 30,
        "bars": bars,
    }
    harbour = WHOLE.framework("harbour")
    port = harbour.levels[-1].model_copy(update={"draft": True})
    draft = harbour.model_copy(update={"levels": (*harbour.levels[:-1], port)})
    others = tuple(item for item in WHOLE.frameworks if item.id != "harbour")
    whole = replace(WHOLE, benchmarks=(Benchmark.model_validate(counted),))
    begun = replace(WHOLE, benchmarks=(Benchmark.model_validate(counted | {"title": "✎ Who"}),))

    assert len(published(whole).atlas.benchmarks) == 1
    assert published(replace(whole, frameworks=(draft, *others))).atlas.benchmarks == ()
    assert published(begun).atlas.benchmarks == ()
    assert published(begun).kept_back == (("benchmarks", "count"),)


def test_a_further_subject_is_published_once_it_has_a_framework_to_show(tmp_path: Path) -> None:
    folder = write_second_subject(write_project(tmp_path)) / "frameworks"
    whole = load(folder)[0].atlas()
    drafts = tuple(
        item.model_copy(update={"draft": True}) if item.subject else item for item in whole.frameworks
    )

    ready = published(replace(whole, frameworks=drafts))

    shared = ready.atlas.shared
    assert published(whole).atlas is whole
    assert [item.id for item in shared.subjects.subjects] == ["shores"]
    assert [item.id for item in shared.themes.themes] == ["people", "knowledge"]
    assert (shared.scale.length, len(shared.findings.findings)) == (4, 3)
    assert {("subjects", "kitchens"), ("themes", "recipes"), ("reference-scale", "bands", "raw")} <= {
        *ready.kept_back
    }
