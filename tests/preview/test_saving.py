"""A text that is changed on a page is changed in its file, and nothing else of the file is."""

import json
import random
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import polib
import pytest

from generator.l10n.catalogs.files import WORD_DOMAINS, catalogue_path
from generator.l10n.proofreading import expected_texts
from generator.l10n.updating import open_data
from generator.load import load_contents, read_contents, read_tree
from generator.preview.editor_links import OWN
from generator.preview.saving import Asked, with_text, with_translation
from generator.preview.trace import traced
from generator.translate import view
from tests.preview.previewed import CATALOGUE, Running
from tests.preview.test_preview import HARBOUR

ROOT = Path(__file__).parents[2]
WORDS = (
    "plain",
    "a: b",
    "# no comment",
    "é",
    "'quoted'",
    '"twice"',
    "{x}",
    "- dash",
    "5",
    "yes",
    "long " * 40,
)


def form(running: Running, of: str, context: str = "cells.crew.pier") -> dict[str, Any]:
    """What the form for a text sends."""
    html = running.shown(f"{OWN}text?of={of}&language=nl&domain=harbour&context={context}")
    asked: dict[str, Any] = json.loads(unescape(html.split('data-asked="')[1].split('"')[0]))
    return asked


def save(running: Running, asked: dict[str, Any], **headers: str) -> tuple[int, str]:
    """The answer to a page of ours, or to whoever sends other headers."""
    own = {"Origin": running.origin, "Content-Type": "application/json"}
    sent = {**own, **{name.replace("_", "-"): value for name, value in headers.items()}}
    answer = running.ask(f"{OWN}text", method="POST", headers=sent, body=json.dumps(asked).encode())
    return answer.status, answer.text


def test_a_source_text_is_changed_in_its_file_and_all_else_is_kept(running: Running) -> None:
    file = running.project / HARBOUR
    before = file.read_text(encoding="utf-8")
    asked = form(running, "source")
    readings = len(running.readings)

    assert save(running, {**asked, "new": "Whoever: is there?"}) == (200, "")
    assert file.read_text(encoding="utf-8") == before.replace(
        "pier: Whoever is there.", 'pier: "Whoever: is there?"'
    )
    running.after_a_change(readings)
    running.write(HARBOUR, before)


def test_a_translation_is_changed_in_its_entry_and_is_up_to_date(running: Running) -> None:
    file = running.project / CATALOGUE
    before = file.read_text(encoding="utf-8")
    old = 'msgid "Whoever is there."\nmsgstr "Wie er is."'
    stale = before.replace(
        f'msgctxt "cells.crew.pier"\n{old}',
        f'#, fuzzy\n#| msgid "Nobody."\nmsgctxt "cells.crew.pier"\n{old}',
    )
    running.write(CATALOGUE, stale)
    readings = len(running.readings)

    assert save(running, {**form(running, "translation"), "new": 'Wie "er" zijn.'}) == (200, "")
    assert file.read_text(encoding="utf-8") == before.replace("Wie er is.", r"Wie \"er\" zijn.")
    running.after_a_change(readings)
    running.write(CATALOGUE, before)


@pytest.mark.parametrize(("of", "now"), [("source", "Whoever is there."), ("translation", "Wie er is.")])
def test_a_text_that_is_another_by_now_is_shown_and_not_overwritten(
    running: Running, of: str, now: str
) -> None:
    asked = {**form(running, of), "old": "Something else.", "new": "Mine."}
    files = [(running.project / name).read_bytes() for name in (HARBOUR, CATALOGUE)]

    status, words = save(running, asked)

    assert status == 409
    assert "another one by now" in words
    assert "Copy what you wrote" in words
    assert words.endswith(f"It says now: {now}")
    assert files == [(running.project / name).read_bytes() for name in (HARBOUR, CATALOGUE)]


@pytest.mark.parametrize(
    ("of", "context", "new", "words"),
    [
        ("source", "cells.crew.pier", " \n ", "cannot be empty"),
        ("source", "levels.pier.title", "x" * 161, "160"),
        ("translation", "cells.crew.pier", "", "cannot be empty"),
        ("translation", "cells.crew.pier", "Wie er 7 keer is.", "Numbers differ"),
        ("translation", "cells.crew.pier", "Wie\u200ber is.", "nobody sees"),
    ],
)
def test_a_mistake_is_not_written(running: Running, of: str, context: str, new: str, words: str) -> None:
    files = [(running.project / name).read_bytes() for name in (HARBOUR, CATALOGUE)]

    status, said = save(running, {**form(running, of, context), "new": new})

    assert (status, words in said) == (422, True), said
    assert files == [(running.project / name).read_bytes() for name in (HARBOUR, CATALOGUE)]


def test_nobody_else_can_change_a_text(running: Running) -> None:
    asked = {**form(running, "source"), "new": "Evil."}
    port = running.preview.server.server_port
    evil = f"evil.example:{port}"
    before = (running.project / HARBOUR).read_bytes()

    assert save(running, asked, Host=evil, Origin=f"http://{evil}")[0] == 421
    assert save(running, asked, Origin="http://evil.example")[0] == 403
    assert save(running, asked, Origin="null")[0] == 403
    assert save(running, asked, Origin=f"http://localhost:{port}")[0] == 403
    assert save(running, asked, Content_Type="text/plain")[0] == 415
    assert save(running, {**asked, "token": "guessed"})[0] == 403
    assert save(running, {**asked, "new": 7})[0] == 403
    assert save(running, {**asked, "new": "x" * 200_000})[0] == 413
    assert (running.project / HARBOUR).read_bytes() == before


@pytest.mark.slow
def test_any_text_of_the_shipped_data_can_become_any_other_and_no_other_line_changes() -> None:
    contents, _ = read_contents(ROOT / "frameworks", ROOT)
    loaded, _ = load_contents(contents, "frameworks")
    _, origins = traced(view(loaded.atlas(), "en", {}), loaded)
    held = {file: dict(leaves(read_tree(content, "f").value)) for file, content in contents.items()}
    chance = random.Random(17)
    for origin in chance.sample(origins, 200):
        new = " ".join(chance.sample(WORDS, 3)).strip()
        before = contents[origin.place.file]
        after = with_text(before, origin.place, origin.source, new)

        one, other = held[origin.place.file], dict(leaves(read_tree(after, "f").value))
        assert one.keys() == other.keys()
        [path] = [path for path in one if one[path] != other[path]]
        assert (one[path], other[path]) == (origin.source, new)
        lines, result = before.splitlines(), after.splitlines()
        first = origin.place.line - 1
        assert result[:first] == lines[:first]
        rest = next(n for n in range(first + 1, len(lines) + 1) if same_end(lines[n:], result))
        assert all(line.startswith(b"  ") or not line for line in lines[first + 1 : rest]), (
            "more than a text's own lines"
        )


@pytest.mark.slow
def test_any_translation_can_become_another_and_no_other_line_of_the_catalogue_changes() -> None:
    found, _ = open_data(ROOT)
    assert found is not None
    chance = random.Random(17)
    for expected in expected_texts(found, "nl"):
        if expected.domain in WORD_DOMAINS:
            continue
        path = catalogue_path(ROOT / "locales", "nl", expected.domain)
        text = path.read_text(encoding="utf-8")
        entries = [entry for entry in polib.pofile(text) if entry.translated() and not entry.obsolete]
        for entry in chance.sample(entries, 3):
            new = f"{entry.msgstr[:-1]}a{entry.msgstr[-1]}"
            asked = Asked("translation", "nl", expected.domain, entry.msgctxt, entry.msgid, entry.msgstr, new)
            lines, result = text.split("\n"), with_translation(text, expected, asked).split("\n")
            changed = [(old, now) for old, now in zip(lines, result, strict=True) if old != now]
            assert changed == [(f'msgstr "{polib.escape(entry.msgstr)}"', f'msgstr "{polib.escape(new)}"')]


def same_end(lines: list[bytes], result: list[bytes]) -> bool:
    """Whether a file ends in these lines."""
    return not lines or result[-len(lines) :] == lines


def leaves(value: Any, path: tuple[object, ...] = ()) -> Iterator[tuple[tuple[object, ...], object]]:
    """Every scalar with its path."""
    if isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(item, (*path, key))
    else:
        yield path, value


def test_entries_of_a_catalogue_but_one_stay_as_they_were(running: Running) -> None:
    before = polib.pofile(str(running.project / CATALOGUE), wrapwidth=0)
    text = (running.project / CATALOGUE).read_text(encoding="utf-8")
    readings = len(running.readings)
    assert save(running, {**form(running, "translation"), "new": "Wie er was."})[0] == 200
    after = polib.pofile(str(running.project / CATALOGUE), wrapwidth=0)
    changed = [a.msgctxt for a, b in zip(before, after, strict=True) if str(a) != str(b)]
    assert changed == ["cells.crew.pier"]
    running.after_a_change(readings)
    running.write(CATALOGUE, text)
