"""`atlas site new` begins a site that is whole in each of its languages, and writes over nothing."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.editing.starter.making import LANGUAGES
from generator.unwritten import is_prompt
from tests.site.projects import content, write

Output = pytest.CaptureFixture[str]


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which no project is, and which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def validated(site: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> str:
    """What is said of a sound site; fails for one that is not."""
    monkeypatch.chdir(site)
    capsys.readouterr()
    assert main(["validate", "--strict"]) == 0
    assert main(["l10n", "lint", "--strict"]) == 0
    assert main(["l10n", "update", "--check"]) == 0
    return capsys.readouterr().out


@pytest.mark.slow
def test_a_new_site_has_nothing_wrong_and_nothing_left_to_translate(
    nowhere: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    assert main(["site", "new", "our-ladders", "--languages", "nl,en,de"]) == 0

    said = validated(nowhere / "our-ladders", monkeypatch, capsys)
    assert said.startswith("Sound: 1 framework, in nl, en, de.\n")
    assert main(["l10n", "status", "--fail-under", "100", "--fail-on", "stale"]) == 0


def test_no_text_of_a_new_site_is_still_to_be_written(nowhere: Path) -> None:
    assert main(["site", "new", "ladders", "--languages", ",".join(LANGUAGES)]) == 0

    found = {path: held.decode() for path, held in content(nowhere / "ladders").items()}
    lines = [line for path, text in found.items() if "schemas/" not in path for line in text.splitlines()]
    assert [line for line in lines if is_prompt(line)] == []
    assert [path for path, text in found.items() if "$title" in text or str(nowhere) in text] == []


def test_a_new_site_is_called_as_one_says_or_as_its_folder(nowhere: Path) -> None:
    assert main(["site", "new", "our-ladders"]) == 0
    assert main(["site", "new", "other", "--title", 'Say: "we" #1']) == 0

    assert 'site_name: "Our ladders"\n' in (nowhere / "our-ladders" / "mkdocs.yml").read_text()
    assert 'site_name: "Say: \\"we\\" #1"\n' in (nowhere / "other" / "mkdocs.yml").read_text()
    assert (nowhere / "other" / "README.md").read_text().startswith('# Say: "we" #1\n')


def test_a_folder_that_is_not_empty_is_left_as_it_is(nowhere: Path, capsys: Output) -> None:
    write(nowhere / "full" / "letter.txt", "Dear all")
    write(nowhere / "file", "")

    for name in ("full", "file"):
        assert main(["site", "new", name]) == 1
        assert capsys.readouterr().err == f"{name} is not empty; it is left as it is.\n"
    assert content(nowhere) == {"full/letter.txt": b"Dear all", "file": b""}


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        (
            "en,fr",
            "a site can begin in en, de, nl, not in 'fr'. Add it to the new site: 'atlas l10n init -l fr'",
        ),
        ("dutch", "a site can begin in en, de, nl, not in 'dutch'. Did you mean 'nl'?"),
        ("en,nl,en", "'en' is named twice"),
    ],
)
def test_a_language_without_texts_is_refused(
    languages: str, said: str, nowhere: Path, capsys: Output
) -> None:
    assert main(["site", "new", "ladders", "--languages", languages]) == 2
    assert capsys.readouterr().err == f"atlas: --languages: {said}\n"
    assert content(nowhere) == {}


def test_one_is_answered_in_the_language_of_the_program_where_no_project_is(
    nowhere: Path, capsys: Output
) -> None:
    assert main(["--lang", "nl", "site", "new", "trap", "--languages", "nl"]) == 0
    assert "in README.md staat wat je waar verandert." in capsys.readouterr().out
    assert (nowhere / "trap" / "README.md").read_text().startswith("# Trap\n\nEen site")
