"""Lay what was made together to one site, and put it in the place of the last one."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.site.data import DATA
from generator.site.disk_errors import refused_build_folder, refused_exchange
from generator.site.failure import BuildFailedError, told
from generator.site.hosting import write_host_files
from generator.site.publish import BuildFolder, open_build_folder
from generator.site.settings import Settings
from generator.site.target import write_manifest


def lay_together(languages: Iterable[str], place: BuildFolder, settings: Settings) -> Path:
    """Make one site of the folders of all languages and of the data, with what its hosts need."""
    default, *others = languages
    site = place.folder / default
    for tag in others:
        (place.folder / tag).rename(site / tag)
    for folder in (place.folder / DATA).iterdir():
        folder.rename(site / folder.name)
    if settings.is_published:
        write_host_files(site, settings.languages, settings.site_url)
    write_manifest(site)
    _let_read(site)
    return site


def _let_read(site: Path) -> None:
    """Let everybody read the site, as who publishes it may not be who built it."""
    for here, _, names in os.walk(site):
        _add(here, 0o755)
        for name in names:
            _add(f"{here}/{name}", 0o644)


def _add(path: str, rights: int) -> None:
    found = os.stat(path).st_mode  # noqa: PTH116 - quicker for so many
    if found & rights != rights:
        os.chmod(path, found | rights)  # noqa: PTH101


def publish(place: BuildFolder, site: Path, settings: Settings) -> os.stat_result:
    """Let the new site take the old one's place, at once; BuildFailedError where it cannot.

    Gives what tells this site from one that another build publishes.
    """
    published = site.stat()
    try:
        place.publish(site)
    except OSError as error:
        raise BuildFailedError(told(refused_exchange(error, settings.target), settings.root)) from error
    return published


@contextmanager
def place_beside(settings: Settings) -> Iterator[BuildFolder]:
    """Have a folder beside the site where the next one grows; it goes in the end, with the old site in it."""
    try:
        place = open_build_folder(settings.target)
    except OSError as error:
        raise BuildFailedError(told(refused_build_folder(error, settings.target), settings.root)) from error
    try:
        yield place
    finally:
        place.close()
