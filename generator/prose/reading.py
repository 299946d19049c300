"""Read hand-written pages: the settings above them strictly, and their Markdown as mkdocs will.

What mkdocs cannot read of settings ends up on the page. So they are read here, by the reader of all data, and
handed to mkdocs in a form that means one thing only.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from markdown import Markdown
from mkdocs.config import base
from mkdocs.config import config_options as options
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from generator.load.schema import schema_problems
from generator.load.tree import read_tree
from generator.mkdocs_yml import UnreadableSettingsError, read_mkdocs_yml
from generator.model.base import Items
from generator.problems import Place, Problem, errors, say

_FENCE = re.compile(r"-{3}[ \t]*(?:\n|\Z)")
_END = re.compile(r"^(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.MULTILINE)
# The theme puts a title and a description into a page's head as they are.
_MARKUP = re.compile('[<>"]')
_Words = Annotated[str, StringConstraints(min_length=1, max_length=300)]


class PageSettings(BaseModel):
    """What may stand above a hand-written page, between two lines of `---`."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    title: _Words | None = None
    description: _Words | None = None
    hide: Items[Literal["navigation", "toc", "path", "footer"]] = ()
    translates: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")] | None = None


class _ExtensionsOnly(base.Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml says of how pages are read."""

    markdown_extensions = options.MarkdownExtensions(
        builtins=["toc", "tables", "fenced_code"], configkey="mdx_configs"
    )
    mdx_configs = options.Private[dict[str, Any]]()


def markdown_reader(path: Path) -> Markdown:
    """Make what turns Markdown into HTML as mkdocs will; unusable settings count as none."""
    config = _ExtensionsOnly()
    try:
        given = read_mkdocs_yml(path)
    except UnreadableSettingsError:
        given = {}
    config.load_dict({name: given[name] for name in ("markdown_extensions",) if name in given})
    failed, _ = config.validate()
    if failed:  # mkdocs tells of its own settings
        config = _ExtensionsOnly()
        config.validate()
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def read_page(text: str, file: str) -> tuple[str, PageSettings, tuple[Problem, ...]]:
    """Part a hand-written page into its Markdown and the settings above it; `file` is what messages name."""
    start = _FENCE.match(text)
    if start is None:
        return text, PageSettings(), ()
    end = _END.search(text, start.end())
    if end is None:
        message = say("The settings above the page have no end")
        hint = say("Write --- on a line of its own after them, or take away the --- above them")
        return text, PageSettings(), (Problem("C606", Place(file), message, hint),)
    settings, problems = _settings(text[start.end() : end.start()], file)
    return text[end.end() :].lstrip("\n"), settings, tuple(problems)


def for_mkdocs(text: str) -> str:
    """Write a sound page with its settings in a form that mkdocs reads as the same, and never as text."""
    body, settings, _ = read_page(text, "")
    given = settings.model_dump(exclude_defaults=True)
    return f"---\n{json.dumps(given, ensure_ascii=False)}\n---\n\n{body}"


def _settings(text: str, file: str) -> tuple[PageSettings, list[Problem]]:
    # The first line of settings is the second of the page.
    tree = read_tree(f"\n{text}".encode(), file)
    found = list(tree.problems)
    settings = PageSettings()
    if not errors(found) and tree.value is not None:
        try:
            settings = PageSettings.model_validate(tree.value)
        except ValidationError as error:
            found += schema_problems(error, PageSettings, tree)
        else:
            found += _markup(settings, file, text)
    return settings, found


def _markup(settings: PageSettings, file: str, text: str) -> Iterator[Problem]:
    for name, value in settings.model_dump(include={"title", "description"}).items():
        if value and _MARKUP.search(value):
            line = text.count("\n", 0, max(0, text.find(f"{name}:"))) + 2
            message = say("'%(name)s' above the page holds what could become HTML", name=name)
            hint = say("Write plain words there, without < and >, and with “ ” instead of straight quotes")
            yield Problem("C606", Place(file, line), message, hint)
