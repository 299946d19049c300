"""Data files of somebody who means harm."""

import gc
import time
from pathlib import Path

import pytest

from generator.load import load, read_tree
from generator.problems import errors
from generator.validate import validate
from tests.builders import write_project
from tests.hostile.files import MEGABYTES_50, NO_FILES, make_huge
from tests.site.projects import replace

MILL = "frameworks/mill.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path / "project")


def told(project: Path) -> list[str]:
    """Every error of a project as an editor reads it, without hints."""
    loaded, problems = load(project / "frameworks")
    found = errors([*problems, *validate(loaded)])
    return [str(problem).split("\n")[0] for problem in found if problem.place.file == MILL]


@pytest.mark.parametrize("kind", NO_FILES)
def test_what_is_no_file_of_the_project_is_refused_without_waiting(kind: str, project: Path) -> None:
    make, reason = NO_FILES[kind]
    make(project / MILL)

    assert told(project) == [f"{MILL}:1:1: error[Y109]: The file cannot be read: {reason}"]


def test_a_link_to_another_file_of_the_project_is_read(project: Path) -> None:
    (project / MILL).rename(project / "shared-mill.yaml")
    (project / MILL).symlink_to("../shared-mill.yaml")

    assert told(project) == []


def test_fifty_megabytes_are_refused_by_their_size_and_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_huge(project / MILL)
    monkeypatch.setattr("generator.untrusted.os.open", None)  # to read anything would fail
    (project / "frameworks" / "crosswalks").rename(project / "elsewhere")
    for file in (project / "frameworks").glob("*.yaml"):
        if file.name != "mill.yaml":
            file.unlink()

    assert told(project) == [
        f"{MILL}:1:1: error[Y104]: The file has {MEGABYTES_50:,} bytes; at most 4,000,000 are read"
    ]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{step}: &a{step} [{', '.join([f'*a{step - 1}'] * 9)}]\n" for step in range(1, 30)
    )
    start = time.monotonic()
    tree = read_tree(bomb.encode(), MILL)

    assert {problem.code for problem in tree.problems} == {"Y102"}
    assert time.monotonic() - start < 1


@pytest.mark.slow
def test_a_hundred_thousand_unknown_keys_take_ten_times_as_long_as_ten_thousand(project: Path) -> None:
    file = project / "frameworks" / "mill.yaml"
    text = file.read_text(encoding="utf-8")

    def seconds(keys: int) -> float:
        file.write_text(text + "".join(f"key{number}: x\n" for number in range(keys)), encoding="utf-8")
        gc.collect()
        gc.disable()
        start = time.process_time()
        try:
            assert len(load(project / "frameworks")[1]) == keys
        finally:
            gc.enable()
        return time.process_time() - start

    assert seconds(100_000) < 25 * seconds(10_000)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"The \\u202Ellim"', "F215"),
        ("The \u202ellim", "F215"),
        ("The \u2066mill", "F215"),
        ('"The \\0mill"', "F215"),
        ("The \0mill", "Y110"),
        ("!!python/object/apply:os.system [ls]", "Y106"),
        ("The mill\ntitle: Another", "Y103"),
    ],
)
def test_a_title_that_misleads_or_does_something_is_refused(text: str, code: str, project: Path) -> None:
    replace(project / MILL, "title: The mill\n", f"title: {text}\n")

    assert [problem.split("[")[1][:4] for problem in told(project)] == [code]


@pytest.mark.parametrize(
    "written",
    ["../../x", "..", "/etc/hosts", "a/b", "a\\b", "a%2e%2e", "'a\n\n  b'", "-", '"a\\0"', "x" * 65, "é"],
)
@pytest.mark.parametrize("place", ["id: mill\n", "  - id: stones\n"])
def test_an_id_that_would_climb_out_of_its_folder_is_refused(written: str, place: str, project: Path) -> None:
    replace(project / MILL, place, f"{place.partition('id:')[0]}id: {written}\n")

    assert any("error[S10" in problem or "error[Y10" in problem for problem in told(project))


@pytest.mark.parametrize(
    "written", ["../../x", "harbour/../../x", "/x", "a//b", "harbour/levels/..", "javascript:x"]
)
@pytest.mark.parametrize("end", ["from", "to"])
def test_a_redirect_that_would_climb_out_of_the_site_is_refused(
    written: str, end: str, project: Path
) -> None:
    ends = {"from": "quay", "to": "harbour"}
    file = project / "frameworks" / "redirects.yaml"

    def codes() -> set[str]:
        text = f"redirects:\n  - from: {ends['from']}\n    to: {ends['to']}\n    since: 2026-01-01\n"
        file.write_text(text, encoding="utf-8")
        loaded, problems = load(project / "frameworks")
        return {problem.code for problem in errors([*problems, *validate(loaded)])}

    assert codes() == set()
    ends[end] = written
    assert codes() == {"S104"}
