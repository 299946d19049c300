"""Write rows of texts as an XLSX workbook with one sheet.

All cells are texts, and equal rows give equal bytes.
"""

import datetime
import io
from collections.abc import Sequence

import xlsxwriter

# ECMA-376 gives no limit; this is Excel's.
MAX_TEXT = 32_767
_ALWAYS = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_NARROW, _WIDE = 18, 40


def write_workbook(rows: Sequence[Sequence[str]], name: str, heads: tuple[int, int], wide: int) -> bytes:
    """Write a workbook; the first `heads` rows and columns stay in view, columns from `wide` on are broad.

    Raises ValueError for a text that no cell can hold.
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"created": _ALWAYS})
    sheet = book.add_worksheet(name)
    key = book.add_format({"font_color": "#666666", "font_size": 9, "valign": "top"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if len(words) > MAX_TEXT:
                raise ValueError(f"a cell of a spreadsheet holds at most {MAX_TEXT} characters")
            if words:
                kind = key if column == 0 or number == 1 else head if number == 0 or column == 1 else text
                sheet.write_string(number, column, words, kind)
    width = max(map(len, rows), default=1)
    sheet.set_column(0, 1, _NARROW)
    sheet.set_column(min(2, wide), max(wide - 1, 2), _NARROW)
    sheet.set_column(wide, max(width - 1, wide), _WIDE)
    sheet.freeze_panes(*heads)
    book.close()
    return content.getvalue()
