"""Stand for a view for frames on other sites among mkdocs' files, to be made when somebody asks for it."""

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.pages import Page
from generator.render import RenderedPage
from generator.site.policy import with_policy


class FramedFile(File):
    """A whole page without the theme, which stands in no list of pages."""

    def __init__(
        self, config: MkDocsConfig, planned: Page, make: Callable[[Page], RenderedPage], *, published: bool
    ) -> None:
        path = f"{planned.address}index.html"
        super().__init__(path, None, config.site_dir, True, inclusion=InclusionLevel.INCLUDED)
        self.planned = planned
        self._make, self._published = make, published

    def made(self) -> bytes:
        """Make the page; what is published has a policy."""
        html = self._make(self.planned).html
        return (with_policy(html) if self._published else html).encode(errors="xmlcharrefreplace")

    @property
    def content_bytes(self) -> bytes:
        """The page, as mkdocs asks for it."""
        return self.made()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self.made = lambda: value  # type: ignore[method-assign]
