"""Every code is explained, and every explanation's examples are true: each is applied and looked at."""

import re
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.explain import EXPLANATIONS, MODULES, Explanation, explanation
from tests.explain.examples import do, do_right, translated_project

Output = pytest.CaptureFixture[str]

PROGRAM = Path(__file__).parent.parent.parent / "generator"
USED = {
    code
    for path in PROGRAM.rglob("*.py")
    if path.parent.name != "explain"
    for code in re.findall(r'"([A-Z]\d{3})"', path.read_text(encoding="utf-8"))
}
NEEDS_NO_RIGHT = {
    *("Y104", "Y109", "F200", "F219", "F271", "F272", "M313", "T407", "T411"),
    *("I700", "I701", "I714", "I715", "I716", "I717", "I718", "I725", "I735", "R809"),
    *("C603", "C604", "C605", "C607", "C608", "P500", "P505"),
}
"""What is right there is no text of a file, and the project has it."""


@pytest.fixture(scope="session")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project about which there is nothing to say; tests copy it."""
    return translated_project(tmp_path_factory.mktemp("explained"))


def test_every_code_is_explained_and_no_explanation_is_without_its_code() -> None:
    assert sorted(EXPLANATIONS) == sorted(USED)


def test_no_code_has_two_meanings() -> None:
    codes = [item.code for module in MODULES for item in module.EXPLANATIONS]

    assert len(set(codes)) == len(codes)


@pytest.fixture
def project(translated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that project, which is the current folder."""
    folder = tmp_path / "project"
    shutil.copytree(translated, folder)
    monkeypatch.chdir(folder)
    return folder


def test_of_the_project_of_the_right_examples_nothing_is_told(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "validate"]) == 0
    assert capsys.readouterr().out == "Sound: 3 frameworks, in en, nl.\n"


@pytest.mark.parametrize("example", EXPLANATIONS.values(), ids=lambda example: str(example.code))
def test_the_wrong_example_gives_the_code(example: Explanation, project: Path, capsys: Output) -> None:
    assert example.code in do(project, example, capsys)


# Nearly two hundred projects are read; a wrong example that is none shows in the quick tests.
@pytest.mark.slow
@pytest.mark.parametrize("code", [code for code in EXPLANATIONS if code not in NEEDS_NO_RIGHT])
def test_the_right_example_does_not(code: str, project: Path, capsys: Output) -> None:
    assert code not in do_right(project, EXPLANATIONS[code], capsys)


@pytest.mark.parametrize("example", EXPLANATIONS.values(), ids=lambda example: str(example.code))
def test_examples_are_short_and_differ(example: Explanation) -> None:
    assert example.wrong != example.right
    assert max(len(example.wrong.splitlines()), len(example.right.splitlines())) <= 12
    for sentence in (example.means.template, example.why.template):
        assert sentence.endswith(".")
        assert "%" not in sentence.replace("%%", "")


def test_a_code_is_found_in_small_letters_too() -> None:
    assert explanation("f208") is explanation("F208") is EXPLANATIONS["F208"]
    assert explanation("F999") is None
