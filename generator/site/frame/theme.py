"""Adapt the theme's environment of templates.

Its files are listed without those that nobody publishes: it has thousands of icons in a hidden folder, which
mkdocs would list and then leave out.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme

from generator.templates import Snapshot


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
    """Make the one environment of a theme: it lists no hidden folder.

    `templates` are those of the project and the program, among which are those for the theme; they count
    unless the project's configuration names another folder for them.
    """
    env: Environment = theme.get_env()
    env.loader = ShownFiles(theme.dirs)
    # The very list, since plugins may add folders to it.
    env.loader.searchpath = theme.dirs
    if templates is not None and Path(theme.dirs[0]).parent in templates.folders:
        templates.install(env, "theme/", env.loader)
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
