"""The workflows get no more rights than they need, and run what they were written with."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

PROJECT = Path(__file__).parent.parent.parent
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.y*ml"))

# What a job may be granted beside reading the code: publishing, by the one job that runs none of it.
READS = {("contents", "read"), ("pages", "read")}
PUBLISHES = {("pages", "write"), ("id-token", "write")}
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
TARGETS = re.compile(r"^([a-z]+):", re.MULTILINE)

# What whoever opens a pull request, an issue or a branch can write into.
UNTRUSTED = re.compile(r"\$\{\{[^}]*(github\.(event|head_ref|actor|ref_name)|inputs\.)")

Workflow = Mapping[Any, Any]


@pytest.fixture(params=WORKFLOWS, ids=lambda path: str(path.name))
def path(request: pytest.FixtureRequest) -> Path:
    """Each workflow's file in turn."""
    found: Path = request.param
    return found


@pytest.fixture
def workflow(path: Path) -> Workflow:
    """What it says."""
    found: Workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def jobs(workflow: Workflow) -> Iterator[Mapping[str, Any]]:
    """Its jobs."""
    yield from workflow["jobs"].values()


def steps(workflow: Workflow) -> Iterator[Mapping[str, Any]]:
    """The steps of all its jobs."""
    for job in jobs(workflow):
        yield from job["steps"]


def test_changes_are_tested_and_main_is_published() -> None:
    assert {path.stem for path in WORKFLOWS} == {"audit", "ci", "pages"}


def test_every_action_is_pinned_to_a_commit_and_says_its_version(path: Path) -> None:
    used = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.fullmatch(line.strip().removeprefix("- "))] == []


def test_an_action_has_one_version_everywhere() -> None:
    used = {
        tuple(step["uses"].split("@"))
        for path in WORKFLOWS
        for step in steps(yaml.safe_load(path.read_text(encoding="utf-8")))
        if "uses" in step
    }
    assert len(used) == len({action for action, _ in used})


def test_nothing_is_granted_but_to_a_job_that_needs_it(workflow: Workflow) -> None:
    assert workflow["permissions"] == {}
    for job in jobs(workflow):
        granted = set(job["permissions"].items())
        runs = any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"])
        assert granted <= (READS if runs else PUBLISHES)


def test_no_job_keeps_the_token_in_the_checkout_or_runs_for_hours(workflow: Workflow) -> None:
    assert workflow["concurrency"]["group"]
    for job in jobs(workflow):
        assert 0 < job["timeout-minutes"] <= 180
        for step in job["steps"]:
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False


def test_strangers_start_nothing_that_has_rights_and_write_into_no_command(
    path: Path, workflow: Workflow
) -> None:
    # YAML 1.1 reads the key `on` as a truth.
    started_by = set(workflow[True])
    assert started_by <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert [step["run"] for step in steps(workflow) if UNTRUSTED.search(step.get("run", ""))] == []
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_what_is_run_are_targets_that_the_makefile_has(workflow: Workflow) -> None:
    targets = set(TARGETS.findall((PROJECT / "Makefile").read_text(encoding="utf-8")))
    run = [step["run"].split() for step in steps(workflow) if "run" in step]
    assert run
    for command, target, *_ in run:
        assert command == "make"
        assert target in targets


def test_ci_runs_the_checks_and_the_tests_and_needs_the_audits_answer() -> None:
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8"))
    run = {step["run"].split()[1]: step for step in steps(workflow) if "run" in step}
    assert {"check", "problems", "changes", "site", "test"} <= set(run)
    assert "--format github" in run["problems"]["run"]
    assert run["check"]["env"]["ATLAS_AUDIT"] == "required"
    assert workflow["jobs"]["test"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]


def test_the_published_site_knows_its_address_and_that_of_its_repository() -> None:
    workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / "pages.yml").read_text(encoding="utf-8"))
    assert workflow[True]["push"] == {"branches": ["main"]}
    (build,) = [step for step in steps(workflow) if "run" in step]
    assert build["env"] == {
        "SITE_URL": "${{ steps.pages.outputs.base_url }}/",
        "REPO_URL": "${{ github.server_url }}/${{ github.repository }}",
    }


def test_newer_versions_are_offered_for_all_that_is_pinned() -> None:
    offered = yaml.safe_load((PROJECT / ".github" / "dependabot.yml").read_text(encoding="utf-8"))
    places = {(update["package-ecosystem"], update["directory"]) for update in offered["updates"]}
    npm = {("npm", f"/tests/{folder}") for folder in ("browser", "lighthouse")}
    assert places == {("github-actions", "/"), ("pip", "/"), *npm}
    assert all((PROJECT / folder.strip("/")).is_dir() for _, folder in places)
