"""Say what a page is about in the words of schema.org, for search engines: only what the page says itself.

It stands in the page as JSON-LD, data that no browser runs, and only where the site's address leads on.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from generator.citation import LICENSE
from generator.foreign import unmarked
from generator.model import Framework, Term
from generator.pages.sitedata import SiteData
from generator.text import LocalText, plain

Node = dict[str, Any]
_TYPES = {"json": "application/json", "csv": "text/csv", "tsv": "text/tab-separated-values"}


@dataclass(frozen=True)
class Structured:
    """Describes one page; `root` is the site's address, and empty where it leads nowhere."""

    site: SiteData
    root: str
    address: str
    """The page's own, below the root of its language."""

    def crumbs(self, trail: Iterable[tuple[str, str]], here: str) -> Markup:
        """Where the page stands: the pages above it, and itself."""
        steps = [*trail, (self.address, here)]
        items = [
            {"@type": "ListItem", "position": at, "name": _words(title), "item": self._page(address)}
            for at, (address, title) in enumerate(steps, 1)
        ]
        return self._script({"@type": "BreadcrumbList", "itemListElement": items})

    def glossary(self, title: str, description: str, letters: Iterable[tuple[str, Sequence[Term]]]) -> Markup:
        """A set of defined terms."""
        terms = [self._term(term) for _, terms in letters for term in terms]
        return self._script(
            {
                "@type": "DefinedTermSet",
                "@id": f"{self.root}id/glossary/",
                **self._about(title, description),
                "hasDefinedTerm": terms,
            }
        )

    def framework(self, framework: Framework) -> Markup:
        """A data set: what the framework's files hold, and the document that its texts follow."""
        source = framework.source
        based = {
            "@type": "CreativeWork",
            "name": source.document,
            "author": source.author,
            "publisher": source.publisher or framework.publisher,
            "datePublished": str(source.year) if source.year else None,
            "url": source.address,
        }
        path = f"{self.site.language}/frameworks/{framework.id}"
        return self._script(
            {
                "@type": "Dataset",
                "@id": f"{self.root}id/{framework.id}/",
                **self._about(framework.title, framework.summary),
                "isBasedOn": _filled(based),
                **self._files(f"{path}.json", f"{path}.csv"),
            }
        )

    def crosswalk(self, title: str, description: str, left: Framework, right: Framework) -> Markup:
        """A data set: the relations between two frameworks."""
        pair = f"{left.id}--{right.id}"
        path = f"crosswalks/{pair}"
        return self._script(
            {
                "@type": "Dataset",
                "@id": f"{self.root}id/{path}/",
                **self._about(title, description),
                "about": [{"@id": f"{self.root}id/{side.id}/"} for side in (left, right)],
                **self._files(f"{path}.json", f"{path}.csv", f"{path}.sssom.tsv"),
            }
        )

    def quiz(self, title: str, description: str, framework: Framework) -> Markup:
        """A quiz, and the framework that it is about."""
        about = {"@id": f"{self.root}id/{framework.id}/", "name": _words(framework.title)}
        return self._script({"@type": "Quiz", **self._about(title, description), "about": about})

    def _about(self, title: str, description: str) -> Node:
        published = self.site.published
        node = {
            "name": _words(title),
            "description": _words(description),
            "url": self._page(self.address),
            "inLanguage": self.site.language,
            "license": LICENSE,
            "creator": {"@type": "Organization", "name": self.site.title},
            "version": published and published.version,
        }
        return _filled(node)

    def _term(self, term: Term) -> Node:
        node = {
            "@type": "DefinedTerm",
            "@id": f"{self.root}id/glossary/#terms/{term.id}",
            "name": _words(term.title),
            "alternateName": term.expansion and _words(term.expansion),
            "description": _words(term.definition),
            "url": f"{self._page(self.address)}#{term.id}",
        }
        return _filled(node)

    def _files(self, *paths: str) -> Node:
        return {
            "distribution": [
                {
                    "@type": "DataDownload",
                    "encodingFormat": _TYPES[path.rpartition(".")[2]],
                    "contentUrl": f"{self.root}api/v1/{path}",
                }
                for path in paths
            ]
        }

    def _page(self, address: str) -> str:
        folder = "" if self.site.language == self.site.languages[0] else f"{self.site.language}/"
        return f"{self.root}{folder}{address}"

    def _script(self, node: Node) -> Markup:
        if not self.root:
            return Markup()
        text = json.dumps(
            {"@context": "https://schema.org", **node}, ensure_ascii=False, separators=(",", ":")
        )
        # Nothing in it may end the element.
        safe = text.replace("<", "\\u003c")
        return Markup(f'<script type="application/ld+json">{safe}</script>')


def _words(text: str) -> str:
    words = text.plain if isinstance(text, LocalText) else plain(Markup(unmarked(text)).striptags())
    return " ".join(words.split())


def _filled(node: Mapping[str, Any]) -> Node:
    return {name: value for name, value in node.items() if value}
