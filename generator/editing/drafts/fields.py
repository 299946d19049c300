"""Write the fields of a framework into cells of a table, and read them back."""

import re
from collections.abc import Mapping
from typing import Any

from generator.editing.ids import id_of, is_id
from generator.editing.yaml import plain_number
from generator.load.tree import Path
from generator.model import Dimension, Framework, Level, Record
from generator.model.base import LABEL_LENGTH, NAME_LENGTH, TEXT_LENGTH
from generator.model.fields import Field, FieldKind, Shown, table_fields
from generator.problems import Message, say
from generator.text import LocalText

MAX_LENGTHS: Mapping[str, int] = {
    "label": LABEL_LENGTH,
    "text": TEXT_LENGTH,
    "name": NAME_LENGTH,
    "items": 100_000,
}

_WORDS = re.compile(r"[\w -]+")


def _short_first(kind: type[Record]) -> tuple[Field, ...]:
    """A matrix's fields beside titles: what one reads at a glance is next to them."""
    return tuple(sorted(table_fields(kind), key=lambda item: item.kind not in ("label", "group")))


LEVEL_FIELDS = _short_first(Level)
DIMENSION_FIELDS = _short_first(Dimension)
FRAMEWORK_FIELDS = table_fields(Framework)
GROUP_FIELDS = tuple(
    Field((groups, name), (groups, name), "items", Shown(head), required=False)
    for groups, name, head in (
        ("level_groups", "title", say("Groups of levels")),
        ("level_groups", "summary", say("Groups of levels: summary")),
        ("dimension_groups", "title", say("Groups of dimensions")),
        ("dimension_groups", "summary", say("Groups of dimensions: summary")),
    )
)
"""What a framework says of its groups, by their ids: not fields of its own, but of the records in a list."""


def _of_part(name: str, head: Message, kind: FieldKind, *, required: bool = False) -> Field:
    return Field((name,), (name,), kind, Shown(head), required)


PART_FIELDS: Mapping[str, tuple[Field, ...]] = {
    "practices": (
        _of_part("title", say("Practice"), "label", required=True),
        _of_part("dimension", say("Dimension"), "group"),
        _of_part("level", say("Level"), "group", required=True),
        _of_part("effort", say("Effort"), "word"),
        _of_part("summary", say("How"), "text"),
        _of_part("references", say("References"), "ids"),
    ),
    "profiles": (
        _of_part("title", say("Target profile"), "label", required=True),
        _of_part("summary", say("For whom"), "text"),
    ),
}
"""What has a column in the tables beside a matrix; a profile has one for each dimension too."""

LISTS = ("levels", "dimensions")
"""The parts of a framework that a table has in columns and rows, by their ids."""

PARTS = tuple(PART_FIELDS)
"""Its lists that have tables of their own beside that, with a row for each, by its id."""

Groups = Mapping[str, str]
"""Titles by id."""


def by_position(data: Mapping[str, Any], path: tuple[str, ...]) -> Path | None:
    """A path by ids as one by positions in lists; None where there is no such item."""
    if path[0] not in (*LISTS, *PARTS):
        return path
    numbers = [number for number, item in enumerate(data.get(path[0], ())) if item["id"] == path[1]]
    return (path[0], numbers[0], *path[2:]) if numbers else None


def value_at(data: Any, path: Path) -> Any:
    """What stands at a path, or None."""
    for step in path:
        if not isinstance(step, int) and (not isinstance(data, Mapping) or step not in data):
            return None
        data = data[step]
    return data


def put(data: Any, path: Path, value: Any) -> None:
    """Set what stands at a path."""
    for step in path[:-1]:
        data = data[step] if isinstance(step, int) else data.setdefault(step, {})
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
        found = [item.strip() for item in re.split("[,;\n]", words) if item.strip()]
        if wrong := next((item for item in found if not is_id(item)), None):
            if not _WORDS.fullmatch(wrong):
                # Of several that something else parts, the id would be one that nobody has.
                raise UnfitError(say("Ids such as 'first-steps' stand here; commas part them"))
            like = id_of(wrong) or "a-word"
            message = say(
                "'%(item)s' is no id: write one such as '%(id)s'; commas part them", item=wrong, id=like
            )
            raise UnfitError(message)
        return found
    if kind in ("number", "integer"):
        try:
            number = float(words.replace(",", "."))
            return int(words) if kind == "integer" else number
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
