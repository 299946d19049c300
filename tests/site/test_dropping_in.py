"""A framework dropped in as one file: in every list of every language, marked where not translated."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.built import ADDRESS, LANGUAGES

PROJECT = Path(__file__).parent.parent.parent

HARBOUR = """\
id: harbour
kind: levels
level_word: step
source_language: en
title: The harbour ladder
short_title: Harbour
publisher: The Harbour Office
summary: Two steps from quay to sea.
source:
  document: A talk at the quay
levels:
  - id: quay
    number: 1
    title: Quay
    summary: Every boat gets the same berth.
    span:
      from: 0
      to: 2
      confidence: low
      justification: Nothing distinguishes one boat from another.
  - id: sea
    number: 2
    title: Sea
    summary: Every boat sails its own course.
    span:
      from: 2
      to: 5
      confidence: low
      justification: Each course is set for one boat.
dimensions:
  - id: charts
    title: Charts
    question: What do your charts show?
    themes: [insight-and-data]
cells:
  charts:
    quay: The quay, and nothing beyond it.
    sea: Every current, for this boat, now.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The shipped project with one file more, built, and what the build said."""
    folder = tmp_path_factory.mktemp("project")
    for part in ("frameworks", "locales", "docs", "templates"):
        shutil.copytree(PROJECT / part, folder / part)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "frameworks" / "harbour.yaml").write_text(HARBOUR)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site", done.stderr


@pytest.mark.parametrize("folder", LANGUAGES.values())
@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("", 'href="frameworks/harbour/"'),
        ("", 'href="frameworks/harbour/levels/quay/"'),
        ("frameworks/", 'href="../frameworks/harbour/"'),
        ("frameworks/", 'href="../frameworks/harbour/levels/sea/"'),
        ("crosswalks/", 'href="../frameworks/harbour/levels/quay/"'),
        ("crosswalks/", 'href="../crosswalks/harbour--io/"'),
        ("quiz/", 'href="../quiz/harbour/"'),
        ("themes/insight-and-data/", 'href="../../frameworks/harbour/dimensions/charts/"'),
        ("frameworks/harbour/", 'id="charts-quay"'),
        ("frameworks/io/", 'href="../../crosswalks/harbour--io/"'),
        ("quiz/harbour/", 'name="charts"'),
        ("quiz/", 'href="../frameworks/harbour/poster/"'),
        ("frameworks/harbour/poster/", 'class="a-strip '),
        ("poster/", 'href="../quiz/harbour/"'),
    ],
)
def test_it_appears_in_every_list_of_every_language(
    built: tuple[Path, str], folder: str, page: str, link: str
) -> None:
    site, _ = built

    assert link in (site / folder / page / "index.html").read_text()


def test_its_untranslated_texts_stand_marked_in_their_own_language(built: tuple[Path, str]) -> None:
    site, _ = built

    page = (site / "nl/frameworks/harbour/index.html").read_text()

    assert '<span class="atlas-foreign" lang="en" dir="ltr">Every current, for this boat, now.</span>' in page
    assert 'class="a-notice"' in page


def test_the_build_says_what_is_not_translated(built: tuple[Path, str]) -> None:
    _, said = built

    assert "harbour" in said
    assert "nl" in said


def test_its_data_is_published(built: tuple[Path, str]) -> None:
    site, _ = built

    assert (site / "api/v1/nl/frameworks/harbour.json").is_file()
    assert "harbour" in (site / "api/v1/frameworks.json").read_text()


@pytest.mark.parametrize("folder", LANGUAGES.values())
def test_it_is_on_every_picture(built: tuple[Path, str], folder: str) -> None:
    site, _ = built

    assert "Harbour: 1 Quay, 2 Sea" in (site / folder / "ruler.svg").read_text()
    assert (site / folder / "frameworks/harbour/preview.png").is_file()
    assert (site / folder / "frameworks/harbour/levels/sea/preview.png").is_file()
    assert (site / folder / "crosswalks/harbour--io/preview.png").is_file()
