"""Read which languages a site has, with their names and folders."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic import TypeAdapter, ValidationError

from generator.folders import Folders
from generator.foreign import direction
from generator.l10n.pseudo import PSEUDO, pseudo_name
from generator.model.base import LanguageTag
from generator.problems import Message, Place, Problem, say

_TAG: TypeAdapter[str] = TypeAdapter(LanguageTag)
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}
"""The scripts that POSIX and gettext name behind an @."""
_LETTERS = 4
"""A script has so many letters: `Hans`."""


@dataclass(frozen=True)
class Language:
    """A language of the site: its tag, its name in that language, and the folder below the site's root.

    One that is in progress is not published: only the preview and trial builds have it.
    """

    tag: str
    name: str
    folder: str
    in_progress: bool = False

    @property
    def direction(self) -> str:
        """The writing direction of the language."""
        return direction(self.tag)

    @property
    def locale(self) -> str:
        """The language with the region that it is likeliest in, as Open Graph writes it: `nl_NL`."""
        return _with_region(self.tag)


def read_languages(
    option: Any, file: str, in_progress: Any = None
) -> tuple[tuple[Language, ...], tuple[Problem, ...]]:
    """Read the options `languages` and `in_progress`: tags, or mappings of tags to names.

    The default language comes first, those in progress last. Problems name `file`.
    """
    names, coming = _names(option), _names(in_progress)
    problems = [_not_a_tag(tag, file) for tag in (*names, *coming) if not is_tag(tag)]
    if not names:
        hint = say("Write 'languages: [en, nl]'; the first one is the default")
        problems.append(Problem("C601", Place(file), say("languages: the site has no language"), hint))
    for tag in names.keys() & coming.keys():
        message = say("in_progress: '%(tag)s' is among the published languages as well", tag=tag)
        hint = say("Name a language in one of the two lists: languages, or in_progress")
        problems.append(Problem("C609", Place(file), message, hint))
    tags = [tag for tag in {**names, **coming} if is_tag(tag)]
    found = [
        Language(
            tag,
            str(({**coming, **names})[tag] or own_name(tag)),
            f"{tag}/" if tag != tags[0] else "",
            tag not in names,
        )
        for tag in tags
    ]
    return tuple(found), tuple(problems)


@cache
def _with_region(tag: str) -> str:
    language, *more = tag.split("-")
    known = get_global("likely_subtags")
    full = known.get("_".join((language, *more)), known.get(language, language))
    regions = (part for part in (*more, *full.split("_")[1:]) if part.isupper() or part.isdigit())
    return "_".join((language, *[*regions][:1]))


def _names(option: Any) -> Mapping[Any, Any]:
    return option if isinstance(option, Mapping) else dict.fromkeys(option or ())


def pseudo_languages() -> tuple[Language, ...]:
    """List the languages that a trial build has after the project's own."""
    return tuple(Language(tag, pseudo_name(tag), f"{tag}/") for tag in PSEUDO)


def is_tag(tag: Any) -> bool:
    """Say whether this is the tag of a language that CLDR knows."""
    try:
        Locale.parse(_TAG.validate_python(tag), sep="-")
    except (ValidationError, UnknownLocaleError, ValueError):
        return False
    return True


def own_name(tag: str) -> str:
    """Name a language in that language, as at the start of a line."""
    name = Locale.parse(tag, sep="-").get_display_name() or tag
    return name[:1].upper() + name[1:]


def as_tag(wrong: Any) -> str | None:
    """Write a tag in our form that is written in another, such as `pt_BR`, `sr@latin` or `zh-hans`."""
    name, _, script = str(wrong).partition("@")
    first, *more = re.split(r"[-_]", name.partition(".")[0].casefold())
    if script:
        more.insert(0, _SCRIPTS.get(script.casefold(), script))
    tag = "-".join((first, *(part.title() if len(part) == _LETTERS else part.upper() for part in more)))
    return tag if is_tag(tag) else None


def suggestion(wrong: str) -> Message | None:
    """Suggest the tag of a language called by its name, such as `nl` for `dutch`, or in another form."""
    if wrong in PSEUDO:
        return say("A pseudo-locale has no files of its own: run 'atlas build --pseudo'")
    tag = as_tag(wrong)
    if tag is not None:
        return say("Did you mean '%(word)s'?", word=tag) if tag != wrong else None
    wanted = str(wrong).casefold()
    named = {tag: title for name, title in Locale("en").languages.items() if (tag := as_tag(name))}
    # What each calls itself takes most of a second to find out: only where no English name is meant.
    for name_of in (named.__getitem__, own_name):
        if found := next((tag for tag in named if name_of(tag).casefold() == wanted), None):
            return say("Did you mean '%(word)s'?", word=found)
    return None


def folders_of_no_language(folders: Folders) -> tuple[Problem, ...]:
    """Report folders among those of catalogues that are named after no language: nobody reads them."""
    if not folders.locales.is_dir():
        return ()
    return tuple(
        Problem(
            "T407",
            Place(path.relative_to(folders.root).as_posix()),
            say("This folder is named after no language tag, so that no catalogue in it counts"),
            _rename_to(path.name),
            "warning",
        )
        for path in sorted(folders.locales.iterdir())
        if path.is_dir() and not path.name.startswith(".") and not is_tag(path.name)
    )


def _rename_to(name: str) -> Message:
    tag = as_tag(name)
    return say("Rename it to '%(tag)s'", tag=tag) if tag else say("Name it as 'en', 'nl' or 'pt-BR'")


def _not_a_tag(tag: Any, file: str) -> Problem:
    hint = suggestion(tag) or say("Write a language tag such as 'en', 'nl' or 'pt-BR'")
    return Problem("C602", Place(file), say("languages: '%(tag)s' is not a language tag", tag=tag), hint)
