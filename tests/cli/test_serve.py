"""`atlas serve` says where the preview is and what is wrong, and ends when it is told to."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.serve import listening_at
from tests.site.projects import replace, settings

pytestmark = pytest.mark.usefixtures("all_templates")

Output = pytest.CaptureFixture[str]

PATIENCE = 60


@contextmanager
def serving(project: Path, *arguments: str) -> Iterator[tuple["subprocess.Popen[str]", Path]]:
    """The command, running, and the file that it talks to."""
    log = project / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", *arguments],
            cwd=project,
            env=settings(),
            stdout=output,
            stderr=subprocess.STDOUT,
            text=True,
            # Where tests run in the background the shell has them ignore an interruption, which is inherited.
            preexec_fn=_hear_interruptions,
        )
        try:
            yield process, log
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()


def _hear_interruptions() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(said: str, log: Path) -> str:
    """What the command said, once it said that."""
    deadline = time.monotonic() + PATIENCE
    while said not in log.read_text():
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.05)
    return log.read_text()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_it_tells_the_address_of_each_language_and_ends_cleanly(project: Path) -> None:
    port = free_port()
    with serving(project, "-a", f"127.0.0.1:{port}") as (process, log):
        said = wait_for("Ctrl-C ends", log)
        for address in (f"http://127.0.0.1:{port}/  English", f"http://127.0.0.1:{port}/nl/  Nederlands"):
            assert address in said
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/nl/", timeout=PATIENCE) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert "Traceback" not in log.read_text()


def test_a_first_reading_that_fails_does_not_end_it(project: Path) -> None:
    replace(project / "frameworks" / "harbour.yaml", "kind: levels", "kind: steps")
    with serving(project, "-a", f"127.0.0.1:{free_port()}") as (process, log):
        said = wait_for("Ctrl-C ends", log)
        assert said.count("error[S103]") == 1
        replace(project / "frameworks" / "harbour.yaml", "kind: steps", "kind: levels")
        wait_for("0 errors", log)
        assert process.poll() is None


def test_quiet_tells_of_errors_only(project: Path) -> None:
    with serving(project, "-q", "-a", f"127.0.0.1:{free_port()}") as (_, log):
        time.sleep(0.5)
        harbour = project / "frameworks" / "harbour.yaml"
        deadline = time.monotonic() + PATIENCE
        while "F209" not in log.read_text():
            assert time.monotonic() < deadline, log.read_text()
            text = harbour.read_text()
            harbour.write_text(text.replace("    pier: Whoever", "    pear: Whoever"), encoding="utf-8")
            time.sleep(0.1)
        assert log.read_text().startswith("frameworks/harbour.yaml:")


def test_a_port_that_is_taken_is_named_with_the_way_out(project: Path, capsys: Output) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "-a", f"127.0.0.1:{port}"]) == 1
    said = capsys.readouterr().err
    assert f"Port {port} is in use; choose another with -a 127.0.0.1:" in said


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("127.0.0.1:8080", ("127.0.0.1", 8080)),
        (":8080", ("127.0.0.1", 8080)),
        ("8080", ("127.0.0.1", 8080)),
        ("[::1]:8080", ("::1", 8080)),
        ("localhost:0", ("localhost", 0)),
    ],
)
def test_an_address_may_be_written_in_each_usual_way(given: str, read: tuple[str, int]) -> None:
    assert listening_at(given) == read


def test_an_editor_without_a_place_for_the_file_is_refused(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("ATLAS_EDITOR", "code")
    assert main(["serve"]) == 2
    assert "vscode://file/{path}:{line}:{column}" in capsys.readouterr().err
