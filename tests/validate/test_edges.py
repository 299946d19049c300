"""Rules at their edges: what is just wrong is told, and what is just right is not."""

from pathlib import Path

import pytest

from generator.load import load
from generator.validate import validate
from tests.golden import changed_project

HARBOUR, WALK = "frameworks/harbour.yaml", "frameworks/crosswalks/harbour--lantern.yaml"
DOCK, PIER = "from: 1\n      to: 2.5\n", "from: 0\n      to: 1\n"
LIGHTHOUSE = "object: lantern/levels/lighthouse"
EQUAL, SUBSET = "relation: equal", "relation: subset-of\n    "


@pytest.mark.parametrize(
    ("file", "was", "wrong", "right", "code"),
    [
        (HARBOUR, DOCK, "from: 2.5\n      to: 2.5\n", "from: 1\n      to: 1.25\n", "F212"),
        (HARBOUR, PIER, "from: 0\n      to: 3\n", "from: 0\n      to: 2.5\n", "F213"),
        (HARBOUR, "number: 3", "number: 2", "number: 3", "F205"),
        (WALK, LIGHTHOUSE, LIGHTHOUSE, "object: lantern/levels/candle", "M307"),
        (WALK, EQUAL, f"{SUBSET}only_subject: A plank.", f"{SUBSET}only_object: A light.", "M310"),
    ],
    ids=["its length", "its end and a lower one's", "its number", "two at one level", "room around another"],
)
def test_what_is_just_wrong_is_told_and_what_is_just_right_is_not(
    file: str, was: str, wrong: str, right: str, code: str, tmp_path: Path
) -> None:
    assert wrong == was or code in codes(tmp_path / "wrong", file, was, wrong)
    assert code not in codes(tmp_path / "right", file, was, right)


def codes(folder: Path, file: str, was: str, now: str) -> set[str]:
    """The codes of all that is told of the invented project with one edit."""
    case = {"edit": [{"in": file, "replace": was, "with": now}]}
    loaded, problems = load(changed_project(folder, case) / "frameworks")
    return {problem.code for problem in (*problems, *validate(loaded))}
