"""Find the record that a form is about: its file, what can be chosen for it, and what it says now."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any, Literal, Self

from generator.crosswalk import End
from generator.folders import Folders
from generator.load import Document, Loaded, load_contents, read_contents, read_tree
from generator.model import Atlas, Crosswalk, Framework, Level
from generator.model import Mapping as Curated
from generator.preview.forms.fields import FormField, form_fields, shown_value
from generator.preview.saving import is_text
from generator.problems import Place, Translate, say
from generator.relation_words import judgement_meaning, judgement_words
from generator.text import plain
from generator.validate.crosswalks import ends_of

RecordOf = Literal["mapping", "level"]
RECORDS: tuple[RecordOf, ...] = ("mapping", "level")
AFTER = FormField(
    ("#after",),
    "choice",
    say("Comes after"),
    say("The level right below it. Without one it is the lowest."),
    refers="levels",
)
NAMED_BY: Mapping[RecordOf, tuple[str, ...]] = {"mapping": ("subject", "object"), "level": ("title",)}
"""The fields from which an id is made."""


@dataclass(frozen=True)
class Sent:
    """What a form sends of a pair or a framework (`domain`); `context` is a mapping that is there."""

    of: RecordOf
    language: str
    domain: str
    context: str
    seen: str
    values: Mapping[str, str]

    @classmethod
    def read(cls, body: Mapping[str, object]) -> Self | None:
        """Read what a browser sent; None where it is nothing that a form of ours sends."""
        given = {item.name: body.get(item.name) for item in fields(cls)}
        values = given["values"]
        if given["of"] not in RECORDS or not isinstance(values, dict):
            return None
        texts = [*(given[name] for name in ("language", "domain", "context", "seen")), *values.values()]
        if not all(isinstance(text, str) and is_text(text) for text in texts):
            return None
        return cls(**given)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Target:
    """A record that is added, or changed: the one at `index` in the list of its file."""

    of: RecordOf
    file: str
    content: bytes
    data: Mapping[str, Any]
    fields: tuple[FormField, ...]
    frameworks: tuple[Framework, ...]
    domain: str
    context: str = ""
    index: int | None = None
    after: str = ""

    @property
    def seen(self) -> str:
        """What tells the file as it is now apart from any other."""
        return blake2b(self.content, digest_size=12).hexdigest()

    @property
    def items(self) -> list[Any]:
        """The list that it belongs to."""
        return list(self.data.get(f"{self.of}s") or ())

    @property
    def taken(self) -> frozenset[str]:
        """The ids that are taken in its list."""
        return frozenset(str(item.get("id")) for item in self.items if isinstance(item, dict))

    @property
    def place(self) -> Place:
        """Where it stands, or will stand."""
        if self.index is None:
            return Place(self.file)
        return read_tree(self.content, self.file).positions.of_value((f"{self.of}s", self.index))


def open_target(root: Path, atlas: Atlas, query: Mapping[str, str]) -> Target | None:
    """Read a project's files as they are now, and find what a form is asked for in them."""
    folder = Folders(root).frameworks
    contents, _ = read_contents(folder, root)
    loaded, _ = load_contents(contents, folder.relative_to(root).as_posix())
    of: RecordOf = "level" if query.get("of") == "level" else "mapping"
    return target_of(loaded, contents, atlas, of, query.get("domain", ""), query.get("context", ""))


def target_of(
    loaded: Loaded, contents: Mapping[str, bytes], atlas: Atlas, of: RecordOf, domain: str, context: str
) -> Target | None:
    """Find what a form is asked for; None for what there is not, or what is in no file that can be read."""
    frameworks = {item.id: item for item in atlas.frameworks}
    found: Document[Any] | None
    if of == "level":
        found = next((item for item in loaded.frameworks if item.record.id == domain), None)
        if found is None or domain not in frameworks or found.record.kind != "levels":
            return None
        data = read_tree(contents[found.file], found.file).value
        every = (AFTER, *form_fields(Level, Framework))
        levels = [item["id"] for item in data["levels"]]
        after = context if context in levels else levels[-1]
        return Target(
            of, found.file, contents[found.file], data, every, (frameworks[domain],), domain, after=after
        )
    pair = tuple(domain.split("--"))
    if len(pair) != 2 or not frameworks.keys() >= set(pair) or pair[0] >= pair[1]:
        return None
    sides = frameworks[pair[0]], frameworks[pair[1]]
    every = form_fields(Curated, Crosswalk)
    found = next((item for item in loaded.crosswalks if item.record.key == domain), None)
    if found is None:
        folder = loaded.frameworks[0].file.rpartition("/")[0]
        file = f"{folder}/crosswalks/{domain}.yaml"
        # One that is there and cannot be read is nothing to write over.
        return Target(of, file, b"", {}, every, sides, domain) if not (context or file in contents) else None
    data = read_tree(contents[found.file], found.file).value
    names = [item.get("id") if isinstance(item, dict) else None for item in data.get("mappings") or ()]
    if context and names.count(context) != 1:
        return None
    index = names.index(context) if context else None
    return Target(of, found.file, contents[found.file], data, every, sides, domain, context, index)


def shown_values(target: Target, today: datetime.date) -> dict[str, str]:
    """Write what a form shows at first: what is there, or how a draft begins."""
    if target.index is not None:
        item = target.items[target.index]
        return {field.name: shown_value(field, item) for field in target.fields}
    if target.of == "level":
        return {AFTER.name: target.after, "draft": "true"}
    last = target.items[-1] if target.items else {}
    return {
        "rationale": "semantic",
        "confidence": "low",
        "author": str(last.get("author", "")),
        "date": today.isoformat(),
        "draft": "true",
    }


@dataclass(frozen=True)
class Control:
    """A field as a form shows it, in words; what can be chosen has its value first, then its name."""

    field: FormField
    value: str
    label: str
    explanation: str
    options: tuple[tuple[str, str], ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """What its label and what is said of it name it by."""
        return f"atlas-field-{'-'.join(self.field.path).strip('#')}"

    @property
    def is_needed(self) -> bool:
        """Whether nothing is saved without it."""
        return self.field.required and self.field.is_part_required and not self.field.is_name

    @property
    def is_area(self) -> bool:
        """Whether it has room for several lines."""
        return self.field.kind in ("text", "texts", "lines") or "\n" in self.value


def controls(
    target: Target, today: datetime.date, translate: Translate
) -> tuple[tuple[str, tuple[Control, ...]], ...]:
    """Lay out a form: its fields by the name of the record in which they are, none for the record itself."""
    values = shown_values(target, today)
    every = [_control(field, target, values.get(field.name, ""), translate) for field in target.fields]
    # What is the name of something of which there is nothing has nothing to choose from; an id is made last.
    shown = [item for item in every if item.field.kind != "choice" or item.options]
    ordered = sorted(shown, key=lambda item: item.field.is_name)
    by_part = groupby(ordered, lambda item: item.field.part)
    return tuple((part.text(translate) if part else "", tuple(items)) for part, items in by_part)


def _control(field: FormField, target: Target, value: str, translate: Translate) -> Control:
    name = field.path[-1]
    options = _options(field, target)
    meanings: list[tuple[str, str]] = []
    if field.allowed:
        called = {own: judgement_words(name, own) for own in field.allowed}
        words = {own: said.text(translate) if said else own for own, said in called.items()}
        # The ids are what explanations and files speak of.
        named = ((own, f"{words[own]} ({own})" if called[own] else own) for own in field.allowed)
        options = tuple(named)
        means = ((own, judgement_meaning(name, own)) for own in field.allowed)
        meanings = [(words[own], said.text(translate)) for own, said in means if said]
    label, explanation = field.label.text(translate), field.explanation.text(translate)
    return Control(field, value, label, explanation, options, tuple(meanings))


def _options(field: FormField, target: Target) -> tuple[tuple[str, str], ...]:
    """List what a name of something else can be."""
    if field.refers == "ends":
        return tuple((str(end), _title(end, side)) for side in target.frameworks for end in ends_of(side))
    # A text in another language than its page marks itself where it is shown, but not in a list of choices.
    items = getattr(target.frameworks[0], field.refers, ())
    return tuple((item.id, plain(str(item.title))) for item in items)


def _title(end: End, framework: Framework) -> str:
    return plain(f"{framework.short_title}: {' · '.join(_titles(end, framework))}")


def _titles(end: End, framework: Framework) -> Iterator[str]:
    kinds = ("dimensions", "levels") if end.kind == "cells" else (end.kind,)
    for kind, own in zip(kinds, end.ids, strict=True):
        item = next(item for item in getattr(framework, kind) if item.id == own)
        number = getattr(item, "shown_number", None) or getattr(item, "number", "")
        yield f"{number} {item.title}".strip() if kind == end.kind else item.title
