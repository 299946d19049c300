"""Write a project of so many invented frameworks, translated throughout.

The same seed gives the same bytes, and a larger project begins with the frameworks of a smaller one. Where
every pair has a page, every pair is judged; larger projects have a crosswalk for each two frameworks, so that
a page among 200 frameworks is as much work as one among 50.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise, product
from pathlib import Path
from typing import Any

import yaml

from generator.crosswalk import EVERY_PAIR_UP_TO, derived_relation, overlap
from generator.judged import HALF_A_BAND
from generator.l10n.catalogs.files import catalogue_path, parse, written
from generator.load import load
from generator.model import Span
from generator.prose.versions import VERSION_KEY, version_of
from generator.writing import write_files
from tests.l10n.catalogs.updates import update
from tests.site.projects import ROOT, write, write_site_project

LEVELS, DIMENSIONS, BANDS, THEMES, TERMS = 4, 3, 5, 10, 12
LANGUAGE = "nl"
"""What everything is translated into; it is written in English."""

_SYLLABLES = ("ba", "co", "di", "fe", "gu", "ha", "ki", "lo", "mi", "no", "pe", "ra", "su", "ta", "vo", "we")
_OTHER_VOWELS = str.maketrans("aeiou", "eioua")
_SPANS = ((0, 1, 2, 3.5, 5), (0, 1.5, 2.5, 4, 5), (0, 1, 2.5, 4, 5))
"""Where levels begin and end on the scale: enough variety for every set relation between two levels."""


class Writer:
    """Invented words and sentences; the same key gives the same ones."""

    def __init__(self, *key: object) -> None:
        # A text as a seed is hashed the same way in every process, unlike `hash()`.
        self.random = random.Random("/".join(map(str, key)))

    def word(self) -> str:
        """Three or four syllables: so many that texts do not meet by chance."""
        return "".join(self.random.choices(_SYLLABLES, k=self.random.randint(3, 4)))

    def title(self) -> str:
        """Two words."""
        return f"{self.word().title()} {self.word()}"

    def text(self, sentences: int = 1) -> str:
        """Sentences of eight to sixteen words, on one line."""
        said = (" ".join(self.word() for _ in range(self.random.randint(8, 16))) for _ in range(sentences))
        return " ".join(f"{sentence.capitalize()}." for sentence in said)

    def texts(self, stem: str, count: int) -> dict[str, str]:
        """A list of texts, each with an id."""
        return {f"{stem}-{number}": self.text() for number in range(1, count + 1)}


def translated(text: str) -> str:
    """What stands for a translation: other vowels, so the same length and the same marks."""
    return text.translate(_OTHER_VOWELS)


def names(count: int) -> list[str]:
    """The ids of the frameworks."""
    return [f"model-{number:03}" for number in range(1, count + 1)]


def framework(framework_id: str, seed: int) -> dict[str, Any]:
    """One framework as an editor would write it: a matrix, signs, steps up, spans, now and then a ladder."""
    writer = Writer(seed, framework_id)
    levels, dimensions = _ids("level", LEVELS), _ids("dimension", DIMENSIONS)
    marks = writer.random.choice(_SPANS)
    themes = _ids("theme", THEMES)
    content: dict[str, Any] = {
        "id": framework_id,
        "kind": "levels",
        "level_word": "level",
        "source_language": "en",
        "title": f"The {writer.title()} model",
        "short_title": writer.word().title(),
        "publisher": writer.title(),
        "summary": writer.text(2),
        "source": {"document": writer.title(), "note": "Invented for a measurement."},
        "levels": [
            {
                "id": level,
                "number": number,
                "title": writer.title(),
                "summary": writer.text(2),
                "signs": writer.texts("sign", 3),
                "focus": writer.texts("focus", 2),
                "span": {
                    "from": marks[number - 1],
                    "to": marks[number],
                    "confidence": "medium",
                    "justification": writer.text(),
                },
            }
            for number, level in enumerate(levels, 1)
        ],
        "dimensions": [
            {
                "id": dimension,
                "title": writer.title(),
                "question": f"{writer.text()[:-1]}?",
                "themes": sorted(writer.random.sample(themes, 2)),
            }
            for dimension in dimensions
        ],
        "cells": {dimension: {level: writer.text(2) for level in levels} for dimension in dimensions},
        "transitions": [
            {"from": start, "to": end, "actions": writer.texts("action", 3)}
            for start, end in pairwise(levels)
        ],
    }
    if writer.random.random() < 0.25:
        content["self_assessment"] = [
            {"id": f"question-{level}", "question": f"{writer.text()[:-1]}?", "reaches": level}
            for level in levels
        ]
    return content


def pairs(count: int) -> Iterator[tuple[str, str]]:
    """Which pairs are judged: all as long as every pair has a page; else the first two, the next two …."""
    ids = names(count)
    return combinations(ids, 2) if count <= EVERY_PAIR_UP_TO else zip(ids[::2], ids[1::2], strict=False)


def crosswalk(one: Mapping[str, Any], other: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """A crosswalk of two frameworks, as their spans have it: levels of one number, and that share much."""
    writer = Writer(seed, one["id"], other["id"])
    mappings = []
    for mine, theirs in product(one["levels"], other["levels"]):
        spans = [Span.model_validate(level["span"]) for level in (mine, theirs)]
        if mine["number"] != theirs["number"] and overlap(*spans).shared < HALF_A_BAND:
            continue
        relation = derived_relation(*spans)
        mapping = {
            "id": f"{mine['id']}-{theirs['id']}",
            "subject": f"{one['id']}/levels/{mine['id']}",
            "relation": relation,
            "object": f"{other['id']}/levels/{theirs['id']}",
            "rationale": "semantic",
            "confidence": "low",
            "justification": writer.text(2),
        }
        if relation == "intersects-with":
            mapping["extent"] = "half"
            mapping |= {name: writer.text() for name in ("shared", "only_subject", "only_object")}
        mapping |= {"author": "editor", "reviewer": "sceptic", "date": "2026-01-31"}
        mappings.append(mapping)
    return {"subject": one["id"], "object": other["id"], "source_language": "en", "mappings": mappings}


def write_invented(folder: Path, count: int, seed: int = 1) -> Path:
    """The project: sound, without warnings, every text of it also in Dutch."""
    write_site_project(folder)
    data, locales = folder / "frameworks", folder / "locales"
    for old in [*data.rglob("*.yaml"), *locales.rglob("*.po")]:
        old.unlink()
    made = {framework_id: framework(framework_id, seed) for framework_id in names(count)}
    files = {f"{name}.yaml": content for name, content in (made | _shared(seed)).items()}
    for one, other in pairs(count):
        files[f"crosswalks/{one}--{other}.yaml"] = crosswalk(made[one], made[other], seed)
    for name, content in files.items():
        write(data / name, _yaml(content))
    words = catalogue_path(Path("locales"), LANGUAGE, "ui")
    write(folder / words, (ROOT / words).read_text(encoding="utf-8"))
    _translate(data, locales)
    original, translation = (folder / "docs" / tag / "about.md" for tag in ("en", LANGUAGE))
    version = version_of(original.read_text(encoding="utf-8"))
    front = f'---\n{VERSION_KEY}: "{version}"\n---\n'
    write(translation, front + translation.read_text(encoding="utf-8"))
    return folder


@dataclass(frozen=True)
class Change:
    """One cell's text before and after; in the framework's file and in its catalogue it stands once each."""

    framework: str
    before: str
    after: str

    def apply(self, text: str) -> str:
        """A file's text with the new cell, in whichever of the two languages it holds the old one."""
        return text.replace(self.before, self.after).replace(translated(self.before), translated(self.after))


def shows(text: str, cell: str) -> bool:
    """Whether a text holds a cell, in whichever of the two languages."""
    return cell in text or translated(cell) in text


def changes(count: int, number: int, seed: int = 1) -> list[Change]:
    """Changes of different cells, one after the other; ValueError where there are not so many cells."""
    cells = list(product(names(count), _ids("dimension", DIMENSIONS), _ids("level", LEVELS)))
    found = []
    for turn, (name, dimension, level) in enumerate(random.Random(seed).sample(cells, number)):
        before = framework(name, seed)["cells"][dimension][level]
        found.append(Change(name, before, f"{before[:-1]} {Writer(seed, 'change', turn).text().lower()}"))
    return found


def _ids(stem: str, count: int) -> list[str]:
    return [f"{stem}-{number}" for number in range(1, count + 1)]


def _shared(seed: int) -> dict[str, dict[str, Any]]:
    writer = Writer(seed, "shared")
    entries = {
        stem: [{"id": one, "title": writer.title(), key: writer.text()} for one in _ids(stem, count)]
        for stem, key, count in (
            ("theme", "summary", THEMES),
            ("band", "summary", BANDS),
            ("term", "definition", TERMS),
        )
    }
    bands = [entry | {"number": number} for number, entry in enumerate(entries["band"], 1)]
    scale: dict[str, Any] = {"title": writer.title(), "summary": writer.text(2), "bands": bands}
    return {
        "themes": {"source_language": "en", "themes": entries["theme"]},
        "reference-scale": {"source_language": "en", **scale},
        "glossary": {"source_language": "en", "terms": entries["term"]},
    }


def _translate(data: Path, locales: Path) -> None:
    update(load(data)[0].atlas(), locales, LANGUAGE)
    contents = {}
    for path in sorted(catalogue_path(locales, LANGUAGE, "x").parent.glob("*.po")):
        if path.stem not in ("ui", "commands"):
            catalogue = parse(path.read_text(encoding="utf-8"))
            for entry in catalogue:
                entry.msgstr = translated(entry.msgid)
            contents[path] = written(catalogue)
    write_files(contents)


def _yaml(content: Any) -> str:
    # One line a text, so that a text is found where it stands.
    return str(yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6))
