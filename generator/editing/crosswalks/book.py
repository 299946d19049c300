"""Write a crosswalk's sheet as a workbook: what is to be written open, all else locked and looking it."""

import datetime
import io
from collections.abc import Sequence

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from generator.editing.crosswalks.given import CHOICES, ROOM
from generator.editing.crosswalks.sheet import COLUMNS, Sheet
from generator.editing.tables.workbook import ALLOWED, MAX_TEXT, hold

_ALWAYS = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_NARROW, _WIDE = 18, 44
_MORE = 50
"""So many rows below the last one can be written in too."""
_AT = {column.key: number for number, column in enumerate(COLUMNS)}
_GREY = {"font_color": "#595959", "bg_color": "#e7e6e6"}
_ASKED = {"bg_color": "#fff2cc"}


def book_of(sheet: Sheet, name: str, parts: str) -> bytes:
    """Write a workbook, the same bytes for the same rows; `parts` names its second sheet.

    Raises ValueError for a text that no cell can hold.
    """
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": _ALWAYS})
        page = book.add_worksheet(_fit(name))
        top = {"text_wrap": True, "valign": "top"}
        head = book.add_format({**top, "bold": True, "bottom": 1})
        key = book.add_format({**top, **_GREY, "font_size": 9, "italic": True})
        shown = book.add_format({**top, **_GREY})
        text = book.add_format({**top, "locked": False, "num_format": "@"})
        for number, row in enumerate(sheet.rows):
            for at, (column, words) in enumerate(zip(COLUMNS, row, strict=True)):
                if len(words) > MAX_TEXT:
                    raise ValueError(f"a cell of a spreadsheet holds at most {MAX_TEXT} characters")
                here = key if number == 1 or at == 0 else head if number == 0 else text
                if number > 1 and at and column.is_locked:
                    here = shown
                if words:
                    page.write_string(number, at, words, here)
                else:
                    page.write_blank(number, at, None, here)
        last = len(sheet.rows) + _MORE
        for at, column in enumerate(COLUMNS):
            open_below = text if column.key == "subject" or not column.is_locked else shown
            page.set_column(at, at, _WIDE if column.is_wide else _NARROW, key if at == 0 else open_below)
        other = book.add_worksheet(_fit(parts))
        for number, row in enumerate(sheet.parts):
            for at, words in enumerate(row):
                other.write_string(number, at, words, shown)
        other.set_column(0, 0, _WIDE, shown)
        other.set_column(1, 1, 2 * _WIDE, shown)
        other.protect("", ALLOWED)
        choose(page, sheet, _fit(parts), last)
        _ask(page, book.add_format(_ASKED), last)
        page.freeze_panes(2, 2)
        page.protect("", ALLOWED)
        hold(book, sheet.rows)
    return content.getvalue()


def choose(page: "xlsxwriter.worksheet.Worksheet", sheet: Sheet, parts: str, last: int) -> None:
    """Let people choose what the schema lets them choose, and the other end from the parts."""
    for field, choices in CHOICES.items():
        page.data_validation(2, _AT[field], last, _AT[field], {"validate": "list", "source": list(choices)})
    where = f"'{parts}'!$A$1:$A${len(sheet.parts)}"
    # Beside a stated absence stands the other framework, so another text is asked about and not refused.
    rule = {"validate": "list", "source": f"={where}", "error_type": "warning"}
    for field in ("subject", "object"):
        page.data_validation(2, _AT[field], last, _AT[field], rule)


def _ask(page: "xlsxwriter.worksheet.Worksheet", asked: "xlsxwriter.format.Format", last: int) -> None:
    """Colour at once what a chosen relation asks for and nobody has written."""
    wanted: dict[str, Sequence[str]] = {
        "justification": CHOICES["relation"],
        **{
            name: [relation for relation, names in ROOM.items() if name in names]
            for name in ("shared", "only_subject", "only_object")
        },
        "extent": ("intersects-with",),
        "property": ("supports", "is-supported-by"),
    }
    relation = f"${xl_col_to_name(_AT['relation'])}3"
    for field, relations in wanted.items():
        own = f"{xl_col_to_name(_AT[field])}3"
        any_of = ",".join(f'{relation}="{name}"' for name in relations)
        rule = f'=AND(OR({any_of}),OR(LEN({own})=0,LEFT({own},1)="✎"))'
        options = {"type": "formula", "criteria": rule, "format": asked}
        page.conditional_format(2, _AT[field], last, _AT[field], options)


def _fit(name: str) -> str:
    """Cut a sheet's name to the length that Excel allows."""
    return name[:31]
