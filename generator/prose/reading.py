"""Read hand-written pages as mkdocs will: their front matter, and their Markdown with its extensions."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from markdown import Markdown
from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.utils import meta

from generator.mkdocs_yml import UnreadableSettingsError, read_mkdocs_yml


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


def front_matter(text: str) -> tuple[str, Mapping[str, Any]]:
    """Part a hand-written page into its Markdown and the settings above it."""
    body, fields = meta.get_data(text)
    return body, fields
