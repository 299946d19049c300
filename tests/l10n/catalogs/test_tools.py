"""Translators' tools open our catalogues and give them back as they were, to the byte."""

import subprocess
from pathlib import Path

import polib
import pytest
from translate.storage import pypo

from generator.l10n.catalogs.files import parse, read_po, written
from generator.l10n.catalogs.merging import merge
from tests.l10n.catalogs.tools import gettext

LOCALES = Path(__file__).parents[3] / "locales"
SHIPPED = sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))

SOURCES = [
    ("plain", "A pier."),
    ("percent", "80% of boats, %(n)s and {braces}"),
    ("lines", "One\ntwo\n"),
    ("signs", 'A "quote", a \\ and a\ttab'),
    ("letters", "é — ✓ 日本 שלום"),
    ("long", "many words " * 60 + "end"),
    ("changed", "What it says now."),
    ("gone", "What is no longer there."),
]


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A catalogue with everything that an update writes: comments, stale and obsolete entries, odd texts."""
    comments = {context: f"Harbour: stage 1 Pier\nframeworks/harbour/#{context}" for context, _ in SOURCES}
    first = merge(None, SOURCES, "nl", "harbour", comments)
    for entry in first:
        entry.msgstr = f"nl {entry.msgid}" if not entry.msgid.endswith("\n") else entry.msgid
        entry.tcomment = "A translator's note.\nlint: T435"
    second = [(context, "What it says." if context == "changed" else text) for context, text in SOURCES[:-1]]
    path = tmp_path / "harbour.po"
    path.write_bytes(written(merge(parse(str(first)), second, "nl", "harbour", comments)))
    return path


@pytest.fixture(
    params=[*SHIPPED, None], ids=lambda path: f"{path.parts[-3]}-{path.stem}" if path else "hostile"
)
def catalogue(request: pytest.FixtureRequest, hostile: Path) -> Path:
    """Each shipped catalogue, and one with everything that can be in one."""
    return request.param or hostile


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([gettext(program), *map(str, arguments)], capture_output=True)


def store(content: bytes) -> pypo.pofile:
    """A catalogue as translate-toolkit reads it."""
    found: pypo.pofile = pypo.pofile.parsestring(content)  # type: ignore[no-untyped-call]
    return found


def test_the_hostile_catalogue_has_all_that_is_hard(hostile: Path) -> None:
    text = hostile.read_text(encoding="utf-8")

    assert [
        sign for sign in ("#. ", "# ", "#: ", "#, fuzzy", "#| msgid", "#~ msgid") if sign not in text
    ] == []


def test_msgfmt_finds_nothing_to_say(catalogue: Path, tmp_path: Path) -> None:
    done = run("msgfmt", "--check", "--verbose", "-o", tmp_path / "out.mo", catalogue)
    # A header without dates and people is what we want: catalogues are in git.
    said = [line for line in done.stderr.decode().splitlines() if "error" in line or "duplicate" in line]

    assert (done.returncode, said) == (0, [])


def test_msgcat_gives_the_same_bytes(catalogue: Path) -> None:
    done = run("msgcat", "--no-wrap", catalogue)

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == catalogue.read_text(encoding="utf-8")


def test_polib_gives_the_same_bytes(catalogue: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.po"
    polib.pofile(str(catalogue), wrapwidth=0).save(str(copy))

    assert copy.read_bytes() == catalogue.read_bytes()


def test_translate_toolkit_gives_the_same_bytes(catalogue: Path) -> None:
    content = catalogue.read_bytes()

    assert bytes(store(content)) == content


def test_a_translation_made_with_translate_toolkit_changes_its_own_lines_only(hostile: Path) -> None:
    before = hostile.read_text(encoding="utf-8").splitlines()
    found = store(hostile.read_bytes())
    unit = next(unit for unit in found.units if unit.getcontext() == "plain")
    unit.target = "Een steiger."

    after = bytes(found).decode().splitlines()

    assert [line for line in after if line not in before] == ['msgstr "Een steiger."']
    assert len(after) == len(before)


def test_we_give_back_what_we_read(catalogue: Path) -> None:
    found, problems = read_po(catalogue, catalogue.name)

    assert problems == ()
    assert found is not None
    assert written(found) == catalogue.read_bytes()
