"""The fields of a framework that a table can hold: values in, the text of a cell out, and back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from generator.editing.drafts.ids import is_id
from generator.editing.drafts.yaml import plain_number
from generator.problems import Message, say
from generator.text import LocalText

FieldKind = Literal["label", "text", "name", "group", "items", "ids", "number", "year", "word"]
MAX_LENGTHS: Mapping[str, int] = {"label": 160, "text": 4000, "name": 300, "items": 100_000}


@dataclass(frozen=True)
class Field:
    """A field by its path in the YAML file, with the kind of value and its title for people."""

    key: str
    kind: FieldKind
    head: Message

    @property
    def path(self) -> tuple[str, ...]:
        """The steps of its key."""
        return tuple(self.key.split("."))


LEVEL_FIELDS = (
    Field("subtitle", "label", say("Subtitle")),
    Field("group", "group", say("Group")),
    Field("summary", "text", say("Summary")),
    Field("typical", "text", say("Typical")),
    Field("signs", "items", say("Signs")),
    Field("examples", "items", say("Examples")),
    Field("needs", "items", say("Needs")),
    Field("focus", "items", say("Focus")),
    Field("kpis", "items", say("KPIs")),
    Field("span.from", "number", say("From")),
    Field("span.to", "number", say("To")),
    Field("span.confidence", "number", say("Confidence")),
    Field("span.justification", "text", say("Justification")),
)
DIMENSION_FIELDS = (
    Field("subtitle", "label", say("Subtitle")),
    Field("group", "group", say("Group")),
    Field("question", "text", say("Question")),
    Field("themes", "ids", say("Themes")),
)
FRAMEWORK_FIELDS = (
    Field("level_word", "word", say("Word for a level")),
    Field("title", "label", say("Title")),
    Field("short_title", "label", say("Short title")),
    Field("publisher", "name", say("Publisher")),
    Field("summary", "text", say("Summary")),
    Field("source.document", "name", say("Source: document")),
    Field("source.author", "name", say("Source: author")),
    Field("source.author_role", "text", say("Source: author's role")),
    Field("source.publisher", "name", say("Source: publisher")),
    Field("source.year", "year", say("Source: year")),
    Field("source.address", "name", say("Source: address")),
    Field("source.note", "text", say("Source: note")),
    Field("notes", "items", say("Notes")),
)
GROUP_FIELDS = (
    Field("level_groups.title", "items", say("Groups of levels")),
    Field("level_groups.summary", "items", say("Groups of levels: summary")),
    Field("dimension_groups.title", "items", say("Groups of dimensions")),
    Field("dimension_groups.summary", "items", say("Groups of dimensions: summary")),
)
"""What a framework says of its groups, by their ids."""

Groups = Mapping[str, str]
"""Titles by id."""


def value_at(data: Any, path: tuple[str, ...]) -> Any:
    """What stands at a path, or None."""
    for step in path:
        if not isinstance(data, Mapping) or step not in data:
            return None
        data = data[step]
    return data


def put(data: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Set what stands at a path."""
    for step in path[:-1]:
        data = data.setdefault(step, {})
    data[path[-1]] = value


def cell_of(value: Any, kind: FieldKind, groups: Groups) -> str:
    """A value as the text of a cell; nothing for none."""
    if value is None:
        return ""
    if kind == "group":
        return f"{value}: {marked(groups[value])}" if value in groups else str(value)
    if kind == "items":
        return "\n".join(f"{key}: {_hung(marked(text))}" for key, text in value.items())
    if kind == "ids":
        return ", ".join(value)
    if kind == "number":
        return plain_number(float(value))
    return marked(value if isinstance(value, str) else str(value))


def marked(text: str) -> str:
    """A text as it is written; one that lacks its translation starts with the language that it stands in."""
    if isinstance(text, LocalText) and text.state == "fallback":
        return f"[{text.language}] {text}"
    return str(text)


def _hung(text: str) -> str:
    return text.replace("\n", "\n  ")


class UnfitError(Exception):
    """A cell that does not hold what its field asks for; says what that is."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def value_of(words: str, kind: FieldKind) -> Any:
    """The value that a cell's text stands for; of a group that is its id. Raises UnfitError."""
    if kind == "group":
        group_id = words.partition(": ")[0]
        if not is_id(group_id):
            raise UnfitError(say("A group is written 'id: title'"))
        return group_id
    if kind == "items":
        return _items(words)
    if kind == "ids":
        found = [item.strip() for item in words.split(",") if item.strip()]
        if not all(map(is_id, found)):
            raise UnfitError(say("Ids are written with commas between them"))
        return found
    if kind in ("number", "year"):
        try:
            number = float(words.replace(",", "."))
            return int(words) if kind == "year" else number
        except ValueError:
            raise UnfitError(say("A number stands here")) from None
    return words


def _items(words: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in re.split(r"\n(?!  )", words):
        key, parted, text = item.partition(":")
        key, text = key.strip(), text.strip(" ").replace("\n  ", "\n")
        if not parted or not text or not is_id(key) or key in found:
            raise UnfitError(say("Each line is written 'id: text', with an id of its own"))
        found[key] = text
    return found
