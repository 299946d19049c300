"""Whatever stands in a table comes back from each kind of file, with the place where it stands."""

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.editing.tables import (
    FORMATS,
    Format,
    Sheet,
    Table,
    UnreadableTableError,
    read_tables,
    whole,
    write_tables,
)
from generator.editing.tables.error_values import is_error_value

HOSTILE = (
    *(
        "|",
        "\\",
        "\\|",
        "&amp;",
        "&lt;br&gt;",
        "<br>",
        "<br/>",
        "\n",
        '"',
        ";",
        ",",
        "\t",
        "'",
        "=",
        "+",
        "-",
    ),
    *("@", "＝", "---", "_x000D_", "_x005F_", "#", "`", "sep=;", "TRUE", "1", "01", "1e5", "2026-01-31", "é"),
)
SIGNS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"], exclude_characters="\ufeff\u200b\u2060"
)
TEXTS = st.one_of(
    st.text(SIGNS, max_size=12), st.lists(st.sampled_from(HOSTILE), max_size=6).map("".join)
).map(str.strip)
# What a spreadsheet shows in place of a value is taken for none.
TEXTS = TEXTS.filter(lambda text: not is_error_value(text))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Rows of equal length, each with a title, below a row of titles."""
    width, height = draw(st.integers(2, 4)), draw(st.integers(2, 4))
    rows = [[draw(TEXTS) for _ in range(width)] for _ in range(height)]
    rows[0] = [words or "title" for words in rows[0]]
    return [[row[0] or "title", *row[1:]] for row in rows]


def texts(table: Table) -> list[list[str]]:
    """The words of a table that is whole."""
    found, problems = whole(table)
    assert problems == ()
    return [[cell.text for cell in row] for row in found.rows]


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=tables())
def test_any_table_comes_back_as_it_was_written(form: Format, rows: list[list[str]]) -> None:
    content = write_tables([Sheet(rows, "sheet")], form)
    (table,) = read_tables(content, f"table.{form}").tables
    assert texts(table) == rows


@pytest.mark.parametrize("form", FORMATS)
def test_equal_tables_are_equal_bytes(form: Format) -> None:
    rows = [["", "Pier"], ["Crew", "Whoever is there."]]
    assert write_tables([Sheet(rows, "sheet")], form) == write_tables([Sheet(rows, "sheet")], form)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@now", "＝1", "'=1"])
def test_no_spreadsheet_takes_a_text_for_a_formula(words: str) -> None:
    assert f'"\'{words}"' in write_tables([Sheet([["a", "b"], ["c", words]], "t")], "csv").decode("utf-8-sig")
    workbook = zipfile.ZipFile(io.BytesIO(write_tables([Sheet([["a", "b"], ["c", words]], "t")], "xlsx")))
    assert b"<f>" not in workbook.read("xl/worksheets/sheet1.xml")


def test_random_bytes_are_refused_with_a_reason_and_never_with_a_traceback() -> None:
    for content in (
        b"",
        b"\0\0",
        b"PK\x03\x04",
        b"PK\x03\x04" + b"x" * 99,
        b"\xff\xfe\x00",
        b"\x81\xe9",
        b"a",
    ):
        with pytest.raises(UnreadableTableError) as refused:
            read_tables(content, "table.xlsx")
        assert refused.value.problem.code in ("I700", "I702")


WHAT_IT_IS = {
    "model.pdf": (b"%PDF-1.4\n1 0 obj\n", "This is a PDF"),
    "pdf.xlsx": (b"%PDF-1.4\n1 0 obj\n", "This is a PDF"),
    "model.fods": (
        b'<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0">',
        "This is no XLSX workbook",
    ),
    "empty.csv": (b" \n", "The file is empty"),
    "words.xlsx": (b"some words", "This is no workbook, though its name ends in .xlsx"),
    "half.xlsx": (b"PK\x03\x04" + b"x" * 99, "The workbook is damaged, or only a part of it is there"),
    "in/~$model.xlsx": (b"x", "This is what a spreadsheet program keeps beside a workbook that is open"),
}


@pytest.mark.parametrize("file", WHAT_IT_IS)
def test_of_a_file_without_a_table_is_said_what_it_is_and_what_to_do(file: str) -> None:
    content, message = WHAT_IT_IS[file]
    with pytest.raises(UnreadableTableError) as refused:
        read_tables(content, file)
    assert str(refused.value.problem.message) == message
    assert refused.value.problem.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_without_its_mark_too(encoding: str) -> None:
    rows = [["Thema", "Eén", "Twee"], ["Café", "€ 5", "naïef"]]
    text = "".join("\t".join(row) + "\r\n" for row in rows)
    (table,) = read_tables(text.encode(encoding), "t.csv").tables
    assert texts(table) == rows


@settings(deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"|a|\n|-|\n"]),
)
def test_any_bytes_give_tables_or_a_reason(content: bytes, start: bytes) -> None:
    with suppress(UnreadableTableError):
        for table in read_tables(start + content, "table.txt").tables:
            whole(table)


def test_a_damaged_workbook_gives_tables_or_a_reason() -> None:
    good = write_tables([Sheet([["a", "b"], ["c", "d"]], "t")], "xlsx")
    for cut in range(0, len(good), 37):
        damaged = good[:cut] + bytes([good[cut] ^ 0xFF]) + good[cut + 1 :]
        with suppress(UnreadableTableError):
            read_tables(damaged, "t.xlsx")


def repacked(way: int, change: Callable[[bytes], bytes] = lambda part: part) -> bytes:
    """A small workbook, packed in another way, its sheets changed."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(write_tables([Sheet([["a", "b"], ["c", "d"]], "t")], "xlsx"))) as old,
        zipfile.ZipFile(packed, "w", way) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if "sheet" in name else old.read(name))
    return packed.getvalue()


@pytest.mark.parametrize("way", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_workbook_packed_as_none_is_is_refused(way: int) -> None:
    with pytest.raises(UnreadableTableError, match="packed in a way that no workbook is"):
        read_tables(repacked(way), "t.xlsx")


@pytest.mark.parametrize("first", ["-999999999999", "0", "1"])
def test_hidden_columns_are_counted_from_the_first_whatever_a_workbook_says(first: str) -> None:
    columns = f'<cols><col min="{first}" max="1" width="9" hidden="1"/></cols><sheetData>'.encode()
    content = repacked(zipfile.ZIP_DEFLATED, lambda part: part.replace(b"<sheetData>", columns))
    [table] = read_tables(content, "t.xlsx").tables
    assert [cell.text for cell in table.rows[0]] in (["a", "b"], ["b"])


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(UnreadableTableError, match="at most 10,000,000"):
        read_tables(b"a" * 10_000_001, "t.csv")


def test_a_workbook_of_the_old_kind_is_named_as_such() -> None:
    with pytest.raises(UnreadableTableError, match="old kind"):
        read_tables(b"\xd0\xcf\x11\xe0rest", "t.xls")


def test_an_archive_that_is_no_workbook_is_named_as_such() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(UnreadableTableError, match="no XLSX"):
        read_tables(content.getvalue(), "t.docx")


def test_xlsxwriter_writes_what_is_read_here() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        book.add_worksheet("Empty")
        book.add_worksheet("Full").write_column(0, 0, ["a", "b"])
    (table,) = read_tables(content.getvalue(), "t.xlsx").tables
    assert table.name == "Full"
