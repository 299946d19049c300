"""A folder of YAML files in, a checked record per file with its positions out."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from pydantic import ValidationError

from generator.load.schema import schema_problems
from generator.load.tree import Path, Positions, read_tree
from generator.model import (
    Atlas,
    Crosswalk,
    Framework,
    Glossary,
    Record,
    ReferenceScale,
    SharedData,
    Themes,
)
from generator.problems import Place, Problem, say

_Content = TypeVar("_Content", bound=Record)

SHARED_FILES: dict[str, type[Record]] = {
    "themes.yaml": Themes,
    "reference-scale.yaml": ReferenceScale,
    "glossary.yaml": Glossary,
}


@dataclass(frozen=True)
class Document(Generic[_Content]):
    """A file's record and where each of its parts stands."""

    file: str
    record: _Content
    positions: Positions

    def key(self, *path: str | int) -> Place:
        """Where a part's key stands."""
        return self.positions.of_key(path)

    def value(self, *path: str | int) -> Place:
        """Where a part's value stands."""
        return self.positions.of_value(path)


@dataclass(frozen=True)
class Loaded:
    """Every file that could be read as what it claims to be; a file with errors is left out."""

    frameworks: tuple[Document[Framework], ...] = ()
    crosswalks: tuple[Document[Crosswalk], ...] = ()
    themes: Document[Themes] | None = None
    scale: Document[ReferenceScale] | None = None
    glossary: Document[Glossary] | None = None
    broken: tuple[str, ...] = ()

    def atlas(self) -> Atlas:
        """All data as one value; only for a `Loaded` without problems."""
        if self.themes is None or self.scale is None or self.glossary is None:
            raise ValueError("the shared files are missing: validate before building")
        frameworks = sorted((document.record for document in self.frameworks), key=lambda record: record.id)
        crosswalks = sorted((document.record for document in self.crosswalks), key=lambda record: record.key)
        shared = SharedData(self.themes.record, self.scale.record, self.glossary.record)
        return Atlas(tuple(frameworks), shared, tuple(crosswalks))


def load(folder: FilePath, root: FilePath | None = None) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read `folder` (the project's `frameworks/`); files in messages are named from `root`, its parent."""
    root = root or folder.parent
    problems: list[Problem] = []
    broken: list[str] = []

    def read(path: FilePath, kind: type[_Content]) -> Document[_Content] | None:
        document, found = read_document(path, path.relative_to(root).as_posix(), kind)
        problems.extend(found)
        if document is None:
            broken.append(path.stem)
        return document

    files = sorted(folder.glob("*.yaml"))
    problems.extend(_misplaced(folder, root))
    shared = {path.name: read(path, SHARED_FILES[path.name]) for path in files if path.name in SHARED_FILES}
    for name in SHARED_FILES.keys() - shared.keys():
        place = Place((folder / name).relative_to(root).as_posix())
        problems.append(
            Problem("F200", place, say("The file is missing"), say("Every site needs %(name)s", name=name))
        )
    frameworks = _found(read(path, Framework) for path in files if path.name not in SHARED_FILES)
    crosswalks = _found(read(path, Crosswalk) for path in sorted((folder / "crosswalks").glob("*.yaml")))
    themes, scale, glossary = (shared.get(name) for name in SHARED_FILES)
    loaded = Loaded(frameworks, crosswalks, themes, scale, glossary, tuple(broken))  # type: ignore[arg-type]
    return loaded, tuple(problems)


def read_document(
    path: FilePath, file: str, kind: type[_Content]
) -> tuple[Document[_Content] | None, tuple[Problem, ...]]:
    """One file as a record of a kind; None where it cannot be read as one."""
    try:
        tree = read_tree(path.read_bytes(), file)
    except OSError as error:
        reason = say("The file cannot be read: %(reason)s", reason=error.strerror)
        return None, (Problem("Y109", Place(file), reason),)
    if tree.problems and tree.value is None:
        return None, tree.problems
    if not isinstance(tree.value, dict):
        hint = say("A file starts with lines such as 'id: my-framework'")
        return None, (*tree.problems, Problem("S110", Place(file), say("The file has no keys"), hint))
    try:
        record = kind.model_validate(tree.value)
    except ValidationError as error:
        return None, (*tree.problems, *schema_problems(error, kind, tree))
    return Document(file, record, tree.positions), tree.problems


def _found(documents: Iterable[Document[_Content] | None]) -> tuple[Document[_Content], ...]:
    return tuple(document for document in documents if document is not None)


def _misplaced(folder: FilePath, root: FilePath) -> Iterable[Problem]:
    for path in sorted([*folder.glob("*.yml"), *folder.glob("crosswalks/*.yml")]):
        place = Place(path.relative_to(root).as_posix())
        yield Problem(
            "F219", place, say("A file ending in .yml is not read"), say("Rename it to end in .yaml")
        )


__all__ = ["Document", "Loaded", "Path", "load", "read_document"]
