"""A mistake in a template ends a build with the template's file and line, and the site stays as it was."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.projects import LAST_GOOD, content, settings, write_last_good, write_site_project

FRAME = """{% extends "base.html" %}
{% block htmltitle %}{% if true %}{{ nowhere() }}{% endif %}{% endblock %}
"""
LEVEL = """{% set title = "A" %}{% set description = "A" %}
<h1>{% if true %}{{ nowhere.to_be_found }}{% endif %}</h1>
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_site_project(tmp_path / "project")


def refused(project: Path, *options: str) -> str:
    """What a build says that must fail without a traceback and without harm."""
    write_last_good(project / "site")

    done = subprocess.run(
        [sys.executable, "-m", "generator", "build", *options],
        cwd=project,
        env=settings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stdout
    assert "BuildError" not in done.stdout
    assert content(project / "site") == LAST_GOOD
    assert [path.name for path in project.iterdir() if ".building-" in path.name] == []
    return done.stdout


@pytest.mark.parametrize(
    ("template", "text", "place", "reason"),
    [
        ("pages/level.html", LEVEL, "2", "P502]: The template asks for what is not there: 'nowhere'"),
        ("pages/level.html", "<h1>{{ title }</h1>\n", "1", "P501]: The template cannot be read"),
        ("pages/level.html", '\n{% include "parts/lost.html" %}\n', "2", "P503]: There is no template"),
        ("pages/level.html", '\n\n{{ "one" + 1 }}\n', "3", "P504]: The template stops here"),
        ("theme/main.html", FRAME, "2", "P502]: The template asks for what is not there: 'nowhere'"),
        # Only in a page by hand, which mkdocs makes by itself.
        ("theme/main.html", FRAME.replace("true", "page.url == 'about/'"), "2", "P502]"),
        # Only in a language that another process builds.
        ("pages/level.html", LEVEL.replace("true", "language == 'nl'"), "2", "P502]"),
    ],
)
def test_a_build_names_the_line_of_a_template_that_is_amiss(
    project: Path, template: str, text: str, place: str, reason: str
) -> None:
    (project / "templates" / template).write_text(text, encoding="utf-8")

    words = refused(project)

    assert f"templates/{template}:{place}" in words
    assert reason in words
