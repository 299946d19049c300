"""Add the command `atlas explain`, which says what a problem's code means and how to mend it."""

import argparse

from generator.cli.command import SOUND, Commands, UsageError, command
from generator.cli.telling import in_words, tell
from generator.problems import did_you_mean


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "say what a problem's code means, with a wrong and a right example"
    parser = command(commands, "explain", run, does, "atlas explain F208")
    parser.add_argument("code", nargs="?", metavar="CODE", help="such as F208 (default: list all codes)")


def run(given: argparse.Namespace) -> int:
    """Explain one code, or name them all."""
    from generator.explain import EXPLANATIONS, explanation

    if given.code is None:
        tell("\n".join(f"{item.code}  {in_words(item.means)}" for item in EXPLANATIONS.values()))
        return SOUND
    found = explanation(given.code)
    if found is None:
        hint = did_you_mean(given.code.upper(), EXPLANATIONS) or ""
        raise UsageError("there is no code '%(code)s'. %(hint)s", code=given.code, hint=hint)
    tell(found)
    return SOUND
