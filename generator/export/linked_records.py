"""Turn records into nodes of linked data: each field by its name, each text in every language.

No field is named here, so that one more in the model is one more in the nodes. What has an id for good is a
node with its permanent address; what has none stands within the node that it belongs to.
"""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.model import Record
from generator.model.base import Translatable, steps_of
from generator.model.names import Name, home_of, mentions
from generator.text import LocalText

Node = dict[str, Any]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Known:
    """What is known of a thing with an id for good: its address, its types, its title in each language."""

    address: str
    types: tuple[str, ...]
    title: Mapping[str, str]


def in_languages(texts: Iterable[str | None]) -> dict[str, str]:
    """Return a text by the language that it really stands in, once where a translation is missing."""
    return {text.language: text.plain for text in texts if isinstance(text, LocalText)}


@dataclass(frozen=True)
class Nodes:
    """The nodes of one file's record; `in_words` are the names of the fields that hold texts."""

    known: Mapping[str, Known]
    in_words: set[str] = field(default_factory=set)

    def of(self, records: tuple[Record, ...], whole: Known) -> Iterator[Node]:
        """Give the nodes of a file's record, which is there in each language: the whole, then its parts."""
        used = {
            mention.path: "/".join(mention.name)
            for mention in mentions(records[0])
            if mention.role in ("used", "path") and not mention.is_key
        }
        walk = _Walk(self, used)
        walk.record(records, (), home_of(records[0]), whole)
        yield from walk.found


@dataclass(frozen=True)
class _Walk:
    nodes: Nodes
    used: Mapping[Path, str]
    found: list[Node] = field(default_factory=list)

    def record(self, records: tuple[Record, ...], path: Path, name: Name, known: Known | None) -> Node:
        node, here = self._begun(known)
        for attribute, step, mark in steps_of(type(records[0])):
            if step == "id" and "@id" in node:
                continue
            values = tuple(getattr(record, attribute) for record in records)
            value = self._value(values, mark, (*path, step), (*name, step))
            if value not in (None, [], {}):
                node[step] = value
                if mark is not None and isinstance(value, dict):
                    self.nodes.in_words.add(step)
        return here

    def _known(self, name: Name) -> Known | None:
        return self.nodes.known.get("/".join(name))

    def _begun(self, known: Known | None) -> tuple[Node, Node]:
        """Begin a node, and say what stands in its place: itself, or its address where it has one."""
        if known is None:
            node: Node = {}
            return node, node
        node = {"@id": known.address, "@type": list(known.types)}
        self.found.append(node)
        return node, {"@id": known.address}

    def _value(self, values: tuple[Any, ...], mark: Translatable | None, path: Path, name: Name) -> Any:
        first = values[0]
        if isinstance(first, Record):
            return self.record(values, path, name, self._known(name))
        if isinstance(first, tuple):
            return [
                self._value(items, mark, (*path, at), (*name, items[0].key) if _is_record(items) else name)
                for at, items in enumerate(zip(*values, strict=True))
            ]
        if isinstance(first, dict):
            return _together(
                self._value(tuple(value[key] for value in values), mark, (*path, key), (*name, key))
                for key in first
            )
        if isinstance(first, str):
            return self._words(values, mark, path, name)
        return first.isoformat() if isinstance(first, datetime.date) else first

    def _words(self, values: tuple[str, ...], mark: Translatable | None, path: Path, name: Name) -> Any:
        if mark is None:
            other = self.nodes.known.get(self.used.get(path, ""))
            return {"@id": other.address} if other else values[0]
        text = in_languages(values)
        known = self._known(name)
        if known is None:
            return text
        node, here = self._begun(known)
        node |= {"title": dict(known.title), "summary": text}
        return here


def _is_record(values: tuple[Any, ...]) -> bool:
    return isinstance(values[0], Record)


def _together(values: Iterable[Any]) -> Any:
    """Put texts by id, or rows of cells, into one: a list for each language, or a list of all."""
    found = list(values)
    if any(isinstance(item, list) or "@id" in item for item in found):
        return [each for item in found for each in (item if isinstance(item, list) else [item])]
    languages = dict.fromkeys(language for item in found for language in item)
    return {language: [item[language] for item in found if language in item] for language in languages}
