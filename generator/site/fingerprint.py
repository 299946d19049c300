"""Take the digest of all that a site is made from: it changes when the site may.

What counts: each file of the project's folders by its path and content; mkdocs.yml as mkdocs resolves it,
with files that it inherits from and variables of the environment; every file and folder that it names; the
theme; the program. Modules that hooks bring with them are known only when they were loaded: see `LastSite`.
"""

import hashlib
import importlib.metadata
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.folders import Folders
from generator.mkdocs_yml import read_mkdocs_yml
from generator.site.dates import day
from generator.site.settings import Settings

_PROGRAM = Path(__file__).parent.parent
_MADE_WITH = (
    "mkdocs",
    "mkdocs-material",
    "jinja2",
    "markdown",
    "babel",
    "markdown-it-py",
    "markupsafe",
    "deflate",
    "uharfbuzz",
)
_INSTALLED = tuple(
    f"{path}{os.sep}"
    for path in {*(sys.prefix, sys.base_prefix), *map(os.path.realpath, (sys.prefix, sys.base_prefix))}
)

_COMPILED = "__pycache__"
"""Compiled modules, which Python writes where it first loads one, are made from what counts already."""


@dataclass(frozen=True)
class Fingerprint:
    """Digests of the files in the project's folders, by their path from there, and of all the rest."""

    files: Mapping[str, str]
    program: str
    rest: str

    @cached_property
    def everything(self) -> str:
        """One digest of it, and of the day that the sitemap names."""
        return digest(
            [day(), self.program, self.rest, *(part for item in self.files.items() for part in item)]
        )

    def of(self, files: Iterable[str]) -> str:
        """One digest of some of the files; a file that is not there counts as well."""
        return digest(part for file in files for part in (file, self.files.get(file, "-")))


def take_fingerprint(settings: Settings) -> Fingerprint:
    """Take it before a file is read for the site.

    A file that changes between the two makes a site that the next build makes again. In the other order the
    next build would take it for a site of the changed file.
    """
    folders = Folders(settings.root)
    files = {
        path.relative_to(settings.root).as_posix(): _content(path)
        for folder in folders.watched
        for path in _files(folder)
    }
    resolved = read_mkdocs_yml(settings.root / settings.request.file, settings.content)
    named = {path for path in _named(resolved, settings.root) if not _is_in(path, folders.watched)}
    brought = () if folders.brought_locales is None else (*folders.layers, folders.brought_locales)
    looked_in = dict.fromkeys((*settings.config.theme.dirs, *map(str, brought)))
    outside = [path for path in looked_in if not _is_in(Path(path), folders.watched)]
    rest = [
        *_told(settings),
        repr(_plain(resolved)),
        *(part for path in sorted(named) for part in _whole(path)),
        *(part for path in outside for part in _theme(Path(path))),
    ]
    return Fingerprint(files, _program(), digest(rest))


def own_modules() -> list[Path]:
    """List the files of all loaded modules that are neither installed nor of this program: those of hooks."""
    known = (*_INSTALLED, f"{_PROGRAM}{os.sep}")
    files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    found = {os.path.realpath(file) for file in files if file and not file.startswith(known)}
    return sorted(Path(file) for file in found if not file.startswith(known) and os.path.isfile(file))  # noqa: PTH113


def digest(parts: Iterable[str]) -> str:
    """Make a digest of texts, each told apart from the next."""
    made = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")  # a name of a file may be no UTF-8
        made.update(len(encoded).to_bytes(8, "big"))
        made.update(encoded)
    return made.hexdigest()


def _told(settings: Settings) -> Iterator[str]:
    request = settings.request
    yield repr((request.serving, request.file, sorted(request.overrides.items()), settings.site_url))
    yield repr(settings.languages)


def _program() -> str:
    versions = [f"{name} {importlib.metadata.version(name)}" for name in _MADE_WITH]
    sources = (
        part
        for path in sorted([*_PROGRAM.rglob("*.py"), *_PROGRAM.rglob("*.ttf")])
        for part in (str(path.relative_to(_PROGRAM)), _content(path))
    )
    return digest([sys.version, *versions, *sources])


def _named(value: Any, root: Path) -> Iterator[Path]:
    """Find every file and folder of the project that a setting names, such as a folder of snippets."""
    if isinstance(value, str):
        path = root / value
        if (
            value
            and len(value) < 1024
            and "\0" not in value
            and path.exists()
            and path.resolve() != root.resolve()
        ):
            yield path
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key != "site_dir":
                yield from _named(item, root)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _named(item, root)


def _plain(value: Any) -> Any:
    """A setting as a value that reads the same in each process: functions by their names."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    name = getattr(value, "__qualname__", None)
    return f"{value.__module__}.{name}" if name else f"{type(value).__module__}.{type(value).__qualname__}"


def _theme(folder: Path) -> Iterator[str]:
    """A theme's folder: its content, or, where it is installed, what tells that it was changed by hand."""
    if not f"{folder}{os.sep}".startswith(_INSTALLED):
        yield from _whole(folder)
        return
    for here, folders, names in os.walk(folder):
        # Not its thousands of icons in a hidden folder, nor what Python keeps beside its modules.
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != _COMPILED)
        for name in sorted(names):
            found = os.stat(f"{here}/{name}")  # noqa: PTH116 - quicker for so many
            yield f"{here}/{name} {found.st_size} {found.st_mtime_ns}"


def _whole(path: Path) -> Iterator[str]:
    for file in _files(path) if path.is_dir() else [path]:
        yield str(file)
        yield _content(file)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.parent.name != _COMPILED and path.is_file())


def _is_in(path: Path, folders: Iterable[Path]) -> bool:
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def _content(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "-"
