"""Every command says what it does, and none makes another one wait."""

import subprocess
import sys

import pytest

from generator.cli import COMMANDS, main, parser

NAMES = [command.__name__.rpartition(".")[2] for command in COMMANDS]


def test_the_commands_and_their_exit_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {name} " in said for name in NAMES)


@pytest.mark.parametrize(
    "command", ["build", "validate", "serve", "schema", "export", "l10n update", "l10n status"]
)
def test_every_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([*command.split(), "--help"])
    assert f"Example: atlas {command}" in capsys.readouterr().out


def test_a_wrong_command_line_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["biuld"])
    assert ended.value.code == 2
    assert "biuld" in capsys.readouterr().err


def test_outside_a_project_the_reader_is_sent_to_one(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
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
