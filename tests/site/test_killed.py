"""A build that is killed at any moment leaves the last good site or the new one, and the next build works."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.site import build as building
from generator.site import workers
from generator.site.failure import BuildFailedError
from generator.site.settings import Request
from tests.site.projects import (
    LAST_GOOD,
    content,
    copy_built,
    replace,
    settings,
    stages,
    write_last_good,
    write_site_project,
)

ROUNDS = 10
SEED = 20260131
DAY = {"SOURCE_DATE_EPOCH": "1767225600"}
PATIENCE = 60.0
PUBLISHING = 0.03
"""Seconds in which all languages lie together and the site is replaced: a moment in five is one of these."""

CELL = "    pier: Whoever is there."
VERSIONS = (CELL, "    pier: Everyone who was there before.")


def build(project: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A build that runs, with its children in a group of their own."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "-q", *arguments],
        cwd=project,
        env=settings(DAY),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def built(project: Path, *arguments: str) -> Mapping[str, bytes]:
    """The site after a build that nobody killed."""
    assert build(project, *arguments).wait() == 0
    return content(project / "site")


def kill(running: subprocess.Popen[bytes], *, group: bool) -> bool:
    """End a build as a power cut or an impatient supervisor would; says whether there was anything to end."""
    alive = running.poll() is None
    if alive and group:
        os.killpg(running.pid, signal.SIGKILL)
    elif alive:
        running.kill()
    running.wait()
    return alive


def members(*groups: int) -> list[int]:
    """The processes of groups that are still at work; see proc(5)."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of = path.read_text().rpartition(") ")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(of) in groups and state != "Z":
            found.append(int(path.parent.name))
    return found


def wait_for_publishing(project: Path, running: subprocess.Popen[bytes]) -> None:
    """Return when all languages of a build lie together, or when it has ended."""
    while running.poll() is None and not any((stage / "en" / "nl").exists() for stage in stages(project)):
        time.sleep(0.001)


def wait_for_end(*groups: int) -> None:
    """Return when all of these groups have ended."""
    deadline = time.monotonic() + PATIENCE
    while members(*groups):
        assert time.monotonic() < deadline, "a child works on for a parent that is gone"
        time.sleep(0.05)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_site_project(tmp_path / "project")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its site."""
    root = write_site_project(tmp_path_factory.mktemp("original") / "project")
    built(root)
    return root


def test_a_build_killed_at_many_moments_leaves_one_of_two_whole_sites(project: Path) -> None:
    file = project / "frameworks" / "harbour.yaml"
    good = []
    for version, other in (VERSIONS, VERSIONS[::-1]):
        good.append(built(project, "--clean"))
        replace(file, version, other)
    assert good[0] != good[1]
    began = time.monotonic()
    assert built(project) == good[0]
    duration = time.monotonic() - began
    chance = random.Random(SEED)
    moments = [(number + chance.random()) / ROUNDS * duration for number in range(ROUNDS)]
    chance.shuffle(moments)
    killed = published = written = 0
    shown = set()
    groups = []
    for number, moment in enumerate(moments, 1):
        # Always the version that the site has not: there is something to build.
        if written == published:
            replace(file, VERSIONS[written], VERSIONS[1 - written])
            written = 1 - written
        running = build(project)
        groups.append(running.pid)
        if number % 3 == 2:
            wait_for_publishing(project, running)
            time.sleep(chance.random() * PUBLISHING)
        else:
            time.sleep(moment)
        killed += kill(running, group=number % 4 < 2)
        site = content(project / "site")
        assert site in good, f"after {moment:.3f} s of {duration:.3f} s"
        published = good.index(site)
        shown.add(published)
        if number % 5 == 0:
            wait_for_end(*groups)
            assert built(project) == good[written], f"the build after {moment:.3f} s"
            assert stages(project) == []
            published = written
            shown.add(published)
    assert killed > ROUNDS / 2
    assert shown == {0, 1}
    kept = [path for path in (project / ".cache" / "atlas" / "sites").rglob("*") if path.is_file()]
    assert kept
    assert [path for path in kept if path.suffix != ".json"] == []


def test_children_end_with_a_parent_that_was_killed(project: Path) -> None:
    running = build(project)
    deadline = time.monotonic() + PATIENCE
    while len(members(running.pid)) < 2:
        assert running.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.01)

    kill(running, group=False)

    wait_for_end(running.pid)
    assert not (project / "site").exists()


def test_where_nothing_has_changed_the_leavings_of_a_killed_build_go_as_well(
    original: Path, tmp_path: Path
) -> None:
    project = copy_built(original, tmp_path / "project")
    good = content(project / "site")
    left = project / ".site.building-killed"
    left.mkdir()
    (left / "index.html").touch()

    assert built(project) == good
    assert stages(project) == []


def test_a_record_that_was_cut_off_does_no_harm(original: Path, tmp_path: Path) -> None:
    project = copy_built(original, tmp_path / "project")
    good = content(project / "site")
    for record in (project / ".cache").rglob("*.json"):
        whole = record.read_bytes()
        record.write_bytes(whole[: len(whole) // 2])
        record.with_name(f".{record.name}.4194305").write_bytes(whole[:100])

    assert built(project) == good
    assert not list((project / ".cache").rglob("*.4194305"))


def test_an_edit_while_files_are_read_is_not_lost_in_the_next_build(project: Path) -> None:
    """The hook edits a file after the build has read it and before it makes pages of it."""
    hook = project / "hook.py"
    hook.write_text(
        "from pathlib import Path\n\n\n"
        "def on_pre_build(config):\n"
        "    root = Path(config.config_file_path).parent\n"
        "    file = root / 'frameworks' / 'harbour.yaml'\n"
        f"    file.write_text(file.read_text().replace({VERSIONS[0]!r}, {VERSIONS[1]!r}))\n",
        encoding="utf-8",
    )
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("hooks: [hook.py]\n")
    built(project)

    page = built(project)["frameworks/harbour/levels/pier/index.html"].decode()
    assert "Everyone who was there before." in page


def test_a_process_that_is_ended_from_outside_leaves_the_last_good_site(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_last_good(project / "site")
    monkeypatch.setattr(building, "make_language", lambda *_: os._exit(9))
    monkeypatch.setattr(workers, "_can_copy", lambda: True)

    with pytest.raises(BuildFailedError, match="the site is as it was"):
        building.build_site(Request(project, project / "site"))

    assert content(project / "site") == LAST_GOOD
    assert stages(project) == []
