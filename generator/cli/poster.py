"""Add the command `atlas poster`, which prints a poster of the built site as PDF."""

import argparse
from pathlib import Path

from generator.cli.asked_project import project_folder
from generator.cli.command import SOUND, Commands, FailedError, UsageError, command
from generator.cli.telling import put, short, stop_at, tell
from generator.problems import did_you_mean, errors, say

RULER = "ruler"
SIZES = ("a3", "a1")


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "print a poster of the built site as PDF, with Chromium"
    parser = command(commands, "poster", run, does, "atlas poster ruler --size a1 --language nl")
    parser.add_argument(
        "id", metavar="ID", help=f"a framework, '{RULER}' for all on one scale, or a further subject"
    )
    parser.add_argument("--size", choices=SIZES, default=SIZES[0], help=f"of the paper (default: {SIZES[0]})")
    parser.add_argument(
        "-l", "--language", metavar="LANG", help="the poster's language (default: the site's first)"
    )
    parser.add_argument("--both", action="store_true", help="each text in a second language as well")
    parser.add_argument(
        "--to", type=Path, metavar="PATH", help="where: a folder, or the PDF (default: a file here)"
    )
    parser.add_argument(
        "-d", "--site-dir", type=Path, metavar="DIR", help="the built site's folder (default: site)"
    )


def run(given: argparse.Namespace) -> int:
    """Print one poster."""
    root = project_folder()
    folder, site = _language_folder(given, root), _site(given, root)
    page = _page(given, site, folder)
    # Serving files takes a moment to load, and the other commands do without.
    from generator.cli.chromium import find_chromium, print_page, served

    program = find_chromium()
    with served(site) as address:
        content = print_page(program, f"{address}{page}#{given.size}")
    path = _file(given)
    put(path, content)
    tell(say("Wrote %(path)s.", path=short(path)))
    return SOUND


def _language_folder(given: argparse.Namespace, root: Path) -> str:
    """Find the folder of the language in the site."""
    from generator.project import configured_languages

    languages, problems = configured_languages(root)
    stop_at(errors(problems), root)
    known = {language.tag: language.folder for language in languages}
    tag = given.language or languages[0].tag
    if tag not in known:
        raise UsageError("-l %(language)s: the site has %(known)s", language=tag, known=", ".join(known))
    if given.both and len(known) < 2:
        raise UsageError("--both: the site has one language only")
    return known[tag]


def _site(given: argparse.Namespace, root: Path) -> Path:
    """Find the built site; fail where there is none."""
    from generator.folders import CONFIGURATION
    from generator.mkdocs_yml import read_mkdocs_yml

    configured = root / str(read_mkdocs_yml(root / CONFIGURATION).get("site_dir") or "site")
    site: Path = given.site_dir.absolute() if given.site_dir else configured
    if not (site / "index.html").is_file():
        raise FailedError(
            "No built site is in %(folder)s. Run 'atlas build' first: posters are printed from its pages.",
            folder=short(site),
        )
    return site


def _page(given: argparse.Namespace, site: Path, folder: str) -> str:
    """Find the poster's page in the site; refuse an id that has none."""
    home = site / folder
    found = (*home.glob("subjects/*/poster"), *home.glob("frameworks/*/poster"))
    pages = {path.parent.name: path for path in sorted(found, reverse=True)}
    pages[RULER] = home / "poster"
    if given.id not in pages:
        hint = did_you_mean(given.id, pages) or ""
        raise UsageError("the site has no poster of '%(id)s'. %(hint)s", id=given.id, hint=hint)
    page = f"{pages[given.id].relative_to(site).as_posix()}/{'languages/' if given.both else ''}"
    if not (site / page / "index.html").is_file():
        raise FailedError(
            "%(path)s is not there. Run 'atlas build': the page is printed from the built site.",
            path=short(site / page / "index.html"),
        )
    return page


def _file(given: argparse.Namespace) -> Path:
    """Name the file: what was asked for, or after the poster in the folder."""
    parts = (given.id, given.size, given.language, "both" if given.both else None)
    here: Path = (given.to or Path()).absolute()
    if given.to and here.suffix.casefold() == ".pdf" and not here.is_dir():
        return here
    return here / f"{'-'.join(filter(None, parts))}.pdf"
