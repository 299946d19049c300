"""Report problems as a list of objects in JSON, for programs of one's own."""

import json
from collections.abc import Sequence
from pathlib import Path

from generator.problems import Problem, Translate


def json_report(problems: Sequence[Problem], root: Path | None = None, translate: Translate = str) -> str:
    """Write every problem as an object; `message` and `hint` (or null) in the language of `translate`."""
    items = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": problem.message.text(translate),
            "hint": problem.hint.text(translate) if problem.hint else None,
        }
        for problem in problems
    ]
    return json.dumps(items, ensure_ascii=False, indent=2)
