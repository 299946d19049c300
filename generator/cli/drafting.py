"""Check the options that `new` and `import` share, and write the file that they make."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import UsageError
from generator.l10n.message_language import VARIABLE, spoken_language
from generator.problems import Message, did_you_mean, say

if TYPE_CHECKING:
    from generator.editing.drafts.framework import Outset


def naming(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what a new framework is called and which language it is in."""
    parser.add_argument("--title", metavar="TITLE", help="the framework's title, as its source names it")
    parser.add_argument(
        "--lang",
        dest="language",
        metavar="LANG",
        help="the language that it is written in, and of answers that have it (default: that of a table's "
        "words, or the site's first)",
    )
    parser.add_argument(
        "--subject", metavar="ID", help="what it is about, where a site has several (default: the first)"
    )


def language_of(given: argparse.Namespace, root: Path, otherwise: str | None = None) -> str:
    """Find the language that a framework is written in, and answer in it too, where it has words."""
    from generator.project import configured_languages

    answer_in_language(given, root)
    if given.language is not None:
        return str(given.language)
    tags = [language.tag for language in configured_languages(root)[0]]
    return otherwise or (tags[0] if tags else "en")


def answer_in_language(given: argparse.Namespace, root: Path) -> None:
    """Refuse a language that is none; answer in the one that is given, where it has words."""
    from generator.l10n.interface import catalogue_of
    from generator.l10n.languages import is_tag, suggestion

    wanted = given.language
    if wanted is None:
        return
    if not is_tag(wanted):
        hint = suggestion(wanted) or say("Write a language tag such as 'en', 'nl' or 'pt-BR'")
        raise UsageError(
            "--lang %(language)s: this is not a language tag. %(hint)s", language=wanted, hint=hint
        )
    if not hasattr(given, "speak") and (wanted.startswith("en") or catalogue_of(root / "locales", wanted)):
        os.environ[VARIABLE] = wanted


def fit_id(wanted: str) -> str:
    """Return an id that a framework can have; raise UsageError, with what may have been meant, otherwise."""
    from generator.editing.ids import id_of, is_id
    from generator.editing.rename.finding import RESERVED

    if not is_id(wanted):
        meant = id_of(wanted)
        ends = wanted.split("--")
        hint = (
            say("For a crosswalk: 'atlas crosswalk new %(one)s %(other)s'", one=ends[0], other=ends[1])
            if len(ends) == 2 and all(map(is_id, ends))
            else say("Did you mean '%(word)s'?", word=meant)
            if meant
            else say("An id has small letters, digits and single hyphens, such as 'first-steps'")
        )
        raise UsageError("'%(id)s' is not an id. %(hint)s", id=wanted, hint=hint)
    if wanted in RESERVED:
        raise UsageError("'%(id)s' is the name of a file that all frameworks share", id=wanted)
    return wanted


def outset(
    root: Path,
    path: Path,
    framework_id: str,
    language: str,
    given: argparse.Namespace,
    *,
    title: str | None,
    level_word: str | None = None,
) -> "Outset":
    """Gather what a framework's file starts from, with its subject's bands and themes where readable.

    These are named in the language of answers, as far as they are translated.
    """
    from generator.editing.drafts.framework import Outset
    from generator.load import load

    loaded, _ = load(root / "frameworks", root)
    local = _localised(root)
    subjects = [item.id for item in loaded.subjects.record.subjects] if loaded.subjects else []
    if given.subject and given.subject not in subjects:
        hint = did_you_mean(given.subject, subjects) or ""
        raise UsageError("no subject has the id '%(id)s'. %(hint)s", id=given.subject, hint=hint)
    own = given.subject or next(iter(subjects), "")
    bands = loaded.scale.record.bands if loaded.scale else ()
    themes = loaded.themes.record.themes if loaded.themes else ()
    return Outset(
        framework_id,
        language,
        title,
        level_word,
        [
            local(f"reference-scale.bands.{band.id}.title", band.title)
            for band in bands
            if loaded.subject_of(band) == own
        ],
        {
            theme.id: ". ".join(
                local(f"themes.{theme.id}.{name}", getattr(theme, name)) for name in ("title", "summary")
            )
            for theme in themes
            if loaded.subject_of(theme) == own
        },
        Path(os.path.relpath(root / "schemas" / "framework.schema.json", path.parent)).as_posix(),
        given.subject,
    )


def _localised(root: Path) -> Callable[[str, str], str]:
    """Return what gives a shared text, named by its context, in the language of answers."""
    from generator.l10n.catalogs.files import read_catalogues
    from generator.translate import state_of

    catalogues, _ = read_catalogues(root / "locales", spoken_language(os.environ))
    shared = catalogues.get("shared", {})

    def local(context: str, text: str) -> str:
        entry = shared.get(context)
        return entry.translation if entry is not None and state_of(entry, text) == "translated" else text

    return local


def words(translate: Callable[[str], str]) -> Callable[[Message], str]:
    """Return what says a message in a language."""
    return lambda message: message.text(translate)
