"""Add the command `atlas build`, which builds the whole site."""

import argparse
import logging
import time
from pathlib import Path

from generator.cli.command import (
    PROBLEMS,
    SOUND,
    Commands,
    command,
    complain,
    project_folder,
    short,
    speaking,
    tell,
)
from generator.problems import say

TRIAL = Path("build/pseudo")


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(
        commands,
        "build",
        run,
        "check everything and build the site in every language",
        "atlas build -d public",
    )
    parser.add_argument(
        "-d", "--site-dir", type=Path, metavar="DIR", help="the site's folder (default: site)"
    )
    parser.add_argument(
        "--pseudo",
        action="store_true",
        help="add pseudo-locales, one of long words, one from right to left (default DIR: build/pseudo)",
    )
    parser.add_argument(
        "-c", "--clean", action="store_true", help="make every page anew, and take none from the last site"
    )
    parser.add_argument("-s", "--strict", action="store_true", help="fail on warnings, such as a broken link")
    parser.add_argument("-q", "--quiet", action="store_true", help="tell errors only")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell everything")
    speaking(parser)


def run(given: argparse.Namespace) -> int:
    """Build the site, and print mkdocs' log as far as it matters here."""
    from generator.site.commands import BuildFailedError, build_site

    root = project_folder()
    # A trial must not take the place of the site that is published.
    site_dir = given.site_dir or (root / TRIAL if given.pseudo else None)
    started = time.monotonic()
    listen(logging.ERROR if given.quiet else logging.DEBUG if given.verbose else logging.WARNING)
    try:
        built = build_site(root, site_dir, given.strict, pseudo=given.pseudo, clean=given.clean)
    except BuildFailedError as failure:
        complain(str(failure))
        return PROBLEMS
    folder = short(built.folder)
    if not built.changed:
        if not given.quiet:
            tell(say("%(folder)s is as it would be built: nothing has changed.", folder=folder))
    elif not given.quiet:
        seconds = f"{time.monotonic() - started:.1f}"
        tell(say("Built %(folder)s in %(seconds)s s.", folder=folder, seconds=seconds))
    return SOUND


def listen(level: int) -> None:
    """Print mkdocs' log from a level on, and our plugin's in every build that is not quiet."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    own = level if level >= logging.ERROR else min(level, logging.INFO)
    handler.addFilter(
        lambda record: record.levelno >= (own if record.name == "mkdocs.plugins.atlas" else level)
    )
    logger = logging.getLogger("mkdocs")
    # A strict build counts warnings, whether they are printed or not.
    logger.setLevel(min(level, logging.INFO))
    logger.propagate = False
    logger.addHandler(handler)
