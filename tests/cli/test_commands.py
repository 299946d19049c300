"""Every command says what it does, and none makes another one wait."""

import argparse
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main, parser
from tests.site.projects import ROOT, content, write

Output = pytest.CaptureFixture[str]

_OPTION = re.compile(r"(?<=`)--?[a-z][a-z-]*(?=`)")
_LINE = re.compile(r"`(atlas [^`]+)`|^    (atlas [^#>\n]+)", re.MULTILINE)
_ROW = re.compile(r"^\| `atlas (?P<call>[^`]+)` \|[^|]*\| (?P<options>[^|]*)\|$", re.MULTILINE)


@dataclass(frozen=True)
class Row:
    """A line of the reference: how a command is called, and its options."""

    call: str
    options: str


@dataclass(frozen=True)
class Written:
    """A command line in a document."""

    file: str
    line: str


def _leaves(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    groups = [item for item in parser._actions if isinstance(item, argparse._SubParsersAction)]
    if not groups:
        yield parser
    for group in groups:
        for command in group.choices.values():
            yield from _leaves(command)


def _groups(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for item in parser._actions:
        if isinstance(item, argparse._SubParsersAction):
            below = item.choices.values()
            yield from (command for command in below if command not in set(_leaves(command)))
            yield from (group for command in below for group in _groups(command))


def _rows() -> Iterator[tuple[str, Row]]:
    for found in _ROW.finditer((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        name = " ".join(
            word for word in found["call"].split() if (word.isalnum() and word.islower()) or word == "l10n"
        )
        yield name, Row(found["call"], found["options"])


def _written() -> Iterator[Written]:
    for path in (
        *ROOT.glob("*.md"),
        *ROOT.glob("decisions/*.md"),
        *ROOT.glob("docs/*/*.md"),
        *ROOT.glob("guides/*/*.md"),
    ):
        for found in _LINE.finditer(path.read_text(encoding="utf-8")):
            line = (found[1] or found[2]).strip()
            if not re.search(r"[\[…|]|\b[A-Z]+\b", line.replace("F208", "")):
                yield Written(path.relative_to(ROOT).as_posix(), line)


def parsed(line: str) -> argparse.Namespace:
    """A command line as the program takes it; SystemExit where it does not."""
    return parser().parse_args(shlex.split(line)[1:])


def code_of(line: str) -> int:
    """How a command line is taken: 0 where it can be run, or is a question for help; 2 where it cannot."""
    try:
        parsed(line)
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


LEAVES = {leaf.prog.removeprefix("atlas "): leaf for leaf in _leaves(parser())}
GROUPS = {group.prog.removeprefix("atlas "): group for group in _groups(parser())}
ROWS = dict(_rows())
WRITTEN = list(_written())


def test_the_commands_and_their_exit_codes_are_listed(capsys: Output) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {name.partition(' ')[0]} " in said for name in LEAVES)


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_has_help_with_an_example_of_itself(name: str) -> None:
    example = (LEAVES[name].epilog or "").removeprefix("Example: ")

    assert example.startswith(f"atlas {name}")
    assert LEAVES[name].description
    parsed(example)


@pytest.mark.parametrize("name", GROUPS)
def test_the_help_of_a_group_of_commands_has_an_example_of_one_of_them(name: str) -> None:
    example = (GROUPS[name].epilog or "").removeprefix("Example: ")

    assert example.startswith(f"atlas {name} ")
    parsed(example)


def test_the_reference_has_a_row_for_every_command_and_for_nothing_else() -> None:
    assert sorted(ROWS) == sorted(LEAVES)


@pytest.mark.parametrize("name", LEAVES)
def test_the_reference_names_every_option_of_a_command_and_none_that_it_lacks(name: str) -> None:
    # How to be told in another language is the same for all, and stands above the table.
    own = [action for action in LEAVES[name]._actions if action.dest not in ("help", "speak")]
    options = {option for action in own for option in action.option_strings}

    named = set(_OPTION.findall(ROWS[name].options))

    assert named <= options
    assert {option for option in options if option.startswith("--")} <= named


@pytest.mark.parametrize("name", LEAVES)
def test_the_reference_shows_what_a_command_is_called_with(name: str) -> None:
    positionals = [action for action in LEAVES[name]._actions if not action.option_strings]

    assert re.findall(r"[A-Z]+", ROWS[name].call) == [str(action.metavar) for action in positionals]


@pytest.mark.parametrize("written", WRITTEN, ids=lambda written: str(written.line))
def test_every_command_line_in_the_documents_can_be_typed(written: "Written") -> None:
    assert code_of(written.line) == 0


def test_command_lines_are_found_in_the_documents() -> None:
    assert {"CONTRIBUTING.md", "README.md"} <= {written.file for written in WRITTEN}
    assert code_of("atlas validate --colour") == 2


def test_a_command_that_is_none_ends_with_two(capsys: Output) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["biuld"])
    assert ended.value.code == 2
    assert "biuld" in capsys.readouterr().err


AN_ID = "An id has small letters, digits and single hyphens, such as 'first-steps'"
NO_ID = "error[R801]: Nothing has the id 'harbour/peer'\n    = Did you mean 'harbour/pier'?"
NO_TAG = "this is not a language tag"
WRONG = (
    ("--lang dutch validate", "--lang dutch: the words are there in en, nl. Did you mean 'nl'?"),
    ("--lang fr validate", ""),
    ("validate frameworks/habour.yaml", "frameworks/habour.yaml: no such file or folder"),
    ("new 'Harbour Ladder'", "'Harbour Ladder' is not an id. Did you mean 'harbour-ladder'?"),
    ("new ../up", "'../up' is not an id. Did you mean 'up'?"),
    ("new …", f"'…' is not an id. {AN_ID}"),
    ("new themes", "'themes' is the name of a file that all frameworks share"),
    ("new flow --lang dutch", f"--lang dutch: {NO_TAG}. Did you mean 'nl'?"),
    ("new flow --levels 0", "--levels: a number from 1 to 20"),
    ("new flow --dimensions 21", "--dimensions: a number from 0 to 20"),
    ("import nowhere.csv", "nowhere.csv: no such file"),
    ("import in.md --id 'In Tabel'", "'In Tabel' is not an id. Did you mean 'in-tabel'?"),
    ("import in.md --lang nederlands", f"--lang nederlands: {NO_TAG}. Did you mean 'nl'?"),
    ("export habour", "no framework has the id 'habour'. Did you mean 'harbour'?"),
    ("export --format md", "name a framework: atlas export ID --format md"),
    ("export harbour -l fr", "-l fr: the site has en, nl"),
    ("l10n lint -l pt_BR", "-l pt_BR: the site has en, nl. Begin a language with 'atlas l10n init -l pt-BR'"),
    ("l10n lint -l NL", "-l NL: the site has en, nl. Did you mean 'nl'?"),
    ("l10n init -l zh_Hans", f"-l zh_Hans: {NO_TAG}. Did you mean 'zh-Hans'?"),
    ("rename harbour/peer jetty", NO_ID),
    ("l10n update -l dutch", "-l dutch: the site has en, nl. Did you mean 'nl'?"),
    ("l10n update -D harbor", "-D harbor: no catalogue has this name. Did you mean 'harbour'?"),
    ("l10n init -l dutch", f"-l dutch: {NO_TAG}. Did you mean 'nl'?"),
    ("l10n init -l ../../etc", ""),
    ("l10n init", ""),
    ("l10n accept", ""),
    ("l10n accept -l nl", ""),
    ("l10n accept levels.port.*", ""),
    *((f"serve -a={address}", "") for address in ("here", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:-1")),
    ("serve -a=127.0.0.1:70000", ""),
)
"""Each command line with what is said of it; nothing where it only has to be refused."""


@pytest.mark.parametrize(("line", "said"), WRONG)
def test_a_wrong_command_line_says_what_was_meant_and_does_nothing(
    line: str, said: str, project: Path, capsys: Output
) -> None:
    write(project / "in.md", "| Aspect | Pier |\n|---|---|\n| Crew | a |\n")
    write(project / "locales" / "nl" / "LC_MESSAGES" / "ui.po", "")
    before = kept(project)
    assert main(shlex.split(line)) == 2
    told = capsys.readouterr().err
    assert told == f"atlas: {said}\n" if said else told.startswith("atlas: ")
    assert "127.0.0.1:8000" in told or not line.startswith("serve")
    assert kept(project) == before


def kept(project: Path) -> dict[str, bytes]:
    """What a project holds that is not made again at will."""
    return {path: held for path, held in content(project).items() if not path.startswith(".cache/")}


def test_outside_a_project_the_reader_is_sent_to_one(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Output,
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("nowhere"))
    assert main(["validate"]) == 2
    assert capsys.readouterr().err.startswith("atlas: no mkdocs.yml here or in a folder above")


def test_help_loads_nothing_that_only_commands_need() -> None:
    heavy = ("babel", "jinja2", "mkdocs", "polib", "pydantic", "yaml")
    program = (
        f"import sys, generator.cli as cli; cli.parser(); print([m for m in {heavy} if m in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "[]\n"


def test_the_package_runs_as_a_program() -> None:
    said = subprocess.check_output([sys.executable, "-m", "generator", "--help"], text=True)
    assert said == parser().format_help()
