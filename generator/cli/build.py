"""Add the command `atlas build`, which builds the whole site."""

import argparse
import logging
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.asked_project import project_folder
from generator.cli.command import PROBLEMS, SOUND, STOPPED, Commands, command
from generator.cli.telling import complain, short, tell
from generator.problems import Message, say

if TYPE_CHECKING:
    from generator.site.progress import Progress

TRIAL = Path("build/pseudo")
IN_PROGRESS = Path("build/in-progress")
_WIDTH = 30  # signs of a progress bar


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "check everything and build the site in every language"
    parser = command(commands, "build", run, does, "atlas build -d public")
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
    parser.add_argument(
        "--in-progress",
        action="store_true",
        help="add the languages that are not published yet (default DIR: build/in-progress)",
    )
    parser.add_argument("-s", "--strict", action="store_true", help="fail on warnings, such as a broken link")
    parser.add_argument("-q", "--quiet", action="store_true", help="tell errors only")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell everything, with times")


def run(given: argparse.Namespace) -> int:
    """Build, with mkdocs' log as far as it matters here."""
    from generator.site.build import build_site
    from generator.site.failure import BuildFailedError, BuildStoppedError
    from generator.site.settings import Request

    root = project_folder()
    # A trial must not take the place of the site that is published.
    trial = root / TRIAL if given.pseudo else root / IN_PROGRESS if given.in_progress else None
    request = Request(
        root,
        given.site_dir.absolute() if given.site_dir else trial,
        strict=given.strict,
        pseudo=given.pseudo,
        in_progress=given.in_progress,
        clean=given.clean,
    )
    started = time.monotonic()
    listen(logging.ERROR if given.quiet else logging.INFO if given.verbose else logging.WARNING)
    try:
        built = build_site(request, progress(quiet=given.quiet, verbose=given.verbose))
    except BuildStoppedError as stopped:
        complain(str(stopped))
        return STOPPED
    except BuildFailedError as failure:
        complain(str(failure))
        return PROBLEMS
    folder, seconds = short(built.folder), f"{time.monotonic() - started:.1f}"
    done = say("Built %(folder)s in %(seconds)s s.", folder=folder, seconds=seconds)
    same = say("%(folder)s is as it would be built: nothing has changed.", folder=folder)
    if not given.quiet:
        tell(done if built.changed else same)
    return SOUND


def progress(*, quiet: bool, verbose: bool) -> "Progress":
    """Say each stage of a build, with its seconds on demand, and draw a bar on a terminal."""
    from generator.site.progress import Progress

    def say_stage(message: Message, seconds: float) -> None:
        tell(say("%(said)s (%(seconds)s s)", said=message, seconds=f"{seconds:.2f}") if verbose else message)

    def draw(made: int, total: int) -> None:
        done = _WIDTH * made // max(total, 1)
        end = "\r" if made < total else f"\r{' ' * (_WIDTH + 20)}\r"
        print(f"[{'#' * done}{'.' * (_WIDTH - done)}] {made}/{total}", end=end, file=sys.stderr, flush=True)

    if quiet:
        return Progress()
    bar = draw if sys.stderr.isatty() else None
    return Progress(say_stage, say_stage, bar) if verbose else Progress(say_stage, draw=bar)


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
