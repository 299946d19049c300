"""Read a file that came back from a translation tool, whatever its format."""

from pathlib import Path

from generator.encodings import encoding_of
from generator.l10n.exchange.glossary import read_glossary
from generator.l10n.exchange.memory import read_memory
from generator.l10n.exchange.misread import MISREAD, form_of_another, was_misread
from generator.l10n.exchange.returned_catalogue import read_catalogue
from generator.l10n.exchange.rows import read_rows
from generator.l10n.exchange.trees import read_tree
from generator.l10n.exchange.units import ReturnedFile, UnreadableExchangeError
from generator.l10n.exchange.xliff import read_xliff
from generator.problems import say
from generator.untrusted import read_file

LARGEST = 32 * 1024 * 1024
"""A file of more bytes is not read: all texts of a pair of languages take three megabytes."""

_READERS = {"xliff": read_xliff, "tmx": read_memory, "martif": read_glossary}


def read_returned(path: Path) -> ReturnedFile:
    """Read what a file brings back; raise UnreadableExchangeError where nobody can say what it means."""
    content = read_file(path, path.parent, LARGEST)
    if not isinstance(content, bytes):
        reason = content.reason
        raise UnreadableExchangeError(say("it cannot be read: %(reason)s", reason=reason))
    unknown = form_of_another(content, path.name)
    if unknown is not None:
        raise UnreadableExchangeError(unknown)
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return read_rows(_text(content), str(path))
    if path.suffix.lower() in (".po", ".pot"):
        return ReturnedFile(tuple(read_catalogue(_text(content), path.stem)))
    root = read_tree(content)
    reader = _READERS.get(root.tag)
    if reader is None:
        message = say(
            "it holds <%(name)s>; XLIFF 1.2 and 2, TMX, TBX (martif), CSV and PO can be imported",
            name=root.tag,
        )
        raise UnreadableExchangeError(message)
    return ReturnedFile(tuple(reader(root)))


def _text(content: bytes) -> str:
    start, encoding = encoding_of(content)
    try:
        return content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        if was_misread(content):
            raise UnreadableExchangeError(MISREAD) from error
        raise UnreadableExchangeError(
            say("it is not UTF-8; in Excel choose 'CSV UTF-8' where you save it")
        ) from error
