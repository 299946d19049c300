"""Say how a site is built, and what of mkdocs.yml no site can be built from."""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.folders import CONFIGURATION
from generator.l10n.languages import Language, pseudo_languages, read_languages
from generator.mkdocs_yml import UnreadableSettingsError, read_content
from generator.problems import Message, Place, Problem, say
from generator.site.failure import told
from generator.site.frame import MkDocsConfig
from generator.site.frame.configuration import (
    UnusableConfigurationError,
    load_configuration,
    own_plugin,
)

_NOT_IN_ADDRESSES = re.compile(r"""[\s"'<>\\^`{|}?#]""")


@dataclass(frozen=True)
class Request:
    """What somebody asks to be built.

    `overrides` are settings that count more than those in mkdocs.yml. `serving` says that mkdocs' own preview
    shows the pages and adds to them: they get no policy then, and no compressed files.
    """

    root: Path
    site_dir: Path | None = None
    strict: bool = False
    pseudo: bool = False
    in_progress: bool = False
    clean: bool = False
    dirty: bool = False
    serving: bool = False
    file: str = CONFIGURATION
    overrides: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """How a site is built; `languages` starts with the default one, `content` is that of mkdocs.yml."""

    request: Request
    content: bytes
    config: MkDocsConfig
    languages: tuple[Language, ...]
    problems: tuple[Problem, ...]

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self.request.root

    @property
    def tags_in_progress(self) -> tuple[str, ...]:
        """The tags of languages that are on their way, whether this site has them or not."""
        return tuple(map(str, own_plugin(self.config).config["in_progress"]))

    @property
    def site_url(self) -> str | None:
        """The address of the whole site's root."""
        return self.config.site_url

    @property
    def is_published(self) -> bool:
        """Whether pages are finished for readers."""
        return not self.request.serving

    @property
    def compresses(self) -> bool:
        """Whether a compressed file is written beside each text file."""
        return self.is_published and bool(own_plugin(self.config).config["precompress"])

    @property
    def target(self) -> Path:
        """Where the site belongs."""
        return self.request.site_dir or Path(self.config.site_dir)

    def configuration(self, folder: Path | None = None) -> MkDocsConfig:
        """Load mkdocs' configuration once more, for one language's frame; its files go into `folder`."""
        told = {**self.request.overrides, **({"site_dir": str(folder)} if folder else {})}
        # What mkdocs has to say of the settings it said when they were read for the whole site.
        logger = logging.getLogger("mkdocs.config")
        logger.disabled, before = True, logger.disabled
        try:
            config = load_configuration(self.root / self.request.file, self.content, told)
        finally:
            logger.disabled = before
        config.plugins.on_startup(command="serve" if self.request.serving else "build", dirty=False)
        return config


def read_settings(request: Request) -> Settings:
    """Read mkdocs.yml; raises UnusableConfigurationError, also where it cannot be read."""
    path = request.root / request.file
    try:
        content = read_content(path)
    except UnreadableSettingsError as error:
        raise UnusableConfigurationError(told(error.message, request.root), ()) from error
    strict = {"strict": True} if request.strict else {}
    config = load_configuration(path, content, {**request.overrides, **strict})
    if config.site_url and (wrong := _wrong_address(config.site_url)) is not None:
        message = say(
            "site_url: '%(address)s' is no address for a site: %(reason)s",
            address=config.site_url,
            reason=wrong,
        )
        raise UnusableConfigurationError(told(message, request.root), ())
    option = own_plugin(config).config
    languages, problems = read_languages(option["languages"], path.name, option["in_progress"])
    if not request.in_progress:
        languages = tuple(language for language in languages if not language.in_progress)
    if request.pseudo:
        languages += pseudo_languages()
    return Settings(request, content, config, languages, (*problems, *_unfit(config, request, path.name)))


def _wrong_address(address: str) -> Message | str | None:
    """Say why no site can stand at an address; it goes into every page, so its signs count as well."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        return str(error)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return say("it does not start with https:// and a host")
    if parts.username is not None or parts.password is not None:
        return say("it has a name or a password in it, which would be published")
    if parts.query or parts.fragment or _NOT_IN_ADDRESSES.search(address):
        return say("it has signs that end an address or a quotation")
    return None


def _unfit(config: MkDocsConfig, request: Request, file: str) -> Iterator[Problem]:
    if not config.use_directory_urls:
        message = say("use_directory_urls: pages have addresses such as /frameworks/, so this must be true")
        yield Problem("C603", Place(file), message, say("Remove the setting"))
    if request.dirty:
        message = say("A dirty build would mix old pages with new ones")
        yield Problem("C604", Place(file), message, say("Build without --dirty"))
