"""Let a page open from a file, where no server finds the page in a folder.

A link to a folder names the page in it. A link to what the copy does not have leads to the published address.
"""

import posixpath
import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urljoin

from generator.l10n.languages import Language

OFFLINE = "offline.zip"
"""The copy of a language's pages, in the language's folder."""

PAGE = "index.html"
"""The page of a folder."""

_NO_NAME = re.compile(r"[\W_]+")
_LINK = re.compile(r'([\s:](?:href|src)=")([^"#?:]+)(?=["#?])')


@dataclass(frozen=True)
class Copy:
    """The files that a copy has, as paths below its folder, and the published address of that folder."""

    paths: Collection[str]
    published: str

    def page(self, html: str, path: str) -> str:
        """A page at a path, with its links."""
        folder = posixpath.dirname(path)
        known: dict[str, str] = {}

        def led(link: re.Match[str]) -> str:
            begins, address = link.groups()
            if address not in known:
                known[address] = self.address(address, folder)
            return f"{begins}{known[address]}"

        return _LINK.sub(led, html)

    def address(self, address: str, folder: str = "") -> str:
        """Where an address without a fragment leads from a page in a folder."""
        target = posixpath.normpath(posixpath.join(folder, address))
        if target in self.paths:
            return address
        if posixpath.normpath(posixpath.join(target, PAGE)) in self.paths:
            return f"{address.rstrip('/')}/{PAGE}"
        return urljoin(urljoin(self.published, f"{folder}/" if folder else ""), address)

    def place(self, place: str) -> str:
        """Where a place below the folder of the language is, with its fragment."""
        address, mark, fragment = place.partition("#")
        return f"{self.address(address or './')}{mark}{fragment}"


def name_of(site: str, language: Language) -> str:
    """What the folder in a copy is called, and a reader's file without its ending."""
    return f"{_NO_NAME.sub('-', site.casefold()).strip('-')}-{language.tag}"
