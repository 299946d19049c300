"""A table that a spreadsheet wrote, or a person added something to, is read as it was meant."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.l10n.exchange.reading import read_returned
from generator.l10n.exchange.units import ReturnedFile, UnreadableExchangeError

PLACE = "locales/nl/LC_MESSAGES/harbour.po"
HEADS = "location,source,target,id,fuzzy"
ROW = f'{PLACE},A pier.,"Één steiger.\r\nOf twee.",pier,FALSE'


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., ReturnedFile]:
    """Write rows as a file, in some encoding, and read it as what came back."""

    def read(*rows: str, encoding: str = "utf-8-sig", end: str = "\r\n") -> ReturnedFile:
        path = tmp_path / "back.csv"
        path.write_bytes("\r\n".join([*rows, ""]).replace("\r\n", end).encode(encoding))
        return read_returned(path)

    return read


@pytest.mark.parametrize(
    ("encoding", "end", "above"),
    [
        ("utf-8", "\r\n", ()),
        ("utf-8", "\r", ()),
        ("utf-8-sig", "\n", ("sep=,",)),
        ("utf-16", "\r\n", ()),
        ("utf-16-le", "\r\n", ()),
        ("utf-16-be", "\r\n", ("sep=,",)),
        ("utf-8-sig", "\r\n", ("Work of Jan,,,,", ",,,,")),
    ],
)
def test_a_table_is_read_however_a_program_wrote_it(
    encoding: str, end: str, above: tuple[str, ...], table: Callable[..., ReturnedFile]
) -> None:
    (found,) = table(*above, HEADS, ROW, encoding=encoding, end=end).texts

    assert (found.language, found.id, found.target) == ("nl", "pier", "Één steiger.\nOf twee.")


def test_the_mark_of_utf_8_may_have_become_a_part_of_the_first_title(
    table: Callable[..., ReturnedFile],
) -> None:
    (found,) = table('"\ufeff""location""",source,target,id', ROW, encoding="utf-8").texts

    assert found.target == "Één steiger.\nOf twee."


def test_a_table_that_was_read_as_windows_1252_is_refused_as_that(
    table: Callable[..., ReturnedFile],
) -> None:
    marked = '"\ufeff""location""",source,target,id'
    for rows, encoding in (
        ((f"ï»¿{HEADS}", ROW), "utf-8"),
        (('"ï»¿""location""",source,target,id', ROW), "utf-8-sig"),
        ((f"{marked[0]}ï»¿{marked[2:]}", f"{PLACE},A pier.,Eén pier.,pier"), "cp1252"),
    ):
        with pytest.raises(UnreadableExchangeError, match="it was opened as Windows-1252 though it is UTF-8"):
            table(*rows, encoding=encoding)


def test_only_titles_that_lack_are_named(table: Callable[..., ReturnedFile]) -> None:
    with pytest.raises(UnreadableExchangeError, match=r"no columns called target$"):
        table("location,source,id", f"{PLACE},A pier.,pier")


@pytest.mark.parametrize("word", ["True", "TRUE", "WAAR", "Wahr", "ja", "x", "1"])
def test_what_waits_for_a_look_is_marked_in_any_language_of_a_spreadsheet(
    word: str, table: Callable[..., ReturnedFile]
) -> None:
    (found,) = table(HEADS, f"{PLACE},A pier.,Een steiger.,pier,{word}").texts

    assert (found.needs_review, found.unclear) == (True, "")


@pytest.mark.parametrize("word", ["False", "ONWAAR", "FALSCH", "nee", "0"])
def test_what_is_settled_is_marked_in_any_language_of_a_spreadsheet(
    word: str, table: Callable[..., ReturnedFile]
) -> None:
    (found,) = table(HEADS, f"{PLACE},A pier.,Een steiger.,pier,{word}").texts

    assert (found.needs_review, found.unclear) == (False, "")


def test_a_mark_that_nobody_knows_is_kept_as_it_stands(table: Callable[..., ReturnedFile]) -> None:
    (found,) = table(HEADS, f"{PLACE},A pier.,Een steiger.,pier,Perhaps").texts

    assert found.unclear == "Perhaps"


def test_columns_that_mean_nothing_are_named_if_they_hold_something(
    table: Callable[..., ReturnedFile],
) -> None:
    found = table(
        "location,source,Remark,target,Empty,id,fuzzy",
        f"{PLACE},A pier.,Which?,Een steiger.,,pier,FALSE,,Not sure",
    )

    assert found.unread == ("Remark", "I")
    assert found.texts[0].target == "Een steiger."


def test_of_two_columns_of_one_title_that_differ_none_is_taken(table: Callable[..., ReturnedFile]) -> None:
    heads = "location,source,target,target,id"
    with pytest.raises(UnreadableExchangeError, match="two columns called 'target' that differ"):
        table(heads, f"{PLACE},A pier.,Een kade.,Een steiger.,pier")

    (found,) = table(heads, f"{PLACE},A pier.,Een kade.,Een kade.,pier").texts
    assert found.target == "Een kade."


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.xlsx", b"PK\x03\x04\x14 [Content_Types].xml xl/workbook.xml", "XLSX"),
        ("a.ods", b"PK\x03\x04\x14 mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK", "ODS"),
        ("a.csv", b"PK\x03\x04\x14 [Content_Types].xml xl/workbook.xml", "XLSX"),
        ("a.numbers", b"PK\x03\x04\x14 Index/Document.iwa", "Numbers"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"),
        (
            "a.fods",
            b'<?xml version="1.0"?><x xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
            "FODS",
        ),
        ("a.html", b"<!DOCTYPE html>\n<html><body><p>A<br>B</html>", "HTML"),
        ("a.pdf", b"%PDF-1.7", "PDF"),
    ],
)
def test_of_a_file_that_is_no_csv_it_is_said_what_it_is(
    name: str, content: bytes, kind: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UnreadableExchangeError, match=f"it is {kind}, .*save the table as CSV"):
        read_returned(tmp_path / name)


def test_an_archive_is_to_be_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04\x14 en-nl.xlf")

    with pytest.raises(UnreadableExchangeError, match="ZIP archive: unpack it"):
        read_returned(tmp_path / "a.zip")
