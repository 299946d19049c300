"""Render pages in tests, with each template compiled once in a process."""

from collections.abc import Sequence
from pathlib import Path

from generator.pages import SiteData
from generator.render import Renderer
from generator.templates import InMemory

_COMPILED = InMemory()


def renderer_of(templates: Path | Sequence[Path], site: SiteData, site_url: str | None = None) -> Renderer:
    """Make what renders the pages of a site; a build keeps what it compiled beside its templates."""
    renderer = Renderer(templates, site, site_url)
    renderer.environment.bytecode_cache = _COMPILED
    return renderer
