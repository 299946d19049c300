"""Find sssom-py, frictionless and others' schemas, which judge our files; run as a program, install them.

sssom-py brings a hundred packages of its own (pandas and linkml among them) and frictionless forty, so each
has its own environment and its own lock, next to this file, and none of it is ever installed beside the
generator. Schemas come in packages of which nothing is run.
"""

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from tests.debian import MissingToolError

_HERE = Path(__file__).parent
_CACHE = _HERE.parent.parent / ".cache"
SCHEMAS = _HERE / "schemas.lock"
LOCKS = {name: _HERE / f"{name}.lock" for name in ("sssom", "frictionless")}
"""Of programs, by their names."""

_PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "install", "--require-hashes")
# The newest Python of these packages is newer than ours, which only reads their files.
_AS_FILES = ("--no-deps", "--ignore-requires-python", "--only-binary", ":all:")


def sssom() -> str:
    """The command `sssom`."""
    return _program("sssom")


def frictionless() -> str:
    """The command `frictionless`."""
    return _program("frictionless")


def _program(name: str) -> str:
    """What the environment variable of its name in capitals names, else what was installed."""
    if named := os.environ.get(name.upper()):
        if found := shutil.which(named):
            return found
        raise MissingToolError(f"{name.upper()} names {named}, which is not a program.")
    if not _is_current(LOCKS[name]):
        raise MissingToolError(f"{name} is missing. Run: make test (or python -m tests.export.tools).")
    return str(_folder(LOCKS[name]) / "bin" / name)


def schema(path: str) -> Any:
    """A schema, by its path in the package that holds it."""
    if not _is_current(SCHEMAS):
        raise MissingToolError("Schemas are missing. Run: make test (or python -m tests.export.tools).")
    return json.loads((_folder(SCHEMAS) / path).read_bytes())


def install() -> None:
    """Install what the locks name, where it is not there yet."""
    if not _is_current(SCHEMAS):
        shutil.rmtree(_folder(SCHEMAS), ignore_errors=True)
        _install(sys.executable, SCHEMAS, *_AS_FILES, "--target", str(_folder(SCHEMAS)))
    for name, lock in LOCKS.items():
        if name.upper() not in os.environ and not _is_current(lock):
            venv.create(_folder(lock), clear=True, with_pip=True)
            _install(str(_folder(lock) / "bin" / "python"), lock)


def _install(python: str, lock: Path, *how: str) -> None:
    if subprocess.run((python, *_PIP, *how, "-r", str(lock)), stdin=subprocess.DEVNULL).returncode:
        raise MissingToolError(f"What {lock.name} names could not be installed.")
    shutil.copy(lock, _folder(lock) / lock.name)


def _folder(lock: Path) -> Path:
    return _CACHE / lock.stem


def _is_current(lock: Path) -> bool:
    installed = _folder(lock) / lock.name
    return installed.exists() and installed.read_bytes() == lock.read_bytes()


if __name__ == "__main__":
    try:
        install()
        sssom()
        frictionless()
    except MissingToolError as missing:
        sys.exit(str(missing))
