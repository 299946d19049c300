"""Remember what the last site was made from and what its files look like, to tell whether it is to be built.

The records may be lost, broken or of another site: then the site is built.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.folders import Folders
from generator.site.finished_files import keep_records
from generator.site.publish import real
from generator.site.settings import Settings

_SITE = "site"
"""The name of the record of all files, whoever made them."""

_MOST_SITES = 8
"""Records are kept of so many folders that a project was built into, such as those of tests and previews."""


def record_of(root: Path, target: Path, name: str) -> Path:
    """Say where a record of the site in a folder lies: a site in another folder has another."""
    site = hashlib.sha256(os.fsencode(real(target))).hexdigest()[:16]
    return Folders(root).cache / "sites" / site / f"{name}.json"


@dataclass(frozen=True)
class LastSite:
    """What is remembered of the site in a folder: what it was made from, and how each of its files looked.

    `modules` are the programs that hooks had brought when it was made, as they still are.
    """

    made_from: str
    modules: Mapping[str, str]
    files: Mapping[str, list[int]]

    def is_site_of(self, made_from: str, target: Path) -> bool:
        """Tell whether the folder holds what would be built, with exactly its files, each as it was."""
        try:
            return self.made_from == made_from and self.files == dict(_files(str(real(target)), ""))
        except OSError:
            return False


def last_site(root: Path, target: Path) -> LastSite | None:
    """Read what is remembered; nothing where a module of a hook has changed, as it may change every page."""
    try:
        known = LastSite(**json.loads(record_of(root, target, _SITE).read_bytes()))
        return known if known.modules == _contents(known.modules) else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def remember(
    settings: Settings,
    made_from: str,
    published: os.stat_result,
    modules: Iterable[str],
    records: Mapping[str, bytes],
) -> None:
    """Keep the records of a site that was just published, unless another build has published one meanwhile.

    `modules` are files of programs that were loaded while it was made, or while the pages were that it has
    from the site before: a hook may load one at any time.
    """
    root, target = settings.root, real(settings.target)
    with suppress(OSError):
        whole = LastSite(made_from, _contents(modules), dict(_files(str(target), "")))
        if not os.path.samestat(published, target.stat()):
            return
        records = {**records, _SITE: json.dumps(asdict(whole)).encode()}
        keep_records({record_of(root, target, name): content for name, content in records.items()})
        own = record_of(root, target, _SITE).parent
        tidy(root, _oldest(own.parent))
        if own.resolve() == root.resolve() / own.relative_to(root):
            for part in own.glob(".*"):
                # Left by a process that was killed while it wrote.
                part.unlink(missing_ok=True)


def _contents(paths: Iterable[str]) -> dict[str, str]:
    return {path: hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in sorted(paths)}


def _files(folder: str, below: str) -> Iterator[tuple[str, list[int]]]:
    # Not by way of Path, which takes long for thousands of files.
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{below}{entry.name}/")
        else:
            found = entry.stat(follow_symlinks=False)
            yield f"{below}{entry.name}", [found.st_size, found.st_mtime_ns]


def tidy(root: Path, old: Iterable[Path]) -> None:
    """Remove folders of the cache that nobody needs any more.

    Nothing is removed behind a link: what lies there may be dear to somebody.
    """
    for folder in old:
        if folder.resolve() == root.resolve() / folder.relative_to(root):
            shutil.rmtree(folder, ignore_errors=True)


def _oldest(sites: Path) -> list[Path]:
    """The records of sites that were not built for longest."""
    return sorted(sites.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)[_MOST_SITES:]
