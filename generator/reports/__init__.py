"""Report problems, to someone at a terminal or to another program.

To add a format: write a function in a module of its own, and name it in `FORMATS`.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.problems import Problem, Translate
from generator.reports.coverage import coverage_report
from generator.reports.github import github_report
from generator.reports.json import json_report
from generator.reports.sarif import sarif_report
from generator.reports.text import source_lines, summary, text_report

Format = Callable[[Sequence[Problem], Path, Translate], str]

FORMATS: Mapping[str, Format] = {
    "text": text_report,
    "json": json_report,
    "github": github_report,
    "sarif": sarif_report,
}


def report(problems: Sequence[Problem], root: Path, format: str, translate: Translate = str) -> str:
    """Report problems of the project at `root` in one of `FORMATS`, in the language of `translate`.

    Empty where a format says nothing about no problems; KeyError for a format that does not exist.
    """
    return FORMATS[format](problems, root, translate)
