"""Give every OSCAL document what all have: an identity, metadata, and properties of the atlas' own."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from generator.crosswalk import End
from generator.export.linked_records import in_languages
from generator.export.publication import API, Publication, json_bytes

HERE = f"{API}/oscal"
VERSION = "1.2.0"
UNRELEASED = "unreleased"
"""What stands for the version of content of which there is no edition yet: OSCAL asks for one."""
Node = dict[str, Any]


def catalog_path(framework: str) -> str:
    """Where a framework's catalogue lies, below `oscal/`."""
    return f"catalogs/{framework}.json"


def control_id(end: End) -> str:
    """What an end is called in its catalogue: OSCAL's ids have no slashes, ours no dots."""
    return ".".join((end.kind, *end.ids))


def uuid(address: str) -> str:
    """The same identity for the same address."""
    return str(uuid5(NAMESPACE_URL, address))


def document(publication: Publication, kind: str, path: str, title: str, content: Node) -> bytes:
    """A whole document: another content is another document, as OSCAL asks."""
    address = publication.terms.names
    found = {"metadata": metadata(publication, title), **content}
    own = uuid(f"{address}{HERE}/{path}#{json.dumps(found)}")
    return json_bytes({kind: {"uuid": own, **found}})


def metadata(publication: Publication, title: str) -> Node:
    """Title, version, licence, and the day of the last judgement or edition that the data know of."""
    signed = publication.signed({})
    return {
        "title": title,
        "last-modified": f"{_last_day(publication).isoformat()}T00:00:00Z",
        "version": publication.terms.version or UNRELEASED,
        "oscal-version": VERSION,
        "links": [{"href": signed[rel], "rel": rel} for rel in ("license", "rights")],
    }


def _last_day(publication: Publication) -> datetime.date:
    atlas = publication.views[publication.default_language].atlas
    published = publication.terms.published
    judged = (mapping.date for walk in atlas.crosswalks for mapping in walk.mappings)
    found = (finding.date for finding in atlas.shared.findings.findings)
    known = (*judged, *found, *([published.edition.date] if published else ()))
    return max(known, default=datetime.date(1970, 1, 1))


def namespace(publication: Publication) -> str:
    """Whose words the atlas' properties are: those of its linked data."""
    return f"{publication.terms.names}{API}/atlas.jsonld"


def facts(publication: Publication, values: Mapping[str, object]) -> Iterator[Node]:
    """Properties without a language."""
    for name, value in values.items():
        if value is not None:
            yield {"name": name, "ns": namespace(publication), "value": str(value)}


def words(
    publication: Publication, name: str, texts: Iterable[str | None], group: str = ""
) -> Iterator[Node]:
    """A property for each language of a text, whose class is the language."""
    for language, text in in_languages(texts).items():
        node = {"name": name, "ns": namespace(publication), "value": line(text), "class": language}
        yield node | ({"group": group} if group else {})


def line(text: str) -> str:
    """A text as OSCAL has it in one line."""
    return " ".join(text.split())
