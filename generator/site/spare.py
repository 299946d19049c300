"""The site before the last in, what the next one can have of it out, folders and all.

A site of thousands of pages is thousands of folders and links to make for each build, and as many to remove
from the site that it replaces. A site that was replaced is kept instead, language by language. The next build
moves it to where the new site grows, without what it will not have. It may be lost, or be anything: what
stays of it is known by the record of the published site.
"""

import logging
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.site.ledger import Published

log = logging.getLogger("mkdocs.plugins.atlas")

_ROOT = "root"
"""The name of what lies at the root of a site: the language that has no folder."""


def spare_of(spares: Path, folder: str) -> Path:
    """Where a language's part is kept, by its folder below the site's root."""
    return spares / (folder.strip("/") or _ROOT)


def keep(old: Path, spares: Path, folders: Iterable[str]) -> None:
    """Keep a site that was replaced, by its languages' folders; what cannot be kept stays where it is.

    What lay among the spares before goes.
    """
    try:
        shutil.rmtree(spares, ignore_errors=True)
        spares.mkdir(parents=True)
        for folder in folders:
            if (old / folder).is_dir():
                (old / folder).rename(spare_of(spares, folder))
        old.rename(spare_of(spares, ""))
    except OSError as error:
        # Of another file system, for one.
        log.debug("No spare site is kept: %s", error)


def lay_out(spare: Path, site: Path, files: Mapping[str, Published]) -> frozenset[str]:
    """Move a spare site to a new one's folder; gives the paths below it of what came.

    It is as many of `files` as are as they were published, and nothing else: what is written beside them is
    written to a file of its own, for they are those of the published site as well.
    """
    taken = site.with_name(f".spare-{site.name}")
    came: set[str] = set()
    try:
        spare.rename(taken)
        if taken.is_symlink():
            return frozenset()
        site.mkdir(exist_ok=True)
        for entry in list(os.scandir(taken)):
            kept = _pruned(entry, "", files)
            if kept:
                os.rename(entry.path, site / entry.name)  # noqa: PTH104 - as below
                came.update(kept)
    except OSError as error:
        log.debug("The spare site is left: %s", error)
    return frozenset(came)


def _pruned(entry: os.DirEntry[str], below: str, files: Mapping[str, Published]) -> list[str]:
    """Remove what is not among the files, and folders without any; gives the paths of what is left."""
    # Not by way of Path, which takes long for thousands of files.
    name = f"{below}{entry.name}"
    if entry.is_dir(follow_symlinks=False):
        kept = [path for inner in list(os.scandir(entry.path)) for path in _pruned(inner, f"{name}/", files)]
        if not kept:
            os.rmdir(entry.path)  # noqa: PTH106
        return kept
    known = files.get(name)
    if known is not None and known.is_like(entry.stat(follow_symlinks=False)):
        return [name]
    os.unlink(entry.path)  # noqa: PTH108
    return []
