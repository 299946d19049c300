"""Put new levels and dimensions into a framework's file, and what is there into another order.

Whole lines move or are put in; comments go with what they stand above, and every other line stays as it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.editing.drafts.fields import LISTS, PARTS
from generator.editing.drafts.matrix import Matrix
from generator.editing.inplace import Editable
from generator.problems import Message, say


@dataclass(frozen=True)
class Structure:
    """What a table adds to a list of a framework, and the order of all that is in it then."""

    kind: str
    order: tuple[str, ...]
    added: Mapping[str, Mapping[str, Any]]
    is_sorted: bool
    before: tuple[str, ...] = ()

    @property
    def moved(self) -> tuple[str, ...]:
        """What does not stand in the order of before: the fewest that had to move."""
        runs: list[list[str]] = []
        for own in (own for own in self.order if own in self.before):
            place = self.before.index(own)
            fitting = (run for run in runs if self.before.index(run[-1]) < place)
            runs.append([*max(fitting, key=len, default=[]), own])
        stay = max(runs, key=len, default=[])
        return tuple(own for own in self.order if own not in stay)


def structures(matrix: Matrix, data: Mapping[str, Any]) -> tuple[Structure, ...]:
    """Every list that the table has more in, or in another order."""
    return tuple(found for kind in (*LISTS, *PARTS) if (found := _structure(kind, matrix, data)))


def _structure(kind: str, matrix: Matrix, data: Mapping[str, Any]) -> Structure | None:
    before = [item["id"] for item in data.get(kind, [])]
    table = {item["id"]: item for item in matrix.data.get(kind, [])}
    kept = [own for own in table if own in before]
    order = list(table)
    for place, own in enumerate(before):
        if own not in table and kind not in PARTS:
            order.insert(order.index(before[place - 1]) + 1 if place else 0, own)
    added = {own: item for own, item in table.items() if own not in before}
    is_sorted = kept != [own for own in before if own in table]
    return Structure(kind, tuple(order), added, is_sorted, tuple(before)) if added or is_sorted else None


def placed(matrix: Matrix, data: Mapping[str, Any], why: str) -> Matrix:
    """The table with a place on the scale for each new level, midway between those beside it; `why` asks why.

    Where no level of the framework has a place, a new one gets none.
    """
    found = _structure("levels", matrix, data)
    spans = {level["id"]: level["span"] for level in data.get("levels", []) if level.get("span")}
    if found is None or not found.added or not spans:
        return matrix
    levels = {level["id"]: level for level in matrix.data["levels"]}
    for place, own in enumerate(found.order):
        if own in found.added and "span" not in found.added[own]:
            below = next((spans[one] for one in reversed(found.order[:place]) if one in spans), None)
            above = next((spans[one] for one in found.order[place:] if one in spans), None)
            spans[own] = between(below, above, why)
            levels[own] = {**levels[own], "span": spans[own]}
    return replace(matrix, data={**matrix.data, "levels": [*levels.values()]})


def between(below: Any, above: Any, why: str) -> dict[str, Any]:
    """A place that climbs from the one below to the one above; at an end it is a half of its neighbour's."""
    if below is None:
        start, end = above["from"], (above["from"] + above["to"]) / 2
    elif above is None:
        start, end = (below["from"] + below["to"]) / 2, below["to"]
    else:
        start, end = (below["from"] + above["from"]) / 2, (below["to"] + above["to"]) / 2
    return {"from": round(start, 2), "to": round(end, 2), "confidence": "low", "justification": why}


def without_added(matrix: Matrix, found: Sequence[Structure]) -> Matrix:
    """The table without what is new in it, which is told and written apart."""
    new = {own for structure in found if structure.kind in LISTS for own in structure.added}
    return replace(
        matrix, cells={path: cell for path, cell in matrix.cells.items() if not new.intersection(path[1:3])}
    )


def described_structure(found: Structure) -> Iterator[Message]:
    """What comes in, and in which order things stand then."""
    for own, item in found.added.items():
        before = found.order[: found.order.index(own)]
        title = item["title"]
        if before:
            yield say(
                "%(kind)s: new, after '%(before)s': %(title)s (%(id)s)",
                kind=found.kind,
                before=before[-1],
                title=title,
                id=own,
            )
        else:
            yield say("%(kind)s: new, as the first: %(title)s (%(id)s)", kind=found.kind, title=title, id=own)
        if found.kind == "levels" and "span" in item:
            yield say(
                "'%(id)s' gets a place on the scale by those beside it, %(start)s to %(end)s: put it right, "
                "and write what in the source puts it there (span); it is not published till then",
                id=own,
                start=f"{item['span']['from']:g}",
                end=f"{item['span']['to']:g}",
            )
        elif found.kind == "levels":
            yield say("'%(id)s' has no place on the scale: add 'span' with its reason", id=own)
    if found.is_sorted:
        yield say("%(kind)s: another order: %(names)s", kind=found.kind, names=", ".join(found.order))


def restructured(
    content: bytes, file: str, found: Sequence[Structure], completed: Mapping[str, Any]
) -> bytes:
    """Return a framework's file with what is new in it, in the order of the table.

    Raises UnchangedError where that cannot be done by whole lines, as within braces.
    """
    edit = Editable(content, file)
    restructure(edit.value, found, completed)
    return edit.written()


def restructure(data: dict[str, Any], found: Sequence[Structure], completed: Mapping[str, Any]) -> None:
    """Put what is new into a framework's data, in the order of the table; `completed` has the new texts."""
    for structure in found:
        new = {item["id"]: item for item in completed[structure.kind]}
        old = {item["id"]: item for item in data[structure.kind]}
        data[structure.kind] = [old.get(own) or new[own] for own in structure.order]
        cells, texts = data.get("cells", {}), completed.get("cells", {})
        for own in structure.added:
            if structure.kind == "dimensions":
                put_in(cells, own, texts, structure.order)
            else:
                for row, there in cells.items():
                    put_in(there, own, texts.get(row, {}), structure.order)
    renumber(data)


def put_in(there: dict[str, Any], own: str, texts: Mapping[str, Any], order: Sequence[str]) -> None:
    """Put in the text or texts of what is new, behind what stands before it in the order."""
    if own not in texts:
        return
    keys = list(there)
    before = [key for key in keys if key in order[: order.index(own)]]
    place = keys.index(before[-1]) + 1 if before else 0
    items = [*there.items()]
    there.clear()
    there.update([*items[:place], (own, texts[own]), *items[place:]])


def renumber(data: Mapping[str, Any]) -> None:
    """Give levels that are numbered in the file the number of their place."""
    for number, level in enumerate(data.get("levels", []), 1):
        if "number" in level:
            level["number"] = number
