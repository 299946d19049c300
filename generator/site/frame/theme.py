"""Adapt the theme: its environment of templates, and what this site does otherwise.

Its files are listed without those that nobody publishes: it has thousands of icons in a hidden folder, which
mkdocs would list and then leave out. Its pages start a worker of ours in the place of the theme's (decision
0013).
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context
from mkdocs.theme import Theme

from generator.templates import Snapshot

_WORKER = re.compile(r"assets/javascripts/workers/search\.[^/]+\.js")
OUR_WORKER = "assets/javascripts/workers/atlas-search.js"
"""In `templates/theme/`, beside the library that it searches with."""


class ShownFiles(FileSystemLoader):
    """Finds templates in hidden folders as well, but does not list them."""

    def list_templates(self) -> list[str]:
        """The files of all folders, as paths below the one that they are in."""
        return sorted({name for folder in self.searchpath for name in self._below(folder)})

    def _below(self, folder: str) -> Iterator[str]:
        for here, folders, names in os.walk(folder, followlinks=self.followlinks):
            folders[:] = [name for name in folders if not name.startswith(".")]
            below = os.path.relpath(here, folder).replace(os.path.sep, "/")
            yield from (name if below == "." else f"{below}/{name}" for name in names)


def theme_environment(theme: Theme, templates: Snapshot | None = None) -> Environment:
    """Make the one environment of a theme: it lists no hidden folder, and its pages start the search late.

    `templates` are those of the project, among which are what it has of its own for the theme.
    """
    env: Environment = theme.get_env()
    env.loader = ShownFiles(theme.dirs)
    # The very list, since plugins may add folders to it.
    env.loader.searchpath = theme.dirs
    if templates is not None and str(templates.folder / "theme") in theme.dirs:
        templates.install(env, "theme/", env.loader)
    _search_by_ours(env)
    # A plugin that asks for templates gets these, compiled before.
    setattr(theme, "get_env", lambda: env)  # noqa: B010 - a method, to mypy
    return env


def theme_language(tag: str, theme: Sequence[str]) -> str:
    """Choose the theme's own translation that suits a language best: English where there is none."""
    for folder in theme:
        for name in (tag, tag.partition("-")[0]):
            if (Path(folder) / "partials" / "languages" / f"{name}.html").is_file():
                return name
    return "en"


def _search_by_ours(env: Environment) -> None:
    address_of = env.filters["url"]

    @pass_context
    def url(context: Context, value: str) -> str:
        return str(address_of(context, OUR_WORKER if _WORKER.fullmatch(value) else value))

    env.filters["url"] = url
