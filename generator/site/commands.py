"""A project's folder and a command's options in, mkdocs run on it out."""

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import BuildError, MkDocsException

from generator.site.plugin import AtlasPlugin
from generator.site.project import CONFIGURATION


class BuildFailedError(Exception):
    """A known reason why there is no new site; without words where the log has told it."""


def build_site(root: Path, site_dir: Path | None, strict: bool, *, pseudo: bool = False) -> Path:
    """Build every language, on demand the pseudo-locales as well; gives the folder of the finished site."""
    options: dict[str, Any] = {"strict": True} if strict else {}
    if site_dir is not None:
        options["site_dir"] = str(site_dir.absolute())
    try:
        config = load_config(str(root / CONFIGURATION), **options)
        for plugin in config.plugins.values():
            if isinstance(plugin, AtlasPlugin):
                plugin.pseudo = pseudo
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (MkDocsException, OSError) as error:
        raise BuildFailedError(_reason(error)) from error
    return Path(config.site_dir)


def _reason(error: MkDocsException | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'The system'}: {error.strerror}. The site is as it was."
    told = isinstance(error, BuildError) or isinstance(error.__context__, BuildError)
    return "" if told else str(error.message)
