"""Write the files for other programs, and the page at each permanent address."""

from functools import partial
from pathlib import Path

from generator.export import API, INDEX, DataFile, Publication, data_files, index
from generator.site.fingerprint import digest
from generator.site.finished_files import FinishedFiles
from generator.site.page_keys import PageKeys
from generator.site.policy import with_policy
from generator.site.settings import Settings

DATA = "api"
"""The folder of these files in the site, and the name of their record."""


def write_data(settings: Settings, keys: PageKeys, folder: Path, record: Path | None) -> FinishedFiles:
    """Write all of them into a folder; `record` knows those of the last site."""
    project = keys.project
    terms = project.terms(settings.site_url)
    publication = Publication(project.views, project.default_language, terms)
    files = FinishedFiles(folder, settings.target, record, compress=settings.compresses)
    for data in data_files(publication):
        files.get(data.path, keys.of_data(data.path, data.about), partial(_finished, settings, data))
    sizes = {path: item.size for path, item in files.files.items() if path.startswith(f"{API}/")}
    listed = index(publication, sizes)
    files.get(INDEX, digest([listed.hex()]), lambda: listed)
    return files


def _finished(settings: Settings, data: DataFile) -> bytes:
    """A file as a reader gets it: a page has its policy."""
    content = data.make()
    if settings.is_published and data.path.endswith(".html"):
        return with_policy(content.decode()).encode()
    return content
