"""A command whose output goes nowhere, or that is stopped, says so, and does its work or none."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main, validate
from tests.site.projects import ROOT

pytestmark = pytest.mark.usefixtures("all_templates")

FULL = Path("/dev/full")


def command(project: Path, words: str) -> str:
    """A command in a shell, which may close streams or lead them away."""
    return f"cd {project} && PYTHONPATH={ROOT} {sys.executable} -m generator --lang en {words}"


def run(project: Path, words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", command(project, words)], capture_output=True, text=True, timeout=120, check=False
    )


@pytest.mark.parametrize("closed", [">&-", "<&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_a_command_works_with_closed_streams(project: Path, closed: str) -> None:
    done = run(project, f"validate {closed}")
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_read_in_part_only_is_no_failure_to_tell(project: Path) -> None:
    done = run(project, "explain F208 | head -1")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("words", ["l10n status", "l10n update --check", "schema -d schemas"])
def test_a_command_ends_in_silence_where_nobody_reads_on(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], words: str
) -> None:
    monkeypatch.chdir(project)
    reading, writing = os.pipe()
    os.close(reading)
    with monkeypatch.context() as patched, os.fdopen(writing, "w", buffering=1) as stream:
        patched.setattr(sys, "stdout", stream)
        ended = main(words.split())

    assert (ended, capfd.readouterr().err) == (141, "")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", ["validate", "explain F208"])
def test_output_that_cannot_be_written_is_told(project: Path, words: str) -> None:
    done = run(project, f"{words} > /dev/full")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")
def test_a_build_does_not_say_of_its_site_what_is_true_of_its_output(project: Path) -> None:
    done = run(project, "build > /dev/full")
    assert done.returncode == 1
    assert done.stderr.endswith("\nWhat the command says cannot be written: no space is left on the disk\n")
    assert "as it was" not in done.stderr


def test_a_stopped_build_says_what_became_of_the_site(project: Path) -> None:
    (project / "site").mkdir()
    started = subprocess.Popen(
        [sys.executable, "-m", "generator", "--lang", "en", "build", "-q"],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        # What a shell starts in the background does not hear it, and neither do its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    while not list(project.glob(".site.building-*")) and started.poll() is None:
        time.sleep(0.01)
    started.send_signal(signal.SIGINT)
    said, _ = started.communicate(timeout=60)
    assert (started.returncode, said) == (130, "Stopped; the site is as it was.\n")
    assert not list(project.glob(".site.building-*"))


def test_a_stopped_command_says_that_it_stopped(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> Path:
        raise KeyboardInterrupt

    monkeypatch.setattr(validate, "project_folder", stop)
    assert main(["--lang", "en", "validate"]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_everybody_may_read_what_somebody_built_for_themselves_only(project: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"umask 077; {command(project, 'build -q')}"], timeout=120, check=False
    )
    assert done.returncode == 0
    site = project / "site"
    unread = [path for path in (site, *site.rglob("*")) if path.stat().st_mode & 0o044 != 0o044]
    assert unread == []
