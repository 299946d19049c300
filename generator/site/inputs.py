"""A project's files in, digests out: of what every page depends on, and of what belongs to one framework."""

import hashlib
import importlib.metadata
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_datetime

from generator.folders import CONFIGURATION, Folders
from generator.l10n.catalogs import catalogue_path
from generator.l10n.languages import Language

_PROGRAM = Path(__file__).parent.parent
_MADE_WITH = ("mkdocs", "mkdocs-material", "jinja2", "markdown", "babel", "markdown-it-py", "markupsafe")


@dataclass(frozen=True)
class Inputs:
    """What a site is made from; `settings` is what stands in no file, such as its address."""

    folders: Folders
    languages: tuple[str, ...]
    settings: tuple[str, ...]

    @classmethod
    def of(
        cls, root: Path, languages: Iterable[Language], config: MkDocsConfig, site_url: str | None
    ) -> "Inputs":
        """Those of a configured site; `site_url` is that of its root."""
        return cls(Folders(root), tuple(language.tag for language in languages), settings(config, site_url))

    def taken(self) -> "Inputs":
        """These, with every digest taken now.

        A file that changes after it was digested and before it is read makes pages that the next build makes
        again. In the other order the next build would take them for pages of the changed file.
        """
        _ = self.data
        return self

    @cached_property
    def common(self) -> str:
        """All but what belongs to one framework or to one pair of them."""
        folders = self.folders
        own = {*self.frameworks, *self.pairs}
        paths = [
            folders.root / CONFIGURATION,
            *_files(folders.templates),
            *_files(folders.docs),
            *(path for path in _files(folders.frameworks) if path.stem not in own),
            *(path for path in _files(folders.locales) if path.stem not in own),
            *sorted(_PROGRAM.rglob("*.py")),
        ]
        versions = [f"{name} {importlib.metadata.version(name)}" for name in _MADE_WITH]
        return digest([sys.version, *versions, *self.languages, *self.settings, *_contents(paths)])

    @cached_property
    def frameworks(self) -> Mapping[str, str]:
        """Each framework's file and its catalogues."""
        found = {}
        for path in sorted(self.folders.frameworks.glob("*.yaml")):
            # A shared file has no catalogue of its own name; its texts stand in that of all.
            catalogues = (
                catalogue_path(self.folders.locales, language, path.stem) for language in self.languages
            )
            text = path.read_bytes()
            if text.startswith(b"id:") or b"\nid:" in text:
                found[path.stem] = digest(_contents([path, *catalogues]))
        return found

    @cached_property
    def pairs(self) -> Mapping[str, str]:
        """Each crosswalk's file; its translations stand in a catalogue that all pages depend on."""
        paths = sorted((self.folders.frameworks / "crosswalks").glob("*.yaml"))
        return {path.stem: digest(_contents([path])) for path in paths}

    @cached_property
    def data(self) -> str:
        """All files together."""
        return digest([self.common, *map(str, self.frameworks.items()), *map(str, self.pairs.items())])

    @cached_property
    def everything(self) -> str:
        """The whole of it, and the day that the sitemap names."""
        today = get_build_datetime().date().isoformat()
        return digest([today, self.data])


def settings(config: MkDocsConfig, site_url: str | None) -> tuple[str, ...]:
    """What a build was told apart from its files: options, and the site's address; and what its hooks do."""
    told = (config.site_name, config.copyright, config.use_directory_urls, config.theme.name, site_url)
    loaded: Any = config.hooks
    hooks = sorted(str(hook.__file__) for hook in dict(loaded).values())
    return (*map(repr, told), *_contents(map(Path, hooks)))


def digest(parts: Iterable[str]) -> str:
    """A digest of texts, each told apart from the next."""
    made = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        made.update(len(encoded).to_bytes(8, "big"))
        made.update(encoded)
    return made.hexdigest()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _contents(paths: Iterable[Path]) -> Iterable[str]:
    for path in paths:
        yield path.name
        yield hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "-"
