"""Write a feed as Atom 1.0 (RFC 4287) and as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

_ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """One entry; its id never changes, `html` is what it says, `date` is `2026-01-31`."""

    id: str
    title: str
    address: str
    html: str
    date: str


@dataclass(frozen=True)
class Feed:
    """A feed in one language, the newest entry first; `file` is its full address without its ending."""

    file: str
    title: str
    about: str
    home: str
    language: str
    license: str
    author: str
    date: str
    entries: tuple[Entry, ...]


def atom(feed: Feed) -> bytes:
    """Write a feed as Atom."""
    root = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": feed.language})
    for name, text in (
        ("id", f"{feed.file}.atom"),
        ("title", feed.title),
        ("subtitle", feed.about),
        ("updated", _moment(feed.date)),
    ):
        ElementTree.SubElement(root, name).text = text
    ElementTree.SubElement(ElementTree.SubElement(root, "author"), "name").text = feed.author
    for rel, address, kind in (
        ("self", f"{feed.file}.atom", "application/atom+xml"),
        ("alternate", feed.home, "text/html"),
        ("license", feed.license, "text/html"),
    ):
        ElementTree.SubElement(root, "link", {"rel": rel, "type": kind, "href": address})
    for entry in feed.entries:
        item = ElementTree.SubElement(root, "entry")
        ElementTree.SubElement(item, "id").text = entry.id
        ElementTree.SubElement(item, "title").text = entry.title
        ElementTree.SubElement(item, "updated").text = _moment(entry.date)
        ElementTree.SubElement(item, "link", {"rel": "alternate", "type": "text/html", "href": entry.address})
        ElementTree.SubElement(item, "content", {"type": "html"}).text = entry.html
    ElementTree.indent(root, " ")
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written + b"\n"


def json_feed(feed: Feed) -> dict[str, Any]:
    """Give a feed as the data of a JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.about,
        "home_page_url": feed.home,
        "feed_url": f"{feed.file}.json",
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "items": list(_items(feed)),
    }


def _items(feed: Feed) -> Iterator[dict[str, str]]:
    for entry in feed.entries:
        yield {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "content_html": entry.html,
            "date_published": _moment(entry.date),
        }


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
