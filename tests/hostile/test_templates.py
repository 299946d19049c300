"""What lies among the templates is published: nothing else of the machine may be."""

import os
from pathlib import Path

import pytest

from generator.templates import LARGEST_ASSET, refused_files
from tests.hostile.files import NO_FILES
from tests.site.projects import write


@pytest.mark.parametrize("kind", sorted(set(NO_FILES) - {"a folder"}))
@pytest.mark.parametrize("place", ["templates/theme/assets/x.txt", "templates/pages/x.html"])
def test_what_is_no_file_of_the_project_is_refused(kind: str, place: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    write(project / "templates" / "pages" / "home.html", "<p>")
    (project / "frameworks").mkdir()
    (project / place).parent.mkdir(parents=True, exist_ok=True)
    make, reason = NO_FILES[kind]
    make(project / place)
    [problem] = refused_files(project / "templates", project)
    assert (problem.code, problem.place.file) == ("C607", place)
    assert reason in str(problem)


def test_a_file_that_is_far_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    write(tmp_path / "templates" / "x.txt", "x")
    os.truncate(tmp_path / "templates" / "x.txt", 3 * 10**9)
    [problem] = refused_files(tmp_path / "templates", tmp_path)
    assert f"it has more than {LARGEST_ASSET:,} bytes" in str(problem.message)


def test_sound_templates_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "templates" / "theme" / "assets" / "x.css", "p {}")
    (tmp_path / "templates" / "theme" / "assets" / "y.css").symlink_to("x.css")
    assert list(refused_files(tmp_path / "templates", tmp_path)) == []
