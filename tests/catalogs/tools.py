"""Where gettext's own programs are, which read our catalogues as others do; run, it installs them.

They are the machine's own. No test passes without its tool: what cannot be had is said in a sentence.
"""

import os
import shutil
import subprocess
import sys

PROGRAMS = ("msgfmt", "msgcat")


class MissingToolError(Exception):
    """A tool that could not be found or installed, and what the reader can do about it."""


def gettext(program: str) -> str:
    """The path of one of gettext's programs."""
    if found := shutil.which(program):
        return found
    raise MissingToolError(
        f"The tests of catalogues need {program}. Install gettext (Debian: apt-get install gettext)."
    )


def install() -> None:
    """Install gettext, where it is not there yet and this user may."""
    if any(shutil.which(program) is None for program in PROGRAMS) and _may_install_packages():
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (
            ("apt-get", "update"),
            ("apt-get", "install", "--yes", "--no-install-recommends", "gettext"),
        ):
            if subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL).returncode:
                raise MissingToolError(f"gettext could not be installed: {' '.join(command)} failed.")
    for program in PROGRAMS:
        gettext(program)


def _may_install_packages() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


if __name__ == "__main__":
    try:
        install()
    except MissingToolError as missing:
        sys.exit(str(missing))
