"""List what an argument of a command may be, for a shell that completes it: names of a project, or files."""

import argparse
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.folders import Folders, find_project

if TYPE_CHECKING:
    from generator.load import Loaded
    from generator.model import Name

Offered = Iterable[str]
"""Names; a mapping says something of each, which some shells show beside it."""


def offered(prefix: str, action: argparse.Action, parsed_args: argparse.Namespace, **asked: Any) -> Offered:
    """List what an argument may be that begins with a prefix, by what its command's help calls it."""
    if action.metavar in _FILES:
        return _files(prefix)
    if action.metavar == "CODE":
        return _codes()
    root = find_project(Path.cwd())
    list_names = _LISTS.get(str(action.metavar))
    return list_names(_Asked(root, prefix, action.dest, parsed_args, asked)) if root and list_names else ()


class _Asked:
    """One argument that a shell asks for, in the project at a folder."""

    def __init__(
        self, root: Path, prefix: str, name: str, given: argparse.Namespace, asked: Mapping[str, Any]
    ) -> None:
        self.folders, self.prefix, self.name, self.given = Folders(root), prefix, name, given
        self.command = str(asked["parser"].prog).split()[1:]

    @cached_property
    def loaded(self) -> "Loaded":
        """The data of the project; to read it takes a moment, so only who needs it does."""
        from generator.load import load

        return load(self.folders.frameworks)[0]

    @property
    def frameworks(self) -> list[str]:
        """The ids of all frameworks, by their files alone."""
        from generator.editing.rename.finding import RESERVED

        return sorted({path.stem for path in self.folders.frameworks.glob("*.yaml")} - RESERVED)

    @property
    def levels(self) -> Mapping[str, str]:
        """The title of every level, by the name that commands take."""
        return {
            f"{document.record.id}/{level.id}": str(level.title)
            for document in self.loaded.frameworks
            for level in document.record.levels
        }

    @property
    def subjects(self) -> list[str]:
        """The ids of what a site is about, where it says so."""
        found = self.loaded.subjects
        return [item.id for item in found.record.subjects] if found else []


def _codes() -> Mapping[str, str]:
    from generator.explain import EXPLANATIONS

    return {code: str(item.means) for code, item in EXPLANATIONS.items()}


def _files(prefix: str) -> Offered:
    from argcomplete.completers import FilesCompleter

    # Only a shell itself knows what it makes of ~ and $HOME: bash and zsh complete these words on their own,
    # and would take for part of a name what is said of them here.
    if os.environ.get("_ARGCOMPLETE_SHELL") != "fish" and (prefix.startswith("~") or "$" in prefix):
        return ()
    found: Offered = FilesCompleter()(prefix)
    return found


def _languages(asked: _Asked) -> Offered:
    return ["en", *(path.name for path in asked.folders.locales.glob("*") if path.is_dir())]


def _domains(asked: _Asked) -> Offered:
    from generator.l10n.catalogs.files import WORD_DOMAINS
    from generator.translate import SHARED_DOMAIN

    return [*asked.frameworks, SHARED_DOMAIN, *WORD_DOMAINS]


def _editions(asked: _Asked) -> Offered:
    return sorted(path.stem for path in (asked.folders.frameworks / "editions").glob("*.json"))


def _ids(asked: _Asked) -> Offered:
    """Offer what is there already: a new id is for people to find."""
    command = asked.command[0]
    if asked.name == "subject":
        return asked.subjects
    if command == "level":
        is_new = asked.name == "new" or asked.command[1:] == ["split"]
        return () if is_new else _beside(asked)
    if command == "new":
        return ()
    if command == "poster":
        from generator.cli.poster import RULER

        return [*asked.frameworks, RULER, *asked.subjects[1:]]
    return asked.frameworks


def _beside(asked: _Asked) -> Mapping[str, str]:
    """The other levels of the framework whose level was named, else every level by its whole name."""
    levels = asked.levels
    words = [getattr(asked.given, "level", None) or "", *os.environ.get("COMP_LINE", "").split()]
    named = (word.strip("/").replace("/levels/", "/") for word in words)
    level = next((word for word in named if word in levels), None)
    if level is None:
        return levels
    start = f"{level.partition('/')[0]}/"
    return {
        name.removeprefix(start): title
        for name, title in levels.items()
        if name.startswith(start) and name != level
    }


def _whole_names(asked: _Asked) -> Offered:
    """Offer everything that has an id a step at a time, as files are; or what a short name is short for."""
    from generator.editing.rename.finding import given_names

    names = given_names(asked.loaded)
    written = sorted("/".join(name) for name in names)
    found = [name for name in written if name.startswith(asked.prefix)]
    start = len(asked.prefix)
    steps = (name[: end + 1] if (end := name.find("/", start)) >= 0 else name for name in found)
    return dict.fromkeys(steps, "") or _short_names(names)


def _short_names(names: "Collection[Name]") -> Offered:
    short = [f"{name[0]}/{name[-1]}" for name in names if len(name) > 2 and name[0] != "crosswalks"]
    return sorted(name for name in set(short) if short.count(name) == 1)


_FILES = ("FILE", "PATH", "DIR", "TABLE", "CONTEXT")
_LISTS: Mapping[str, Callable[[_Asked], Offered]] = {
    "ID": _ids,
    "LANG": _languages,
    "LEVEL": lambda asked: asked.levels,
    "OLD": _whole_names,
    "DOMAIN": _domains,
    "REV": _editions,
}
