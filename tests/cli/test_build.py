"""`atlas build` checks, builds and says what came of it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preview.previewed import previewing
from tests.site.projects import LAST_GOOD, content, mkdocs, replace, settings, write, write_last_good

pytestmark = pytest.mark.usefixtures("all_templates")


def atlas(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run atlas in a project."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=project,
        env=settings({"SOURCE_DATE_EPOCH": "0"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )


def test_a_build_tells_of_warnings_and_what_it_does_in_a_line_a_stage(project: Path) -> None:
    done = atlas(project, "build", "-d", "public")
    assert done.returncode == 0, done.stderr
    read, made, built = done.stdout.splitlines()
    assert read == "Read and checked: 3 frameworks, 3 crosswalks, 2 languages."
    files = (path for path in content(project / "public") if not path.startswith("id/"))
    pages = sum(path.endswith(("index.html", "404.html")) for path in files)
    # The 404 pages are the theme's own.
    assert made.startswith(f"Made: {pages - 2} pages, ")
    assert made.endswith("; 0 files taken from the last site.")
    assert built.startswith("Built public in ")
    assert "warning[T410]" in done.stderr
    known = ("[T41", "[M317]", "    = ")
    assert all(any(words in line for words in known) for line in done.stderr.splitlines()), done.stderr


def test_verbose_says_where_the_time_went_and_quiet_says_nothing(project: Path) -> None:
    said = atlas(project, "build", "-v").stdout
    for language in ("en", "nl"):
        parts = "assets", "pages", "search", "compression"
        took = f"{language}: " + ", ".join(rf"{part} [\d.]+ s" for part in parts) + r" \([\d.]+ s\)"
        assert re.search(took, said), said
    again = atlas(project, "build", "-q")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")


def test_it_builds_the_very_site_that_mkdocs_builds(project: Path) -> None:
    assert atlas(project, "build").returncode == 0
    site = content(project / "site")
    assert mkdocs(project, "build", environment={"SOURCE_DATE_EPOCH": "0"}).returncode == 0
    assert content(project / "site") == site


def test_problems_are_told_once_without_a_traceback(project: Path) -> None:
    write_last_good(project / "site")
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    done = atlas(project, "build")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("frameworks/mill.yaml:2:7: error[S103]") == 1
    assert "    2 | kind: steps\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert content(project / "site") == LAST_GOOD


def test_quiet_says_nothing_of_a_good_build_and_strict_still_counts(project: Path) -> None:
    done = atlas(project, "build", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    write(project / "docs" / "en" / "about.md", "# About\n\n[Nowhere](nowhere.md)\n")
    assert atlas(project, "build", "-q", "-s").returncode == 1


def test_a_place_where_nothing_can_be_written_is_told(project: Path) -> None:
    write(project / "taken", "a file")
    done = atlas(project, "build", "-d", "taken")
    assert done.returncode == 1
    assert "taken" in done.stderr
    assert "Traceback" not in done.stderr
    assert (project / "taken").read_text(encoding="utf-8") == "a file"


def test_a_configuration_without_our_plugin_is_told_and_the_site_stays(project: Path) -> None:
    write_last_good(project / "site")
    write(project / "mkdocs.yml", "site_name: Small atlas\n")
    done = atlas(project, "build")
    assert (done.returncode, done.stdout) == (1, "")
    assert "plugins: 'atlas' is not among them" in done.stderr
    assert content(project / "site") == LAST_GOOD


def test_a_build_while_a_preview_runs_makes_its_site_and_the_preview_goes_on(project: Path) -> None:
    assert atlas(project, "build", "-d", "alone").returncode == 0
    with previewing(project) as running:
        before = running.shown("/frameworks/harbour/")
        assert atlas(project, "build").returncode == 0
        assert running.shown("/frameworks/harbour/") == before
        running.change("frameworks/harbour.yaml", "Whoever is there.", "Whoever is here.")
        assert "Whoever is here." in running.shown("/frameworks/harbour/")
    assert content(project / "site") == content(project / "alone")
