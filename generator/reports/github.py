"""Report problems as GitHub's workflow commands, which show each beside its line.

The form and what is escaped in it are those of
https://docs.github.com/actions/reference/workflow-commands-for-github-actions and its toolkit's `command.ts`.
"""

from collections.abc import Sequence
from pathlib import Path

from generator.problems import Problem, Translate


def github_report(problems: Sequence[Problem], root: Path | None = None, translate: Translate = str) -> str:
    """Write a command a line: `::error file=…,line=…,col=…,title=CODE::message`, the hint after it."""
    return "\n".join(_command(problem, translate) for problem in problems)


def _command(problem: Problem, translate: Translate) -> str:
    place = problem.place
    properties = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    parts = [part.text(translate) for part in (problem.message, problem.hint) if part]
    return f"::{problem.severity} {told}::{_data(chr(10).join(parts))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
