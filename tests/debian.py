"""Install a package of Debian's, where this user may, for tools that tests need."""

import os
import shutil
import subprocess


class MissingToolError(Exception):
    """A tool that could not be found or installed, and what the reader can do about it."""


def may_install_packages() -> bool:
    """Whether this is a Debian, and its administrator."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install_package(name: str, tool: str) -> None:
    """Install a package; `tool` is what people call it."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ("apt-get", "update"),
        ("apt-get", "install", "--yes", "--no-install-recommends", name),
    ):
        if subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL).returncode:
            raise MissingToolError(f"{tool} could not be installed: {' '.join(command)} failed.")
