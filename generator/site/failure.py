"""Raise what ends a build without a new site, and say it in the user's language."""

import os
from pathlib import Path

from generator.l10n.message_language import spoken_language, translator
from generator.problems import Message, Translate


class BuildFailedError(Exception):
    """A known reason why there is no new site; without words where the log has told it."""


class BuildStoppedError(BuildFailedError):
    """Somebody stopped the build; what became of the site."""


def answering(root: Path) -> Translate:
    """Translate messages into the language of this process's environment."""
    return translator(root, spoken_language(os.environ))


def told(message: Message, root: Path) -> str:
    """A message in that language."""
    return message.text(answering(root))
