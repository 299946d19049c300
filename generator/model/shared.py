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
    Name,
    Record,
    TermId,
    Text,
    Texts,
)
from generator.model.subjects import Belongs

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
    subject: Belongs = None
    """The id of the subject whose theme it is, from `subjects.yaml`; that of the first without it."""


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
    """1 for the lowest band of its scale, and so on in the order of the file."""
    title: Label
    """Its name."""
    summary: Text
    """What an organisation in this band does."""
    questions: Texts = Field(default={})
    """What the quick check asks: a line `id: question` each, about what is reached here and kept above."""
    subject: Belongs = None
    """The id of the subject whose scale it is of, from `subjects.yaml`; that of the first without it."""


class ReferenceScale(Record):
    """`frameworks/reference-scale.yaml`: the line on which every level's span lies, one for each subject."""

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


PartPath = Annotated[
    str,
    StringConstraints(
        pattern=r"^([a-z0-9-]+/(levels|layers|dimensions|practices|profiles)/[a-z0-9-]+"
        r"|crosswalks/[a-z0-9-]+/mappings/[a-z0-9-]+|findings/[a-z0-9-]+)$",
        max_length=400,
    ),
    IdPath(former=True),
]
InsteadPath = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+(/levels/[a-z0-9-]+)?$", max_length=200), IdPath()
]


class Withdrawn(Record):
    """A framework or a level that is published no more; its old addresses say so."""

    id: Annotated[str, _WRITTEN_PATH, IdPath(former=True)]
    """The id that it had, of a level its path: `flow`, `flow/levels/pilot`; nothing has it any more."""
    title: Name
    """What it was called, in its own language."""
    since: datetime.date = Field(strict=False)
    """The day on which it was withdrawn."""
    instead: InsteadPath | None = None
    """What readers may look at instead: the id of a framework, or the path of a level."""
    parts: Items[PartPath] = ()
    """What else went with it: `flow/levels/pilot`, `flow/dimensions/crew`, a mapping, a finding."""

    @property
    def name(self) -> tuple[str, ...]:
        """The path of ids that it had."""
        return tuple(self.id.split("/"))

    @property
    def names(self) -> tuple[tuple[str, ...], ...]:
        """The paths of ids of all that went."""
        return (self.name, *(tuple(part.split("/")) for part in self.parts))


class Redirects(Record):
    """`frameworks/redirects.yaml`, which a project may lack: what moved or went; its addresses hold."""

    redirects: Items[Redirect] = ()
    """Each thing that was renamed, once for every id that it had."""
    withdrawn: Items[Withdrawn] = ()
    """Each framework and level that is published no more; `atlas remove` and `atlas level remove` add it."""

    def today(self, name: tuple[str, ...]) -> tuple[str, ...]:
        """What a path of ids leads to: the redirect of the longest part of it that has one, and so on.

        The path itself where nothing was renamed, or where redirects lead in a circle.
        """
        trail: list[tuple[str, ...]] = []
        now, further = name, self._next(name)
        while further is not None and now not in self._ends and now not in trail[:1]:
            trail.append(now)
            if len(trail) > len(self.redirects):
                break
            now, further = further, self._next(further)
        end = self._ends.get(now, now)
        in_a_circle = self._next(end) is not None
        self._ends.update((step, step if in_a_circle else end) for step in trail)
        return name if in_a_circle else end

    def former(self, name: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
        """All the paths that lead to a path: its own old ones, and those of what it is a part of."""
        known = {name: None}
        left = [name]
        for path in left:
            for length in range(1, len(path) + 1):
                for former in self._sources.get(path[:length], ()):
                    earlier = former + path[length:]
                    if earlier not in known:
                        known[earlier] = None
                        left.append(earlier)
        return tuple(path for path in left[1:] if self.today(path) == name)

    def _next(self, name: tuple[str, ...]) -> tuple[str, ...] | None:
        """One step on from a path, by the longest part of it that was renamed."""
        for length in range(len(name), 0, -1):
            if (to := self._targets.get(name[:length])) is not None:
                return to + name[length:]
        return None

    @cached_property
    def _targets(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        paths = ((tuple(item.former.split("/")), tuple(item.to.split("/"))) for item in self.redirects)
        # Of an id that is written twice the first counts, as it did when the other was written.
        return dict(reversed(list(paths)))

    @cached_property
    def _sources(self) -> dict[tuple[str, ...], list[tuple[str, ...]]]:
        found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for item in self.redirects:
            found.setdefault(tuple(item.to.split("/")), []).append(tuple(item.former.split("/")))
        return found

    @cached_property
    def _ends(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """Where paths lead that were asked for: a chain is walked once."""
        return {}
