"""A page by hand cannot stand where another part of the site does."""

from pathlib import Path

import pytest

from generator.prose.pages import in_the_way
from tests.site.projects import write


@pytest.mark.parametrize(
    "name",
    ["quiz.md", "quiz/index.md", "nl.md", "nl/x.md", "nl/x.txt", "api/x.json", "api.md", "id/x.md", "id.md"],
)
def test_what_stands_in_the_way_is_told_with_its_file(name: str, tmp_path: Path) -> None:
    write(tmp_path / "docs" / "en" / name, "x")
    [problem] = in_the_way(["", "quiz/", "frameworks/"], tmp_path / "docs", ["en", "nl"])
    assert problem.code == "C605"
    assert f"docs/en/{name}".startswith(problem.place.file)


@pytest.mark.parametrize("file", ["en/about.md", "en/news/nl.md", "nl/en.md", "nl/about.md"])
def test_what_stands_apart_is_left_alone(file: str, tmp_path: Path) -> None:
    write(tmp_path / "docs" / file, "x")
    assert list(in_the_way(["", "quiz/"], tmp_path / "docs", ["en", "nl"])) == []
