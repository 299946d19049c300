"""Add the command `atlas l10n`, which begins, updates, checks, counts and exchanges translations."""

import argparse
from pathlib import Path

from generator.cli.command import Commands, FailedError, Run, command, forcing, group, listing
from generator.problems import reason_of, say

EXCHANGED = ("xliff", "xliff-1.2", "csv", "csv-semicolon", "tmx", "tbx", "pot")
"""What `generator.cli.l10n.exchange`, which is slower to load, can write."""


def add(commands: Commands) -> None:
    """Describe the command and its actions."""
    does = "begin, update, check, count, accept and exchange translations"
    actions = group(commands, "l10n", does, "atlas l10n status -l nl")
    does = "begin a language: empty catalogues for all that there is to translate"
    _action(actions, "init", does, "atlas l10n init -l de", domains=False)
    does = "bring catalogues up to date with data, templates and program"
    update = _action(actions, "update", does, "atlas l10n update -l nl")
    update.add_argument(
        "--check", action="store_true", help="change nothing; fail where something is out of date"
    )
    does = "say all that is wrong with translations"
    lint = _action(actions, "lint", does, "atlas l10n lint -l nl -D harbour")
    lint.add_argument("-s", "--strict", action="store_true", help="take warnings for errors")
    listing(lint)
    _status(actions)
    _accept(actions)
    _exchange(actions)


def run(given: argparse.Namespace) -> int:
    """Run an action."""
    from generator.cli.l10n import catalogues, exchange, state

    runs: dict[str, Run] = {
        "init": catalogues.run_init,
        "update": catalogues.run_update,
        "lint": state.run_lint,
        "status": state.run_status,
        "accept": catalogues.run_accept,
        "export": exchange.run_export,
        "import": exchange.run_import,
    }
    try:
        return runs[given.action](given)
    except OSError as error:
        raise FailedError(
            "Nothing was written: %(reason)s. All catalogues are as they were.", reason=reason_of(error)
        ) from error


def _status(actions: Commands) -> None:
    does = "say how complete the translations are"
    example = "atlas l10n status -l nl"
    parser = _action(actions, "status", does, example, domains=False)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how counts are listed (default: text)"
    )
    parser.add_argument(
        "--fail-under", type=float, metavar="PERCENT", help="fail where less of a language is translated"
    )
    parser.add_argument(
        "--fail-on",
        action="append",
        choices=("stale", "missing"),
        default=[],
        help="fail where a text is stale, or missing; can be given twice",
    )


def _accept(actions: Commands) -> None:
    does = "take translations of changed texts for good, as they are"
    example = "atlas l10n accept -l nl harbour:levels.pier.summary"
    parser = _action(actions, "accept", does, example)
    parser.add_argument(
        "names",
        nargs="*",
        metavar="CONTEXT",
        help="a text's context, such as 'levels.pier.*', or a page, such as docs/about.md",
    )
    parser.add_argument("--all", action="store_true", help="every stale translation of the language")
    says = parser.add_mutually_exclusive_group()
    says.add_argument(
        "--unchanged-meaning",
        dest="meaning",
        action="store_const",
        const="unchanged",
        help="the text means what it meant: accept it in every language, unless a number or a 'not' changed",
    )
    says.add_argument(
        "--changed-meaning",
        dest="meaning",
        action="store_const",
        const="changed",
        help="the text means something else: show its translations no longer, in any language",
    )
    parser.add_argument("-n", "--dry-run", action="store_true", help="change nothing; say what would change")


def _exchange(actions: Commands) -> None:
    does = "write texts for translators' other tools, a file for each pair of languages"
    parser = _action(actions, "export", does, "atlas l10n export -l nl --format xliff")
    parser.add_argument(
        "--format",
        choices=EXCHANGED,
        default=EXCHANGED[0],
        help="XLIFF 2.1 (default) or 1.2, CSV, translation memory, glossary, or an empty catalogue",
    )
    parser.add_argument(
        "-d", "--dir", type=Path, metavar="PATH", help="the folder to write to (default: build/l10n)"
    )
    forcing(parser)
    does = "take translations that other tools made, where their source is still the same"
    parser = command(actions, "import", run, does, "atlas l10n import en-nl.xlf")
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="what 'atlas l10n export' wrote, and a tool changed",
    )
    parser.add_argument("-n", "--dry-run", action="store_true", help="change nothing; say what would change")


def _action(
    actions: Commands, name: str, does: str, example: str, *, domains: bool = True
) -> argparse.ArgumentParser:
    """Add an action with what all have in common: which language, and most of them which domain."""
    parser = command(actions, name, run, does, example)
    parser.add_argument("-l", "--language", metavar="LANG", help="this language only, such as nl")
    if domains:
        parser.add_argument(
            "-D",
            "--domain",
            metavar="DOMAIN",
            help="this catalogue only: a framework's id, shared, ui or commands",
        )
    return parser
