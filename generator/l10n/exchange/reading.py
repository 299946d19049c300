"""Read a file that came back from a translation tool, whatever its format."""

import codecs
from pathlib import Path

from generator.l10n.exchange.glossary import read_glossary
from generator.l10n.exchange.memory import read_memory
from generator.l10n.exchange.returned_catalogue import read_catalogue
from generator.l10n.exchange.rows import read_rows
from generator.l10n.exchange.trees import read_tree
from generator.l10n.exchange.units import Returned, UnreadableExchangeError
from generator.l10n.exchange.xliff import read_xliff
from generator.problems import say
from generator.untrusted import read_file

LARGEST = 32 * 1024 * 1024
"""A file of more bytes is not read: all texts of a pair of languages take three megabytes."""

_READERS = {"xliff": read_xliff, "tmx": read_memory, "martif": read_glossary}
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_returned(path: Path) -> tuple[Returned, ...]:
    """List what a file brings back; raise UnreadableExchangeError where nobody can say what it means."""
    content = read_file(path, path.parent, LARGEST)
    if not isinstance(content, bytes):
        reason = content.reason
        raise UnreadableExchangeError(say("it cannot be read: %(reason)s", reason=reason))
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return tuple(read_rows(_text(content)))
    if path.suffix.lower() in (".po", ".pot"):
        return tuple(read_catalogue(_text(content), path.stem))
    root = read_tree(content)
    reader = _READERS.get(root.tag)
    if reader is None:
        message = say(
            "it holds <%(name)s>; XLIFF 1.2 and 2, TMX, TBX (martif), CSV and PO can be imported",
            name=root.tag,
        )
        raise UnreadableExchangeError(message)
    return tuple(reader(root))


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-16" if content.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableExchangeError(
            say("it is not UTF-8; in Excel choose 'CSV UTF-8' where you save it")
        ) from error
