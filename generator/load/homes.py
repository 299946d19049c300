"""Tell a file that lies in the folder of another kind of file by its keys: nothing else is wrong with it."""

from pathlib import PurePosixPath
from typing import Any

from generator.model import Benchmark, Crosswalk, Framework, Record
from generator.problems import Place, Problem, say

_HOMES = {
    Crosswalk: ("crosswalks", {"subject", "object"}, say("This is a crosswalk; it is not read here")),
    Benchmark: ("benchmarks", {"framework", "bars"}, say("This is a benchmark; it is not read here")),
    Framework: ("", {"kind", "level_word"}, say("This is a framework; it is not read here")),
}


def in_wrong_folder(value: Any, kind: type[Record], file: str) -> Problem | None:
    """Say where a file belongs whose keys are those of another kind; None where they are not."""
    if kind not in _HOMES or not isinstance(value, dict) or _HOMES[kind][1] & value.keys():
        return None
    found = next((home for home in _HOMES.values() if home[1] <= value.keys()), None)
    if found is None:
        return None
    folder, _, message = found
    path = PurePosixPath(file)
    top = path.parent if kind is Framework else path.parent.parent
    hint = say("Move it to %(path)s", path=(top / folder / path.name).as_posix())
    return Problem("F219", Place(file), message, hint)
