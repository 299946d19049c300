"""The theme's files in, our own style sheets without comments and spaces out: a reader pays for neither."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch

import rcssmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.site.generated import data_file

OWN = "assets/atlas*.css"

_ZERO = re.compile(r"(?<![\w.])0(?=\.\d)")
_QUOTES = re.compile(r'\[([\w-]+[*^$~|]?)="([a-zA-Z][\w-]*)"\]')


def lighter(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """A lighter file in the place of each of our style sheets."""
    for file in list(files):
        if is_own(file):
            files.remove(file)
            yield data_file(config, file.src_uri, lightened(file.content_string).encode())


def lightened(css: str) -> str:
    """A style sheet that says the same without comments, spaces, and signs that CSS can do without."""
    plain = str(rcssmin.cssmin(css))
    return _QUOTES.sub(r"[\1=\2]", _ZERO.sub("", plain))


def is_own(file: File) -> bool:
    """Whether a file is a style sheet of ours."""
    return fnmatch(file.src_uri, OWN)
