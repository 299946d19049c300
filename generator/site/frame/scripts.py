"""Take the comments out of our own scripts: a reader pays for none."""

import re
from collections.abc import Iterator
from fnmatch import fnmatch

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.site.frame.data_page import ready_file

OWN = "assets/atlas*.js"

# Only where it has lines of its own: what stands beside code may be part of a text.
_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)


def without_comments(files: Files, config: MkDocsConfig) -> Iterator[File]:
    """Make a file without comments in the place of each of our scripts."""
    for file in list(files):
        if fnmatch(file.src_uri, OWN):
            files.remove(file)
            yield ready_file(config, file.src_uri, uncommented(file.content_string).encode())


def uncommented(script: str) -> str:
    """Write a script without the comments that stand on lines of their own."""
    return _COMMENT.sub("", script)
