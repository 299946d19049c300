"""Describe the data that all frameworks share: themes, scale, glossary and redirects."""

import datetime
from functools import cached_property
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import (
    FrameworkId,
    Id,
    IdPath,
    Items,
    Label,
    LanguageTag,
    Record,
    TermId,
    Text,
    Texts,
)

_WRITTEN_PATH = StringConstraints(
    pattern=r"^[a-z0-9]+(-{1,2}[a-z0-9]+)*(/[a-z0-9]+([_-]-?[a-z0-9]+)*)*$", max_length=400
)


class Theme(Record):
    """A subject that dimensions and layers of different frameworks have in common."""

    id: Id
    """Its id; dimensions and layers name it in `themes`."""
    title: Label
    """Its name."""
    summary: Text
    """What it is about, in a sentence."""


class Themes(Record):
    """`frameworks/themes.yaml`, in the order in which pages list them."""

    source_language: LanguageTag
    """The language of all texts in this file, as a tag such as `en`."""
    themes: Items[Theme]
    """The themes, in the order in which pages list them."""


class Band(Record):
    """One band of the reference scale."""

    id: Id
    """Its id, part of its address."""
    number: int = Field(ge=1)
    """1 for the lowest band, and so on in the order of the file."""
    title: Label
    """Its name."""
    summary: Text
    """What an organisation in this band does."""
    questions: Texts = Field(default={})
    """What the quick check asks: a line `id: question` each, about what is reached here and kept above."""


class ReferenceScale(Record):
    """`frameworks/reference-scale.yaml`: the one line on which every level's span lies."""

    source_language: LanguageTag
    """The language of all texts in this file, as a tag such as `en`."""
    title: Label
    """The scale's name."""
    summary: Text
    """What the scale measures."""
    bands: Items[Band]
    """The bands, from the lowest to the highest."""

    @property
    def length(self) -> int:
        """The scale runs from 0 to this number."""
        return len(self.bands)


LevelPath = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/levels/[a-z0-9-]+$"), IdPath()]


class Term(Record):
    """A term of the field; its title may stay untranslated, its definition never does."""

    id: Id
    """Its id, its anchor on the glossary's page."""
    title: Label
    """The term itself."""
    expansion: Label | None = None
    """What an abbreviation stands for."""
    definition: Text
    """What it means, for someone who has not met it."""
    frameworks: Items[FrameworkId] = ()
    """The ids of the frameworks that use it."""
    related: Items[TermId] = ()
    """The ids of terms that mean nearly the same, or that belong to it."""
    differs: Text | None = None
    """How it differs from what readers may take it for."""
    at: Items[LevelPath] = ()
    """The levels on whose pages readers may take it for something else: `harbour/levels/pier`."""


class Glossary(Record):
    """`frameworks/glossary.yaml`."""

    source_language: LanguageTag
    """The language of all texts in this file, as a tag such as `en`."""
    terms: Items[Term]
    """The terms, in the order of the alphabet."""


class Redirect(Record):
    """A thing that had another id, and where it is now."""

    former: Annotated[str, _WRITTEN_PATH, IdPath(former=True)] = Field(alias="from")
    """The path of ids that it had, such as `flow/levels/pilot`; nothing has it any more."""
    to: Annotated[str, _WRITTEN_PATH, IdPath()]
    """The path that it has today, such as `flow/levels/first-steps`."""
    since: datetime.date | None = Field(default=None, strict=False)
    """The day on which it was renamed."""


class Redirects(Record):
    """`frameworks/redirects.yaml`, which a project may lack: what was renamed, so that old addresses hold."""

    redirects: Items[Redirect] = ()
    """Each thing that was renamed, once for every id that it had."""

    def today(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """What a path of ids leads to: the redirect of the longest part of it that has one, and so on.

        The path itself where nothing was renamed, or where redirects lead in a circle.
        """
        now, seen = name, {name}
        while fitting := [item for item in self._paths if now[: len(item[0])] == item[0]]:
            former, to = max(fitting, key=lambda item: len(item[0]))
            now = to + now[len(former) :]
            if now in seen or len(seen) > len(self.redirects):
                return name
            seen.add(now)
        return now

    def former(self, name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """All the paths that lead to a path: its own old ones, and those of what it is a part of."""
        known = [name]
        for path in known:
            for former, to in self._paths:
                earlier = former + path[len(to) :]
                if path[: len(to)] == to and earlier not in known:
                    known.append(earlier)
        return tuple(path for path in known[1:] if self.today(path) == name)

    @cached_property
    def _paths(self) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
        return [(tuple(item.former.split("/")), tuple(item.to.split("/"))) for item in self.redirects]
