"""Collect everything that the pages of one language are made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from gettext import NullTranslations

from generator.addresses import folder_of
from generator.citation import ATLAS
from generator.crosswalk import Crosswalks
from generator.edition import Published
from generator.history import History
from generator.l10n.progress import Progress, progress
from generator.model import Atlas, Name, Subject, mentions
from generator.parts import Parts
from generator.text import plain
from generator.things import Identity, Thing, things
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
    title: str = ATLAS
    """The site's name."""
    whole: "SiteData | None" = None
    """The whole site, where this is what one of its subjects has."""

    @cached_property
    def by_subject(self) -> Mapping[str, "SiteData"]:
        """What the pages of each subject are made from, by its id; the whole site where there is one."""
        parts = self.atlas.by_subject
        if len(parts) < 2:
            return {"": self}
        return {
            subject: replace(
                self,
                view=replace(self.view, atlas=atlas),
                walks=Crosswalks(atlas),
                parts=Parts(atlas),
                views={
                    tag: replace(view, atlas=view.atlas.by_subject[subject])
                    for tag, view in self.views.items()
                },
                whole=self,
            )
            for subject, atlas in parts.items()
        }

    @property
    def subject(self) -> Subject | None:
        """The subject that this is about, where the site has several."""
        return self.atlas.shared.subjects.subjects[0] if self.whole else None

    @property
    def folder(self) -> str:
        """Where the pages lie that a subject has once: nowhere else but for a second subject."""
        if self.whole is None or self.subject is None:
            return ""
        return folder_of(self.subject.id, self.whole.atlas.shared.subjects)

    def titled(self, title: str) -> str:
        """Tell a page that each subject has once from that of the first."""
        about = plain(self.subject.title) if self.subject and self.folder else title
        return title if about == title else f"{title} – {about}"

    @property
    def atlas(self) -> Atlas:
        """The data with every text in this language."""
        return self.view.atlas

    @cached_property
    def names(self) -> frozenset[Name]:
        """The name of everything on the site that has an id."""
        if self.whole:
            return self.whole.names
        records = (record for _, _, record, _ in sources(self.atlas))
        return frozenset(item.name for record in records for item in mentions(record) if item.role == "given")

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Everything with an address of its own."""
        return tuple(things(self.atlas, self.parts, self.walks))

    @cached_property
    def cited(self) -> Mapping[str, list[tuple[Thing, Identity]]]:
        """Everything that can be cited, by the page of its permanent address."""
        found: dict[str, list[tuple[Thing, Identity]]] = {}
        for thing in self.things:
            if thing.identity:
                found.setdefault(thing.identity.page, []).append((thing, thing.identity))
        return found

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
    title: str = ATLAS,
) -> SiteData:
    """Collect the data for one language's pages; `views` has every language, the default one first.

    `also` says how far the translation of what is not in the data has come: words, and pages by hand.
    """
    view = views[language]
    order = list(views)
    lines = sorted((*progress(views), *also), key=lambda line: order.index(line.language))
    walks, parts = Crosswalks(view.atlas), Parts(view.atlas)
    return SiteData(view, walks, parts, tuple(views), tuple(lines), ui, views, published, history, title)
