"""Templates are compiled once, and again when anything about them has changed or the store is not sound."""

from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from jinja2 import DictLoader, Environment

from generator.site.compiled import CompiledTemplates

Sources = dict[str, str]


@pytest.fixture
def compilations() -> Iterator[list[str]]:
    """The names of templates that were compiled."""
    names: list[str] = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, name: str | None = None, *args: object) -> object:
        names.append(str(name))
        return compile_(self, source, name, *args)  # type: ignore[call-overload]

    with patch.object(Environment, "compile", counted):
        yield names


def rendered(root: Path, source: str = "{{ word }}!", language: str = "en", **options: bool) -> str:
    environment = Environment(
        loader=DictLoader({"page.html": source}),
        bytecode_cache=CompiledTemplates(root, language),
        **options,  # type: ignore[arg-type]
    )
    return environment.get_template("page.html").render(word="<Calm>")


def test_a_template_is_compiled_once(tmp_path: Path, compilations: list[str]) -> None:
    assert rendered(tmp_path) == rendered(tmp_path) == "<Calm>!"
    assert compilations == ["page.html"]


def test_an_edited_template_is_compiled_again(tmp_path: Path, compilations: list[str]) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, "{{ word }}?") == "<Calm>?"
    assert len(compilations) == 2


def test_other_options_of_the_engine_are_not_mixed_up(tmp_path: Path, compilations: list[str]) -> None:
    rendered(tmp_path)
    assert rendered(tmp_path, autoescape=True) == "&lt;Calm&gt;!"
    assert len(compilations) == 2


def test_each_language_has_its_own(tmp_path: Path, compilations: list[str]) -> None:
    rendered(tmp_path)
    rendered(tmp_path, language="nl")
    assert len(compilations) == 2


@pytest.mark.parametrize("damage", [b"", b"\0" * 200, "cut"], ids=["empty", "zeros", "cut"])
def test_a_damaged_store_is_passed_over(tmp_path: Path, compilations: list[str], damage: bytes | str) -> None:
    rendered(tmp_path)
    (kept,) = (path for path in (tmp_path / ".cache").rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-20] if isinstance(damage, str) else damage)
    assert rendered(tmp_path) == "<Calm>!"
    assert len(compilations) == 2


def test_a_place_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("a file where a folder belongs", encoding="utf-8")
    assert rendered(tmp_path) == "<Calm>!"
