"""What is wrong with a command line is said in the user's language, with what would be right."""

import pytest

from generator.cli import main
from generator.l10n.message_language import VARIABLE

Output = pytest.CaptureFixture[str]


def told(capsys: Output, line: str) -> str:
    """The last line of what is said of a command line that is refused."""
    with pytest.raises(SystemExit) as ended:
        main(line.split())
    assert ended.value.code == 2
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("imprt x", "atlas: COMMAND: 'imprt' is not one of them. Did you mean 'import'?"),
        ("level verwijder x", "ACTION: 'verwijder' is not one of them. Known here: rename, move, remove"),
        ("validate --format txt", "atlas validate: --format: 'txt' is not one of them. Did you mean 'text'?"),
        (
            "import --taal nl x",
            "atlas import: not known here: --taal. Known here: --help, --id, --title, --lang",
        ),
        ("explain F208 F209", "atlas explain: not known here: F209."),
        ("level move a/b", "atlas level move: one of these is missing: --after --before"),
        ("level move a/b --after", "atlas level move: --after: its value is missing"),
        ("level move a/b --after c --before d", "--before and --after cannot both be given"),
        ("new x --levels many", "atlas new: --levels cannot be 'many'"),
        ("rename a", "atlas rename: missing: NEW"),
    ],
)
def test_a_slip_is_answered_with_what_would_be_right(capsys: Output, line: str, words: str) -> None:
    assert words in told(capsys, line)


def test_it_is_said_in_the_language_of_the_user(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "nl")

    assert told(capsys, "validate --snel").startswith("atlas validate: hier niet bekend: --snel. ")
