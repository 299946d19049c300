"""Stand for a picture among mkdocs' files, to be drawn when somebody asks for its content."""

from collections.abc import Callable, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.pictures import Drawing, png, svg
from generator.site.pictures import RULER, Pictures, sharpness


class DrawnFile(File):
    """A file of the finished site that is made from the whole ruler; `key` changes when it may."""

    def __init__(
        self, config: MkDocsConfig, path: str, pictures: Pictures, write: Callable[[Drawing], bytes]
    ) -> None:
        super().__init__(path, None, config.site_dir, True, inclusion=InclusionLevel.INCLUDED)
        self.key = pictures.key
        self._pictures, self._write = pictures, write

    def drawn(self) -> bytes:
        """Draw the picture."""
        return self._write(self._pictures.whole)

    @property
    def content_bytes(self) -> bytes:
        """The picture, as mkdocs asks for it."""
        return self.drawn()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._write = lambda _: value


def ruler_files(config: MkDocsConfig, pictures: Pictures) -> Iterator[File]:
    """List the ruler of each subject as files to download."""
    for own in (pictures, *pictures.others.values()):
        path = f"{own.folder}{RULER}"
        yield DrawnFile(config, f"{path}.svg", own, svg)
        yield DrawnFile(config, f"{path}.png", own, lambda drawing: png(drawing, sharpness(drawing)))
