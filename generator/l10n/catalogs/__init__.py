"""Read, merge, check and write the translators' catalogues of the data.

One PO file per language and domain: `locales/<language>/LC_MESSAGES/<domain>.po`. `msgctxt` is the path of a
text. Merging goes by context, never by likeness, since the cells of a matrix resemble each other too much:
see decisions/ for the measured reason.
"""

from generator.l10n.catalogs.changes import Changes, changes, word_changes
from generator.l10n.catalogs.files import (
    WORDS,
    catalogue_path,
    duplicates,
    entries,
    parse,
    parsed,
    read_catalogue,
    read_catalogues,
    read_po,
    read_text,
    written,
)
from generator.l10n.catalogs.merging import (
    Merged,
    Wanted,
    merge,
    merged_catalogues,
    notes,
    wanted_texts,
)
from generator.l10n.catalogs.standing import Standing, standing

__all__ = [
    "WORDS",
    "Changes",
    "Merged",
    "Standing",
    "Wanted",
    "catalogue_path",
    "changes",
    "duplicates",
    "entries",
    "merge",
    "merged_catalogues",
    "notes",
    "parse",
    "parsed",
    "read_catalogue",
    "read_catalogues",
    "read_po",
    "read_text",
    "standing",
    "wanted_texts",
    "word_changes",
    "written",
]
