"""Stand for a picture among mkdocs' files, to be drawn when somebody asks for its content."""

from collections.abc import Callable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.pictures import Drawing, png, svg
from generator.site.pictures import RULER, SHARPER, Pictures


class DrawnFile(File):
    """A file of the finished site that is made from a drawing."""

    def __init__(
        self, config: MkDocsConfig, path: str, drawing: Drawing, draw: Callable[[Drawing], bytes]
    ) -> None:
        super().__init__(path, None, config.site_dir, True, inclusion=InclusionLevel.INCLUDED)
        self.drawing, self._draw = drawing, draw

    def drawn(self) -> bytes:
        """Draw the picture."""
        return self._draw(self.drawing)

    @property
    def content_bytes(self) -> bytes:
        """The picture, as mkdocs asks for it."""
        return self.drawn()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._draw = lambda _: value


def ruler_files(config: MkDocsConfig, pictures: Pictures) -> Iterator[File]:
    """List the ruler as files to download."""
    yield DrawnFile(config, f"{RULER}.svg", pictures.whole, svg)
    yield DrawnFile(config, f"{RULER}.png", pictures.whole, lambda drawing: png(drawing, SHARPER))
