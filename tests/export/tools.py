"""Find sssom-py, which reads our SSSOM files as others will; run as a program, it installs it.

It brings a hundred packages of its own (pandas and linkml among them), so it has its own environment and its
own lock, next to this file, and none of it is ever installed beside the generator.
"""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from tests.debian import MissingToolError

LOCK = Path(__file__).parent / "sssom.lock"
ENVIRONMENT = LOCK.parent.parent.parent / ".cache" / "sssom"


def sssom() -> str:
    """The command `sssom`: what the environment variable SSSOM names, else the one that was installed."""
    if named := os.environ.get("SSSOM"):
        if found := shutil.which(named):
            return found
        raise MissingToolError(f"SSSOM names {named}, which is not a program.")
    if not _is_current():
        raise MissingToolError("sssom-py is missing. Run: make test (or python -m tests.export.tools).")
    return str(ENVIRONMENT / "bin" / "sssom")


def install() -> None:
    """Install what the lock names, where it is not there yet."""
    if "SSSOM" in os.environ or _is_current():
        return
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    pip = (str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check")
    if subprocess.run(
        (*pip, "install", "--require-hashes", "-r", str(LOCK)), stdin=subprocess.DEVNULL
    ).returncode:
        raise MissingToolError(f"sssom-py could not be installed from {LOCK.name}.")
    shutil.copy(LOCK, ENVIRONMENT / LOCK.name)


def _is_current() -> bool:
    installed = ENVIRONMENT / LOCK.name
    return installed.exists() and installed.read_bytes() == LOCK.read_bytes()


if __name__ == "__main__":
    try:
        install()
        sssom()
    except MissingToolError as missing:
        sys.exit(str(missing))
