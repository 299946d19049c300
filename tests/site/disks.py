"""A shell script in, run where it may mount file systems that nobody else sees; its outcome out.

What it mounts is gone with it, however it ends: it has a mount namespace of its own, see unshare(1).
"""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tests.site.projects import settings

# An administrator needs no other rights to mount; everyone else is one in a namespace of users.
APART = ("unshare", "--mount", *(() if os.geteuid() == 0 else ("--user", "--map-root-user")))


def with_mounts(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder; skips the test where the system lets nobody mount."""
    if not may_mount():
        pytest.skip("this system lets no test mount a file system")
    return subprocess.run(
        [*APART, "sh", "-eu", "-c", script],
        cwd=folder,
        env=settings({"SOURCE_DATE_EPOCH": "0"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )


@cache
def may_mount() -> bool:
    """Whether a file system in memory can be had."""
    if shutil.which("unshare") is None:
        return False
    command = [*APART, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0
