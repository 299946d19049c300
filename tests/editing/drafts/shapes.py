"""Tables in the shapes of public models, with invented texts, and what is right for each."""

from dataclasses import dataclass, field

from generator.editing.drafts.importing import Imported, import_table
from generator.editing.drafts.known_words import Role
from generator.editing.drafts.plain import Reading
from generator.editing.drafts.sides import Side
from generator.editing.tables import read_tables

HEADS = {"id": "id", "group": "group", "question": "question", "summary": "summary", "description": "summary"}


@dataclass(frozen=True)
class Right:
    """What comes of a table: levels with their own numbers, and of each dimension what stands in its cells.

    `told` are the codes of all that is said, `beside` what dimensions have besides their titles.
    """

    levels: str
    cells: dict[str, str]
    told: tuple[str, ...] = ()
    title: str | None = None
    groups: str = ""
    beside: dict[str, str] = field(default_factory=dict)
    summaries: str = ""


def imported(
    content: bytes | str, file: str, side: Side | None = None, given: dict[str, Role] | None = None
) -> Imported:
    content = content.encode() if isinstance(content, str) else content
    return import_table(read_tables(content, file), 1, Reading(side, HEADS, given=given or {}))


def found(result: Imported) -> Right:
    """What came of a table."""
    told = tuple(dict.fromkeys(problem.code for problem in result.problems))
    assert result.matrix is not None, [str(problem) for problem in result.problems]
    data = result.matrix.data
    groups = {group["id"]: group["title"] for group in data.get("dimension_groups", [])}
    levels, dimensions = data["levels"], data["dimensions"]
    beside = {
        item["title"]: " ".join(item[name] for name in ("subtitle", "question") if name in item)
        for item in dimensions
        if {"subtitle", "question"} & item.keys()
    }
    return Right(
        " / ".join(f"{level.get('source_number', '')} {level['title']}".strip() for level in levels),
        {item["title"]: " / ".join(data["cells"][item["id"]].values()) for item in dimensions},
        told,
        result.heading.text if result.heading else None,
        " / ".join(f"{groups[item['group']]}" for item in dimensions if "group" in item),
        beside,
        " / ".join(level.get("summary", "") for level in levels).strip("/ "),
    )
