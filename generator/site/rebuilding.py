"""mkdocs' preview server in; one that watches everything a site is made from, and outlives an error, out."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.atlas")


def prepare(server: LiveReloadServer, folders: Iterable[Path]) -> LiveReloadServer:
    """Watch the folders of all languages, and go on showing the last good site while something is wrong."""
    for folder in folders:
        server.watch(str(folder))
    server.builder = unshaken(server.builder)
    return server


def unshaken(build: Callable[[], None]) -> Callable[[], None]:
    """A build that returns after a failure: mkdocs' server answers no request after one that raises."""

    def build_or_stay() -> None:
        try:
            build()
        except Exception as error:
            # Known errors have been said in full by mkdocs; an unknown one is a bug and shows where it is.
            known = isinstance(error, SystemExit)
            log.error("The preview still shows the last good site.", exc_info=None if known else error)

    return build_or_stay
