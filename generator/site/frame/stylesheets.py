"""Take comments and spaces out of our own style sheets: a reader pays for neither."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch

import rcssmin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.site.frame.data_page import ready_file

OWN = "assets/atlas*.css"

_ZERO = re.compile(r"(?<![\w.])0(?=\.\d)")
_QUOTES = re.compile(r'\[([\w-]+[*^$~|]?)="([a-zA-Z][\w-]*)"\]')


def lighter(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Make a lighter file in the place of each of our style sheets."""
    for file in list(files):
        if is_own(file):
            files.remove(file)
            yield ready_file(config, file.src_uri, lightened(file.content_string).encode())


def lightened(css: str) -> str:
    """Write a style sheet without comments, spaces, and signs that CSS can do without."""
    plain = str(rcssmin.cssmin(css))
    return _QUOTES.sub(r"[\1=\2]", _ZERO.sub("", plain))


def is_own(file: File) -> bool:
    """Tell whether a file is a style sheet of ours."""
    return fnmatch(file.src_uri, OWN)
