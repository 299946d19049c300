"""A child that is a copy of its parent builds what a new process builds, and ends with its parent."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.site.copying import can_copy
from tests.site.projects import ROOT, write_site_project

linux = pytest.mark.skipif(sys.platform != "linux", reason="copies end with their parent on Linux alone")


def run(program: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment(), capture_output=True, text=True
    )


def environment() -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1767225600",
    }


def built(project: Path, way: str) -> dict[str, bytes]:
    """The site that `atlas build` makes with children of one way, by path."""
    program = (
        "from generator.cli import main\nfrom generator.site import children\n"
        f"children.can_copy = lambda: {way == 'copies'}\n"
        f"raise SystemExit(main(['build', '--clean', '-d', '{way}']))"
    )
    done = run(program, project)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(project / way).as_posix(): path.read_bytes()
        for path in sorted((project / way).rglob("*"))
        if path.is_file()
    }


@linux
def test_copies_and_new_processes_build_the_same_site(tmp_path: Path) -> None:
    project = write_site_project(tmp_path / "project")
    copies, processes = built(project, "copies"), built(project, "processes")
    assert "nl/index.html" in copies
    assert copies == processes


@linux
def test_what_a_copy_says_goes_into_its_log_and_nowhere_else(tmp_path: Path) -> None:
    program = (
        "from generator.site.copying import copy\nlog = open('log', 'wb')\n"
        "print('parent', flush=True)\n"
        "child = copy(['build', '--config-file', 'none.yml'], {}, log.fileno())\n"
        "print(child.wait(), child.poll())"
    )
    done = run(program, tmp_path)
    assert (done.stdout, done.stderr) == ("parent\n2 2\n", "")
    assert "none.yml" in (tmp_path / "log").read_text(encoding="utf-8")


@linux
def test_a_copy_that_is_ended_says_by_which_signal(tmp_path: Path) -> None:
    slow(tmp_path)
    program = (
        "from generator.site.copying import copy\nlog = open('log', 'wb')\n"
        "child = copy(['build'], {}, log.fileno())\nassert child.poll() is None\n"
        "child.kill()\nprint(child.wait())\nchild.kill()"
    )
    assert run(program, tmp_path).stdout == f"{-signal.SIGKILL}\n"


@linux
def test_a_copy_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    slow(tmp_path)
    program = (
        "from generator.site.copying import copy\nlog = open('log', 'wb')\n"
        "print(copy(['build'], {}, log.fileno()).pid, flush=True)\nimport time\ntime.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert is_running(pid)
        parent.kill()
    deadline = time.monotonic() + 20
    while is_running(pid):
        assert time.monotonic() < deadline, "the copy lives on"
        time.sleep(0.05)


def test_where_another_thread_runs_nothing_is_copied() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        assert not can_copy()
    finally:
        over.set()
        thread.join()


def slow(folder: Path) -> None:
    """A project of mkdocs' that takes a minute to begin."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Slow\nhooks: [slow.py]\n", encoding="utf-8")
    (folder / "slow.py").write_text(
        "import time\n\ndef on_config(config):\n    time.sleep(60)\n", encoding="utf-8"
    )


def is_running(pid: int) -> bool:
    """Whether a process is there, and not only waits for somebody to hear of its end."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
