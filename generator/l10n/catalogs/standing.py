"""Say where a reader finds a text of the data: in words, and as an address with its anchor.

The words are names from the data, and for what they name the words of the data's own files, which are
English: a catalogue gets the same comments in whatever language its translator works.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.addresses import folder_of
from generator.crosswalk import End
from generator.model import Atlas, Crosswalk, Dimension, Framework, Layer, Level, Record
from generator.model.fields import fields_of
from generator.text import plain
from generator.translate import SHARED_DOMAIN

WRITTEN_IN = "en"
"""The language of comments, and of the interface's words as the program has them."""


@dataclass(frozen=True)
class Standing:
    """Where a text stands: what its page and part are called, and the address below a language's root."""

    words: str
    address: str


def standing(domain: str, context: str, atlas: Atlas) -> Standing:
    """Find the place of one text; of a text that is not in the data, the page that is nearest."""
    if domain == SHARED_DOMAIN:
        return _shared(context, atlas)
    framework = next((item for item in atlas.frameworks if item.id == domain), None)
    if framework is None:
        return Standing(domain, "frameworks/")
    steps = context.split(".")
    words, address = _PARTS.get(steps[0], _whole)(framework, steps)
    name = plain(str(framework.short_title))
    if steps[0] == "suits":
        return Standing(name, f"quiz/#{domain}")
    if steps[0] == "on_themes":
        return Standing(f"{name}: silence on a theme", f"themes/{steps[1]}/#silent")
    if steps[0] == "self_assessment_note" or (steps[0], *steps[2:3]) in _ASKED:
        # The pages of levels and layers do not ask; their framework's quiz does.
        return Standing(f"{name}: {words}" if words else name, f"quiz/{domain}/")
    return Standing(f"{name}: {words}" if words else name, f"frameworks/{domain}/{address}")


_ASKED = (("levels", "questions"), ("layers", "question"))

Pointer = tuple[str, str]
"""Words, and the address below the framework's page."""


def _whole(framework: Framework, steps: Sequence[str]) -> Pointer:
    return "", _anchor(Framework, steps[0])


def _level(framework: Framework, steps: Sequence[str]) -> Pointer:
    level = _find(framework.levels, steps[1])
    words = f"{framework.level_word} {level.shown_number} {_title(level)}" if level else framework.level_word
    return words, f"levels/{steps[1]}/{_anchor(Level, steps[2])}"


def _layer(framework: Framework, steps: Sequence[str]) -> Pointer:
    layer = _find(framework.layers, steps[1])
    words = f"layer {layer.number} {_title(layer)}" if layer else "layer"
    if steps[2] == "variants":
        variant = _find(layer.variants, steps[3]) if layer else None
        return f"{words}, variant {_title(variant)}", f"layers/{steps[1]}/#variant-{steps[3]}"
    return words, f"layers/{steps[1]}/{_anchor(Layer, steps[2])}"


def _dimension(framework: Framework, steps: Sequence[str]) -> Pointer:
    title = _title(_find(framework.dimensions, steps[1]))
    return f"dimension {title}", f"dimensions/{steps[1]}/{_anchor(Dimension, steps[2])}"


def _cell(framework: Framework, steps: Sequence[str]) -> Pointer:
    dimension, level = _find(framework.dimensions, steps[1]), _find(framework.levels, steps[2])
    number = f" {level.shown_number}" if level else ""
    words = f"dimension {_title(dimension)}, {framework.level_word}{number} {_title(level)}"
    return words, f"#{steps[1]}-{steps[2]}"


def _transition(framework: Framework, steps: Sequence[str]) -> Pointer:
    start, _, end = steps[1].partition("--")
    names = [_title(_find(framework.levels, name)) for name in (start, end)]
    return f"step from {names[0]} to {names[1]}", f"#step-{steps[1]}"


def _fixed(words: str, address: str) -> Callable[[Framework, Sequence[str]], Pointer]:
    return lambda _framework, _steps: (words, address)


def _group(kind: str, anchor: str) -> Callable[[Framework, Sequence[str]], Pointer]:
    def place(framework: Framework, steps: Sequence[str]) -> Pointer:
        found = _find(getattr(framework, steps[0]), steps[1])
        return f"{kind} {_title(found)}".strip(), anchor.format(steps[1])

    return place


_PARTS: Mapping[str, Callable[[Framework, Sequence[str]], Pointer]] = {
    "source": _fixed("source", "#source"),
    "level_groups": _group("group of levels", "#group-{}"),
    "levels": _level,
    "dimension_groups": _group("group of dimensions", "#matrix"),
    "dimensions": _dimension,
    "cells": _cell,
    "layers": _layer,
    "transitions": _transition,
    "capabilities": _group("building block", "#capability-{}"),
    "starting_points": _group("starting point", "#starting-point-{}"),
    "pitfalls": _group("pitfall", "#pitfall-{}"),
    "practices": _group("practice", "#practice-{}"),
    "profiles": _group("target profile", "#profile-{}"),
    "claims": _group("claim", "#claim-{}"),
    "notes": _fixed("good to know", "#notes"),
    "contradictions": _fixed("where the source says two things", "#contradictions"),
    "self_assessment": _fixed("its own questions", "#self-assessment"),
}


def _anchor(kind: type[Record], step: str) -> str:
    """Where a field stands on its page: lists of texts and plain fields have anchors."""
    if step == "span":
        return "#on-the-scale"
    found = next((item for item in fields_of(kind) if item.path == (step,)), None)
    return f"#{found.anchor}" if found and (found.kind == "items" or found.shown.page) else ""


def _shared(context: str, atlas: Atlas) -> Standing:
    steps = context.split(".")
    shared = atlas.shared
    if steps[0] == "themes":
        return Standing(f"theme {_title(_find(shared.themes.themes, steps[1]))}", f"themes/{steps[1]}/")
    if steps[0] == "findings":
        found = _find(shared.findings.findings, steps[1])
        return Standing(f"finding: {_title(found)}", f"{_folder(atlas, found)}findings/#{steps[1]}")
    if steps[0] == "subjects":
        found = _find(shared.subjects.subjects, steps[1])
        return Standing(f"subject {_title(found)}", folder_of(steps[1], shared.subjects))
    if steps[0] == "editions":
        return Standing(f"edition {steps[1].replace('-', '.')}", "editions/")
    if steps[0] == "glossary":
        term = _find(shared.glossary.terms, steps[2])
        return Standing(f"glossary: {_title(term)}", f"glossary/#{steps[2]}")
    if steps[0] == "crosswalks":
        walk = next((item for item in atlas.crosswalks if item.key == steps[1]), None)
        return _crosswalk(walk, steps, atlas) if walk else Standing("crosswalk", "crosswalks/")
    if steps[0] == "benchmarks":
        found = _find(atlas.benchmarks, steps[1])
        return Standing(f"benchmark {_title(found)}", f"quiz/{found.framework}/#others" if found else "quiz/")
    if steps[1:4:2] == ["bands", "questions"]:
        band = _find(shared.scale.bands, steps[2])
        return Standing("quick check", f"{_folder(atlas, band)}quiz/#check")
    if steps[1] == "bands":
        words = f"reference scale: band {_title(_find(shared.scale.bands, steps[2]))}"
        return Standing(words, f"findings/{steps[2]}/")
    return Standing("reference scale", "crosswalks/#scale")


def _folder(atlas: Atlas, item: Record | None) -> str:
    """Find where the pages lie that the subject of a finding or a band has once."""
    for subject, part in atlas.by_subject.items():
        if item in (*part.shared.findings.findings, *part.shared.scale.bands):
            return folder_of(subject, atlas.shared.subjects)
    return ""


def _crosswalk(walk: Crosswalk, steps: Sequence[str], atlas: Atlas) -> Standing:
    names = {item.id: plain(str(item.short_title)) for item in atlas.frameworks}
    address = f"crosswalks/{walk.key}/"
    if steps[2] == "mappings":
        mapping = _find(walk.mappings, steps[3])
        if mapping is None:
            return Standing(walk.key, address)
        ends = (_end(text, atlas, names) for text in (mapping.subject, mapping.object))
        return Standing(f" {mapping.relation} ".join(ends), f"{address}#{steps[3]}")
    absence = next((item for item in walk.no_counterpart if item.key == steps[3]), None)
    if absence is None:
        return Standing(walk.key, address)
    subject = End.parse(absence.subject).framework
    there = names.get(absence.framework, absence.framework)
    words = f"{_end(absence.subject, atlas, names)}: no counterpart in {there}"
    return Standing(words, f"{address}#alone-{subject}")


def _end(text: str, atlas: Atlas, names: Mapping[str, str]) -> str:
    end = End.parse(text)
    name = names.get(end.framework, end.framework)
    framework = next((item for item in atlas.frameworks if item.id == end.framework), None)
    if framework is None or end.kind not in _PARTS:
        return name
    return f"{name}, {_PARTS[end.kind](framework, (end.kind, *end.ids, ''))[0]}"


def _find(items: Sequence[Any], wanted: str) -> Any:
    return next((item for item in items if item.id == wanted), None)


def _title(item: Record | None) -> str:
    return plain(str(getattr(item, "title", "") or getattr(item, "figure", None) or getattr(item, "id", "")))
