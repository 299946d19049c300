"""`atlas validate` says all that is wrong, where, and what to do."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from tests.site.projects import replace, write


@pytest.fixture
def sound(project: Path) -> Path:
    """A project without anything to say about it: English only, so that nothing waits for a translation."""
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [en]")
    for name in ("harbour", "lantern", "mill"):
        file = project / "frameworks" / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("source_language: nl", "source_language: en"), encoding="utf-8")
    return project


def test_sound_data_ends_with_zero(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "frameworks/harbour.yaml"]) == 0
    assert capsys.readouterr().out == "Sound: 3 frameworks, in en.\n"


def test_every_problem_of_every_file_is_told_with_its_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(
        project / "frameworks" / "harbour.yaml", "    pier: Whoever is there.", "    pear: Whoever is there."
    )
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["validate"]) == 1
    said = capsys.readouterr().out
    assert "  pear: Whoever is there.\n       |     ^^^^\n       = Did you mean 'pier'?\n" in said
    assert (
        "frameworks/mill.yaml:2:7: error[S103]: kind: 'steps' is not allowed here\n     2 | kind: steps"
        not in said
    )
    assert (
        "frameworks/mill.yaml:2:7: error[S103]: kind: 'steps' is not allowed here\n    2 | kind: steps"
        in said
    )


def test_only_what_was_asked_for_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(
        project / "frameworks" / "harbour.yaml", "    pier: Whoever is there.", "    pear: Whoever is there."
    )
    assert main(["validate", "frameworks/mill.yaml"]) == 0
    assert main(["validate", "frameworks/harbour.yaml"]) == 1
    assert main(["validate", "frameworks"]) == 1
    assert "locales/" not in capsys.readouterr().out


def test_strict_takes_warnings_for_errors(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "locales/nl"]) == 2
    assert main(["validate"]) == 0
    assert "warning[T410]" in capsys.readouterr().out
    assert main(["validate", "--strict"]) == 1
    assert "error[T410]" in capsys.readouterr().out


def test_problems_are_listed_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["validate", "--format", "json", "frameworks/mill.yaml"]) == 1
    [problem] = json.loads(capsys.readouterr().out)
    assert (problem["file"], problem["line"], problem["column"]) == ("frameworks/mill.yaml", 2, 7)
    assert (problem["code"], problem["severity"]) == ("S103", "error")


def test_a_configuration_that_is_no_yaml_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project / "mkdocs.yml", "plugins: [\n")
    assert main(["validate"]) == 1
    assert "mkdocs.yml:1:1: error[C600]" in capsys.readouterr().out


def test_a_path_that_does_not_exist_is_a_wrong_command_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["validate", "frameworks/habour.yaml"]) == 2
    assert capsys.readouterr().err == "atlas: frameworks/habour.yaml: no such file or folder\n"


def test_the_project_is_found_from_a_folder_within(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project / "frameworks")
    assert main(["validate", "-v", "mill.yaml"]) == 0
    assert "3 frameworks, in en, nl.\n" in capsys.readouterr().out
