"""What a form says comes into its file, and nothing else of the file changes."""

import datetime
import json
import random
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from generator.load import load_contents, read_contents, read_tree
from generator.preview.editor_links import OWN
from generator.preview.forms.fields import read_value
from generator.preview.forms.record import RecordOf, Target, shown_values, target_of
from generator.preview.forms.writing import with_record
from tests.preview.previewed import Running
from tests.preview.test_preview import HARBOUR
from tests.preview.test_saving import WORDS
from tests.site.projects import write_site_project

PAIR = "frameworks/crosswalks/harbour--lantern.yaml"
UNTIDY = """\
# Kept by hand: read this first.
subject: harbour
object: lantern   # in this order

source_language: en
mappings:
  # Both are the lowest.
  - id: pier-candle
    subject: harbour/levels/pier   # the plank
    relation: "equal"
    object: harbour/levels/dock
    rationale: semantic

    confidence: 'high'
    justification: >-
      Both give everyone
      the same.
    author: A. Pilot
    sources: [The harbour book, "A: log"]
    date: 2026-01-31
  # The end of it.

no_counterpart:
  - subject: harbour/levels/dock
    framework: lantern
    reason: No light tells kinds of boats apart.
# Nothing follows.
"""


def form(running: Running, of: str, domain: str, context: str = "") -> dict[str, Any]:
    """What the form for a record sends besides its fields."""
    html = running.shown(f"{OWN}text?of={of}&language=nl&domain={domain}&context={context}")
    asked: dict[str, Any] = json.loads(unescape(html.split('data-asked="')[1].split('"')[0]))
    return asked


def save(
    running: Running, asked: Mapping[str, Any], values: Mapping[str, str], **headers: str
) -> tuple[int, str]:
    """The answer to a page of ours, or to whoever sends other headers."""
    sent = {"Origin": running.origin, "Content-Type": "application/json", **headers}
    body = json.dumps({**asked, "values": values}).encode()
    answer = running.ask(f"{OWN}text", method="POST", headers=sent, body=body)
    return answer.status, answer.text


JUDGED = {
    "subject": "harbour/levels/dock",
    "relation": "intersects-with",
    "object": "lantern/levels/candle",
    "rationale": "functional",
    "confidence": "low",
    "date": "2026-11-28",
    "draft": "true",
}

AGAIN = {"subject": "lantern/levels/candle", "object": "harbour/levels/pier"}
WHOLE = {"draft": "", "justification": "Both sort boats.", "author": "A. Pilot"}


def test_a_relation_is_added_as_a_draft_behind_all_others(running: Running) -> None:
    file = running.project / PAIR
    before, readings = file.read_text(encoding="utf-8"), len(running.readings)
    values = {**JUDGED, "shared": "Some: light.", "author": "A. Pilot"}

    assert save(running, form(running, "mapping", "harbour--lantern"), values) == (200, "")
    added = """\
  - id: dock-candle
    subject: harbour/levels/dock
    relation: intersects-with
    object: lantern/levels/candle
    rationale: functional
    confidence: low
    justification: ✎ Why, in a sentence or two; every reader sees it.
    shared: "Some: light."
    author: A. Pilot
    date: 2026-11-28
    draft: true
"""
    assert file.read_text(encoding="utf-8") == before.replace(
        "no_counterpart:\n", f"{added}no_counterpart:\n"
    )
    running.after_a_change(readings)
    running.write(PAIR, before)


def test_a_relation_is_changed_in_its_fields_only(running: Running) -> None:
    file = running.project / PAIR
    before, readings = file.read_text(encoding="utf-8"), len(running.readings)
    shown = running.preview.keeper.reading.sound
    assert shown is not None
    contents, _ = read_contents(running.project / "frameworks", running.project)
    loaded, _ = load_contents(contents, "frameworks")
    atlas = shown.project.views["en"].atlas
    target = target_of(loaded, contents, atlas, "mapping", "harbour--lantern", "port-lighthouse")
    assert target is not None
    values = {
        **shown_values(target, datetime.date(2026, 3, 1)),
        "extent": "half",
        "sources": "",
        "note": "Odd.",
    }

    assert save(running, form(running, "mapping", "harbour--lantern", "port-lighthouse"), values) == (200, "")
    after = before.replace("extent: little", "extent: half").replace("    sources: [The harbour book]\n", "")
    after = after.replace("of its own.\n    author", "of its own.\n    note: Odd.\n    author")
    assert file.read_text(encoding="utf-8") == after
    running.after_a_change(readings)
    running.write(PAIR, before)


def test_a_level_comes_in_behind_another_with_a_draft_of_each_cell(running: Running) -> None:
    file = running.project / HARBOUR
    before, readings = file.read_text(encoding="utf-8"), len(running.readings)
    asked = form(running, "level", "harbour")
    assert save(running, asked, {"title": "Quay", "#after": "pier", "draft": "true"}) == (200, "")
    data = read_tree(file.read_bytes(), HARBOUR).value
    assert [(item["id"], item["number"]) for item in data["levels"]] == [
        ("pier", 1), ("quay", 2), ("dock", 3), ("port", 4),
    ]  # fmt: skip
    assert data["levels"][1]["span"]["from"], data["levels"][1]["span"]["to"] == (0.5, 1.75)
    assert [list(row) for row in data["cells"].values()] == [["pier", "quay", "dock", "port"]] * 2
    assert "✎" in data["cells"]["crew"]["quay"]
    problems = running.after_a_change(readings)
    assert [problem.code for problem in problems if problem.severity == "error"] == []
    running.write(HARBOUR, before)


def test_a_pair_without_a_file_gets_one(running: Running) -> None:
    file = running.project / PAIR
    before = file.read_text(encoding="utf-8")
    readings = len(running.readings)
    file.unlink()
    running.after_a_change(readings)
    readings = len(running.readings)
    assert save(running, form(running, "mapping", "harbour--lantern"), JUDGED) == (200, "")
    assert "- id: dock-candle\n" in file.read_text(encoding="utf-8")
    running.after_a_change(readings)
    running.write(PAIR, before)


@pytest.mark.parametrize(
    ("of", "domain", "values", "field", "words"),
    [
        ("mapping", "harbour--lantern", {**JUDGED, "relation": ""}, "relation", "has to be filled in"),
        ("mapping", "harbour--lantern", {**JUDGED, "draft": ""}, "justification", "has to be filled in"),
        ("mapping", "harbour--lantern", {**JUDGED, "date": "soon"}, "date", "Day: 'soon' is not a date"),
        ("mapping", "harbour--lantern", {**JUDGED, "note": "x" * 4001}, "note", "at most 4"),
        ("mapping", "harbour--lantern", {**JUDGED, "object": "lantern/levels/fog"}, "object", "fog"),
        ("mapping", "harbour--lantern", {**JUDGED, **AGAIN}, "object", "'pier-candle' relates these two"),
        ("mapping", "harbour--lantern", {**JUDGED, **WHOLE}, "extent", "This relation asks for it."),
        ("mapping", "harbour--lantern", {**JUDGED, **WHOLE}, "shared", "This relation asks for it."),
        ("mapping", "harbour--lantern", {**JUDGED, "id": "Dock & candle"}, "id", "small letters"),
        ("mapping", "harbour--lantern", {**JUDGED, "id": "pier-candle"}, "id", "one with this id"),
        ("level", "harbour", {"draft": "true"}, "title", "has to be filled in"),
        ("level", "harbour", {"draft": "true", "title": "Quay", "id": "pier"}, "id", "one with this id"),
        ("level", "harbour", {"draft": "true", "title": "Q", "id": "My Quay"}, "id", "small letters"),
        ("level", "harbour", {"draft": "true", "title": "x" * 161}, "title", "at most 160"),
        (
            "level",
            "harbour",
            {"draft": "true", "title": "Q", "span.from": "9", "span.to": "1", "span.confidence": "low"},
            "span.from",
            "'from' must be smaller than 'to'",
        ),
    ],
)
def test_a_mistake_is_told_at_its_field_and_nothing_is_written(
    running: Running, of: str, domain: str, values: dict[str, str], field: str, words: str
) -> None:
    files = [(running.project / name).read_bytes() for name in (HARBOUR, PAIR)]
    status, said = save(running, {**form(running, of, domain), "language": "en"}, values)
    assert status == 422, said
    told = json.loads(said)
    assert words in told[field], told
    assert field != "id" or [*told] == ["id"], "an id that is none is told once, not wherever it is named"
    assert files == [(running.project / name).read_bytes() for name in (HARBOUR, PAIR)]


def test_a_file_that_has_changed_since_is_not_written_and_nobody_else_can_write_one(running: Running) -> None:
    asked = form(running, "level", "harbour")
    values = {"title": "Quay", "draft": "true"}
    before = (running.project / HARBOUR).read_bytes()
    status, said = save(running, {**asked, "seen": "another"}, values)
    assert (status, "is gewijzigd" in said or "has changed" in said) == (409, True), said
    assert save(running, asked, values, Origin="http://evil.example")[0] == 403
    assert save(running, {**asked, "token": "guessed"}, values)[0] == 403
    assert save(running, asked, {"title": 7})[0] == 403  # type: ignore[dict-item]
    assert (running.project / HARBOUR).read_bytes() == before


@pytest.mark.parametrize(
    "query",
    [
        "of=level&language=nl&domain=mill",
        "of=level&language=nl&domain=nowhere",
        "of=level&language=xx&domain=harbour",
        "of=mapping&language=nl&domain=lantern--harbour",
        "of=mapping&language=nl&domain=harbour--lantern&context=none",
    ],
)
def test_there_is_no_form_for_what_there_is_not(running: Running, query: str) -> None:
    assert running.ask(f"{OWN}text?{query}").status == 404


def test_an_id_is_suggested_from_what_names_it(running: Running) -> None:
    address = f"{OWN}text?of=level&language=nl&domain=harbour&suggest=id"
    assert running.shown(f"{address}&title=Kade:%20%C3%A9%C3%A9n") == "kade-een"
    assert running.shown(f"{address}&title=Pier") == "pier-2"
    assert running.ask(address).status == 404


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_form_changes_what_it_says_and_no_other_line(newline: str, tmp_path: Path) -> None:
    project = write_site_project(tmp_path, "pages/home.html")
    (project / PAIR).write_bytes(UNTIDY.replace("\n", newline).encode())
    contents, _ = read_contents(project / "frameworks", project)
    contents[HARBOUR] = contents[HARBOUR].replace(b"\n", newline.encode())
    loaded, _ = load_contents(contents, "frameworks")
    atlas = loaded.atlas()
    chance = random.Random(17)
    kinds: list[tuple[RecordOf, str, str]] = [
        ("mapping", "harbour--lantern", ""),
        ("mapping", "harbour--lantern", "pier-candle"),
        ("level", "harbour", ""),
    ]
    for number in range(60):
        of, domain, context = kinds[number % 3]
        target = target_of(loaded, contents, atlas, of, domain, context)
        assert target is not None
        given = {**shown_values(target, datetime.date(2026, 3, 1)), **chosen(target, chance)}
        lines = target.content.splitlines(keepends=True)
        after = with_record(target, given, "en", str)
        result = after.splitlines(keepends=True)
        assert after.count(b"\r\n") == (after.count(b"\n") if newline == "\r\n" else 0)
        before, now = target.data, read_tree(after, target.file).value
        items, changed = before[f"{of}s"], now[f"{of}s"]
        if target.index is not None:
            [item] = changed
            assert {**now, "mappings": items} == before
            # Its own lines stand between those that stay.
            assert (result[:8], result[-6:]) == (lines[:8], lines[-6:])
            assert [line for line in comments(result) if line in lines] == comments(lines)
        else:
            [item] = [one for one in changed if one["id"] not in {old["id"] for old in items}]
            kept = [line for line in result if line in lines]
            own = {b"number"} if of == "level" else set()
            gone = [line for line in lines if line not in result]
            assert all(line.split(b":")[0].strip() in own for line in gone), gone
            assert len(kept) >= len(lines) - len(gone)
        for field in target.fields:
            value = read_value(field, given.get(field.name, ""))
            if value is not None and not field.name.startswith("#") and not (context and field.is_name):
                assert said(item, field.path) == (str(value) if field.kind == "date" else value)


def comments(lines: list[bytes]) -> list[bytes]:
    """The lines that are comments."""
    return [line for line in lines if line.strip().startswith(b"#")]


def chosen(target: Target, chance: random.Random) -> dict[str, str]:
    """What somebody might fill in: nothing, or anything that the field takes."""
    given: dict[str, str] = {}
    for field in target.fields:
        text = " ".join(chance.sample(WORDS, 3)).strip()
        choices = {
            "choice": field.allowed,
            "line": (text[:100].strip(), ""),
            "text": (text, f"{text}\n\n- {text}", ""),
            "texts": (f"{text}\nown: {text}", ""),
            "lines": (f"{text}\nmore", ""),
            "tick": ("true", ""),
            "date": ("2026-11-28",),
        }.get(field.kind, ())
        if field.name == "id":
            given["id"] = chance.choice(("", f"new-{chance.randrange(99)}"))
        elif field.refers == "ends":
            given[field.name] = chance.choice(("harbour/levels/port", "lantern/levels/candle"))
        elif choices and (len(field.path) == 1 or field.allowed):
            given[field.name] = chance.choice(choices) or (text if field.required else "")
    if target.of == "level":
        given |= {"span.from": "1", "span.to": "1.5", "span.justification": "So: there."}
        given["#after"] = chance.choice(("", "pier", "dock", "port"))
    return given


def said(item: Any, path: tuple[str, ...]) -> Any:
    """What a record says at a path."""
    for step in path:
        item = item[step]
    return item
