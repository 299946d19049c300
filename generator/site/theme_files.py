"""The theme in, its environment of templates out, which lists its files without those that nobody publishes.

The theme has thousands of icons in a hidden folder: mkdocs lists them all, and then leaves them all out.
"""

import os
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


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


def list_shown(theme: Theme) -> None:
    """Let a theme give an environment that lists no hidden folder."""
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = ShownFiles(theme.dirs)
        return env

    setattr(theme, "get_env", get_env)  # noqa: B010 - mkdocs asks for it with nothing to choose
