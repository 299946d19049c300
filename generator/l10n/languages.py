"""Read the site's languages from the configuration, and link the versions of a page to each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from babel import Locale, UnknownLocaleError
from pydantic import TypeAdapter, ValidationError

from generator.l10n.pseudo import PSEUDO, pseudo_name
from generator.model.base import LanguageTag
from generator.problems import Message, Place, Problem, say
from generator.text import direction

_TAG: TypeAdapter[str] = TypeAdapter(LanguageTag)


@dataclass(frozen=True)
class Language:
    """A language of the site: its tag, its name in that language, and the folder below the site's root."""

    tag: str
    name: str
    folder: str

    @property
    def direction(self) -> str:
        """The writing direction of the language."""
        return direction(self.tag)


@dataclass(frozen=True)
class Alternate:
    """One page in one language: where a link on the page leads, and its full address where that is known."""

    language: Language
    href: str
    url: str
    current: bool


@dataclass(frozen=True)
class Surroundings:
    """What a page's frame knows of where it stands: `root` leads to the site's root, in relative steps."""

    language: str
    root: str
    alternates: tuple[Alternate, ...]

    @property
    def others(self) -> tuple[Alternate, ...]:
        """The same page in every other language."""
        return tuple(item for item in self.alternates if not item.current)


def read_languages(option: Any, file: str) -> tuple[tuple[Language, ...], tuple[Problem, ...]]:
    """Read the option `languages`, the default one first: tags, or a mapping of tags to names."""
    names: Mapping[Any, Any] = option if isinstance(option, Mapping) else dict.fromkeys(option or ())
    problems = [_not_a_tag(tag, file) for tag in names if not is_tag(tag)]
    if not names:
        hint = say("Write 'languages: [en, nl]'; the first one is the default")
        problems.append(Problem("C601", Place(file), say("languages: the site has no language"), hint))
    tags = [tag for tag in names if is_tag(tag)]
    found = [
        Language(tag, str(names[tag] or own_name(tag)), f"{tag}/" if tag != tags[0] else "") for tag in tags
    ]
    return tuple(found), tuple(problems)


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


def theme_language(tag: str, theme: Sequence[str]) -> str:
    """Find the theme's own translation that suits a language best: English where there is none."""
    for folder in theme:
        for name in (tag, tag.partition("-")[0]):
            if (Path(folder) / "partials" / "languages" / f"{name}.html").is_file():
                return name
    return "en"


def surroundings(
    languages: Sequence[Language], current: str, address: str, site_url: str | None
) -> Surroundings:
    """Describe a page's frame; its `address` is the same in every language, `site_url` the site root's."""
    depth = address.count("/") + (0 if current == languages[0].tag else 1)
    return _surroundings(languages, current, address, "../" * depth or "./", site_url)


def absolute_surroundings(languages: Sequence[Language], current: str, root: str) -> Surroundings:
    """Describe the frame of a page shown at any address: links start at the site's path on its server."""
    return _surroundings(languages, current, "", root, None)


def _surroundings(
    languages: Sequence[Language], current: str, address: str, root: str, site_url: str | None
) -> Surroundings:
    alternates = []
    for language in languages:
        here = language.folder + address
        href = (root if root != "./" else "") + here or root
        url = urljoin(site_url, here) if site_url else href
        alternates.append(Alternate(language, href, url, language.tag == current))
    return Surroundings(current, root, tuple(alternates))
