"""A page that our templates wrote in, the same page out of Python-Markdown: Zensical's way in for such pages.

Zensical asks Python-Markdown for the content and the contents list of each page, and tells extensions which
page that is. This one looks beside the pages for what is ready, and lets Markdown see nothing of it.
"""

import json
from pathlib import Path
from typing import Any

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

PLACE = "bodies"

_CONTEXT = "rendering_context"  # Zensical registers under this name what it knows of the page.
_FIRST, _LAST = 1_000, -1_000


class _Held(Preprocessor):
    """Takes the page's text away, where there is a ready one for it."""

    def __init__(self, md: Markdown, folder: Path) -> None:
        super().__init__(md)
        self.folder = folder
        self.ready: dict[str, Any] | None = None

    def run(self, lines: list[str]) -> list[str]:
        context: Any = self.md.preprocessors[_CONTEXT]
        path = self.folder / f"{context.page.path}.json"
        if not path.is_file():
            return lines
        self.ready = json.loads(path.read_text(encoding="utf-8"))
        return []


class _Given(Postprocessor):
    """Puts the ready page in the place of what Markdown made of nothing."""

    def __init__(self, md: Markdown, held: _Held) -> None:
        super().__init__(md)
        self.held = held

    def run(self, text: str) -> str:
        if self.held.ready is None:
            return text
        setattr(self.md, "toc_tokens", self.held.ready["toc"])  # noqa: B010 - of the extension `toc`
        return str(self.held.ready["content"])


class ReadyMade(Extension):
    """The extension; its option `folder` is where ready pages lie."""

    def __init__(self, **options: Any) -> None:
        self.config = {"folder": ["", "where ready pages lie"]}
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name for it
        """Stand first and last in line."""
        held = _Held(md, Path(self.getConfig("folder")))
        md.preprocessors.register(held, "atlas_held", _FIRST)
        md.postprocessors.register(_Given(md, held), "atlas_given", _LAST)


def makeExtension(**options: Any) -> ReadyMade:  # noqa: N802 - Markdown's name for it
    """The extension, as Markdown asks for it."""
    return ReadyMade(**options)
