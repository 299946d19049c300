"""Read SSSOM, our own and that of others, as rows about relations between frameworks.

The format is https://mapping-commons.github.io/sssom/spec-formats-tsv/. Of ours each judged relation comes
back, also after a program that keeps no extension columns; of others' what has a true counterpart here.
"""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from generator.editing.crosswalks.given import CHOICES, NO_COUNTERPART, Given
from generator.editing.tables import Cell, UnreadableTableError
from generator.editing.tables.files import text_of
from generator.editing.tables.table import within_limits
from generator.formulas import unguarded
from generator.load.tree import read_tree
from generator.model import FIGURES, PREDICATES
from generator.problems import Message, Place, Problem, say

Pair = tuple[str, str]

_RELATIONS = {
    ("skos:exactMatch", ""): "equal",
    ("owl:equivalentClass", ""): "equal",
    ("skos:broadMatch", ""): "subset-of",
    ("rdfs:subClassOf", ""): "subset-of",
    ("skos:narrowMatch", ""): "superset-of",
    ("skos:relatedMatch", "Not"): "no-relationship",
}
"""What says the same as a relation of ours: `A skos:broadMatch B` says that B is the broader one."""
_VOCABULARIES = {
    "http://www.w3.org/2004/02/skos/core#": "skos:",
    "http://www.w3.org/2002/07/owl#": "owl:",
    "http://www.w3.org/2000/01/rdf-schema#": "rdfs:",
}
_NOTHING = "sssom:NoTermFound"
_PART = re.compile(r"(?:^|.*/id/|[\w.-]+:)([a-z0-9-]+)/#(\S+)")
_WHOLE = re.compile(r"(?:^|.*/id/|[\w.-]+:)([a-z0-9-]+)/?")
_RECORD = re.compile(r"(?:.*/id/|[\w.-]+:)crosswalks/([a-z0-9-]+--[a-z0-9-]+)/#mappings/([a-z0-9-]+)")
_CHAINED = "semapv:MappingChaining"
_TEXTS = ("justification", "shared", "only_subject", "only_object", "note")
_AUTHORS = ("author_label", "author_id", "creator_label", "creator_id", "mapping_tool")


@dataclass
class Mappings:
    """The rows of each pair, and the language that each is written in.

    `derived` counts relations of ours that nobody judged, `left_out` are languages that are not read.
    Of some pair neither the file nor the project says a language where one `is_assumed`.
    """

    rows: dict[Pair, list[Given]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    derived: int = 0
    languages: dict[Pair, str] = field(default_factory=dict)
    left_out: set[str] = field(default_factory=set)
    is_assumed: bool = False


def is_sssom(content: bytes) -> bool:
    """Say whether a file has the columns that SSSOM asks for."""
    for line in io.BytesIO(content):
        if not line.startswith((b"#", b"\xef\xbb\xbf#")):
            return b"subject_id" in line and b"predicate_id" in line and b"\t" in line
    return False


def read_sssom(
    content: bytes, file: str, known: Mapping[str, Collection[str]], languages: Mapping[Pair, str], other: str
) -> Mappings:
    """Read a file; `known` are the ends of each framework, `languages` those that pairs are written in.

    Texts of a pair that nobody has begun are taken in the language `other`.
    """
    text, told = text_of(content, file)
    head = takewhile(lambda line: line.startswith("#"), text.split("\n"))
    header = read_tree("\n".join(line[1:] for line in head).encode(), file).value
    reading = _Reading(known, languages, other, header if isinstance(header, dict) else {})
    reading.found.problems += told
    names, *lines = within_limits(_rows(text, file))
    for line in lines:
        reading.take({name.text: cell for name, cell in zip(names, line, strict=False) if cell.text})
    return reading.found


def _rows(text: str, file: str) -> Iterator[list[Cell]]:
    first = next(n for n, line in enumerate(text.split("\n")) if not line.startswith("#"))
    body = "".join(f"{line}\n" for line in text.split("\n")[first:])
    reader = csv.reader(io.StringIO(body, newline=""), delimiter="\t")
    start = 1
    try:
        for row in reader:
            yield [Cell(words.strip(), Place(file, first + start, n)) for n, words in enumerate(row, 1)]
            start = reader.line_num + 1
    except csv.Error as error:
        message = say("The table cannot be read: %(reason)s", reason=error)
        raise UnreadableTableError("I700", Place(file, first + start), message) from error


class _Reading:
    def __init__(
        self,
        known: Mapping[str, Collection[str]],
        languages: Mapping[Pair, str],
        other: str,
        header: Mapping[str, Any],
    ) -> None:
        self.known, self.languages, self.other, self.header = known, languages, other, header
        self.prefixes = given if isinstance(given := header.get("curie_map"), dict) else {}
        self.found = Mappings()

    def take(self, line: Mapping[str, Cell]) -> None:
        """Read one row, or say why it is left out."""
        if not line:
            return
        first = next(iter(line.values()))
        ends = [self._end(line, side, first) for side in ("subject", "object")]
        if None in ends:
            return
        one, two = (end or "" for end in ends)
        turned = one == _NOTHING
        one, two = (two, one) if turned else (one, two)
        own, other = (end.partition("/")[0] for end in (one, two))
        if two == _NOTHING:
            other = self._framework(line, "subject" if turned else "object")
        if one == _NOTHING or not other or other == own:
            message = say("The row does not say which two frameworks it is about")
            self.found.problems.append(first.problem("I744", message))
            return
        pair = (min(own, other), max(own, other))
        record = _RECORD.fullmatch(self._whole(self._text(line, "record_id")))
        ours = record is not None and record[1] == "--".join(pair)
        says = line.get("predicate_label", first).text in (*CHOICES["relation"], NO_COUNTERPART)
        absent = two == _NOTHING
        if not ours and says and self._text(line, "mapping_justification") == _CHAINED:
            self.found.derived += 1
            return
        relation = NO_COUNTERPART if absent else self._relation(line, first)
        if relation is None:
            return
        fields = {"subject": one, "object": other if absent else two, "relation": relation}
        place = {"subject": "subject_id", "object": "object_id", "relation": "predicate_id"}
        fields |= self._facts(line, pair, is_foreign=(is_foreign := not (ours or (absent and says))))
        cells = {
            name: Cell(value, line.get(place.get(name, name), first).place)
            for name, value in fields.items()
            if value
        }
        key = f"no_counterpart/{one}" if absent else f"mappings/{record[2]}" if record and ours else ""
        row = Given(first, cells, key, is_list=True, is_foreign=is_foreign)
        self.found.rows.setdefault(pair, []).append(row)

    def _text(self, line: Mapping[str, Cell], slot: str) -> str:
        """Read a slot of a row, or of the whole set."""
        given = self.header.get(slot)
        return unguarded(line[slot].text) if slot in line else given if isinstance(given, str) else ""

    def _whole(self, name: str) -> str:
        prefix, _, rest = name.partition(":")
        root = self.prefixes.get(prefix)
        return f"{root}{rest}" if isinstance(root, str) else name

    def _end(self, line: Mapping[str, Cell], side: str, first: Cell) -> str | None:
        name = self._text(line, f"{side}_id")
        if name == _NOTHING:
            return name
        for text in (self._whole(name), name):
            found = _PART.fullmatch(text)
            end = f"{found[1]}/{found[2]}" if found else text
            if end in self.known.get(end.partition("/")[0], ()):
                return end
        message = say("'%(id)s' is nothing in this atlas; the row is left out", id=name or "–")
        self.found.problems.append(line.get(f"{side}_id", first).problem("I744", message))
        return None

    def _framework(self, line: Mapping[str, Cell], side: str) -> str:
        found = _WHOLE.fullmatch(self._whole(self._text(line, f"{side}_source")))
        return found[1] if found and found[1] in self.known else ""

    def _relation(self, line: Mapping[str, Cell], first: Cell) -> str | None:
        predicate, modifier = self._text(line, "predicate_id"), self._text(line, "predicate_modifier")
        whole = self._whole(predicate)
        for root, prefix in _VOCABULARIES.items():
            whole = whole.replace(root, prefix)
        found = _RELATIONS.get((whole, modifier))
        labels = ((slot, self._text(line, slot)) for slot in ("ext_relation", "predicate_label"))
        slot, label = next((both for both in labels if both[1] in CHOICES["relation"]), ("", ""))
        if not label and found:
            return found
        if label and (not predicate or label == found or (label, whole) in PREDICATES.items()):
            return label
        said: Message | str = f"{predicate} ({modifier})" if modifier else predicate
        message = say("'%(name)s' says no relation of ours; the row is left out", name=said)
        hint = say("Judge these two by hand: 'atlas crosswalk todo' names what is left")
        if label:
            message = say(
                "The predicate is '%(predicate)s', '%(slot)s' says '%(relation)s': the row is left out",
                predicate=said,
                slot=slot,
                relation=label,
            )
            hint = say("Let both say the same, or empty one of them")
        self.found.problems.append(line.get("predicate_id", first).problem("I743", message, hint))
        return None

    def _facts(self, line: Mapping[str, Cell], pair: Pair, *, is_foreign: bool) -> dict[str, str]:
        also = _also(self._text(line, "other"))
        said = self._text(line, "ext_source_language") or also.get("source_language", "")
        known = self.languages.get(pair) or said
        language = known or self.other
        self.found.is_assumed |= not known
        self.found.languages.setdefault(pair, language)
        facts = {
            name: self._text(line, f"ext_{name}") or also.get(name, "")
            for name in ("extent", "property", "rationale")
        }
        for name in _TEXTS:
            column = f"ext_{name}_{language.replace('-', '_')}"
            facts[name] = also.get(f"{name}_{language}", "") or self._text(line, column)
        reason = facts["justification"] or self._text(line, "comment")
        facts["justification"] = reason.removeprefix(f"[{language}] ")
        if is_foreign:
            lexical = self._text(line, "mapping_justification") == "semapv:LexicalMatching"
            facts["justification"] = facts["justification"] or self._text(line, "other")
            facts["rationale"] = facts["rationale"] or ("syntactic" if lexical else "semantic")
        written = {name.rpartition("_")[2] for name in also if name.startswith("justification_")}
        self.found.left_out |= written - {language}
        author = next((text for slot in _AUTHORS if (text := self._text(line, slot))), "")
        return facts | {
            "confidence": _grade(self._text(line, "confidence")),
            "author": ", ".join(_parts(author)),
            "reviewer": ", ".join(_parts(self._text(line, "reviewer_label"))),
            "date": self._text(line, "mapping_date"),
            "sources": also.get("sources", ""),
        }


def _grade(written: str) -> str:
    """Choose the grade that is nearest to a figure; none where there is no figure."""
    try:
        figure = float(written)
    except ValueError:
        return ""
    return min(FIGURES, key=lambda grade: abs(FIGURES[grade] - figure))


def _also(slot: str) -> dict[str, str]:
    """Read the names and values that the slot `other` holds."""
    pairs = (part.partition("=") for part in _parts(slot))
    return {name: value for name, is_named, value in pairs if is_named}


def _parts(text: str) -> list[str]:
    """Part a slot that may have several values: `|` parts them, where no backslash stands before it."""
    return [re.sub(r"\\(.)", r"\1", part) for part in re.findall(r"(?:\\.|[^|\\])+", text, re.DOTALL)]
