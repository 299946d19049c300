"""What editors are set to knows every schema, and checks each data file with its own."""

import json
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

PROJECT = Path(__file__).parent.parent.parent
SETTINGS: dict[str, Any] = json.loads((PROJECT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
FILES = sorted(path.relative_to(PROJECT).as_posix() for path in PROJECT.glob("frameworks/**/*.yaml"))


def schemas_of(file: str) -> list[str]:
    """The schemas that an editor checks a file with; of the patterns that fit, the last one counts."""
    found = []
    for schema, patterns in SETTINGS["yaml.schemas"].items():
        fitting = [name for name in patterns if PurePosixPath(file).match(name.removeprefix("!"))]
        if fitting and not fitting[-1].startswith("!"):
            found.append(Path(schema).name)
    return found


def test_every_schema_has_files_and_every_file_one_schema() -> None:
    there = {path.name for path in (PROJECT / "schemas").iterdir()}
    assert {Path(schema).name for schema in SETTINGS["yaml.schemas"]} == there


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_checked_with_the_schema_that_its_first_line_names(file: str) -> None:
    first = (PROJECT / file).read_text(encoding="utf-8").splitlines()[0]
    assert [Path(first.rpartition("=")[2]).name] == schemas_of(file)


def test_a_container_has_what_it_takes_to_build_and_preview() -> None:
    container = json.loads((PROJECT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert container["postCreateCommand"] == "make site"
    assert container["forwardPorts"] == [8000]
