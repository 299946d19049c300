"""`atlas validate` says all that is wrong, where, and what to do."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from tests.site.projects import replace, write

Output = pytest.CaptureFixture[str]


@pytest.fixture
def sound(project: Path) -> Path:
    """A project without anything to say about it: English only, so that nothing waits for a translation."""
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [en]")
    for name in ("harbour", "lantern", "mill"):
        file = project / "frameworks" / f"{name}.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("source_language: nl", "source_language: en"), encoding="utf-8")
    return project


def test_sound_data_ends_with_zero(sound: Path, capsys: Output) -> None:
    assert main(["validate", "frameworks/harbour.yaml"]) == 0
    assert capsys.readouterr().out == "Sound: 3 frameworks, in en.\n"


def test_every_problem_of_every_file_is_told_with_its_line(project: Path, capsys: Output) -> None:
    replace(
        project / "frameworks" / "harbour.yaml", "    pier: Whoever is there.", "    pear: Whoever is there."
    )
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["validate"]) == 1
    said = capsys.readouterr().out
    assert "  pear: Whoever is there.\n       |     ^^^^\n       = Did you mean 'pier'? Known" in said
    assert (
        "frameworks/mill.yaml:2:7: error[S103]: kind: 'steps' is not allowed here\n     2 | kind: steps"
        not in said
    )
    assert (
        "frameworks/mill.yaml:2:7: error[S103]: kind: 'steps' is not allowed here\n    2 | kind: steps"
        in said
    )


def test_only_what_was_asked_for_is_told(project: Path, capsys: Output) -> None:
    replace(
        project / "frameworks" / "harbour.yaml", "    pier: Whoever is there.", "    pear: Whoever is there."
    )
    assert main(["validate", "frameworks/mill.yaml"]) == 0
    assert main(["validate", "frameworks/harbour.yaml"]) == 1
    assert main(["validate", "frameworks"]) == 1
    assert "locales/" not in capsys.readouterr().out


@pytest.mark.parametrize("folder", ["frameworks/new", "drafts", "."])
def test_a_file_that_is_not_read_is_not_called_sound(sound: Path, capsys: Output, folder: str) -> None:
    (sound / folder).mkdir(parents=True, exist_ok=True)
    path = sound / folder / "pier.yaml"
    path.write_text("id: pier\n", encoding="utf-8")
    assert main(["validate", str(path)]) == 0
    said = capsys.readouterr().out
    assert "is not read" in said
    assert "Move it into frameworks/" in said
    assert "Sound" not in said


def test_strict_takes_warnings_for_errors(project: Path, capsys: Output) -> None:
    assert main(["validate", "locales/nl"]) == 2
    assert main(["validate"]) == 0
    said = capsys.readouterr().out
    assert "warning[T410]" in said
    assert "then translate: harbour:title, harbour:short_title, harbour:summary, …" in said
    assert main(["validate", "--strict"]) == 1
    assert "error[T410]" in capsys.readouterr().out


def test_problems_are_listed_as_json(project: Path, capsys: Output) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["validate", "--format", "json", "frameworks/mill.yaml"]) == 1
    [problem] = json.loads(capsys.readouterr().out)
    assert (problem["file"], problem["line"], problem["column"]) == ("frameworks/mill.yaml", 2, 7)
    assert (problem["code"], problem["severity"]) == ("S103", "error")


def test_problems_are_listed_for_github_and_as_sarif(project: Path, capsys: Output) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["validate", "--format", "github", "frameworks/mill.yaml"]) == 1
    told = capsys.readouterr().out
    assert told.startswith("::error file=frameworks/mill.yaml,line=2,col=7,title=S103::kind: 'steps' is not")
    assert told.count("\n") == 1
    assert main(["validate", "--format", "sarif", "frameworks/mill.yaml"]) == 1
    [run] = json.loads(capsys.readouterr().out)["runs"]
    assert [item["ruleId"] for item in run["results"]] == ["S103"]


def test_without_problems_a_program_gets_an_empty_list_and_github_nothing(
    sound: Path, capsys: Output
) -> None:
    assert main(["validate", "--format", "json", "frameworks/harbour.yaml"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    assert main(["validate", "--format", "github", "frameworks/harbour.yaml"]) == 0
    assert capsys.readouterr().out == ""


def test_the_answer_is_in_the_language_asked_for_or_else_that_of_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    words = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    words += "msgid \"%(name)s: '%(given)s' is not allowed here\"\n"
    words += "msgstr \"%(name)s: '%(given)s' mag hier niet\"\n"
    write(project / "locales" / "nl" / "LC_MESSAGES" / "ui.po", words)
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    for name in ("ATLAS_LANG", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "nl_BE.UTF-8")
    main(["validate"])
    assert "error[S103]: kind: 'steps' mag hier niet" in capsys.readouterr().out
    main(["validate", "--lang", "en"])
    assert "error[S103]: kind: 'steps' is not allowed here" in capsys.readouterr().out


def test_how_far_pairs_are_judged_is_told_on_demand(project: Path, capsys: Output) -> None:
    assert main(["validate", "-v"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["pair", "addressed", "judged", "derived", "justified", "intersects"] in rows
    # The crosswalk is written in English, and nobody has translated its reasons.
    assert ["harbour--lantern", "5", "of", "5", "2", "0", "en", "100%,", "nl", "0%", "50%"] in rows


def test_a_terminal_that_lacks_a_sign_gets_another(project: Path) -> None:
    replace(project / "frameworks" / "harbour.yaml", "from: 0\n", "from: -1\n")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "ATLAS_LANG": "en"}
    command = [sys.executable, "-m", "generator", "validate", "frameworks/harbour.yaml"]
    done = subprocess.run(command, capture_output=True, env=environment, text=True, encoding="ascii")
    assert (done.returncode, done.stderr) == (1, "")
    assert "from is -1; it must be ? 0" in done.stdout


def test_a_configuration_that_is_no_yaml_is_told(project: Path, capsys: Output) -> None:
    write(project / "mkdocs.yml", "plugins: [\n")
    assert main(["validate"]) == 1
    assert "mkdocs.yml:1:1: error[C600]" in capsys.readouterr().out


def test_the_project_is_found_from_a_folder_within(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(project / "frameworks")
    assert main(["validate", "-v", "mill.yaml"]) == 0
    assert "3 frameworks, in en, nl.\n" in capsys.readouterr().out
