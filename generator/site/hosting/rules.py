"""Read from a finished site what its host has to know: headers, lasting addresses, 404 pages.

Headers: Content Security Policy Level 3, RFC 9111 (caching), RFC 8246 (`immutable`), the Fetch standard
(`nosniff`), https://www.w3.org/TR/referrer-policy/.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from generator.l10n.languages import Language
from generator.pages.kinds import PAGE_KINDS
from generator.site import policy

FOREVER = "public, max-age=31536000, immutable"
REVALIDATED = "public, max-age=0, must-revalidate"
"""For whatever keeps its address when it changes: a browser asks whether it has, and pages never meet files
of another build."""

HASHED = r"\.[0-9a-f]{8}\.(min\.)?(css|js)$"
"""Files with a digest of their content in their name."""

OPEN = ("api/", "id/", "assets/embed.js")
"""Folders of data, and the script for pages that frame some of this site: other sites may read them (the
Fetch standard's CORS)."""
EMBEDS = "embed"
"""A folder of nothing but what other sites may frame."""
_ID = "[^/]+"


@dataclass(frozen=True)
class Rules:
    """A site as its host sees it; `root` is the path of its home page, and addresses are paths below it.

    `folders` are those of the languages, the default one's first, which is empty. `embedded` are patterns of
    addresses that any other site may show in a frame; `sections` are folders of pages in which none of these
    lies, and `pages` single addresses beside them.
    """

    root: str
    policy: str
    folders: tuple[str, ...]
    hashed: tuple[str, ...]
    embedded: tuple[str, ...]
    sections: tuple[str, ...]
    pages: tuple[str, ...]

    @property
    def headers(self) -> dict[str, str]:
        """What every answer carries, apart from the policy and from caching."""
        return {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "strict-origin-when-cross-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }

    @property
    def unframed(self) -> str:
        """The policy of pages that only this site may show in a frame."""
        return f"{self.policy}; frame-ancestors 'self'"

    @property
    def embedded_pattern(self) -> str:
        """A regular expression for the paths of pages that any site may frame, and of what is in them."""
        return rf"^{re.escape(self.root)}({'|'.join(self._in_each_language())})"

    def _in_each_language(self) -> Iterator[str]:
        for folder in self.folders:
            for address in self.embedded:
                yield re.escape(folder) + address

    @property
    def open_pattern(self) -> str:
        """A regular expression for the paths of files that any site's scripts may read."""
        return rf"^{re.escape(self.root)}({'|'.join(map(re.escape, OPEN))})"

    @property
    def not_found(self) -> tuple[tuple[str, str], ...]:
        """The path of each language's folder and that of its 404 page, the default language first."""
        return tuple((self.root + folder, f"{self.root}{folder}404.html") for folder in self.folders)


def read_rules(site: Path, languages: Sequence[Language], site_url: str | None) -> Rules:
    """The rules for a site, read from its files."""
    paths = sorted(_paths(site))
    folders = tuple(language.folder for language in languages)
    framed = {kind.address.partition("/")[0] for kind in PAGE_KINDS if kind.framed}
    sections, pages = [], []
    for folder in folders:
        pages += [folder, f"{folder}404.html"]
        here = (path.removeprefix(folder).partition("/") for path in paths if path.startswith(folder))
        for name in sorted({first for first, _, rest in here if rest.endswith("index.html")}):
            if name == EMBEDS:
                continue
            if name in framed:
                pages += [f"{folder}{name}/", f"{folder}{name}/:id/"]
            elif f"{name}/" not in folders:
                sections.append(f"{folder}{name}/")
    return Rules(
        root=_root(site_url),
        policy=policy.together(_head(f"{site}/{path}") for path in paths if path.endswith(".html")),
        folders=folders,
        hashed=tuple(path for path in paths if re.search(HASHED, path)),
        embedded=tuple(dict.fromkeys(_embedded())),
        sections=tuple(sections),
        pages=tuple(pages),
    )


def _embedded() -> Iterator[str]:
    for kind in PAGE_KINDS:
        if kind.framed:
            is_below = kind.address.startswith(f"{EMBEDS}/")
            # An old address in that folder leads on to another, in the same frame.
            yield f"{EMBEDS}/" if is_below else re.escape(kind.address).replace(re.escape("{}"), _ID)


def _root(site_url: str | None) -> str:
    """The path of the home page, in letters that mean nothing else to any host."""
    path = quote(unquote(urlsplit(site_url or "").path), safe="/")
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def _paths(site: Path) -> Iterator[str]:
    folders = [""]
    for below in folders:
        with os.scandir(f"{site}/{below}") as entries:
            for entry in entries:
                if entry.is_dir():
                    folders += [f"{below}{entry.name}/"] if entry.name[0] != "." else []
                else:
                    yield below + entry.name


def _head(path: str) -> bytes:
    # Thousands of pages are opened here, of each of which one line is read.
    file = os.open(path, os.O_RDONLY)
    try:
        return os.read(file, policy.HEAD)
    finally:
        os.close(file)
