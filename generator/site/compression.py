"""A built folder in, `name.gz` beside each text file that gets smaller by it out.

RFC 1952. The same content gives the same bytes: neither a name nor a time stands in them. A compressed file
of the last site is linked into the new one where it was made from the same content, by the same program.
"""

import hashlib
import importlib.metadata
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from deflate import gzip_compress

from generator.site import ledger
from generator.site.ledger import Published, taken_over
from generator.writing import write_files

log = logging.getLogger("mkdocs.plugins.atlas")

SMALLEST = 860
"""Bytes: what is smaller goes in one packet of a network either way."""

# Of the site's own pages: smaller than zlib at the same level in less than half its time. Level 9 takes more
# than twice as long and saves one per cent more.
_LEVEL = 6
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".tsv", ".txt")
_FORM = f"1 {importlib.metadata.version('deflate')} {_LEVEL}"


@dataclass(frozen=True)
class Packed:
    """A file as it was compressed: sizes in bytes, times of change in nanoseconds, a digest of its content.

    A `packed_size` of 0 says that it got no smaller.
    """

    size: int
    changed: int
    digest: str
    packed_size: int
    packed_changed: int

    def is_of(self, published: Published) -> bool:
        """Whether a file was compressed, as it was published."""
        return self.packed_size > 0 and (self.size, self.changed) == (published.size, published.changed)

    @property
    def file(self) -> Published:
        """The compressed file as it was written."""
        return Published("", self.packed_size, self.packed_changed)


def place(root: Path, target: Path, language: str) -> Path:
    """Where the record of a language's compressed files lies."""
    return ledger.place(root, target, f"{language}.gz")


def renew(built: Path, published: Path, record: Path, *, clean: bool) -> None:
    """Compress the files of a folder that will take the place of `published`.

    `record` is where the record of the published folder's files lies, and then that of the new one's; `clean`
    takes nothing over. OSError where a file cannot be written.
    """
    keep(record, compress(built, published, {} if clean else read(record)))


def compress(built: Path, published: Path, before: Mapping[str, Packed]) -> Mapping[str, Packed]:
    """Compress the files of a folder that will take the place of `published`; gives the record of it.

    `before` is the record of the published folder. OSError where a file cannot be written.
    """
    record: dict[str, Packed] = {}
    for name, found in ledger.whole(built, "").files.items():
        if name.endswith(_COMPRESSED) and found.size >= SMALLEST:
            paths = f"{built}/{name}", f"{published}/{name}.gz"
            record[name] = _packed(*paths, found, before.get(name))
    return record


def read(path: Path) -> Mapping[str, Packed]:
    """A record; an empty one where there is none that can be read, or one of another compressor."""
    try:
        found = json.loads(path.read_bytes())
        return (
            {name: Packed(*item) for name, item in found["files"].items()} if found["form"] == _FORM else {}
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep(path: Path, record: Mapping[str, Packed]) -> None:
    """Keep a record; without it the next build compresses all files."""
    content = {"form": _FORM, "files": {name: tuple(vars(item).values()) for name, item in record.items()}}
    try:
        write_files({path: json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()})
    except OSError as error:
        log.debug("The record of compressed files could not be kept: %s", error)


def _packed(path: str, last: str, found: Published, known: Packed | None) -> Packed:
    target = Path(f"{path}.gz")
    content = b""
    if known and (known.size, known.changed) == (found.size, found.changed):
        digest = known.digest
    else:
        content = Path(path).read_bytes()
        digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    if known and known.digest == digest and _is_there(target, last, known):
        return Packed(found.size, found.changed, digest, known.packed_size, known.packed_changed)
    # mkdocs writes one beside the sitemap, with the time in it; another may be the last site's as well.
    target.unlink(missing_ok=True)
    packed = gzip_compress(content or Path(path).read_bytes(), _LEVEL)
    if len(packed) >= found.size:
        return Packed(found.size, found.changed, digest, 0, 0)
    target.write_bytes(packed)
    return Packed(found.size, found.changed, digest, len(packed), target.stat().st_mtime_ns)


def _is_there(target: Path, last: str, known: Packed) -> bool:
    """Whether a compressed file is as it was made: it came with its page, or comes from the last site now."""
    if known.packed_size and known.file.is_intact(target):
        return True
    target.unlink(missing_ok=True)
    return not known.packed_size or taken_over(last, str(target), known.file)
