"""Compress text files: `name.gz` beside each that gets smaller by it, for servers that send it as it is.

RFC 1952. The same content gives the same bytes: neither a name nor a time stands in them.
"""

import os
from collections.abc import Collection
from pathlib import Path

from deflate import gzip_compress

from generator.export import FILE_TYPES

SMALLEST = 860
"""Bytes: what is smaller goes in one packet of a network either way."""

# Of the site's own pages: smaller than zlib at the same level in less than half its time. Level 9 takes more
# than twice as long and saves one per cent more.
_LEVEL = 6
_COMPRESSED = (
    ".html",
    ".css",
    ".js",
    ".svg",
    ".xml",
    ".txt",
    *(f".{ending}" for ending in FILE_TYPES if ending != "xlsx"),
)


def compressed(name: str, content: bytes) -> bytes | None:
    """Compress a file; None where it is no text, or gets no smaller."""
    if len(content) < SMALLEST or not name.endswith(_COMPRESSED):
        return None
    packed = bytes(gzip_compress(content, _LEVEL))
    return packed if len(packed) < len(content) else None


def compress_rest(folder: Path, done: Collection[str]) -> None:
    """Compress the files of a folder but those that are done, by their paths below it."""
    for here, _, names in os.walk(folder):
        below = os.path.relpath(here, folder)
        for name in names:
            path = name if below == "." else f"{below}/{name}"
            if path in done or not name.endswith(_COMPRESSED):
                continue
            file = Path(here, name)
            # mkdocs writes one beside the sitemap, with the time in it.
            file.with_name(f"{name}.gz").unlink(missing_ok=True)
            packed = compressed(name, file.read_bytes())
            if packed is not None:
                file.with_name(f"{name}.gz").write_bytes(packed)
