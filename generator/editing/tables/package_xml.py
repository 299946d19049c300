"""Read a workbook's XML piece by piece, without any document type, so that no entity can grow."""

from collections.abc import Mapping
from xml.parsers import expat

from generator.editing.tables.table import UnreadableTableError
from generator.problems import Message, Place, say


class Handler:
    """Takes what stands in a part, in its order; names and keys come without their namespace."""

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Take the start of an element and its attributes."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, words: str) -> None:
        """Take a piece of text."""


def parse(part: bytes, file: str, handler: Handler) -> None:
    """Read a part; UnreadableTableError for what is no XML or has a document type."""
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_: object) -> None:
        raise refused(file, say("The workbook holds a document type, which no spreadsheet writes"))

    def local(name: str) -> str:
        return name.rpartition(" ")[2]

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda name, given: handler.start(
        local(name), {local(key): value for key, value in given.items()}
    )
    parser.EndElementHandler = lambda name: handler.end(local(name))
    parser.CharacterDataHandler = handler.text
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise unreadable(file, error) from error


def refused(file: str, message: Message, hint: Message | None = None) -> UnreadableTableError:
    """Make the error for a workbook that is not read."""
    return UnreadableTableError("I700", Place(file), message, hint)


def unreadable(file: str, reason: BaseException, hint: Message | None = None) -> UnreadableTableError:
    """Make the error for a workbook that a reader gives up."""
    return refused(file, say("The workbook cannot be read: %(reason)s", reason=reason), hint)
