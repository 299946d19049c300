"""Make a mistake of `tests/cases/failures.yaml`, and collect what a terminal shows about it."""

from pathlib import Path

import polib
import pytest

from generator.cli import main
from tests.builders import loaded_project
from tests.golden import Case
from tests.l10n.catalogs.updates import update
from tests.site.projects import ROOT, write

WORDS = Path("locales") / "nl" / "LC_MESSAGES"
FIRST = "%(number)s file"


def told(project: Path, case: Case, language: str, capsys: pytest.CaptureFixture[str]) -> str:
    """All that is said in a language, on both streams, with the exit code on the last line."""
    arguments = [*case["atlas"].split()]
    capsys.readouterr()
    code = main(["--lang", language, *arguments])
    out, err = capsys.readouterr()
    return f"{out}{err}exit {code}\n"


def in_dutch(project: Path) -> Path:
    """A project with its catalogues and the words in Dutch."""
    for name in ("ui.po", "commands.po"):
        words = polib.pofile(str(ROOT / WORDS / name), wrapwidth=0)
        # The word that a case changes stands first and bare, so that its line does not move with other words.
        words.sort(key=lambda entry: entry.msgid != FIRST)
        for entry in words:
            entry.occurrences = []
        write(project / WORDS / name, f"{words}\n")
    update(loaded_project().atlas(), project / "locales", "nl")
    return project


def make_mistake(project: Path, case: Case) -> None:
    """Put a case's mistake into a project."""
    for edit in case.get("edit", ()):
        file = project / edit["in"]
        text = file.read_text(encoding="utf-8")
        assert text.count(edit["replace"]) == 1, f"{edit['replace']!r} is not in {file.name} once"
        changed = text.replace(edit["replace"], edit["with"])
        file.write_bytes(changed.encode(edit.get("encoding", "utf-8")))
