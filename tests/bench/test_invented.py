"""Invented projects are the same for the same seed, sound, translated, and of the size that is announced."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.crosswalk import EVERY_PAIR_UP_TO
from generator.l10n.catalogs import catalogue_path, read_catalogues
from generator.pages import PAGE_KINDS, pages
from generator.project import Project, open_project
from tests.bench.invented import (
    DIMENSIONS,
    LANGUAGE,
    LEVELS,
    THEMES,
    changes,
    framework,
    names,
    pairs,
    write_invented,
)
from tests.site.projects import ROOT, content

MANY = EVERY_PAIR_UP_TO + 2
LANGUAGES = ("en", LANGUAGE)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    return {count: write_invented(tmp_path_factory.mktemp("invented"), count) for count in (2, MANY)}


@pytest.fixture(scope="module")
def opened(folders: Mapping[int, Path]) -> Mapping[int, Project]:
    found = {}
    for count, folder in folders.items():
        project, problems = open_project(folder, LANGUAGES)
        assert [problem.code for problem in problems] == []
        assert project is not None
        found[count] = project
    return found


def pages_of(count: int) -> int:
    """The pages of one language but for those by hand: of frameworks, of pairs, of themes, single ones."""
    single = {kind.name for kind in PAGE_KINDS if not kind.address.count("{}")}
    languages = len(LANGUAGES) - 1  # each but the default has a list of its open texts
    return count * (1 + LEVELS + DIMENSIONS + 2) + len(list(pairs(count))) + THEMES + len(single) + languages


def test_the_same_seed_writes_the_same_bytes_in_another_process(
    folders: Mapping[int, Path], tmp_path: Path
) -> None:
    program = (
        "import sys, pathlib\n"
        "from tests.bench.invented import write_invented\n"
        "write_invented(pathlib.Path(sys.argv[1]), 2)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}

    subprocess.run([sys.executable, "-c", program, tmp_path], env=environment, check=True)

    assert content(tmp_path) == content(folders[2])


def test_another_seed_writes_other_texts() -> None:
    assert framework("model-001", 1)["cells"] != framework("model-001", 2)["cells"]


def test_a_larger_project_begins_with_the_frameworks_and_crosswalks_of_a_smaller_one(
    folders: Mapping[int, Path],
) -> None:
    smaller, larger = (content(folders[count] / "frameworks") for count in (2, MANY))

    assert len(smaller) == len(names(2)) + len(list(pairs(2))) + 3
    assert {path: larger[path] for path in smaller} == smaller
    assert set(pairs(MANY)) < set(pairs(MANY + 2))


def test_each_framework_of_a_large_project_has_one_other_that_it_is_compared_with() -> None:
    assert sorted(end for pair in pairs(MANY) for end in pair) == names(MANY)


def test_the_pairs_have_their_crosswalks_and_every_relation_between_levels_occurs(
    opened: Mapping[int, Project],
) -> None:
    walks = opened[MANY].atlas.crosswalks

    assert {(walk.subject, walk.object) for walk in walks} == set(pairs(MANY))
    assert {mapping.relation for walk in walks for mapping in walk.mappings} == {
        "equal",
        "subset-of",
        "superset-of",
        "intersects-with",
    }


@pytest.mark.parametrize("count", [2, MANY])
def test_an_invented_project_is_wholly_translated_and_its_translations_are_sound(
    opened: Mapping[int, Project], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(opened[count].folders.root)

    assert list(opened[count].views[LANGUAGE].gaps) == []
    # The interface's words are the site's own, and held elsewhere.
    for domain in ("shared", names(count)[-1]):
        assert main(["l10n", "lint", "--strict", "-D", domain]) == 0
        assert main(["l10n", "update", "--check", "-D", domain]) == 0


@pytest.mark.parametrize("count", [2, MANY])
def test_a_size_has_as_many_pages_as_announced(opened: Mapping[int, Project], count: int) -> None:
    for language in LANGUAGES:
        assert len(pages(opened[count].site(language))) == pages_of(count)


def test_the_largest_size_has_about_the_pages_that_peers_were_measured_with() -> None:
    assert 2_000 <= len(LANGUAGES) * pages_of(200) <= 4_500


def test_each_change_is_of_another_cell_and_reaches_data_and_translation_once(tmp_path: Path) -> None:
    project = write_invented(tmp_path, 2)
    planned = changes(2, 5)
    before = content(project)

    for change in planned:
        for path in (
            project / "frameworks" / f"{change.framework}.yaml",
            catalogue_path(project / "locales", LANGUAGE, change.framework),
        ):
            text = path.read_text(encoding="utf-8")
            assert text.count(change.before) == 1
            path.write_text(change.apply(text), encoding="utf-8")

    after = content(project)
    changed = {path for path in after if after[path] != before[path]}
    assert changed <= {f"frameworks/{name}.yaml" for name in names(2)} | {
        f"locales/{LANGUAGE}/LC_MESSAGES/{name}.po" for name in names(2)
    }
    assert len({change.before for change in planned}) == 5
    assert open_project(project, LANGUAGES)[1] == ()
    assert read_catalogues(project / "locales", LANGUAGE)[1] == ()


def test_more_changes_than_cells_are_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 13"):
        changes(1, LEVELS * DIMENSIONS + 1)
