"""A project's folder and a command's options in, mkdocs run on it out."""

import gc
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError, MkDocsException

from generator.folders import CONFIGURATION
from generator.site import dates, ledger, staging
from generator.site.inputs import Inputs
from generator.site.ledger import Ledger
from generator.site.plugin import AtlasPlugin, plugin_of
from generator.site.refusals import refusal, told
from generator.site.requirements import read_options

_OBJECTS = 50_000
"""New objects after which Python looks for garbage during a build; else it is 700 or 2,000."""


class BuildFailedError(Exception):
    """A known reason why there is no new site; without words where the log has told it."""


@dataclass(frozen=True)
class Built:
    """The folder of a site, and whether there was anything to build."""

    folder: Path
    changed: bool


def build_site(
    root: Path,
    site_dir: Path | None,
    strict: bool,
    *,
    pseudo: bool = False,
    clean: bool = False,
) -> Built:
    """Build every language, and pseudo-locales on demand; `clean` takes nothing from the last site."""
    options: dict[str, Any] = {"strict": True} if strict else {}
    if site_dir is not None:
        options["site_dir"] = str(site_dir.absolute())
    target = site_dir or root
    try:
        config = load_config(str(root / CONFIGURATION), **options)
        target = Path(config.site_dir)
        plugin = plugin_of(config)
        plugin.pseudo, plugin.clean = pseudo, clean
        with dates.settled(root), _few_collections():
            made_from = _made_from(config, root, plugin)
            before = Ledger() if clean else ledger.read(ledger.place(root, target, ledger.WHOLE))
            if made_from and before.made_from == made_from and ledger.is_untouched(target, before):
                staging.sweep(target)
                return Built(target, changed=False)
            with _warnings() as warnings:
                config.plugins.on_startup(command="build", dirty=False)
                try:
                    build(config)
                finally:
                    config.plugins.on_shutdown()
    except MkDocsException as error:
        raise BuildFailedError(_reason(error)) from error
    except OSError as error:
        raise BuildFailedError(told(refusal(error, target), root)) from error
    if not warnings:
        # A site with warnings is built again, so that they are told again.
        _keep(root, target, made_from, plugin.published)
    return Built(target, changed=True)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let Python look for circles of garbage far less often: what a build makes is needed to its end."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _keep(root: Path, target: Path, made_from: str, published: os.stat_result | None) -> None:
    """Keep the record of a site, unless another build has published a site of its own meanwhile."""
    try:
        record = ledger.whole(target, made_from)
        ours = published is not None and os.path.samestat(published, target.stat())
    except OSError:
        return
    if ours:
        ledger.keep(root, target, {ledger.WHOLE: ledger.written(record)})


def _made_from(config: MkDocsConfig, root: Path, plugin: AtlasPlugin) -> str:
    """A digest of all that the site would be made from; empty where that is not sound. The plugin gets it."""
    languages, unfit = read_options(plugin.config.languages, config, dirty=False, pseudo=plugin.pseudo)
    if unfit:
        return ""
    plugin.inputs = Inputs.of(root, languages, config, config.site_url)
    return plugin.inputs.everything


class _Kept(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@contextmanager
def _warnings() -> Iterator[list[logging.LogRecord]]:
    """Collects mkdocs' warnings, which it counts itself in a strict build only."""
    handler = _Kept(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield handler.records
    finally:
        logger.removeHandler(handler)


def _reason(error: MkDocsException) -> str:
    in_log = isinstance(error, BuildError) or isinstance(error.__context__, BuildError)
    return "" if in_log else str(error.message)
