"""Play a guide in a project: type its commands, make its changes to files, and put in what is really said.

A block of `console` holds commands behind `$ ` with what they say; a line `…` stands for lines that are left
out. A block `diff PATH` changes a file. One of `sh` is for the reader only: it needs a server, or never ends.
"""

import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from generator.cli import main
from tests.site.projects import replace
from tests.site.test_reproducible import environment_of_git

_BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<path>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"
WIDTH = "100"
"""Columns of the terminal in which a guide is played."""


def played(guide: str, project: Path, until: str | None = None) -> str:
    """The guide with what its commands say in this project; `until` is a text before which to stop."""
    text = guide.partition(until)[0] if until else guide
    with chdir(project):
        return _BLOCK.sub(_played_block, text)


def commands(guide: str, kind: str = "console") -> list[str]:
    """The command lines of a guide: those that are played, or those of another kind of block."""
    bodies = (found["body"] for found in _BLOCK.finditer(guide) if found["kind"] == kind)
    lines = (line for body in bodies for line in body.splitlines())
    return [line.removeprefix("$ ") for line in lines if kind != "console" or line.startswith("$ ")]


def _played_block(found: re.Match[str]) -> str:
    if found["kind"] == "diff":
        _change(Path(found["path"]), found["body"])
    if found["kind"] != "console":
        return found[0]
    return f"```console\n{''.join(_played_commands(found['body']))}```"


def _played_commands(body: str) -> Iterator[str]:
    for part in re.split(r"^(?=\$ )", body, flags=re.MULTILINE)[1:]:
        line, _, shown = part.partition("\n")
        said = _said(shlex.split(line)[1:])
        yield f"{line}\n{shown if _fits(shown, said) else said}"


def _fits(shown: str, said: str) -> bool:
    """Whether what a guide shows is what was said, but for the lines that it leaves out."""
    parts = (re.escape(part) for part in re.split(rf"^{LEFT_OUT}\n", shown, flags=re.MULTILINE))
    return re.fullmatch(r"(?:.*\n)+?".join(parts), said) is not None


def _said(words: list[str]) -> str:
    """What a command says, as a terminal shows it."""
    if words[0] == "git":
        ended = subprocess.run(
            words,
            env={**environment_of_git(), "LC_ALL": "C"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return ended.stdout
    assert words[0] == "atlas", f"a guide can play atlas and git, not {words[0]}"
    said = StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        main(words[1:])
    return said.getvalue()


def _change(path: Path, body: str) -> None:
    """Put the lines with `+` in the place of those with `-`; lines between hunks `@@` need not be near."""
    for hunk in re.split(r"^@@.*\n", body, flags=re.MULTILINE):
        lines = hunk.splitlines(keepends=True)
        before = "".join(line[1:] for line in lines if line[0] in " -")
        replace(path, before, "".join(line[1:] for line in lines if line[0] in " +"))
