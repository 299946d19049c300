"""A framework goes with all that is about it, and what is left is sound."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.editing.removal.planning import Removal, plan_removal
from generator.editing.rename.planning import Files
from generator.load import Loaded, load_contents
from generator.problems import errors
from generator.validate import validate
from tests.editing.rename.projects import invented, shipped

DAY = datetime.date(2026, 1, 31)


def planned(files: Files, framework: str, instead: str | None = None, *, notice: bool = True) -> Removal:
    result, problems = plan_removal(files, framework, instead, DAY if notice else None)
    assert result, problems
    return result


def after(files: Files, removal: Removal) -> Loaded:
    """The data as it would be, which is sound."""
    data = dict(files.data)
    for change in removal.changes:
        if change.before in data:
            del data[change.before]
        if change.after and change.after.endswith(".yaml"):
            data[change.after] = change.new
    loaded, problems = load_contents(data, files.folder)
    assert errors((*problems, *validate(loaded))) == ()
    return loaded


@pytest.mark.parametrize(
    "project",
    [pytest.param(invented, id="invented"), pytest.param(shipped, id="ours", marks=pytest.mark.slow)],
)
def test_nothing_is_left_that_names_it(project: Callable[[], Files]) -> None:
    files = project()
    for document in load_contents(files.data, files.folder)[0].frameworks:
        name = document.record.id

        left = after(files, planned(files, name, notice=False))

        atlas = left.atlas()
        assert name not in [item.id for item in atlas.frameworks]
        assert not [walk for walk in atlas.crosswalks if name in (walk.subject, walk.object)]
        assert f"'{name}'" not in repr(atlas)
        assert f"'{name}/" not in repr(atlas)


def test_its_files_and_catalogues_go() -> None:
    removal = planned(invented(), "lantern")

    assert removal.gone == (
        "frameworks/crosswalks/harbour--lantern.yaml",
        "frameworks/crosswalks/lantern--mill.yaml",
        "frameworks/lantern.yaml",
        "locales/en/LC_MESSAGES/lantern.po",
    )
    assert [change.after for change in removal.changes if change.before in removal.gone] == [None] * 4


def test_what_was_counted_in_it_goes() -> None:
    count = (
        "id: count\nsource_language: en\nframework: lantern\ntitle: All\ndocument: A count\n"
        "publisher: The ports\nyear: 2026\nn: 30\nbars:\n  - from: candle\n    count: 30\n"
    )
    files = replace(invented(), data={**invented().data, "frameworks/benchmarks/count.yaml": count.encode()})

    removal = planned(files, "lantern")

    assert "frameworks/benchmarks/count.yaml" in removal.gone
    assert after(files, removal).benchmarks == ()


def test_a_finding_that_would_rest_on_one_framework_goes_and_is_named() -> None:
    removal = planned(invented(), "lantern")

    assert removal.findings == ("every-boat", "when-light")
    assert [item.id for item in after(invented(), removal).atlas().shared.findings.findings] == ["storms"]


def test_a_notice_names_all_that_had_a_page() -> None:
    [notice] = after(invented(), planned(invented(), "lantern", "harbour")).atlas().redirects.withdrawn

    assert (notice.id, notice.since, notice.instead) == ("lantern", DAY, "harbour")
    assert ("lantern", "levels", "candle") in notice.names


def test_a_notice_names_the_findings_that_go_with_it() -> None:
    [notice] = after(invented(), planned(invented(), "lantern")).atlas().redirects.withdrawn

    assert {("findings", "every-boat"), ("findings", "when-light")} <= {*notice.names}


def test_a_second_notice_stands_below_the_first() -> None:
    files = invented()
    for name in ("lantern", "mill"):
        left = {document.file: b"" for document in after(files, planned(files, name)).documents}
        changes = {change.after: change.new for change in planned(files, name).changes if change.after}
        data = {**files.data, **changes}
        files = replace(files, data={file: data[file] for file in left})

    told = load_contents(files.data, files.folder)[0].atlas().redirects.withdrawn
    assert [item.id for item in told] == ["lantern", "mill"]


def test_lines_of_pages_by_hand_that_link_to_it_are_listed() -> None:
    assert planned(invented(), "harbour").prose


def test_what_leads_to_it_and_stands_in_no_list_is_to_be_mended_first() -> None:
    moved = b"redirects:\n  - from: bay\n    to: harbour\n"
    files = replace(invented(), data={**invented().data, "frameworks/redirects.yaml": moved})

    result, problems = plan_removal(files, "harbour", None, DAY)

    assert result is None
    assert [(problem.code, problem.place.line) for problem in problems] == [("R810", 3)]


@pytest.mark.parametrize(("name", "instead"), [("harbor", None), ("harbour", "lamp")])
def test_what_is_not_there_is_refused(name: str, instead: str | None) -> None:
    result, [problem] = plan_removal(invented(), name, instead, DAY)

    assert result is None
    assert (problem.code, problem.place.file) == ("R801", "")


def test_a_framework_is_not_there_instead_of_itself() -> None:
    result, [problem] = plan_removal(invented(), "harbour", "harbour", DAY)

    assert result is None
    assert str(problem.message).startswith("Nothing would have the id 'harbour' any more")
    assert "'harbour'" not in str(problem.hint)
