"""Compare what a table says of relations with a crosswalk's file: what to change, add and take away."""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.crosswalk import End
from generator.editing.crosswalks.drafting import Outset, Words, asked_texts
from generator.editing.crosswalks.given import NEEDED, NO_COUNTERPART, ROOM, Given, items_of
from generator.editing.crosswalks.held import Before, is_untouched
from generator.editing.crosswalks.reading import doubles, turned, unfit, values_of
from generator.editing.crosswalks.shifted import shifted
from generator.editing.ids import unique_id
from generator.editing.tables.exported import stays
from generator.load.tree import Path
from generator.problems import Problem, say
from generator.text import plain
from generator.unwritten import is_prompt, prompt

_JUDGEMENT = ("subject", "relation", "extent", "object", "property", "rationale", "confidence")
"""What a review was about: where one of these differs, nobody has checked it."""


@dataclass(frozen=True)
class Edit:
    """A field of an item that gets another value: `old` is None where it had none, `new` where it goes."""

    path: Path
    name: str
    old: Any
    new: Any


@dataclass
class Merged:
    """What a table says otherwise than a file; `rows` tell which row an item of the file comes from."""

    edits: list[Edit] = field(default_factory=list)
    gone: dict[Path, str] = field(default_factory=dict)
    mappings: list[dict[str, Any]] = field(default_factory=list)
    absences: list[dict[str, Any]] = field(default_factory=list)
    rows: dict[str, Given] = field(default_factory=dict)
    unreviewed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many items differ."""
        return len({edit.path[:2] for edit in self.edits}) + len(self.mappings) + len(self.absences)


def merged(
    rows: Sequence[Given],
    data: Mapping[str, Any],
    known: Mapping[str, Collection[str]],
    outset: Outset,
    words: Words,
) -> Merged:
    """Compare rows with the plain data of a crosswalk; `known` are the ends of its two frameworks."""
    work = _Merging(data, known, outset, words)
    work.done.problems += (*doubles(rows), *shifted(rows, data))
    for row in rows:
        work.take(row)
    return work.done


class _Merging:
    def __init__(
        self, data: Mapping[str, Any], known: Mapping[str, Collection[str]], outset: Outset, words: Words
    ) -> None:
        self.known, self.outset, self.words = known, outset, words
        self.mappings, self.absences = items_of(data, "mappings"), items_of(data, "no_counterpart")
        self.taken = {str(item["id"]) for item in self.mappings.values()}
        self.judged = {frozenset((item["subject"], item["object"])) for item in self.mappings.values()}
        self.absent = {item["subject"] for item in self.absences.values()}
        self.done = Merged()

    def take(self, row: Given) -> None:
        """Compare one row, and note what it says otherwise."""
        values, problems = values_of(row, self.known)
        self.done.problems += problems
        if problems:
            return
        kind, _, own = row.key.partition("/")
        items = self.mappings if kind == "mappings" else self.absences
        name = "id" if kind == "mappings" else "subject"
        index = next((n for n, item in items.items() if item[name] == own), None) if row.key else None
        if index is None and is_untouched(row):
            self.done.problems.append(stays(row.cell, "I745"))
        elif index is None and row.key and not row.is_list:
            message = say("The file has no '%(key)s'", key=row.key)
            hint = say("Empty the key to add the row as a new one, or export the crosswalk again")
            self.done.problems.append(row.cell.problem("I742", message, hint, "error"))
        elif index is None:
            self._new(row, values, own if kind == "mappings" else "")
        elif kind == "mappings":
            self._mapping(row, values, ("mappings", index), items[index])
        else:
            self._absence(row, values, ("no_counterpart", index), items[index])

    def _mapping(self, row: Given, values: dict[str, Any], path: Path, item: Mapping[str, Any]) -> None:
        if values.get("subject") == item["object"] and values.get("object") == item["subject"]:
            values = turned(values)
        if not self._is_about(row, values, item["subject"]):
            return
        self.done.rows[f"mappings/{item['id']}"] = row
        before = Before.of(row, item, self.known)
        if values.get("relation") == NO_COUNTERPART:
            for name, there in item.items():
                self.done.problems += before.conflict(name, there, row.at("relation"))
            reason = values.get("justification") or item.get("justification")
            self.done.gone[path] = row.key
            self._add_absence(row, {"subject": item["subject"], "justification": reason})
            return
        edits = [
            Edit(path, name, item.get(name), new)
            for name, new in values.items()
            if name != "subject" and self._is_said(before, name, item.get(name), new)
        ]
        relation = str(values.get("relation") or item.get("relation"))
        edited = {edit.name for edit in edits}
        if "relation" in edited:
            edits += [
                Edit(path, name, item[name], None)
                for name in ROOM["intersects-with"]
                if item.get(name) and name not in (*edited, *ROOM.get(relation, ())) and is_prompt(item[name])
            ]
        if edited.intersection(_JUDGEMENT):
            edits += self._no_longer_checked(path, item, edited)
        self.done.edits += edits

    def _is_said(self, before: Before, name: str, there: Any, here: Any) -> bool:
        """Whether a row wants another value than the file has, and not the one that was exported."""
        if before.is_untouched(name, here):
            self.done.problems += before.stays(name, there)
        elif self._differs(before.row, name, there, here):
            self.done.problems += before.conflict(name, there)
            return True
        return False

    def _no_longer_checked(
        self, path: Path, item: Mapping[str, Any], edited: Collection[str]
    ) -> Iterable[Edit]:
        """Take a review back, which was of another judgement, and date the new one."""
        if item.get("reviewer") and "reviewer" not in edited:
            self.done.unreviewed.append(str(item["id"]))
            yield Edit(path, "reviewer", item["reviewer"], None)
        if "date" not in edited and item.get("date") != self.outset.day.isoformat():
            yield Edit(path, "date", item.get("date"), self.outset.day)

    def _differs(self, row: Given, name: str, old: Any, new: Any) -> bool:
        if new is None:
            if name in NEEDED:
                message = say("%(field)s is empty; a relation needs it", field=name)
                hint = say(
                    "Write it; if nobody knows it yet, begin it with %(mark)s", mark=prompt("").strip()
                )
                self.done.problems += [] if row.is_list else [unfit(row.at(name), message, hint)]
                return False
            return old is not None and not row.is_list
        if isinstance(new, datetime.date):
            return bool(old != new.isoformat())
        if isinstance(new, str) and isinstance(old, str):
            return new != old.strip() and not (row.is_list and new == plain(old).strip())
        return bool(old != new)

    def _absence(self, row: Given, values: dict[str, Any], path: Path, item: Mapping[str, Any]) -> None:
        if not self._is_about(row, values, item["subject"]):
            return
        self.done.rows[f"no_counterpart/{item['subject']}"] = row
        there = item.get("reason")
        before = Before.of(row, {"subject": item["subject"], "justification": there}, self.known)
        is_absent = values.get("relation") in (None, NO_COUNTERPART)
        for name, cell in row.cells.items() if is_absent and not row.is_list else ():
            if name not in ("subject", "relation", "object", "justification") and cell.text:
                message = say(
                    "Where nothing answers there is a reason only; not imported: %(name)s", name=name
                )
                self.done.problems.append(cell.problem("I745", message))
        if not is_absent:
            number = len(self.done.mappings)
            self.done.problems += before.conflict("justification", there, row.at("relation"))
            self._new(row, {"justification": there, **values, "subject": item["subject"]}, "")
            if len(self.done.mappings) > number:
                self.done.gone[path] = row.key
            return
        reason = values.get("justification")
        if "justification" in values and self._is_said(before, "justification", there, reason):
            self.done.edits.append(Edit(path, "reason", there, reason))

    def _is_about(self, row: Given, values: Mapping[str, Any], subject: str) -> bool:
        if values.get("subject") in (None, subject):
            return True
        message = say(
            "The key is that of a row about %(right)s, and the row is about %(wrong)s",
            right=subject,
            wrong=values["subject"],
        )
        hint = say("Sort whole rows, keys included; or export the crosswalk again")
        self.done.problems.append(row.cell.problem("I742", message, hint, "error"))
        return False

    def _new(self, row: Given, values: dict[str, Any], own: str) -> None:
        written = {name: value for name, value in values.items() if value is not None}
        if not written.keys() - {"subject"}:
            return
        ends = [written[name] for name in ("subject", "object") if name in written]
        if row.is_list and (frozenset(ends) in self.judged or not self.absent.isdisjoint(ends)):
            message = say("%(ends)s: judged here already, and left as it is", ends=" – ".join(ends))
            self.done.problems.append(row.cell.problem("I745", message))
            return
        asked = {
            "subject": say("Write which part the row is about"),
            "relation": say("Choose how the two relate, or %(none)s", none=NO_COUNTERPART),
            "object": say("Choose the part of the other framework that it relates to"),
        }
        for name, hint in asked.items():
            if name not in written and not (name == "object" and written.get("relation") == NO_COUNTERPART):
                message = say("%(field)s is empty; a relation needs it", field=name)
                self.done.problems.append(unfit(row.at(name), message, hint))
                return
        if written["relation"] == NO_COUNTERPART:
            self._add_absence(row, written)
        else:
            self._add_mapping(row, written, own)

    def _add_absence(self, row: Given, values: Mapping[str, Any]) -> None:
        subject = str(values["subject"])
        own = End.parse(subject).framework
        item = {
            "subject": subject,
            "framework": next(side for side in self.known if side != own),
            "reason": values.get("justification")
            or prompt(self.words(say("Why nothing there answers to it."))),
        }
        self.done.absences.append(item | ({"draft": True} if row.is_foreign else {}))
        self.done.rows[f"no_counterpart/{subject}"] = row

    def _add_mapping(self, row: Given, values: Mapping[str, Any], own: str) -> None:
        one, other = (str(values[name]) for name in ("subject", "object"))
        name = own if own and own not in self.taken else ""
        name = name or unique_id(f"{one.split('/')[-1]} {other.split('/')[-1]}", "mapping", self.taken)
        self.taken.add(name)
        self.judged.add(frozenset((one, other)))
        given = {key: value for key, value in values.items() if value is not None}
        start = {"id": name, "subject": one, "relation": given["relation"], "object": other}
        otherwise = {"rationale": "semantic", "confidence": "low", "date": self.outset.day}
        # What we judged comes back as it was; of anything else is asked what its relation leaves room for.
        relation = "" if own else str(given["relation"])
        asked = asked_texts(relation, one, other, self.outset, self.words)
        item = start | otherwise | asked | given | ({"draft": True} if row.is_foreign else {})
        order = [*start, "extent", "property", "rationale", "confidence", "justification"]
        order += [*ROOM["intersects-with"], "note", "author", "reviewer", "date", "sources", "draft"]
        self.done.mappings.append({key: item[key] for key in order if key in item})
        self.done.rows[f"mappings/{name}"] = row
