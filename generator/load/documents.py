"""Read a folder of YAML files as checked records, each with its positions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from generator.load.homes import in_wrong_folder
from generator.load.incomplete import left_out, without_incomplete
from generator.load.schema import schema_problems
from generator.load.tree import MAX_BYTES, Path, Positions, read_tree, too_large
from generator.load.unread import data_files, unread
from generator.model import (
    Atlas,
    Band,
    Benchmark,
    Crosswalk,
    Editions,
    Findings,
    Framework,
    Glossary,
    Record,
    Redirects,
    ReferenceScale,
    SharedData,
    Subjects,
    Theme,
    Themes,
)
from generator.problems import Place, Problem, say
from generator.untrusted import read_file

_Content = TypeVar("_Content", bound=Record)

SHARED_FILES: dict[str, type[Record]] = {
    "themes.yaml": Themes,
    "reference-scale.yaml": ReferenceScale,
    "glossary.yaml": Glossary,
}
"""What every project has beside its frameworks."""

OPTIONAL_FILES: dict[str, type[Record]] = {
    "findings.yaml": Findings,
    "editions.yaml": Editions,
    "redirects.yaml": Redirects,
    "subjects.yaml": Subjects,
}
"""What a project may have."""


@dataclass(frozen=True)
class Document(Generic[_Content]):
    """A file's record and where each of its parts stands."""

    file: str
    record: _Content
    positions: Positions
    begun: tuple[Any, ...] = ()
    """Items that lack a value, as far as they are written: the record does not have them."""

    def key(self, *path: str | int) -> Place:
        """Find where a part's key stands."""
        return self.positions.of_key(path)

    def value(self, *path: str | int) -> Place:
        """Find where a part's value stands."""
        return self.positions.of_value(path)

    def named(self, path: Path) -> str:
        """Write a path as a message names it."""
        return self.positions.named(path)


@dataclass(frozen=True)
class Loaded:
    """Every file that could be read as what it claims to be; a file with errors is left out."""

    frameworks: tuple[Document[Framework], ...] = ()
    crosswalks: tuple[Document[Crosswalk], ...] = ()
    themes: Document[Themes] | None = None
    scale: Document[ReferenceScale] | None = None
    glossary: Document[Glossary] | None = None
    findings: Document[Findings] | None = None
    editions: Document[Editions] | None = None
    redirects: Document[Redirects] | None = None
    subjects: Document[Subjects] | None = None
    benchmarks: tuple[Document[Benchmark], ...] = ()
    broken: tuple[str, ...] = ()

    def atlas(self) -> Atlas:
        """Put all data into one value; only for a `Loaded` without problems."""
        if self.themes is None or self.scale is None or self.glossary is None:
            raise ValueError("the shared files are missing: validate before building")
        frameworks = sorted((document.record for document in self.frameworks), key=lambda record: record.id)
        crosswalks = sorted((document.record for document in self.crosswalks), key=lambda record: record.key)
        findings = self.findings.record if self.findings else Findings()
        editions = self.editions.record if self.editions else Editions()
        subjects = self.subjects.record if self.subjects else Subjects()
        shared = SharedData(
            self.themes.record, self.scale.record, self.glossary.record, findings, editions, subjects
        )
        redirects = self.redirects.record if self.redirects else Redirects()
        benchmarks = sorted((document.record for document in self.benchmarks), key=lambda record: record.id)
        return Atlas(tuple(frameworks), shared, tuple(crosswalks), redirects, tuple(benchmarks))

    def subject_of(self, item: Framework | Theme | Band) -> str:
        """Find the id of the subject that something belongs to; empty where no subject has an id."""
        return (self.subjects.record if self.subjects else Subjects()).of(item)

    @cached_property
    def by_id(self) -> Mapping[str, Framework]:
        """Every framework by its id."""
        return {document.record.id: document.record for document in self.frameworks}

    @property
    def documents(self) -> tuple[Document[Any], ...]:
        """Every file that was read."""
        shared: tuple[Document[Any] | None, ...] = (self.themes, self.scale, self.glossary, self.findings)
        shared = (*shared, self.editions, self.redirects, self.subjects)
        pieces: tuple[Document[Any], ...] = (*self.frameworks, *self.crosswalks, *self.benchmarks)
        return (*pieces, *(item for item in shared if item is not None))

    @cached_property
    def strings(self) -> tuple[tuple[Document[Any], Path, str], ...]:
        """Every string that the data holds, with its file and its path in there; redirects hold ids only."""
        return tuple(
            (document, path, text)
            for document in self.documents
            if document is not self.redirects
            for path, text in strings_in(document.record.model_dump(by_alias=True), ())
        )


def load(folder: FilePath, root: FilePath | None = None) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read `folder` (the project's `frameworks/`); messages name files from `root`, its parent."""
    root = root or folder.parent
    contents, unreadable = read_contents(folder, root)
    loaded, problems = load_contents(contents, folder.relative_to(root).as_posix(), unreadable)
    return loaded, (*problems, *unread(folder, root))


def read_contents(folder: FilePath, root: FilePath) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Read the bytes of every data file, by its path from `root`; a file that cannot be read is a problem."""
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in data_files(folder):
        file = path.relative_to(root).as_posix()
        content = read_file(path, root, MAX_BYTES)
        if isinstance(content, bytes):
            contents[file] = content
        elif content.size is not None:
            problems.append(too_large(content.size, file))
        else:
            reason = say("The file cannot be read: %(reason)s", reason=content.reason)
            problems.append(Problem("Y109", Place(file), reason))
    return contents, tuple(problems)


def load_contents(
    contents: Mapping[str, bytes], folder: str, unreadable: Iterable[Problem] = ()
) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read data files given by their paths, in `folder` and below, as `load` would read them."""
    problems: list[Problem] = list(unreadable)
    broken = [PurePosixPath(problem.place.file).stem for problem in problems]
    known = {**SHARED_FILES, **OPTIONAL_FILES}

    def read(path: PurePosixPath, kind: type[_Content]) -> Document[_Content] | None:
        document, found = parse_document(contents[path.as_posix()], path.as_posix(), kind)
        problems.extend(found)
        if document is None:
            broken.append(path.stem)
        return document

    paths = [PurePosixPath(file) for file in contents]
    top = [path for path in paths if path.parent == PurePosixPath(folder)]
    shared = {path.name: read(path, known[path.name]) for path in top if path.name in known}
    there = {*shared, *(PurePosixPath(problem.place.file).name for problem in unreadable)}
    for name in SHARED_FILES.keys() - there:
        place = Place(f"{folder}/{name}")
        problems.append(
            Problem("F200", place, say("The file is missing"), say("Every site needs %(name)s", name=name))
        )
    frameworks = _found(read(path, Framework) for path in top if path.name not in known)
    crosswalks = _found(read(path, Crosswalk) for path in paths if path.parent.name == "crosswalks")
    benchmarks = _found(read(path, Benchmark) for path in paths if path.parent.name == "benchmarks")
    # Their fields stand in the order of their files.
    parts: Any = (frameworks, crosswalks, *(shared.get(name) for name in known), benchmarks, tuple(broken))
    return Loaded(*parts), tuple(problems)


def parse_document(
    content: bytes, file: str, kind: type[_Content]
) -> tuple[Document[_Content] | None, tuple[Problem, ...]]:
    """Read a file's content as a record of a kind; None where it cannot be read as one."""
    tree = read_tree(content, file)
    if tree.problems and tree.value is None:
        return None, tree.problems
    if not isinstance(tree.value, dict):
        hint = say("A file starts with lines such as 'id: my-framework'")
        return None, (*tree.problems, Problem("S110", Place(file), say("The file has no keys"), hint))
    if stranger := in_wrong_folder(tree.value, kind, file):
        return None, (*tree.problems, stranger)
    try:
        record = kind.model_validate(tree.value)
    except ValidationError as error:
        problems = tuple(schema_problems(error, kind, tree))
        whole = without_incomplete(tree, error) if kind is Crosswalk else None
        if whole is not None:
            try:
                record = kind.model_validate(whole.value)
            except ValidationError:
                return None, (*tree.problems, *problems)
            # Somebody is writing it: that stops no build, and what is not whole is not there yet.
            told = tuple(replace(problem, severity="warning") for problem in problems)
            begun = left_out(tree, whole)
            return Document(file, record, whole.positions, begun), (*tree.problems, *told)
        return None, (*tree.problems, *problems)
    return Document(file, record, tree.positions), tree.problems


def _found(documents: Iterable[Document[_Content] | None]) -> tuple[Document[_Content], ...]:
    return tuple(document for document in documents if document is not None)


def strings_in(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """List every text in plain data, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from strings_in(item, (*path, key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from strings_in(item, (*path, index))
