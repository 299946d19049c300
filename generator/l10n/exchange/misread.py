"""Tell a file that another program read in the wrong way, or wrote in a form that nobody can take."""

from pathlib import PurePath

from generator.encodings import reread
from generator.problems import Message, say

MISREAD = say(
    "it was opened as Windows-1252 though it is UTF-8, so letters are garbled: open the exported file again,"
    " as UTF-8"
)
_MARK = "\ufeff"
_MARK_MISREAD = "ï»¿"
_WORKBOOKS = (
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "ODS"),
    (b"xl/workbook", "XLSX"),
    (b"word/document", "DOCX"),
)
_BEGINNINGS = (
    (b"\xd0\xcf\x11\xe0", "XLS"),
    (b"%pdf-", "PDF"),
    (b"<!doctype html", "HTML"),
    (b"<html", "HTML"),
)
_XML = (
    (b"urn:oasis:names:tc:opendocument:", "FODS"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "Excel XML"),
)
_HEAD = 4096


def is_misread(text: str) -> bool:
    """Say whether a text begins with the mark of UTF-8 as Windows-1252 reads it."""
    return text.lstrip('"').startswith(_MARK_MISREAD)


def was_misread(content: bytes) -> bool:
    """Say of what is not UTF-8 whether it was: its mark, which is no letter, became a part of the text."""
    return content.lstrip(b'"').startswith(_MARK.encode())


def garbled(now: str, before: str) -> bool:
    """Say whether a text is nothing but the one before as Windows-1252 reads it."""
    return now != before and reread(now) == before


def form_of_another(content: bytes, name: str) -> Message | None:
    """Say of a file of spreadsheet programs and the like what it is, whatever its name says."""
    start = content[:_HEAD].lstrip().lower()
    found = next((kind for sign, kind in _BEGINNINGS if start.startswith(sign)), None)
    if content.startswith(b"PK\x03\x04"):
        found = next((kind for sign, kind in _WORKBOOKS if sign in content), None)
        if found is None and PurePath(name).suffix.lower() == ".numbers":
            found = "Numbers"
        if found is None:
            return say("it is a ZIP archive: unpack it, and import the files that are in it")
    elif start.startswith(b"<"):
        found = found or next((kind for sign, kind in _XML if sign in start), None)
    if found is None:
        return None
    return say("it is %(format)s, which cannot be imported: save the table as CSV, in UTF-8", format=found)
