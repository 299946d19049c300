"""Publish the invented project, for the tests of this folder to look at."""

import csv
import datetime
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from generator.edition import Archive
from generator.export import INDEX, Terms, data_files, exports
from generator.export.publication import Publication
from generator.model import Atlas, Edition, Editions
from generator.translate import View
from tests.builders import atlas, crosswalk, framework, loaded_project, mapping, views

EDITION = Edition(id="2026.01", date=datetime.date(2026, 1, 31), changes={"first": "The first one."})
TERMS = Terms(address="https://atlas.example/", license="https://licence.example/")

ODD = 'With a | bar, a \\ stroke, "quotes", an = sign, a\nline and é.'
"""A text with what some formats take for their own."""


def invented() -> Atlas:
    """The invented project with two frameworks more, which relate in every way and in odd words."""
    data = loaded_project().atlas()
    judged = [
        ("equal", {}),
        ("subset-of", {}),
        ("superset-of", {}),
        ("intersects-with", {"extent": "half"}),
        ("no-relationship", {}),
        ("supports", {"property": "precedes"}),
        ("is-supported-by", {"property": "integral-to"}),
    ]
    lists = {
        "shared": f"Both. {ODD}",
        "only_subject": f"One. {ODD}",
        "only_object": f"Two. {ODD}",
        "note": ODD,
    }
    spans = [(number, number + 1) for number in range(len(judged))]
    mappings = (
        mapping(
            relation,
            f"x/levels/level-{at}",
            relation,
            f"y/levels/level-{at}",
            justification=ODD,
            **(lists if at % 2 else {}),
            **more,
        )
        for at, (relation, more) in enumerate(judged, 1)
    )
    other = atlas(
        framework("x", *spans), framework("y", *spans), crosswalks=(crosswalk("x", "y", *mappings),)
    )
    return replace(
        data,
        frameworks=(*data.frameworks, *other.frameworks),
        crosswalks=(*data.crosswalks, *other.crosswalks),
    )


def in_edition(data: Atlas) -> Terms:
    """The terms of data that is an edition."""
    shared = replace(data.shared, editions=Editions(editions=(EDITION,)))
    today = replace(data, shared=shared)
    archive = Archive(today, views(today, "en", "nl"))
    return replace(TERMS, archive=replace(archive, kept={EDITION.id: archive.content}))


class Published(Mapping[str, bytes]):
    """Every file by its path below `api/v1/`, made when it is looked at for the first time."""

    def __init__(self, views: Mapping[str, View], terms: Terms) -> None:
        self._given = (views, "en", terms)
        files = data_files(Publication(*self._given))
        self._files = {file.path.removeprefix("api/v1/"): file.make for file in files}
        self._files["index.json"] = lambda: dict(exports(*self._given))[INDEX]
        self._made: dict[str, bytes] = {}

    def __getitem__(self, path: str) -> bytes:
        if path not in self._made:
            self._made[path] = self._files[path]()
        return self._made[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def publish(
    data: Atlas | None = None, untranslated: tuple[str, ...] = (), terms: Terms | None = None
) -> Published:
    """What is published of the invented project, or of other data."""
    if data is None and terms is None:
        return _published_as_it_is(untranslated)
    return _published(data or loaded_project().atlas(), untranslated, terms)


@cache
def publish_invented() -> Published:
    """The same of what `invented` gives, made once."""
    return publish(invented())


@cache
def _published_as_it_is(untranslated: tuple[str, ...]) -> Published:
    return _published(loaded_project().atlas(), untranslated, None)


def _published(data: Atlas, untranslated: tuple[str, ...], terms: Terms | None) -> Published:
    terms = terms or in_edition(data)
    today = terms.archive.atlas if terms.archive else data
    return Published(views(today, "en", "nl", untranslated=untranslated), terms)


def json_of(files: Mapping[str, bytes], path: str) -> Any:
    """A JSON file's content."""
    return json.loads(files[path])


def csv_of(files: Mapping[str, bytes], path: str) -> list[list[str]]:
    """A CSV file's rows."""
    return list(csv.reader(io.StringIO(files[path].decode("utf-8-sig"), newline="")))
