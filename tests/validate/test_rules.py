"""Every rule, each with a mistake in the invented project and all that an editor is told about it."""

from pathlib import Path

import pytest

from generator.load import load
from generator.validate import RULES, validate
from tests.builders import write_project
from tests.golden import CASES, Case, cases, changed_project, told

FILES = sorted(path.stem for path in (CASES / "validate").glob("*.yaml"))
ALL = [case for name in FILES for case in cases(f"validate/{name}")]


@pytest.mark.parametrize("case", ALL)
def test_an_editor_is_told(case: Case, tmp_path: Path) -> None:
    loaded, problems = load(changed_project(tmp_path, case) / "frameworks")

    assert told((*problems, *validate(loaded))) == case["told"]


def test_the_invented_project_is_sound(tmp_path: Path) -> None:
    loaded, problems = load(write_project(tmp_path) / "frameworks")

    assert told((*problems, *validate(loaded))) == ""


def test_every_rule_has_a_case() -> None:
    shown = {name for case in ALL for name in case.values[0]["rule"].split(", ")}

    assert shown == {rule.__name__ for rule in RULES}


def test_every_rule_says_what_it_holds() -> None:
    assert [rule.__name__ for rule in RULES if not rule.__doc__] == []


def test_a_copy_is_told_whose_id_it_has_and_never_to_take_the_name_of_a_file_that_is_there(
    tmp_path: Path,
) -> None:
    folder = write_project(tmp_path) / "frameworks"
    (folder / "copy.yaml").write_bytes((folder / "mill.yaml").read_bytes())
    loaded, _ = load(folder)
    assert told(validate(loaded)) == (
        "frameworks/copy.yaml:1:5: error[F201]: id: 'mill' is the id of frameworks/mill.yaml already\n"
        "    = Give this framework another id, such as 'copy', or remove the file\n"
    )


def test_a_copy_is_not_told_to_take_an_id_that_is_none(tmp_path: Path) -> None:
    folder = write_project(tmp_path) / "frameworks"
    (folder / "mill (1).yaml").write_bytes((folder / "mill.yaml").read_bytes())
    loaded, _ = load(folder)
    assert told(validate(loaded)) == (
        "frameworks/mill (1).yaml:1:5: error[F201]: id: 'mill' is the id of frameworks/mill.yaml already\n"
        "    = Remove the file, if it is a copy. Else rename it, with small letters, digits and hyphens "
        "only, and give the framework the id that its new name says\n"
    )


def test_a_framework_is_not_told_to_take_the_name_of_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    folder = write_project(tmp_path) / "frameworks"
    (folder / "copy.yaml").write_bytes((folder / "mill.yaml").read_bytes())
    (folder / "mill.yaml").write_text("id: mill\n", encoding="utf-8")
    loaded, _ = load(folder)
    assert "is the id of frameworks/mill.yaml already" in told(validate(loaded))
