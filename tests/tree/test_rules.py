"""The tree itself: what CONTRIBUTING promises, and the rules that no other check holds."""

import ast
import re
from pathlib import Path

import pytest

from generator.load import load
from generator.model import Framework

PROJECT = Path(__file__).parent.parent.parent
CODE = sorted((PROJECT / "generator").rglob("*.py"))
TEMPLATES = sorted(
    path for path in (PROJECT / "templates").rglob("*") if path.suffix in {".html", ".js", ".css"}
)
FRAMEWORKS = [document.record for document in load(PROJECT / "frameworks")[0].frameworks]
LONGEST_MODULE = 260

_PATH = re.compile(
    r"`((?:frameworks|generator|templates|docs|locales|tests|decisions)/[^`<]*|[a-z.]+\.(?:yml|toml))`"
)


# "Changes in, the newest page out" and "Changes, as they are in; pages out": what goes in reads as a subject.
_IN_AND_OUT = re.compile(r"\bin[,;].*\bout\b|^[^,;:]+\bin[,;]|[,;] out\W*$", re.DOTALL)


def name(path: Path) -> str:
    return path.relative_to(PROJECT).as_posix()


def test_every_place_that_contributing_names_exists() -> None:
    table = [line for line in (PROJECT / "CONTRIBUTING.md").read_text().splitlines() if line.startswith("|")]
    named = {path for line in table for path in _PATH.findall(line)}

    assert len(named) > 15
    assert [path for path in sorted(named) if not (PROJECT / path).exists()] == []


def test_every_place_of_the_tree_that_a_newcomer_may_look_for_stands_in_contributing() -> None:
    table = "\n".join(re.findall(r"^\|.*$", (PROJECT / "CONTRIBUTING.md").read_text(), re.MULTILINE))
    places = [
        *(PROJECT / "generator" / part for part in ("model", "validate", "pages", "export", "site")),
        *(PROJECT / "templates").iterdir(),
        *(PROJECT / "frameworks").glob("*/"),
    ]

    assert [name(path) for path in places if name(path) not in table] == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_is_short_and_says_first_what_it_is_for(path: Path) -> None:
    text = path.read_text()

    assert len(text.splitlines()) <= LONGEST_MODULE
    assert not text or text.startswith('"""')


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_says_what_it_is_for_without_being_read_twice(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text())) or ""
    first = re.split(r"(?<=\w)[.](?=\s|$)", said, maxsplit=1)[0]

    assert not _IN_AND_OUT.search(first)


@pytest.mark.parametrize("framework", FRAMEWORKS, ids=lambda framework: str(framework.id))
def test_no_framework_is_named_in_code_or_templates(framework: Framework) -> None:
    words = {framework.id, framework.short_title, framework.publisher or framework.id}
    # A name of two or three letters is also a part of other words; as an id it stands in quotes or slashes.
    short = "|".join(re.escape(word) for word in words if len(word) < 4)
    long = "|".join(re.escape(word) for word in words if len(word) >= 4)
    patterns = [rf"[\"'/]({short})[\"'/]"] * bool(short) + [rf"(?<!\w)({long})(?!\w)"] * bool(long)
    names = re.compile("|".join(patterns), re.IGNORECASE)

    found = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in (*CODE, *TEMPLATES)
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if names.search(line)
    ]

    assert found == []


def test_no_file_carries_the_path_of_a_machine() -> None:
    looked_at = [
        *CODE,
        *TEMPLATES,
        *(path for path in PROJECT.glob("*.*") if path.name != ".git"),
        *PROJECT.glob("decisions/*"),
        *PROJECT.glob("frameworks/*.yaml"),
    ]

    found = [
        name(path)
        for path in looked_at
        if path.is_file() and re.search(r"(/home/|/root/|/work/|/tmp/)", path.read_text())
    ]

    assert found == []


def test_installing_without_make_is_what_make_does() -> None:
    make = (PROJECT / "Makefile").read_text(encoding="utf-8")
    lines = re.findall(r"^    python -m pip (.*)$", (PROJECT / "CONTRIBUTING.md").read_text(), re.MULTILINE)

    assert lines == re.findall(r"^\t\$\(PIP\) (install .*)$", make, re.MULTILINE)[: len(lines)]
    assert len(lines) == 2


def test_what_contributing_says_is_for_readers_in_the_order_of_their_number() -> None:
    parts = re.findall(r"^## (.*)$", (PROJECT / "CONTRIBUTING.md").read_text(), re.MULTILINE)

    assert [part for part in parts if part.endswith(("ors", "ers"))] == [
        "Editors",
        "Reviewers",
        "Translators",
        "Developers",
    ]
