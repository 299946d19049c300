"""Times and memory are those of a command and of all that it starts."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.bench.measure import FailedError, peak_memory, run

NESTED = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', {!r}]))"
BUSY = "import time; end = time.process_time() + 0.4\nwhile time.process_time() < end: pass"
LARGE = "import time; held = bytearray(b'x') * (80 << 20); time.sleep(0.4)"


def python(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)


def test_the_processors_time_counts_what_a_command_starts(tmp_path: Path) -> None:
    done = run([python(NESTED.format(BUSY)), python(BUSY)], tmp_path, {})

    assert 0.8 <= done.cpu < 5
    assert done.wall >= 0.8


def test_waiting_takes_time_on_the_clock_only(tmp_path: Path) -> None:
    done = run([python("import time; time.sleep(0.6)")], tmp_path, {})

    assert done.wall >= 0.6
    assert done.cpu < 0.6


def test_a_command_gets_its_folder_and_its_environment(tmp_path: Path) -> None:
    run([python("import os; open(os.environ['NAME'], 'w')")], tmp_path, {"NAME": "here"})

    assert (tmp_path / "here").is_file()


def test_memory_counts_what_a_command_starts(tmp_path: Path) -> None:
    assert 80 << 20 <= peak_memory(python(NESTED.format(LARGE)), tmp_path, {}) < 300 << 20


def test_an_interrupted_measurement_leaves_no_process_behind(tmp_path: Path) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    program = "import os, time; open('pid', 'w').write(str(os.getpid())); time.sleep(120)"
    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 1.5)
    try:
        with pytest.raises(KeyboardInterrupt):
            peak_memory(python(program), tmp_path, {})
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.parametrize("measure", [lambda *given: run([given[0]], *given[1:]), peak_memory])
def test_a_command_that_fails_is_no_measurement(tmp_path: Path, measure: object) -> None:
    assert callable(measure)
    with pytest.raises(FailedError, match="exit 3"):
        measure(python("import sys; print('a reason'); sys.exit(3)"), tmp_path, {})


def test_a_failure_says_what_the_command_said(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="a reason"):
        run([python("import sys; print('a reason'); sys.exit(3)")], tmp_path, {})
