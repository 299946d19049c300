"""Dependencies are locked with their hashes, and what is known to be unsafe does not pass."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.audit.auditor import LOCKS, PROJECT, SHIPPED, Audit, audit, read_answer, read_npm, verdict

_PINNED = re.compile(r"^([a-z0-9._-]+)==\S+", re.MULTILINE)
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def normal(name: str) -> str:
    """A package's name in the one form that PyPI compares.

    https://packaging.python.org/en/latest/specifications/name-normalization/
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: Path) -> set[str]:
    """The packages of a lock."""
    return {normal(name) for name in _PINNED.findall(lock.read_text(encoding="utf-8"))}


def wanted(*groups: str) -> set[str]:
    """What pyproject.toml asks for: the site's own dependencies, and those of groups."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    entries = list(project["project"]["dependencies"])
    for group in groups:
        entries += [entry for entry in project["dependency-groups"][group] if isinstance(entry, str)]
    found = [_NAME.match(entry) for entry in entries]
    return {normal(name[0]) for name in found if name}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: str(lock.name))
def test_every_locked_package_has_one_version_and_hashes(lock: Path) -> None:
    text = re.sub(r"\\\n\s*", " ", lock.read_text(encoding="utf-8"))
    entries = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    assert len(entries) > 30
    whole = re.compile(r"[a-z0-9._-]+==\S+( ; [^#]+?)?( --hash=sha256:[0-9a-f]{64})+\s*")
    assert [entry for entry in entries if not whole.fullmatch(re.sub(" +", " ", entry))] == []


def test_what_the_project_asks_for_is_in_the_locks() -> None:
    site, development = LOCKS
    assert wanted("build") - pinned(site) == set()
    assert wanted("build", "dev") - pinned(development) == set()


def test_a_package_that_is_known_to_be_unsafe_fails_the_audit() -> None:
    flaw = {"id": "PYSEC-0", "fix_versions": ["2.0"], "aliases": [], "description": "…"}
    answer = {"dependencies": [{"name": "harbour", "version": "1.0", "vulns": [flaw]}], "fixes": []}

    code, said = verdict(read_answer(json.dumps(answer), ""), "the locks", required=False)

    assert code == 1
    assert "harbour 1.0: PYSEC-0 (mended in: 2.0)" in said


@pytest.mark.parametrize("required", [False, True])
def test_without_a_database_the_audit_says_so_and_fails_only_where_it_is_required(required: bool) -> None:
    unknown = {"dependencies": [{"name": "harbour", "skip_reason": "not found"}], "fixes": []}
    for found in (read_answer(json.dumps(unknown), ""), read_answer("", "…\nConnectionError: no route")):
        code, said = verdict(found, "the locks", required=required)
        assert code == required
        assert "Not audited" in said


def test_a_package_that_the_database_does_not_know_is_named() -> None:
    code, said = verdict(Audit(2, unanswered=("harbour",)), "the locks", required=True)
    assert code == 1
    assert said.splitlines() == [
        "Audited 1 packages of the locks: 0 known to be unsafe.",
        "Not audited: harbour.",
    ]


def test_the_sound_pass() -> None:
    said = "Audited 2 packages of the locks: 0 known to be unsafe."
    assert verdict(Audit(2), "the locks", required=True) == (0, said)


def test_a_requirement_without_a_hash_is_not_audited(tmp_path: Path) -> None:
    lock = tmp_path / "loose.lock"
    lock.write_text("harbour-that-nobody-published==1.0\n", encoding="utf-8")
    assert "hash" in audit([lock]).trouble


def test_a_flaw_of_what_ships_is_told_and_a_registry_that_does_not_answer_is_too() -> None:
    flaw = {"title": "A hole", "url": "https://github.com/advisories/GHSA-0"}
    found = {"harbour": {"via": [flaw]}, "pier": {"via": ["harbour"]}}
    answer = {"vulnerabilities": found, "metadata": {"dependencies": {"total": 3}}}

    assert read_npm(json.dumps(answer)) == Audit(
        3, ("harbour: A hole (https://github.com/advisories/GHSA-0)",)
    )
    assert read_npm('{"message": "405 Method Not Allowed"}').trouble == "405 Method Not Allowed"
    assert read_npm("").trouble == "npm said nothing"


def test_what_is_asked_about_is_what_the_notice_lists() -> None:
    notice = (PROJECT / "templates" / "theme" / "assets" / "NOTICE.txt").read_text(encoding="utf-8")
    inside = set(re.findall(r"^    ([\w-]+) {2,}\S", notice, re.MULTILINE))
    search = re.search(r"^MiniSearch ([\d.]+) ", notice, re.MULTILINE)
    asked = json.loads((SHIPPED / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((SHIPPED / "package-lock.json").read_text(encoding="utf-8"))["packages"]

    assert search
    assert asked.keys() == inside | {"minisearch"}
    assert asked["minisearch"] == search[1]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in asked} == asked
