"""Complete what is known of a framework to a whole file, with prompts for what is not, and comments."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.editing.yaml import write_yaml
from generator.load.tree import Path
from generator.model import Dimension, Framework, Layer, Level, Record, Source
from generator.model.fields import draft_fields
from generator.problems import Message, say
from generator.unwritten import MARK, prompt

Words = Callable[[Message], str]
_DOUBTFUL = "low"
_LEVEL_KEYS = tuple(name for name in Level.model_fields if name != "number")
"""What a file says of a level; its number follows from the order."""


@dataclass(frozen=True)
class Outset:
    """What a new framework is told at its start: titles of bands, and what each theme's id means."""

    id: str
    language: str
    title: str | None = None
    level_word: str | None = None
    bands: Sequence[str] = ()
    themes: Mapping[str, str] = field(default_factory=dict)
    schema: str = "../schemas/framework.schema.json"
    subject: str | None = None


def blank_levels(count: int, words: Words) -> dict[str, Any]:
    """Levels that still have to be written."""
    titles = [prompt(words(say("Level %(number)s", number=n))) for n in range(1, count + 1)]
    levels = [{"id": f"level-{n}", "number": n, "title": title} for n, title in enumerate(titles, 1)]
    return {"levels": levels}


def blank_matrix(known: Mapping[str, Any], count: int, words: Words) -> dict[str, Any]:
    """What is known with a number of dimensions, and cells that still have to be written."""
    if not count:
        return dict(known)
    titles = [prompt(words(say("Dimension %(number)s", number=n))) for n in range(1, count + 1)]
    dimensions = [{"id": f"dimension-{n}", "title": title} for n, title in enumerate(titles, 1)]
    cells = {item["id"]: {level["id"]: "" for level in known["levels"]} for item in dimensions}
    return {**known, "dimensions": dimensions, "cells": cells}


def blank_layers(count: int, words: Words) -> dict[str, Any]:
    """Layers that still have to be written."""
    titles = [prompt(words(say("Layer %(number)s", number=n))) for n in range(1, count + 1)]
    summary = prompt(words(say("What this layer does, in one or two sentences.")))
    layers = [{"id": f"layer-{n}", "title": title, "summary": summary} for n, title in enumerate(titles, 1)]
    return {"layers": layers}


def complete(
    known: Mapping[str, Any], outset: Outset, words: Words, *, places_known: bool = False
) -> dict[str, Any]:
    """A framework in the order of its file's keys, with a prompt wherever a text is needed and missing.

    Levels are spread over the reference scale, unless what is known says where those that have a place stand.
    """
    name = outset.id.replace("-", " ").capitalize()
    title = outset.title or known.get("title")
    summary = prompt(words(say("What this framework is, in two or three sentences.")))
    document = prompt(words(say("The title of the document it comes from")))
    result: dict[str, Any] = {
        **known,
        "id": outset.id,
        "kind": "layers" if "layers" in known else "levels",
        "source_language": outset.language,
        "subject": outset.subject,
        "title": title or prompt(name),
        "short_title": known.get("short_title") or title or prompt(name),
        "summary": known.get("summary") or summary,
        "source": {"document": document, **known.get("source", {})},
    }
    if "levels" in known:
        result["level_word"] = known.get("level_word") or outset.level_word or "level"
        result |= completed_parts(known, words)
        if not places_known:
            _spread(result["levels"], len(outset.bands), words)
    return {key: result[key] for key in Framework.model_fields if result.get(key) not in (None, [], {})}


def completed_parts(known: Mapping[str, Any], words: Words) -> dict[str, Any]:
    """Levels, dimensions and cells with a prompt for each text that is missing."""
    result: dict[str, Any] = {"levels": [_level(level, words) for level in known.get("levels", ())]}
    if "dimensions" in known:
        untitled, empty = prompt(words(say("Title"))), prompt(words(say("What this looks like here.")))
        result["dimensions"] = [{**item, "title": item["title"] or untitled} for item in known["dimensions"]]
        result["cells"] = {
            row: {level: text or empty for level, text in texts.items()}
            for row, texts in known["cells"].items()
        }
    return result


def _level(level: Mapping[str, Any], words: Words) -> dict[str, Any]:
    result = {
        **level,
        "title": level["title"] or prompt(words(say("Title"))),
        "summary": level.get("summary") or prompt(words(say("What this level is, in one or two sentences."))),
    }
    return {key: result[key] for key in _LEVEL_KEYS if key in result}


def _spread(levels: list[dict[str, Any]], length: int, words: Words) -> None:
    """Give each level an equal part of the scale, and ask what puts it there."""
    for number, level in enumerate(levels if length else ()):
        level["span"] = {
            "from": round(number * length / len(levels), 2),
            "to": round((number + 1) * length / len(levels), 2),
            "confidence": _DOUBTFUL,
            "justification": prompt(words(say("What in the source puts it there."))),
        }


def file_of(data: Mapping[str, Any], outset: Outset, words: Words) -> str:
    """The file's text: the schema that editors check with, and comments above what they explain."""
    comments = {path: [words(line) for line in lines] for path, lines in _comments(data, outset).items()}
    return f"# yaml-language-server: $schema={outset.schema}\n{write_yaml(data, comments)}"


def _comments(data: Mapping[str, Any], outset: Outset) -> dict[Path, list[Message]]:
    found: dict[Path, list[Message]] = {
        ("id",): [
            say(
                "Texts that start with %(mark)s are still to be written: 'atlas validate' lists them.",
                mark=MARK,
            ),
            say("The id stands in addresses and catalogues, and is permanent. It names the file as well."),
        ],
        ("kind",): [say("levels: one is higher than another. layers: parts that must all be in place.")],
        ("level_word",): [say("What the source calls a level: level, stage, phase or step.")],
        ("source_language",): [say("The language that this file is written in; locales/ holds the others.")],
        ("title",): [say("As the source names it; short_title stands where there is little room.")],
        ("source",): [
            say("Leave out what you do not know. It may also have: %(keys)s.", keys=_keys(Source)),
            say("Are the questions of the quiz yours and not the source's: 'added: [{what: questions}]'."),
        ],
        ("levels",): [
            say("The lowest comes first. Give each an id after its title now: ids are permanent."),
            say(
                "A level may also have: %(keys)s; and as 'id: text' lines: %(lists)s.",
                keys=_keys(Level, lists=False),
                lists=_keys(Level, lists=True),
            ),
        ],
        ("layers",): [
            say("Give each an id after its title now: ids are permanent."),
            say("A layer may also have: %(keys)s.", keys=_keys(Layer)),
        ],
        ("dimensions",): [
            say("The rows of the matrix. A dimension may also have: %(keys)s.", keys=_keys(Dimension)),
            say(
                "Give each its themes in a line such as 'themes: [%(first)s]'.",
                first=next(iter(outset.themes), ""),
            ),
            *(say("- %(id)s: %(means)s", id=theme, means=means) for theme, means in outset.themes.items()),
        ],
        ("cells",): [say("A text for every dimension at every level, in your own words.")],
    }
    if outset.bands:
        bands = "; ".join(f"{n - 1}–{n} {title}" for n, title in enumerate(outset.bands, 1))
        found["levels", 0, "span"] = [
            say("Where the level stands on the reference scale: %(bands)s.", bands=bands),
            say(
                "Spread evenly for now. Say what puts it there, and how sure you are of that: "
                "high, medium or low."
            ),
        ]
    if further := _keys(Framework):
        found["title",].append(say("A framework may also have: %(keys)s.", keys=further))
    return {path: lines for path, lines in found.items() if path[0] in data}


def _keys(kind: type[Record], *, lists: bool | None = None) -> str:
    """The keys that a record may lack; on demand only those that are lists of texts, or only the others."""
    keys = (item.key for item in draft_fields(kind) if lists in (None, item.kind == "items"))
    return ", ".join(keys)
