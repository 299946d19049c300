"""Collect everything that the pages of one language are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from gettext import NullTranslations

from generator.crosswalk import Crosswalks
from generator.edition import Published
from generator.history import History
from generator.l10n.progress import Progress, progress
from generator.model import Atlas, Name, mentions
from generator.parts import Parts
from generator.things import Thing, things
from generator.translate import View, sources


@dataclass(frozen=True)
class SiteData:
    """What the pages of one language are made from; `languages` has the default language first."""

    view: View
    walks: Crosswalks
    parts: Parts
    languages: tuple[str, ...]
    progress: tuple[Progress, ...]
    ui: NullTranslations
    views: Mapping[str, View] = field(default_factory=dict)
    """The data in every language."""
    published: Published | None = None
    """The edition that the content is, or comes after."""
    history: History | None = None
    """What has changed from edition to edition."""

    @property
    def atlas(self) -> Atlas:
        """The data with every text in this language."""
        return self.view.atlas

    @cached_property
    def names(self) -> frozenset[Name]:
        """The name of everything that has an id."""
        records = (record for _, _, record, _ in sources(self.atlas))
        return frozenset(item.name for record in records for item in mentions(record) if item.role == "given")

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Everything with an address of its own."""
        return tuple(things(self.atlas, self.parts, self.walks))

    @property
    def language(self) -> str:
        """This language's tag."""
        return self.view.language


def site_data(
    views: Mapping[str, View],
    language: str,
    ui: NullTranslations,
    also: Sequence[Progress] = (),
    published: Published | None = None,
    history: History | None = None,
) -> SiteData:
    """Collect the data for one language's pages; `views` has every language, the default one first.

    `also` says how far the translation of what is not in the data has come: words, and pages by hand.
    """
    view = views[language]
    order = list(views)
    lines = sorted((*progress(views), *also), key=lambda line: order.index(line.language))
    walks, parts = Crosswalks(view.atlas), Parts(view.atlas)
    return SiteData(view, walks, parts, tuple(views), tuple(lines), ui, views, published, history)
