"""Write and read CSV with the columns that translate-toolkit and Weblate use."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import PurePosixPath

from generator.encodings import named_separator, plain_lines
from generator.formulas import guarded, unguarded
from generator.l10n.exchange.misread import MISREAD, is_misread
from generator.l10n.exchange.units import Batch, Returned, ReturnedFile, UnreadableExchangeError
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
NEEDED = {"location", "source", "target", "id"}
"""The columns without which a table is none of translations."""
_ABOVE = 10
"""Above the row of titles others may stand, such as one that says whose work this is."""
_ANSWERS = {
    "en": ("1 x y true yes fuzzy", "0 n false no"),
    "nl": ("waar ja j", "onwaar nee"),
    "de": ("wahr ja", "falsch nein"),
    "fr": ("vrai oui", "faux non"),
    "es": ("verdadero sí si", "falso no"),
    "it": ("vero sì", "falso no"),
    "pt": ("verdadeiro sim", "falso não"),
    "pl": ("prawda tak", "fałsz nie"),
    "sv": ("sant ja", "falskt nej"),
    "da": ("sand ja", "falsk nej"),
    "nb": ("sann ja", "usann nei"),
}
"""How spreadsheets write True and False in the languages that they speak, and translators yes and no."""
_YES, _NO = ({word for own in _ANSWERS.values() for word in own[side].split()} for side in (0, 1))


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


def read_rows(text: str, file: str = "") -> ReturnedFile:
    """Read what a table brings back; its columns may stand in any order, and others beside them."""
    text = plain_lines(text)
    found, unread = [], {}
    try:
        titles, rows = _found(text)
        heads = [_head(title) for title in titles]
        for row in rows:
            cells = dict(zip(heads, map(unguarded, row), strict=False))
            if not cells.get("id"):
                continue
            for at, cell in enumerate(row):
                title = titles[at].strip() if at < len(titles) else ""
                if at >= len(heads) or heads[at] not in COLUMNS:
                    if cell.strip():
                        unread[at] = title or _letters(at)
                elif cells[heads[at]] != unguarded(cell):
                    message = say("it has two columns called '%(title)s' that differ: keep one", title=title)
                    raise UnreadableExchangeError(message)
            found.append(_returned(cells, file))
    except csv.Error as error:
        raise UnreadableExchangeError(say("it is damaged: %(reason)s", reason=error)) from error
    return ReturnedFile(tuple(found), tuple(unread[at] for at in sorted(unread)))


def _found(text: str) -> tuple[list[str], Iterator[list[str]]]:
    """Find the row of titles, and give the rows below it; raise UnreadableExchangeError without one."""
    start, named = named_separator(text)
    lacking = NEEDED
    for separator in (named,) if named else SEPARATORS:
        rows = csv.reader(io.StringIO(text[start:], newline=""), delimiter=separator)
        # By another separator than its own a table may well be damaged.
        with suppress(csv.Error):
            for titles in islice(rows, _ABOVE):
                left = NEEDED - set(map(_head, titles))
                if not left:
                    return titles, rows
                lacking = min(lacking, left, key=len)
    if is_misread(text):
        raise UnreadableExchangeError(MISREAD)
    names = ", ".join(sorted(lacking))
    raise UnreadableExchangeError(say("it has no columns called %(names)s", names=names))


def _head(title: str) -> str:
    """Give a title as we write it: the file's mark may have become a part of the first one."""
    return title.strip().strip('\ufeff"').casefold()


def _letters(at: int) -> str:
    """Name a column as spreadsheets do."""
    # Brings the whole writer of workbooks, which hardly any table needs.
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(at))


def _returned(row: dict[str, str], file: str) -> Returned:
    place = PurePosixPath(row["location"].replace("\\", "/"))
    said = row.get("fuzzy", "").strip()
    fuzzy = said.casefold()
    language = place.parts[-3] if len(place.parts) > 2 else ""
    return Returned(
        language,
        place.stem,
        row["id"],
        row.get("source", ""),
        row.get("target", ""),
        fuzzy in _YES if fuzzy else None,
        row.get("translator_comments", ""),
        said if fuzzy and fuzzy not in _YES | _NO else "",
        file,
    )
