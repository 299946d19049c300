"""Report problems as a log in SARIF, for code scanning and for editors that show such logs.

SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html (sections in brackets).
"""

import json
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.explain import explanation
from generator.l10n.message_language import language_of
from generator.problems import Problem, Translate

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_report(problems: Sequence[Problem], root: Path | None = None, translate: Translate = str) -> str:
    """Write one run with a rule for each code that occurs; files are named from the project (3.4.4)."""
    codes = sorted({problem.code for problem in problems})
    run = {
        "tool": {
            "driver": {
                "name": "atlas",
                "version": version("maturity-atlas"),
                "rules": [_rule(code, translate) for code in codes],
            }
        },
        **_language(translate),
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code), translate) for problem in problems],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _language(translate: Translate) -> dict[str, str]:
    """Name the language of the messages as far as 3.14.7 can: by two letters."""
    tag = language_of(translate).partition("-")[0]
    return {"language": tag} if len(tag) == 2 else {}


def _rule(code: str, translate: Translate) -> dict[str, Any]:
    known = explanation(code)
    if known is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": known.means.text(translate)},
        "fullDescription": {"text": known.why.text(translate)},
        "help": {"text": known.text(translate), "markdown": known.markdown(translate)},
    }


def _result(problem: Problem, rule: int, translate: Translate) -> dict[str, Any]:
    parts = [part.text(translate) for part in (problem.message, problem.hint) if part]
    place = problem.place
    where = {
        "artifactLocation": {"uri": quote(place.file), "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": "\n".join(parts)},
        "locations": [{"physicalLocation": where}],
    }
