"""Load mkdocs' configuration: once for a whole site, and once more for the frame of each language."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, get_ident
from typing import Any

from mkdocs.config import base, load_config
from mkdocs.config import config_options as options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, MkDocsException
from mkdocs.plugins import BasePlugin
from mkdocs.theme import Theme

from generator.folders import Folders
from generator.mkdocs_yml import NamedContent

PLUGIN = "atlas"
"""The name of our plugin in mkdocs.yml."""

_LOADING = Lock()


class AtlasOptions(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin `atlas`."""

    languages = options.Type((list, dict), default=["en"])
    """Tags, or a mapping of tags to names; the first is the default, at the site's root."""

    in_progress = options.Type((list, dict), default=[])
    """Languages that are not published yet: the preview has them, and `atlas build --in-progress`."""

    precompress = options.Type(bool, default=False)
    """Whether `name.gz` is written beside each text file, for servers that send it as it is."""


class UnusableConfigurationError(Exception):
    """Why mkdocs cannot use its configuration; `said` is what it logged of single settings."""

    def __init__(self, reason: str, said: tuple[str, ...]) -> None:
        super().__init__(reason)
        self.said = said


def load_configuration(path: Path, content: bytes, told: Mapping[str, Any] | None = None) -> MkDocsConfig:
    """Load a configuration with plugins of its own, from its file's path and content.

    `told` are settings that count more than those of the file. Raises UnusableConfigurationError.
    """
    file = NamedContent.of(path, content)
    with _LOADING, listening("mkdocs.config") as said:
        # mkdocs keeps plugins from one loading to the next; each language needs its own.
        option: Any = MkDocsConfig.plugins
        before = {**option.plugin_cache}
        option.plugin_cache.clear()
        try:
            config = load_config(file, **(told or {}))
            own_plugin(config)
            _look_in_layers(config.theme, Folders(path.parent))
        except (MkDocsException, ValueError) as error:
            raise UnusableConfigurationError(str(error), tuple(said)) from error
        finally:
            option.plugin_cache.clear()
            option.plugin_cache.update(before)
    return config


def _look_in_layers(theme: Theme, folders: Folders) -> None:
    """Let a theme find what the project and the program have for it, behind what the configuration names."""
    if not folders.hold_program:
        at = 1 if theme.custom_dir else 0
        theme.dirs[at:at] = [
            folder for layer in folders.layers if (folder := str(layer / "theme")) not in theme.dirs
        ]


def own_plugin(config: MkDocsConfig) -> "BasePlugin[Any]":
    """Find our plugin; ConfigurationError where the configuration does not name it."""
    if PLUGIN not in config.plugins:
        raise ConfigurationError(f"plugins: '{PLUGIN}' is not among them")
    return config.plugins[PLUGIN]


def put_in_place_of(config: MkDocsConfig, plugin: "BasePlugin[Any]") -> None:
    """Let another plugin be told what ours would be told of."""
    ours = own_plugin(config)
    for methods in config.plugins.events.values():
        methods[:] = [method for method in methods if getattr(method, "__self__", None) is not ours]
    config.plugins[PLUGIN] = plugin


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.thread, self.said = get_ident(), list[str]()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what this thread says."""
        if record.thread == self.thread:
            self.said.append(record.getMessage())


@contextmanager
def listening(name: str = "mkdocs") -> Iterator[list[str]]:
    """Collect what mkdocs warns of in this thread while the context lasts."""
    listener, logger = _Listener(), logging.getLogger(name)
    logger.addHandler(listener)
    try:
        yield listener.said
    finally:
        logger.removeHandler(listener)
