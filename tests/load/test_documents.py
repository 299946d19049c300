"""Files that are not what they claim to be: what an editor is told, and what is left to go on with."""

from pathlib import Path

import pytest

from generator.load import load
from tests.builders import loaded_project, write_project
from tests.golden import Case, cases, changed_project, told


@pytest.mark.parametrize("case", cases("load/documents"))
def test_an_editor_is_told(case: Case, tmp_path: Path) -> None:
    problems = load(changed_project(tmp_path, case) / "frameworks")[1]

    assert told(problems) == case["told"]


def test_a_file_with_an_error_is_left_out_and_named(tmp_path: Path) -> None:
    folder = write_project(tmp_path) / "frameworks"
    (folder / "lantern.yaml").write_text("id: lantern\n")

    loaded, _ = load(folder)

    assert [document.record.id for document in loaded.frameworks] == ["harbour", "mill"]
    assert loaded.broken == ("lantern",)


def test_a_refused_alias_still_leaves_a_record_to_check(tmp_path: Path) -> None:
    folder = write_project(tmp_path) / "frameworks"
    file = folder / "mill.yaml"
    file.write_text(file.read_text().replace("title: Overshot", "title: &overshot Overshot"))

    loaded, problems = load(folder)

    assert [problem.code for problem in problems] == ["Y102"]
    assert "mill" in [document.record.id for document in loaded.frameworks]


def test_a_sound_project_becomes_an_atlas_in_the_order_of_its_ids() -> None:
    atlas = loaded_project().atlas()

    assert [framework.id for framework in atlas.frameworks] == ["harbour", "lantern", "mill"]
    assert [walk.key for walk in atlas.crosswalks] == ["harbour--lantern", "harbour--mill", "lantern--mill"]
    assert atlas.framework("mill").kind == "layers"


def test_without_the_shared_files_there_is_no_atlas(tmp_path: Path) -> None:
    folder = write_project(tmp_path) / "frameworks"
    (folder / "themes.yaml").unlink()

    with pytest.raises(ValueError, match="validate before building"):
        load(folder)[0].atlas()


def test_an_empty_folder_says_which_files_every_site_needs(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()

    problems = load(tmp_path / "frameworks")[1]

    assert sorted(problem.place.file for problem in problems) == [
        "frameworks/glossary.yaml",
        "frameworks/reference-scale.yaml",
        "frameworks/themes.yaml",
    ]
