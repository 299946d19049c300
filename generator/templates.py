"""Keep the templates as they were at one moment, and say what is wrong with them.

An edited template is compiled again, all others come from memory; a preview can go on with templates that
were sound while the files on disk are not.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import (
    BaseLoader,
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket

from generator.folders import laid_over
from generator.problems import Message, Place, Problem, counted, reason_of, say
from generator.untrusted import out_of_place

_SUFFIXES = frozenset({".html", ".svg", ".xml"})
_LARGEST = 1_000_000  # bytes of one template
LARGEST_ASSET = 20_000_000
"""A file beside the templates of more bytes than this is not published."""


class InMemory(BytecodeCache):
    """Keeps compiled templates in memory, by name and content."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled before from the same source."""
        if code := self._code.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


class OnDisk(FileSystemBytecodeCache):
    """Keeps compiled templates in a folder; what cannot be written there is compiled again each time.

    It holds programs, and is no new risk by that: the templates are programs as well.
    """

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


@dataclass(frozen=True)
class Snapshot:
    """All templates of some folders as they were when they were read, by path from their folder.

    Of two with the same path that of the folder named first counts; `places` says where each one lies.
    """

    folders: tuple[Path, ...]
    files: Mapping[str, str]
    places: Mapping[str, Path]
    compiled: BytecodeCache = field(default_factory=InMemory)
    assets: Mapping[str, bytes] = field(default_factory=dict)
    """All files by their whole path, for a build that reads each of them once for all languages."""

    def install(self, environment: Environment, below: str = "", others: BaseLoader | None = None) -> None:
        """Let an environment load these templates; `others` has those that a project does not keep itself."""
        own = _Kept(self, below)
        environment.loader = ChoiceLoader([own, others]) if others else own
        environment.bytecode_cache = self.compiled

    def compile(self, environment: Environment) -> None:
        """Compile the templates of articles; raises what no template engine can read."""
        for path in self.files:
            if path.startswith(("pages/", "parts/")):
                environment.get_template(path)

    def read_again(self) -> "Snapshot":
        """The templates as they are now."""
        return replace(read_templates(self.folders), compiled=self.compiled)

    def problems(
        self, environment: Environment, root: Path, *, below: str = "", but: str | None = None
    ) -> list[Problem]:
        """What no template engine can read of a project's own; compiles each below a folder that changed."""
        return [
            problem
            for path, place in self.places.items()
            if place.is_relative_to(root)
            and path.startswith(below)
            and path.endswith(".html")
            and not (but and path.startswith(but))
            for problem in self._problems(environment, path.removeprefix(below), place.relative_to(root))
        ]

    def _problems(self, environment: Environment, name: str, file: Path) -> list[Problem]:
        try:
            environment.get_template(name)
        except TemplateSyntaxError as error:
            place = Place(file.as_posix(), error.lineno)
            return [
                Problem("P501", place, say("The template cannot be read: %(reason)s", reason=error.message))
            ]
        return []


class _Kept(BaseLoader):
    def __init__(self, snapshot: Snapshot, below: str) -> None:
        self._snapshot, self._below = snapshot, below

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """A template's text, with its path from where its folder lies, which its errors name.

        What is compiled from it is the same in every project then, wherever that is moved to.
        """
        path = self._below + template
        if path not in self._snapshot.files:
            raise TemplateNotFound(template)
        place = self._snapshot.places[path]
        name = place.relative_to(place.parents[path.count("/") + 1])
        return self._snapshot.files[path], name.as_posix(), lambda: True

    def list_templates(self) -> list[str]:
        """List none: whatever else has templates lists those on disk."""
        return []


def refused_files(folder: Path, root: Path) -> Iterator[Problem]:
    """Report each file below the folder of templates that is not read: it would be published as it is."""
    for path in sorted(folder.rglob("*")):
        reason: Message | str | None
        try:
            reason = out_of_place(path, root) if path.is_symlink() or not path.is_dir() else None
            if reason is None and path.is_file() and path.stat().st_size > LARGEST_ASSET:
                reason = say("it has more than %(limit)s bytes", limit=counted(LARGEST_ASSET))
        except OSError as error:
            reason = reason_of(error)
        if reason is not None:
            message = say("The file cannot be read: %(reason)s", reason=reason)
            hint = say("Put a file of the project in its place")
            yield Problem("C607", Place(path.relative_to(root).as_posix()), message, hint)


def read_templates(folders: Sequence[Path]) -> Snapshot:
    """Read templates as they are now, where two have the same path that of the first folder."""
    places = laid_over(folders)
    return _snapshot(folders, places, {path: path.read_bytes() for path in places.values() if _is_fit(path)})


def read_all(folders: Sequence[Path], compiled: BytecodeCache) -> Snapshot:
    """Read the templates and all that lies with them; `compiled` is where compiled templates are kept."""
    places = laid_over(folders)
    contents = {path: path.read_bytes() for path in places.values()}
    assets = {str(path): content for path, content in contents.items()}
    return replace(_snapshot(folders, places, contents), compiled=compiled, assets=assets)


def _is_fit(path: Path) -> bool:
    return path.suffix in _SUFFIXES and path.stat().st_size <= _LARGEST


def _snapshot(
    folders: Sequence[Path], places: Mapping[str, Path], contents: Mapping[Path, bytes]
) -> Snapshot:
    files = {
        name: contents[path].decode("utf-8", errors="replace").replace("\r\n", "\n")
        for name, path in places.items()
        if path in contents and path.suffix in _SUFFIXES and len(contents[path]) <= _LARGEST
    }
    return Snapshot(tuple(folders), files, {name: places[name] for name in files})
