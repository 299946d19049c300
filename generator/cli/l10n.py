"""`atlas l10n`: the project in, its translators' catalogues brought up to date or counted out."""

import argparse
from pathlib import Path

from generator.cli.command import (
    PROBLEMS,
    SOUND,
    Commands,
    UsageError,
    command,
    project_folder,
    sound_project,
)
from generator.problems import say


def add(commands: Commands) -> None:
    """Describe the command and its actions."""
    parser = commands.add_parser(
        "l10n", help="update the translators' catalogues, or say how complete they are"
    )
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    does = "bring catalogues up to date with data and templates"
    update = command(actions, "update", run_update, does, "atlas l10n update -l nl")
    update.add_argument(
        "--check", action="store_true", help="change nothing; fail where something is out of date"
    )
    status = command(
        actions, "status", run_status, "say how complete the translations are", "atlas l10n status"
    )
    for action in (update, status):
        action.add_argument("-l", "--language", metavar="LANG", help="this language only")


def run_update(given: argparse.Namespace) -> int:
    """Update catalogues, or say which are out of date."""
    from generator.site.translators import update

    root = project_folder()
    languages = wanted(given.language, root)
    project = sound_project(root)
    if project is None:
        return PROBLEMS
    changed = update(project, languages, write=not given.check)
    for path in changed:
        print(f"{'out of date' if given.check else 'updated'}: {path}")
    if not changed:
        print("All catalogues are up to date.")
    return PROBLEMS if given.check and changed else SOUND


def run_status(given: argparse.Namespace) -> int:
    """Count each catalogue."""
    from generator.site.translators import status

    root = project_folder()
    languages = wanted(given.language, root)
    project = sound_project(root)
    if project is None:
        return PROBLEMS
    print(f"{'language':10}{'domain':24}{'translated':>10}{'stale':>8}{'missing':>9}")
    for row in status(project, languages):
        print(f"{row.language:10}{row.domain:24}{row.translated:>10}{row.stale:>8}{row.missing:>9}")
    return SOUND


def wanted(language: str | None, root: Path) -> list[str]:
    """The languages to work on: those of the site, or one of them."""
    from generator.site.configuration import configured_languages
    from generator.site.languages import suggestion

    tags = [item.tag for item in configured_languages(root)[0]]
    if language is None or language in tags:
        return [language] if language else tags
    hint = suggestion(language)
    known = ", ".join(tags)
    if hint is None:
        raise UsageError(say("-l %(language)s: the site has %(known)s", language=language, known=known))
    raise UsageError(
        say("-l %(language)s: the site has %(known)s. %(hint)s", language=language, known=known, hint=hint)
    )
