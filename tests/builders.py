"""Make small invented data for tests: as records, and as a project on disk (the files of `tests/project`)."""

import datetime
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.load import Document, Loaded, load
from generator.model import (
    Atlas,
    Crosswalk,
    Framework,
    Glossary,
    ReferenceScale,
    SharedData,
    Subjects,
    Themes,
    texts,
)
from generator.model import Mapping as Curated
from generator.translate import Catalogues, Entry, View, sources, view

PROJECT = Path(__file__).parent / "project"
_SECOND = Path(__file__).parent / "second_subject"


def write_project(folder: Path) -> Path:
    """The invented project, written to a folder; it is sound, and looks as if the program lay in it."""
    shutil.copytree(PROJECT, folder, dirs_exist_ok=True)
    (folder / "generator").mkdir(exist_ok=True)
    return folder


_OF_KITCHENS = {
    "themes.yaml": """\
  - id: recipes
    title: Recipes
    summary: What is cooked.
    subject: kitchens
""",
    "reference-scale.yaml": """\
  - id: raw
    number: 1
    title: Raw
    summary: Cold.
    questions:
      is-lit: Is a fire lit?
    subject: kitchens
  - id: warm
    number: 2
    title: Warm
    summary: Less cold.
    subject: kitchens
  - id: done
    number: 3
    title: Done
    summary: Hot.
    questions:
      is-served: Is each guest served?
    subject: kitchens
""",
    "findings.yaml": """\
  - id: each-guest
    kind: agreement
    title: Each guest is known at last
    summary: Both ladders end with something for one guest or dish.
    positions:
      - id: of-the-oven
        text: The oven has a loaf for each guest.
        rests_on: [oven/levels/loaf]
      - id: of-the-pantry
        text: The pantry has a shelf for each dish.
        rests_on: [pantry/levels/shelf]
    bands: [done]
    confidence: low
    justification: Both texts say so.
    author: editor
    date: 2026-02-01
""",
}


def write_second_subject(folder: Path) -> Path:
    """Give an invented project in a folder a second subject: two more frameworks on a scale of their own."""
    shutil.copytree(_SECOND, folder, dirs_exist_ok=True)
    for name, lines in _OF_KITCHENS.items():
        with (folder / "frameworks" / name).open("a", encoding="utf-8") as file:
            file.write(lines)
    return folder


def loaded_subjects() -> Document[Subjects]:
    """The list of subjects of a project with two."""
    document = load(_SECOND / "frameworks")[0].subjects
    assert document is not None
    return document


def loaded_project() -> Loaded:
    """The invented project, read."""
    return load(PROJECT / "frameworks")[0]


def framework(framework_id: str = "harbour", *spans: tuple[float, float] | None, **changes: Any) -> Framework:
    """A framework with a level for each span, by default two; other fields by their names."""
    levels = [level(number, span) for number, span in enumerate(spans or ((0, 1), (1, 2)), 1)]
    data = {
        "id": framework_id,
        "kind": "levels",
        "source_language": "en",
        "title": framework_id.title(),
        "short_title": framework_id,
        "summary": f"What {framework_id} is.",
        "source": {"document": "A book"},
        "levels": levels,
    }
    return Framework.model_validate(data | changes)


def level(number: int, span: tuple[float, float] | None, **changes: Any) -> dict[str, Any]:
    """A level as an editor writes it."""
    data = {
        "id": f"level-{number}",
        "number": number,
        "title": f"Level {number}",
        "summary": f"Summary {number}.",
    }
    if span is not None:
        data["span"] = {"from": span[0], "to": span[1], "confidence": "high", "justification": "As it says."}
    return data | changes


def mapping(mapping_id: str, subject: str, relation: str, other: str, **changes: Any) -> Curated:
    """A curated mapping."""
    data = {
        "id": mapping_id,
        "subject": subject,
        "relation": relation,
        "object": other,
        "rationale": "semantic",
        "confidence": "low",
        "justification": f"Why {mapping_id}.",
        "author": "A. Pilot",
        "date": datetime.date(2026, 1, 31),
    }
    return Curated.model_validate(data | changes)


def crosswalk(subject: str, other: str, *mappings: Curated, **changes: Any) -> Crosswalk:
    """A crosswalk of two frameworks."""
    data = {"subject": subject, "object": other, "source_language": "en", "mappings": mappings}
    return Crosswalk.model_validate(data | changes)


def atlas(*frameworks: Framework, crosswalks: tuple[Crosswalk, ...] = (), bands: int = 5) -> Atlas:
    """An atlas with an empty glossary, one theme and a scale of numbered bands."""
    theme = {"id": "people", "title": "People", "summary": "Who does it."}
    scale = [
        {"id": f"band-{n}", "number": n, "title": f"Band {n}", "summary": "…"} for n in range(1, bands + 1)
    ]
    shared = SharedData(
        Themes.model_validate({"source_language": "en", "themes": [theme]}),
        ReferenceScale.model_validate(
            {"source_language": "en", "title": "Scale", "summary": "A line.", "bands": scale}
        ),
        Glossary.model_validate({"source_language": "en", "terms": []}),
    )
    return Atlas(frameworks, shared, crosswalks)


def catalogues(data: Atlas, language: str) -> Catalogues:
    """A full translation into a language: each text with the language's tag before it."""
    result: dict[str, dict[str, Entry]] = {}
    for domain, prefix, record, source_language in sources(data):
        if source_language != language:
            result.setdefault(domain, {}).update(
                {context: Entry(text, f"{language}: {text}") for context, text, _ in texts(record, prefix)}
            )
    return result


def views(data: Atlas, *languages: str, untranslated: tuple[str, ...] = ()) -> Mapping[str, View]:
    """The data in each language, wholly translated but for some."""
    return {
        language: view(data, language, {} if language in untranslated else catalogues(data, language))
        for language in languages
    }
