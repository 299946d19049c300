"""Find the files that a project reads its data from, and those that look like data and are not read."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from generator.problems import Place, Problem, say

PLACES = ("", "crosswalks/", "benchmarks/")
_ENDS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")


def data_files(folder: Path) -> tuple[Path, ...]:
    """List the data files in `folder` (the project's `frameworks/`) and below it."""
    return tuple(file for place in PLACES for file in sorted(folder.glob(f"{place}*.yaml")))


def unread(folder: Path, root: Path) -> Iterator[Problem]:
    """Report each file that somebody may take for data and that is not read; hidden ones are nobody's text.

    One that is named otherwise was meant to be read. In a folder of its own somebody may keep what is past.
    """
    known = set(data_files(folder))
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in sorted(names) if not name.startswith(".")):
            end = next((end for end in _ENDS if path.name.lower().endswith(end)), None)
            if end is None or path in known:
                continue
            place = Place(path.relative_to(root).as_posix())
            if path.parent not in {folder / name for name in PLACES}:
                yield _elsewhere(path, folder, root, place)
                continue
            message = say("A file ending in %(ending)s is not read", ending=path.name[-len(end) :])
            hint = say("Rename it to end in .yaml")
            if end.endswith(".txt"):
                hint = say("Rename it to end in .yaml; Notepad writes no .txt where 'All files' is chosen")
            yield Problem("F219", place, message, hint)


def strays(paths: Iterable[Path], folder: Path, root: Path) -> Iterator[Problem]:
    """Report those of some files in a project that look like data and lie outside of `folder`."""
    for path in paths:
        full = path.resolve()
        if (
            full.is_file()
            and full.name.lower().endswith((".yaml", ".yaml.txt"))
            and folder not in full.parents
        ):
            yield _elsewhere(full, folder, root, Place(full.relative_to(root).as_posix()))


def _elsewhere(path: Path, folder: Path, root: Path, place: Place) -> Problem:
    parent = PurePath(place.file).parent.as_posix()
    message = say("A file in %(folder)s/ is not read", folder=parent)
    if parent == ".":
        message = say("A file in the project's folder itself is not read")
    home = folder / "crosswalks" if "--" in path.stem else folder
    hint = say("Move it into %(folder)s/", folder=home.relative_to(root).as_posix())
    return Problem("F219", place, message, hint, "warning")
