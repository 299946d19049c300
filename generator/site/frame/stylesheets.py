"""Take comments and spaces out of our own style sheets, and put a site's own colours into them."""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch

import rcssmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.site.frame.data_page import ready_file

OWN = "assets/atlas*.css"
MAIN = "assets/atlas.css"
COLOURS = "assets/colours.css"
"""What a project says of colours: it counts on every page, also on those without the theme."""

_ZERO = re.compile(r"(?<![\w.])0(?=\.\d)")
_QUOTES = re.compile(r'\[([\w-]+[*^$~|]?)="([a-zA-Z][\w-]*)"\]')


class ColouredFile(File):
    """Our main style sheet with a project's colours behind it, both as they are when somebody asks."""

    def __init__(self, config: MkDocsConfig, main: File, colours: File) -> None:
        super().__init__(main.src_uri, None, config.site_dir, True, inclusion=InclusionLevel.INCLUDED)
        self._parts = (main, colours)

    @property
    def content_bytes(self) -> bytes:
        """Both, as mkdocs asks for them."""
        return b"".join(part.content_bytes for part in self._parts)

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        raise AttributeError(self.src_uri)


def lighter(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Make a lighter file in the place of each of our style sheets; a reader pays for no comment."""
    written = list(own_styles(files, config))
    for file in list(files):
        if is_own(file) or file.src_uri == COLOURS:
            files.remove(file)
    for file in written:
        yield ready_file(config, file.src_uri, lightened(file.content_bytes.decode()).encode())


def own_styles(files: Iterable[File], config: MkDocsConfig) -> Iterator[File]:
    """List our style sheets as they were written, the main one with the project's colours."""
    found = {file.src_uri: file for file in files}
    colours = found.get(COLOURS)
    for file in filter(is_own, found.values()):
        yield ColouredFile(config, file, colours) if colours and file.src_uri == MAIN else file


def lightened(css: str) -> str:
    """Write a style sheet without comments, spaces, and signs that CSS can do without."""
    plain = str(rcssmin.cssmin(css))
    return _QUOTES.sub(r"[\1=\2]", _ZERO.sub("", plain))


def is_own(file: File) -> bool:
    """Tell whether a file is a style sheet of ours."""
    return fnmatch(file.src_uri, OWN)
