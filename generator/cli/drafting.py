"""Check the options that `new` and `import` share, and write the file that they make."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import UsageError
from generator.l10n.message_language import VARIABLE
from generator.problems import Message, say

if TYPE_CHECKING:
    from generator.editing.drafts.framework import Outset


def naming(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what a new framework is called and which language it is in."""
    parser.add_argument("--title", metavar="TITLE", help="the framework's title, as its source names it")
    parser.add_argument(
        "--lang",
        dest="language",
        metavar="LANG",
        help="the language that it is written in, and of answers that have it (default: the site's first)",
    )


def language_of(given: argparse.Namespace, root: Path, otherwise: str | None = None) -> str:
    """Find the language that a framework is written in, and answer in it too, where it has words."""
    from generator.l10n.interface import catalogue_of
    from generator.l10n.languages import is_tag, suggestion
    from generator.project import configured_languages

    wanted = given.language
    if wanted is None:
        tags = [language.tag for language in configured_languages(root)[0]]
        return otherwise or (tags[0] if tags else "en")
    if not is_tag(wanted):
        hint = suggestion(wanted) or say("Write a language tag such as 'en', 'nl' or 'pt-BR'")
        raise UsageError(
            say("--lang %(language)s: this is not a language tag. %(hint)s", language=wanted, hint=hint)
        )
    if not hasattr(given, "speak") and (wanted.startswith("en") or catalogue_of(root / "locales", wanted)):
        os.environ[VARIABLE] = wanted
    return str(wanted)


def fit_id(wanted: str) -> str:
    """Return an id that a framework can have; raise UsageError, with what may have been meant, otherwise."""
    from generator.editing.ids import id_of, is_id
    from generator.editing.rename.finding import RESERVED

    if not is_id(wanted):
        meant = id_of(wanted)
        hint = (
            say("Did you mean '%(word)s'?", word=meant)
            if meant
            else say("An id has small letters, digits and single hyphens, such as 'first-steps'")
        )
        raise UsageError(say("'%(id)s' is not an id. %(hint)s", id=wanted, hint=hint))
    if wanted in RESERVED:
        raise UsageError(say("'%(id)s' is the name of a file that all frameworks share", id=wanted))
    return wanted


def outset(
    root: Path, path: Path, framework_id: str, language: str, title: str | None, level_word: str | None = None
) -> "Outset":
    """Gather what a framework's file starts from, with the project's bands and themes where readable."""
    from generator.editing.drafts.framework import Outset
    from generator.load import load

    loaded, _ = load(root / "frameworks", root)
    return Outset(
        framework_id,
        language,
        title,
        level_word,
        [band.title for band in loaded.scale.record.bands] if loaded.scale else (),
        [theme.id for theme in loaded.themes.record.themes] if loaded.themes else (),
        Path(os.path.relpath(root / "schemas" / "framework.schema.json", path.parent)).as_posix(),
    )


def words(translate: Callable[[str], str]) -> Callable[[Message], str]:
    """Return what says a message in a language."""
    return lambda message: message.text(translate)
