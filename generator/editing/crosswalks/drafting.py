"""Draft a crosswalk: every level and layer once, with what may answer to it, and its reason left to write."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.crosswalk import End, span_of
from generator.editing.crosswalks.given import ROOM
from generator.editing.crosswalks.suggesting import Suggester, Suggestion
from generator.editing.ids import unique_id
from generator.editing.yaml import Comments, write_yaml
from generator.judged import HALF_A_BAND, rung_at, unaddressed, unjudged_overlaps
from generator.load.tree import Path
from generator.model import Atlas, Crosswalk
from generator.problems import Message, say
from generator.unwritten import MARK, prompt

Words = Callable[[Message], str]

_OTHERS = 2


@dataclass(frozen=True)
class Outset:
    """What a draft is told at its start."""

    language: str
    author: str | None
    day: datetime.date
    schema: str = "../../schemas/crosswalk.schema.json"


@dataclass(frozen=True)
class Draft:
    """What is new in a crosswalk; comments are found by the list and the position in it."""

    mappings: Sequence[Mapping[str, Any]]
    absences: Sequence[Mapping[str, Any]]
    comments: Comments


def draft(walk: Crosswalk, suggester: Suggester, outset: Outset, words: Words) -> Draft:
    """Draft what a crosswalk passes over: for each end what likeliest answers to it, or that nothing does.

    Levels that share half a band or more are laid beside each other as well.
    """
    atlas = suggester.atlas
    taken = {item.id for item in walk.mappings}
    mappings: list[dict[str, Any]] = []
    absences: list[dict[str, Any]] = []
    comments: dict[Path, Sequence[str]] = {}
    done: set[End] = set()

    def lay(end: End, found: Sequence[Suggestion]) -> None:
        name = unique_id(f"{end.ids[0]} {found[0].end.ids[0]}", "mapping", taken)
        taken.add(name)
        done.update((end, found[0].end))
        comments["mappings", len(mappings)] = [*_comment(end, found, atlas, words)]
        mappings.append(_mapping(name, end, found[0], outset, words))

    left = [
        (end, other)
        for own, other in ((walk.subject, walk.object), (walk.object, walk.subject))
        for end in unaddressed(walk, atlas.framework(own), atlas.framework(other))
    ]
    for end, other in left:
        if end in done:
            continue
        found = suggester.suggestions(end, other)
        if found:
            lay(end, found)
            continue
        comments["no_counterpart", len(absences)] = [part_text(end, atlas)]
        reason = prompt(words(say("Why nothing there answers to it.")))
        absences.append({"subject": str(end), "framework": other, "reason": reason})
    laid = {frozenset((item["subject"], item["object"])) for item in mappings}
    absent = {item["subject"] for item in absences}
    for one, two, shared in unjudged_overlaps(
        walk, atlas.framework(walk.subject), atlas.framework(walk.object)
    ):
        pair = frozenset((str(one), str(two)))
        likely = suggester.suggestion(one, two)
        if shared >= HALF_A_BAND and likely and pair not in laid and pair.isdisjoint(absent):
            lay(one, [likely])
    return Draft(mappings, absences, comments)


def _mapping(name: str, end: End, best: Suggestion, outset: Outset, words: Words) -> dict[str, Any]:
    return {
        "id": name,
        "subject": str(end),
        "relation": best.relation,
        "object": str(best.end),
        "rationale": "semantic",
        "confidence": "low",
        **asked_texts(best.relation, str(end), str(best.end), outset, words),
        "date": outset.day,
    }


def asked_texts(relation: str, one: str, other: str, outset: Outset, words: Words) -> dict[str, str]:
    """Write what is asked for of a relation: why, what both have, what each has alone, and who judges."""
    asked = {
        "shared": say("What both have."),
        "only_subject": say("What only %(end)s has.", end=one),
        "only_object": say("What only %(end)s has.", end=other),
    }
    return {
        "justification": prompt(words(say("Why, in a sentence or two."))),
        **{field: prompt(words(asked[field])) for field in ROOM.get(relation, ())},
        "author": outset.author or prompt(words(say("Who judges: editor, sceptic, or a name."))),
    }


def _comment(end: End, found: Sequence[Suggestion], atlas: Atlas, words: Words) -> Iterator[str]:
    best = found[0]
    yield part_text(end, atlas)
    yield part_text(best.end, atlas)
    yield words(say("Suggested, and judged by nobody: %(reasons)s.", reasons=reasons(best, words)))
    if best.relation == "intersects-with":
        yield words(say("Add how much they overlap: 'extent: nearly-the-same', 'half' or 'little'."))
    if best.relation in ("supports", "is-supported-by"):
        yield words(say("Add how: 'property: integral-to', 'example-of' or 'precedes'."))
    for other in found[1 : 1 + _OTHERS]:
        yield words(say("Or: %(end)s (%(reasons)s).", end=other.end, reasons=reasons(other, words)))


def reasons(suggestion: Suggestion, words: Words) -> str:
    """Say what speaks for a suggestion, the weightiest first."""
    return "; ".join(map(words, suggestion.reasons))


def part_text(end: End, atlas: Atlas) -> str:
    """Write what is said of a part, with its place on the scale."""
    framework = atlas.framework(end.framework)
    item = rung_at(framework, end)
    span = span_of(end, atlas)
    place = f" ({span.start:g}–{span.end:g})" if span else ""
    return f"{end}{place}: {' '.join(item.summary.split())}"


def whole_file(
    walk: Crosswalk, made: Draft, outset: Outset, words: Words, *, has_every_level: bool = True
) -> str:
    """Write a new file of a draft; at its head stands what to do with it."""
    data: dict[str, Any] = {
        "subject": walk.subject,
        "object": walk.object,
        "source_language": outset.language,
        "mappings": list(made.mappings),
        "no_counterpart": list(made.absences),
    }
    comments = {**made.comments, ("subject",): [*map(words, _head(has_every_level))]}
    return f"# yaml-language-server: $schema={outset.schema}\n{write_yaml(data, comments)}"


def _head(has_every_level: bool) -> Iterator[Message]:
    if has_every_level:
        yield say(
            "Each level and layer stands here, as a draft: what has %(mark)s is not published. "
            "Write why, change what is wrong, take away what does not apply.",
            mark=MARK,
        )
    yield say("Where nothing answers to a level, move it to 'no_counterpart', with a reason.")
    yield say(
        "Relations: equal, subset-of, superset-of, intersects-with or no-relationship; with a layer, "
        "supports or is-supported-by."
    )


def added_to(text: str, made: Draft) -> str:
    """Add a draft to a file that is there, at the end of its lists; all else stays as it is."""
    for name, items in (("no_counterpart", made.absences), ("mappings", made.mappings)):
        if items:
            own = {("items", *path[1:]): lines for path, lines in made.comments.items() if path[0] == name}
            block = write_yaml({"items": list(items)}, own).partition("\n")[2]
            text = _with_items(text, name, block)
    return text


def _with_items(text: str, name: str, block: str) -> str:
    """Put items at the end of a list of the top level, which may be empty or not there."""
    lines = text.splitlines(keepends=True)
    start = next((n for n, line in enumerate(lines) if line.startswith(f"{name}:")), None)
    if start is None:
        return f"{text.rstrip()}\n{name}:\n{block}"
    if lines[start].partition(":")[2].strip() in ("[]", "null", "~"):
        lines[start] = f"{name}:\n"
    end = next((n for n in range(start + 1, len(lines)) if lines[n][:1] not in " -#\n"), len(lines))
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += "\n"
    return "".join([*lines[:end], block, *lines[end:]])
