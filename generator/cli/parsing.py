"""Say in the user's language what is wrong with a command line, with the word that was likeliest meant.

The help stays in English, as do the words that are typed.
"""

import argparse
import re
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from generator.cli.command import USAGE
from generator.problems import Message, did_you_mean, say


class Parser(argparse.ArgumentParser):
    """Parses a command line, and answers what it cannot take in the user's language."""

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Refuse what a command does not know where its options are known: in the command itself."""
        known, left = super().parse_known_args(args, namespace)
        if left:
            options = [word for word in left if word.startswith("-")]
            said = say("not known here: %(words)s.", words=", ".join(options or left))
            # All of them: what is nearest in letters may be far from what was meant.
            own = ", ".join(option for option in self._option_string_actions if option.startswith("--"))
            self._refuse(said, say("Known here: %(words)s", words=own) if options else None)
        return known, left

    def error(self, message: str) -> NoReturn:
        """End the program with what argparse says, as far as it is a sentence that we know."""
        self._refuse(*_said(message))

    def _refuse(self, said: Message | str, hint: Message | None = None) -> NoReturn:
        from generator.cli.telling import in_words

        self.print_usage(sys.stderr)
        words = " ".join(in_words(part) for part in (said, hint) if part)
        self.exit(USAGE, f"{self.prog}: {words}\n")


def _said(message: str) -> tuple[Message | str, Message | None]:
    """Read one of argparse's sentences; one that is not listed stays as it is."""
    if found := re.fullmatch(
        r"argument (?P<name>.+?): invalid choice: '(?P<given>.*)' \(.*from (.*)\)", message
    ):
        given = found["given"]
        said = say("%(name)s: '%(given)s' is not one of them.", name=found["name"], given=given)
        return said, did_you_mean(given, re.findall(r"[\w.-]+", found[3]))
    for pattern, template in _SENTENCES.items():
        if found := re.fullmatch(pattern, message):
            return Message(template.template, tuple(found.groupdict().items())), None
    return message, None


_SENTENCES = {
    r"the following arguments are required: (?P<names>.+)": say("missing: %(names)s"),
    r"one of the arguments (?P<names>.+) is required": say("one of these is missing: %(names)s"),
    r"argument (?P<name>.+): expected (one|at least one|\d+) arguments?": say(
        "%(name)s: its value is missing"
    ),
    r"argument (?P<name>.+): not allowed with argument (?P<other>.+)": say(
        "%(name)s and %(other)s cannot both be given"
    ),
    r"argument (?P<name>.+): invalid \w+ value: '(?P<given>.*)'": say("%(name)s cannot be '%(given)s'"),
}
"""Sentences of argparse, and ours."""
