"""Read which languages a site has, with their names and folders."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from pydantic import TypeAdapter, ValidationError

from generator.foreign import direction
from generator.l10n.pseudo import PSEUDO, pseudo_name
from generator.model.base import LanguageTag
from generator.problems import Message, Place, Problem, say

_TAG: TypeAdapter[str] = TypeAdapter(LanguageTag)


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


def suggestion(wrong: str) -> Message | None:
    """Suggest the tag of a language called by its name, such as `nl` for `dutch`; or how to see others."""
    if wrong in PSEUDO:
        return say("A pseudo-locale has no files of its own: run 'atlas build --pseudo'")
    wanted = str(wrong).casefold()
    for tag, name in Locale("en").languages.items():
        if wanted in (name.casefold(), tag.casefold()) or (
            is_tag(tag) and wanted == (Locale.parse(tag).get_display_name() or "").casefold()
        ):
            return say("Did you mean '%(word)s'?", word=tag)
    return None


def _not_a_tag(tag: Any, file: str) -> Problem:
    hint = suggestion(tag) or say("Write a language tag such as 'en', 'nl' or 'pt-BR'")
    return Problem("C602", Place(file), say("languages: '%(tag)s' is not a language tag", tag=tag), hint)
