"""Build the site when mkdocs is told to: `mkdocs build` and `mkdocs serve` make what `atlas build` makes.

mkdocs itself is given nothing to make. All pages of all languages are made, checked and published at once
when it has ended.
"""

import logging
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files

from generator.folders import Folders
from generator.site.build import build_site
from generator.site.failure import BuildFailedError
from generator.site.frame.configuration import AtlasOptions
from generator.site.settings import Request

log = logging.getLogger("mkdocs.plugins.atlas")


class AtlasPlugin(BasePlugin[AtlasOptions]):  # type: ignore[no-untyped-call]
    """The plugin `atlas`."""

    request: Request
    nothing: TemporaryDirectory[str] | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Kept by mkdocs from one build of a preview to the next."""
        self.dirty, self.serving = dirty, command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Keep what was asked for, and give mkdocs a folder of its own that it may clear."""
        file = Path(config.config_file_path)
        self.request = Request(
            file.parent,
            Path(config.site_dir),
            strict=config.strict,
            dirty=self.dirty,
            serving=self.serving,
            file=file.name,
            overrides={"site_url": config.site_url, "use_directory_urls": config.use_directory_urls},
        )
        self.nothing = self.nothing or TemporaryDirectory()
        config.site_dir = self.nothing.name
        config.theme.static_templates.clear()
        return config

    @event_priority(-100)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave mkdocs nothing to make."""
        return Files([])

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Build all languages; PluginError says why the last good site stays."""
        config.site_dir = str(self.request.site_dir)
        try:
            build_site(self.request)
        except BuildFailedError as failure:
            # What a disk refuses is told as it is; of anything else mkdocs says that a plugin stopped it.
            kind = MkDocsException if isinstance(failure.__cause__, OSError) else PluginError
            raise kind(str(failure)) from failure

    def on_shutdown(self) -> None:
        """Remove what mkdocs made of nothing."""
        if self.nothing is not None:
            self.nothing.cleanup()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch all that the site is made from, and show the last good site while something is wrong."""
        for folder in Folders(self.request.root).watched:
            server.watch(str(folder))
        build = server.builder

        def build_or_stay() -> None:
            # mkdocs' server answers no request after a build that raises.
            try:
                build()
            except Exception as error:
                # mkdocs has said known errors in full; an unknown one is a bug and shows where it is.
                known = isinstance(error, SystemExit)
                log.error("The preview still shows the last good site.", exc_info=None if known else error)

        server.builder = build_or_stay
        return server
