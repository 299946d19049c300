"""Workbooks from elsewhere: what a table of texts cannot hold is reported, what is hostile is refused."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from generator.editing.tables import Sheet, TableFile, UnreadableTableError, read_tables, write_tables

Fill = Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]


def book(fill: Fill) -> bytes:
    """A workbook with a small table, and what is added to it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Ladder")
        sheet.write_row(0, 0, ["Stage", "Pier", "Dock"])
        sheet.write_row(1, 0, ["Crew", "One.", "Two."])
        fill(workbook, sheet)
    return content.getvalue()


def read(fill: Fill) -> TableFile:
    return read_tables(book(fill), "t.xlsx")


def told(file: TableFile) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in file.problems]


def changed(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with one of its parts changed."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(result, "w") as new:
        for member in old.infolist():
            part = old.read(member)
            new.writestr(member.filename, change(part) if member.filename == name else part)
    return result.getvalue()


SOUND = write_tables([Sheet([["a", "b"], ["c", "d"]], "t")], "xlsx")
SHEET = "xl/worksheets/sheet1.xml"


def test_a_cell_is_named_as_the_spreadsheet_names_it() -> None:
    (table,) = read(lambda _, sheet: None).tables
    assert [cell.name for cell in table.rows[1]] == ["A2", "B2", "C2"]
    assert table.rows[1][2].place.file == "t.xlsx[Ladder]"


def test_a_formula_is_told_with_what_it_gave() -> None:
    file = read(lambda _, sheet: sheet.write_formula("B2", '="O"&"ne"', None, "One"))
    assert file.tables[0].rows[1][1].text == "One"
    assert told(file) == ["I714 B2: A formula stands here; what it last gave is imported: 'One'"]


def test_the_error_of_a_formula_is_no_text() -> None:
    file = read(lambda _, sheet: sheet.write_formula("B2", "=1/0", None, "#DIV/0!"))
    assert file.tables[0].rows[1][1].text == ""
    assert told(file) == ["I717 B2: The formula gives an error, #DIV/0!; the cell is taken as empty"]


def test_joined_cells_each_get_the_text_and_are_told() -> None:
    file = read(lambda _, sheet: sheet.merge_range("B2:C2", "Both."))
    assert [cell.text for cell in file.tables[0].rows[1]] == ["Crew", "Both.", "Both."]
    assert told(file) == ["I715 B2: Joined cells, B2:C2: each gets the text 'Both.'"]


def test_numbers_dates_and_truths_are_told() -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(2, 0, ["Facts", 80, True])
        sheet.write_datetime("B2", datetime.datetime(2026, 1, 31), day)

    file = read(fill)
    assert [[cell.text for cell in row] for row in file.tables[0].rows[1:]] == [
        ["Crew", "2026-01-31", "Two."],
        ["Facts", "80", "true"],
    ]
    assert [line[:4] for line in told(file)] == ["I716"] * 3


def test_a_share_is_written_as_it_is_shown_with_the_decimals_of_the_language() -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        whole, own = (workbook.add_format({"num_format": code}) for code in ("0%", "0.0 %"))
        quoted = workbook.add_format({"num_format": '0.0"%"'})
        sheet.write_row(2, 0, ["Share", 0.1, 0.125], whole)
        sheet.write(2, 2, 0.125, own)
        sheet.write_row(3, 0, ["Figures", 0.29, 1.5])
        sheet.write(3, 2, 1.5, quoted)

    def rows(*, comma: bool) -> list[list[str]]:
        (table,) = read_tables(book(fill), "t.xlsx", comma=comma).tables
        return [[cell.text for cell in row] for row in table.rows[2:]]

    assert rows(comma=False) == [["Share", "10%", "12.5%"], ["Figures", "0.29", "1.5"]]
    assert rows(comma=True) == [["Share", "10%", "12,5%"], ["Figures", "0,29", "1,5"]]


def test_what_is_hidden_is_imported_and_told() -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.set_column("C:C", None, None, {"hidden": True})
        sheet.set_row(1, None, None, {"hidden": True})
        other = workbook.add_worksheet("Secret")
        other.write("A1", "x")
        other.hide()

    file = read(fill)
    assert [line.partition(":")[0] for line in told(file)] == [
        "I718 C1",
        "I718 A2",
        "I718 B2",
        "I718 C2",
        "I718 The sheet 'Secret' is hidden",
    ]


def test_emphasis_within_a_text_stays_and_that_of_a_whole_cell_is_none() -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        bold, slanted = workbook.add_format({"bold": True}), workbook.add_format({"italic": True})
        sheet.write_rich_string("B2", "Only ", bold, "one ", "berth, ", slanted, "if any")
        sheet.write("C2", "All bold", bold)

    file = read(fill)
    assert [cell.text for cell in file.tables[0].rows[1]] == [
        "Crew",
        "Only **one** berth, *if any*",
        "All bold",
    ]
    assert told(file) == []


def test_what_is_struck_out_is_left_out_and_told() -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        struck = workbook.add_format({"font_strikeout": True})
        sheet.write_rich_string("B2", "One ", struck, "or two ", "berths")
        sheet.write("C2", "None", struck)

    file = read(fill)
    assert [cell.text for cell in file.tables[0].rows[1]] == ["Crew", "One berths", ""]
    assert told(file) == [
        "I736 B2: Struck text is not imported: 'or two'",
        "I736 C2: Struck text is not imported: 'None'",
    ]


def test_a_text_that_is_written_into_its_cell_is_read_as_the_others_are() -> None:
    runs = (
        "<is><r><t>Only </t></r><r><rPr><b/></rPr><t>one</t></r><r><rPr><i val='1'/></rPr><t> berth</t></r>"
        "<r><rPr><strike/></rPr><t>, or two</t></r></is>"
    )

    def inline(part: bytes) -> bytes:
        cells = {b"B2": runs.encode(), b"C2": b"<is><t>Two</t></is>"}
        for name, text in cells.items():
            pattern = rb'<c r="%s" t="s"><v>\d+</v></c>' % name
            part, count = re.subn(pattern, b'<c r="%s" t="inlineStr">%s</c>' % (name, text), part)
            assert count == 1
        return part

    file = read_tables(changed(book(lambda _, sheet: None), SHEET, inline), "t.xlsx")
    assert [cell.text for cell in file.tables[0].rows[1]] == ["Crew", "Only **one** *berth*", "Two"]
    assert told(file) == ["I736 B2: Struck text is not imported: ', or two'"]


def test_a_comment_is_told() -> None:
    file = read(lambda _, sheet: sheet.write_comment("B2", "Really?\nAsk Ann.", {"author": "Bob"}))
    assert told(file) == ["I735 B2: A comment stands here; it is not imported: 'Really? Ask Ann.'"]


def test_a_line_over_the_whole_width_is_a_heading_and_no_text_of_each_column() -> None:
    file = read(lambda _, sheet: sheet.merge_range("A4:C4", "Ashore"))
    assert [cell.text for cell in file.tables[0].rows[2]] == ["Ashore", "", ""]
    assert told(file) == []


def test_the_keys_of_an_export_are_locked_and_look_it() -> None:
    content = write_tables(
        [Sheet([["Id", "Dimension", "Pier"], ["#a/en", "#title", "pier"], ["crew", "Crew", "One."]], "t")],
        "xlsx",
    )
    parts = zipfile.ZipFile(io.BytesIO(content))
    sheet, styles = parts.read(SHEET).decode(), parts.read("xl/styles.xml").decode()
    assert "<sheetProtection " in sheet
    formats = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.split("<cellXfs")[1])
    style = {cell: int(number) for cell, number in re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', sheet)}
    is_open = {cell: 'locked="0"' in formats[number] for cell, number in style.items()}
    assert [cell for cell, free in is_open.items() if not free] == ["A1", "A2", "B2", "C2", "A3"]
    assert len({style[cell] for cell in ("A1", "A2", "B2", "C2", "A3")}) == 1
    assert "FFE7E6E6" in styles


def test_every_sheet_with_something_in_it_is_a_table() -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        workbook.add_worksheet("Empty")
        workbook.add_worksheet("More").write("B2", "x")
        workbook.add_chartsheet("Chart").set_chart(_chart(workbook))

    assert [table.name for table in read(fill).tables] == ["Ladder", "More"]


def _chart(workbook: xlsxwriter.Workbook) -> object:
    chart = workbook.add_chart({"type": "line"})
    chart.add_series({"values": "=Ladder!$A$1:$A$2"})
    return chart


def test_a_text_far_away_does_not_fill_the_memory() -> None:
    with pytest.raises(UnreadableTableError, match="XFD1048576") as refused:
        read(lambda _, sheet: sheet.write("XFD1048576", "far"))
    assert refused.value.problem.code == "I701"


@pytest.mark.parametrize(("size", "codes"), [(70_000_000, {"I701"}), (7, {"I700", "I701"})])
def test_a_workbook_that_unpacks_to_too_much_is_refused_whatever_size_it_claims(
    size: int, codes: set[str]
) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
        archive.writestr(SHEET, b" " * 70_000_000)
    assert len(bomb.getvalue()) < 100_000
    claiming = bomb.getvalue().replace((70_000_000).to_bytes(4, "little"), size.to_bytes(4, "little"))
    with pytest.raises(UnreadableTableError) as refused:
        read_tables(claiming, "t.xlsx")
    assert refused.value.problem.code in codes


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml"])
def test_a_document_type_is_refused_wherever_it_stands(part: str) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'

    def change(content: bytes) -> bytes:
        return re.sub(rb"(<\?xml[^>]*>)", rb"\1" + bomb, content, count=1)

    with pytest.raises(UnreadableTableError, match="document type"):
        read_tables(changed(SOUND, part, change), "t.xlsx")


def test_xml_that_is_broken_is_refused() -> None:
    with pytest.raises(UnreadableTableError, match="cannot be read"):
        read_tables(changed(SOUND, SHEET, lambda content: content[:-20]), "t.xlsx")


def test_a_reference_that_is_no_cell_is_refused() -> None:
    with pytest.raises(UnreadableTableError):
        read_tables(changed(SOUND, SHEET, lambda content: content.replace(b'<row r="1"', b'<row r="x"')), "t")
