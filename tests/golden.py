"""Make a test of each case in a YAML file: what an editor did, and what the answer is."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.problems import Problem, in_order
from tests.builders import write_project

CASES = Path(__file__).parent / "cases"
Case = Mapping[str, Any]


def cases(name: str) -> list[Any]:
    """The cases of `tests/cases/<name>.yaml`, each a parameter named by its sentence."""
    items = yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    return [pytest.param(item, id=item["says"]) for item in items]


def changed_project(folder: Path, case: Case) -> Path:
    """The invented project with a case's changes."""
    return change(write_project(folder), case)


def change(folder: Path, case: Case) -> Path:
    """Make a case's changes in a project: `edit` a file's text, `write` a file, `remove` files."""
    for edit in case.get("edit", ()):
        file = folder / edit["in"]
        text = file.read_text(encoding="utf-8")
        assert text.count(edit["replace"]) == 1, f"{edit['replace']!r} is not in {file.name} once"
        file.write_text(text.replace(edit["replace"], edit["with"]), encoding="utf-8")
    for name, text in case.get("write", {}).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for name in case.get("remove", ()):
        (folder / name).unlink()
    return folder


def told(problems: Sequence[Problem]) -> str:
    """Problems as an editor reads them: place, severity, code, message and hint."""
    return "".join(f"{problem}\n" for problem in in_order(problems))
