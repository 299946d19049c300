"""Write and read CSV with the columns that translate-toolkit and Weblate use."""

import csv
import io
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.formulas import guarded, unguarded
from generator.l10n.exchange.units import Batch, Returned, UnreadableExchangeError
from generator.problems import say

SEPARATORS = (",", ";", "\t")
COLUMNS = (
    "location",
    "source",
    "target",
    "id",
    "fuzzy",
    "context",
    "translator_comments",
    "developer_comments",
    "previous_source",
)
_NEEDED = {"location", "source", "target", "id"}
_YES = ("1", "x", "true", "yes", "fuzzy")


def write_rows(batch: Batch, separator: str) -> bytes:
    """Write a row for each text, or form of it, with the mark without which Excel reads Windows-1252."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for unit in batch.units:
        for id_, source, target in unit.forms:
            fuzzy = "True" if target and unit.needs_review else "False"
            said = (unit.remarks, unit.notes, unit.previous)
            row = (batch.file(unit.domain), source, target, id_, fuzzy, unit.context, *said)
            writer.writerow(map(guarded, row))
    return text.getvalue().encode("utf-8-sig")


def read_rows(text: str) -> Iterator[Returned]:
    """List what a table brings back; its columns may stand in any order, and others beside them."""
    try:
        for separator in SEPARATORS:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
            heads = [head.strip().casefold() for head in next(rows, [])]
            if set(heads) >= _NEEDED:
                break
        else:
            names = ", ".join(sorted(_NEEDED))
            raise UnreadableExchangeError(say("it has no columns called %(names)s", names=names))
        for row in rows:
            found = dict(zip(heads, map(unguarded, row), strict=False))
            if found.get("id"):
                yield _returned(found)
    except csv.Error as error:
        raise UnreadableExchangeError(say("it is damaged: %(reason)s", reason=error)) from error


def _returned(row: dict[str, str]) -> Returned:
    place = PurePosixPath(row["location"].replace("\\", "/"))
    fuzzy = row.get("fuzzy", "").strip().casefold()
    # Spreadsheets may end lines in their own way.
    source, target, remarks = (
        row.get(name, "").replace("\r\n", "\n") for name in ("source", "target", "translator_comments")
    )
    language = place.parts[-3] if len(place.parts) > 2 else ""
    return Returned(
        language, place.stem, row["id"], source, target, fuzzy in _YES if fuzzy else None, remarks
    )
