"""One language's view in, everything that its pages are made from out."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations

from generator.crosswalk import Crosswalks
from generator.model import Atlas
from generator.pages.parts import Parts
from generator.pages.progress import Progress, progress
from generator.translate import View


@dataclass(frozen=True)
class SiteData:
    """What the pages of one language are made from; `languages` has the default language first."""

    view: View
    walks: Crosswalks
    parts: Parts
    languages: tuple[str, ...]
    progress: tuple[Progress, ...]
    ui: NullTranslations

    @property
    def atlas(self) -> Atlas:
        """The data with every text in this language."""
        return self.view.atlas

    @property
    def language(self) -> str:
        """This language's tag."""
        return self.view.language


def site_data(views: Mapping[str, View], language: str, ui: NullTranslations) -> SiteData:
    """The data for one language's pages; `views` has every language, the default one first."""
    view = views[language]
    return SiteData(view, Crosswalks(view.atlas), Parts(view.atlas), tuple(views), progress(views), ui)
