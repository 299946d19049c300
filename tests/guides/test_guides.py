"""The guides are true: their commands are played in their order, and say what the guides show."""

import re
import shutil
from pathlib import Path

import pytest

from generator.l10n.message_language import VARIABLE
from tests.cli.conftest import FEW
from tests.cli.test_commands import code_of
from tests.guides.playing import WIDTH, commands, played
from tests.guides.project import FOLDER, LANGUAGES, write_guided_project

GUIDES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*.md"))
NAMES = sorted({Path(name).name for name in GUIDES})
FOR_THE_READER = ("atlas serve", "git commit ", "git push ")
"""What is shown and not played: it never ends, speaks to a server, or says what is another each time."""

_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<path>[^)#:]+)(?:#(?P<part>[^)]+))?\)")


@pytest.fixture(scope="module")
def guided(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that guides are about, made once."""
    return write_guided_project(tmp_path_factory.mktemp("guided"), *FEW)


def text_of(name: str) -> str:
    """What a guide says."""
    return (FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("name", GUIDES)
def test_every_command_of_a_guide_says_what_the_guide_shows(
    name: str, guided: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, name.partition("/")[0])
    monkeypatch.setenv("COLUMNS", WIDTH)
    project = shutil.copytree(guided, tmp_path / "project")

    assert played(text_of(name), project) == text_of(name)


@pytest.mark.parametrize("name", GUIDES)
def test_what_a_guide_only_shows_can_be_typed_and_is_nothing_that_could_be_played(name: str) -> None:
    for line in commands(text_of(name), "sh"):
        assert line.startswith(FOR_THE_READER)
        assert not line.startswith("atlas ") or code_of(line) == 0


@pytest.mark.parametrize("name", NAMES)
def test_a_guide_takes_the_same_steps_in_every_language(name: str) -> None:
    steps = [
        [re.split(r" (?=--|[a-z-]*[/.])", line)[0].split()[:2] for line in commands(text_of(f"{tag}/{name}"))]
        for tag in LANGUAGES
    ]

    assert len(steps[0]) > 3
    assert steps[0] == steps[1]


@pytest.mark.parametrize("name", ["README.md", *GUIDES])
def test_what_a_guide_links_to_is_there(name: str) -> None:
    for found in _LINK.finditer(text_of(name)):
        path = (FOLDER / name).parent / found["path"]
        assert path.exists(), found[0]
        if part := found["part"]:
            heads = re.findall(r"^#+ (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
            assert part in {re.sub(r"[^\w-]", "", head.lower().replace(" ", "-")) for head in heads}


def test_pictures_are_small_described_and_all_shown() -> None:
    shown = [found for name in GUIDES for found in _PICTURE.finditer(text_of(name))]
    sizes = {path.name: path.stat().st_size for path in (FOLDER / "pictures").iterdir()}

    assert {Path(found["path"]).name for found in shown} == set(sizes)
    assert all(len(found["alt"]) > 20 for found in shown)
    assert max(sizes.values()) < 60_000
    assert sum(sizes.values()) < 400_000


def test_a_guide_that_shows_what_nobody_says_is_found(guided: Path, tmp_path: Path) -> None:
    project = shutil.copytree(guided, tmp_path / "project")
    true = "```console\n$ atlas validate frameworks/harbour.yaml\nSound: 3 frameworks, in en, nl.\n```\n"

    assert played(true, project) == true
    assert played(true.replace("3", "4"), project) == true
    assert played(true.replace("Sound", "…\nFound"), project) == true
