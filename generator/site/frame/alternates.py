"""Link a page to its versions in other languages, and to the site's root."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from generator.l10n.languages import Language


@dataclass(frozen=True)
class Alternate:
    """One page in one language: where a link on the page leads, and its full address where that is known."""

    language: Language
    href: str
    url: str
    current: bool


@dataclass(frozen=True)
class Surroundings:
    """What a page's frame knows of where it stands: `root` leads to the site's root, in relative steps."""

    language: str
    root: str
    alternates: tuple[Alternate, ...]

    @property
    def others(self) -> tuple[Alternate, ...]:
        """The same page in every other language."""
        return tuple(item for item in self.alternates if not item.current)

    @property
    def current(self) -> Language:
        """The language of this page."""
        return next(item.language for item in self.alternates if item.current)

    @property
    def listed(self) -> tuple[Alternate, ...]:
        """The same page in each language that search engines may list."""
        return tuple(item for item in self.alternates if not item.language.in_progress)

    @property
    def in_progress(self) -> bool:
        """Whether search engines may not list this page."""
        return any(item.current and item.language.in_progress for item in self.alternates)


def surroundings(
    languages: Sequence[Language], current: str, address: str, site_url: str | None
) -> Surroundings:
    """Link the page at an address, the same in every language; `site_url` is that of the site's root."""
    depth = address.count("/") + (0 if current == languages[0].tag else 1)
    return _surroundings(languages, current, address, "../" * depth or "./", site_url)


def absolute_surroundings(languages: Sequence[Language], current: str, root: str) -> Surroundings:
    """Link a page that is shown at any address: links start from the site's path on its server."""
    return _surroundings(languages, current, "", root, None)


def _surroundings(
    languages: Sequence[Language], current: str, address: str, root: str, site_url: str | None
) -> Surroundings:
    alternates = []
    for language in languages:
        here = language.folder + address
        href = (root if root != "./" else "") + here or root
        url = urljoin(site_url, here) if site_url else href
        alternates.append(Alternate(language, href, url, language.tag == current))
    return Surroundings(current, root, tuple(alternates))
