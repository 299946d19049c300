"""Add the command `atlas site`, which begins a site of one's own."""

import argparse
from pathlib import Path

from generator.cli.command import SOUND, Commands, FailedError, UsageError, command, group
from generator.cli.telling import short, tell
from generator.problems import reason_of, say


def add(commands: Commands) -> None:
    """Describe the command and its actions."""
    example = "atlas site new our-ladders --languages en,nl"
    actions = group(commands, "site", "begin a site of your own", example)
    does = "write a site with settings, a workflow and a small invented framework into a new folder"
    new = command(actions, "new", run, does, example)
    new.add_argument("folder", type=Path, metavar="DIR", help="its folder: a new one, or an empty one")
    new.add_argument(
        "--languages",
        default="en",
        metavar="LANG,…",
        help="its languages, the first at the site's root (default: en)",
    )
    new.add_argument("--title", metavar="TITLE", help="its title (default: from the folder's name)")


def run(given: argparse.Namespace) -> int:
    """Write the files of a new site."""
    from generator.editing.starter.making import begin_site

    root = given.folder.absolute()
    languages = _languages(given.languages)
    title = given.title or root.name.replace("-", " ").capitalize()
    try:
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise FailedError("%(path)s is not empty; it is left as it is.", path=short(root))
        begin_site(root, languages, title)
    except OSError as error:
        raise FailedError(
            "%(path)s cannot be written: %(reason)s", path=short(root), reason=reason_of(error)
        ) from error
    tell(say("Wrote %(path)s.", path=short(root)))
    tell(say("Next: cd %(path)s, then 'atlas serve'; README.md says what to change where.", path=short(root)))
    return SOUND


def _languages(named: str) -> list[str]:
    """Read the languages asked for; UsageError where one is named twice, or there are no texts in it."""
    from generator.editing.starter.making import LANGUAGES
    from generator.l10n.languages import suggestion

    languages = [name.strip() for name in named.split(",")]
    for language in languages:
        if language not in LANGUAGES:
            raise UsageError(
                "--languages: a site can begin in %(known)s, not in '%(language)s'. %(hint)s",
                known=", ".join(LANGUAGES),
                language=language,
                hint=suggestion(language)
                or say("Add it to the new site: 'atlas l10n init -l %(language)s'", language=language),
            )
        if languages.count(language) > 1:
            raise UsageError("--languages: '%(language)s' is named twice", language=language)
    return languages
