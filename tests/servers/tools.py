"""Find nginx, Caddy and wrk, with which tests publish the site; run as a program, it installs them.

All three are Debian's own packages. wrk is for the load test only.
"""

import os
import shutil
import sys

from tests.debian import MissingToolError, install_package, may_install_packages

NAMES = {"nginx": "nginx", "caddy": "Caddy", "wrk": "wrk"}
"""Each package, which is also the program in it, and what people call it."""

_SYSTEM = "/usr/sbin:/usr/local/sbin"


def program(package: str) -> str:
    """A program's path: what the variable of its name (NGINX, CADDY, WRK) says, else the system's own."""
    variable = package.upper()
    if named := os.environ.get(variable):
        if found := shutil.which(named):
            return found
        raise MissingToolError(f"{variable} names {named}, which is not a program.")
    # Debian's nginx lies where only an administrator's shell looks.
    if found := shutil.which(package, path=f"{os.environ.get('PATH', os.defpath)}:{_SYSTEM}"):
        return found
    raise MissingToolError(
        f"{NAMES[package]} is missing. Install it (Debian: apt-get install {package}), "
        f"or let the environment variable {variable} name it."
    )


def install(*packages: str) -> None:
    """Install what is not there yet, where this user may."""
    for package in packages:
        try:
            program(package)
        except MissingToolError:
            if package.upper() in os.environ or not may_install_packages():
                raise
            install_package(package, NAMES[package])
            program(package)


if __name__ == "__main__":
    try:
        install(*(sys.argv[1:] or ("nginx", "caddy")))
    except MissingToolError as missing:
        sys.exit(str(missing))
