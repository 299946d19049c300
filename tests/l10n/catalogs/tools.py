"""Find gettext's own programs, which read our catalogues as others do; run as a program, it installs them.

They are the machine's own. No test passes without its tool: a sentence says what cannot be had.
"""

import shutil
import sys

from tests.debian import MissingToolError, install_package, may_install_packages

PROGRAMS = ("msgfmt", "msgcat")


def gettext(program: str) -> str:
    """The path of one of gettext's programs."""
    if found := shutil.which(program):
        return found
    raise MissingToolError(
        f"The tests of catalogues need {program}. Install gettext (Debian: apt-get install gettext)."
    )


def install() -> None:
    """Install gettext, where it is not there yet and this user may."""
    if any(shutil.which(program) is None for program in PROGRAMS) and may_install_packages():
        install_package("gettext", "gettext")
    for program in PROGRAMS:
        gettext(program)


if __name__ == "__main__":
    try:
        install()
    except MissingToolError as missing:
        sys.exit(str(missing))
