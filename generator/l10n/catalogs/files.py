"""Read catalogues from PO files, and write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polib

from generator.problems import Place, Problem, say
from generator.translate import Catalogues, Entry
from generator.untrusted import read_file
from generator.unwritten import HIDDEN

LARGEST = 16 * 1024 * 1024
"""A catalogue of more bytes than this is not read: the largest shipped one has a quarter of a megabyte."""

WORDS = "ui"
"""The domain that holds the interface's words, and no content."""

MEANING_CHANGED = "meaning-changed"
"""The flag by which an editor says of an entry that its source means something else than before."""

_DEEP = 3
"""How many folders below the project's own a catalogue's folder is."""

# Besides what no reader sees, all that polib would take for the end of a line.
_UNSEEN = re.compile(rf"\r(?!\n)|[\x80-\x9f\u2028\u2029]|(?!\r){HIDDEN.pattern}")

# polib passes over a line that is not quoted well, and with it over a translation.
_TEXT = r'((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?) ?)?"([^"\\]|\\.)*"'
_LINE = re.compile(rf"({_TEXT})?|#(?!~).*|#~\|? *({_TEXT})?")


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """Return the path at which a catalogue stands."""
    return locales / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogues(locales: Path, language: str) -> tuple[Catalogues, tuple[Problem, ...]]:
    """Read every content catalogue of a language by domain; a file that cannot be read is a problem."""
    result: dict[str, Mapping[str, Entry]] = {}
    problems: list[Problem] = []
    for path in sorted((locales / language / "LC_MESSAGES").glob("*.po")):
        if path.stem == WORDS:
            continue
        name = path.relative_to(locales.parent).as_posix()
        file, found = read_po(path, name)
        problems.extend(found)
        if file is not None:
            problems.extend(duplicates(file, name))
            result[path.stem] = entries(file)
    return result, tuple(problems)


def entries(file: polib.POFile) -> Mapping[str, Entry]:
    """Collect what a catalogue translates, by context."""
    return {
        entry.msgctxt: Entry(
            entry.msgid, entry.msgstr, entry.fuzzy, entry.previous_msgid, MEANING_CHANGED in entry.flags
        )
        for entry in file
        if entry.msgctxt and not entry.obsolete
    }


def read_po(path: Path, file: str) -> tuple[polib.POFile | None, tuple[Problem, ...]]:
    """Read one catalogue, named `file` in messages; None with its problems if it cannot be read whole."""
    text, problems = read_text(path, file)
    return (None, problems) if text is None else parsed(text, file)


def read_catalogue(
    locales: Path, language: str, domain: str
) -> tuple[polib.POFile | None, tuple[Problem, ...]]:
    """Read a language's catalogue of a domain, if it is there."""
    path = catalogue_path(locales, language, domain)
    return read_po(path, path.relative_to(locales.parent).as_posix()) if path.exists() else (None, ())


def read_text(path: Path, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Read the text of a catalogue; None with its problem if it is no text in UTF-8."""
    content = read_file(path, path.parents[min(_DEEP, len(path.parents) - 1)], LARGEST)
    if not isinstance(content, bytes):
        reason = say("The catalogue cannot be read: %(reason)s", reason=content.reason)
        return None, (Problem("T401", Place(file), reason),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        place = Place(file, error.object.count(b"\n", 0, error.start) + 1)
        return None, (Problem("T401", place, say("The catalogue is not UTF-8"), say("Save it as UTF-8")),)


def parsed(text: str, file: str) -> tuple[polib.POFile | None, tuple[Problem, ...]]:
    """Make a catalogue of its text; None with its problems if nobody can say what it means."""
    unseen = [
        _unseen(
            sign[0],
            text.count("\n", 0, sign.start()) + 1,
            file,
            sign.start() - text.rfind("\n", 0, sign.start()),
        )
        for sign in _UNSEEN.finditer(text)
    ]
    if unseen:
        return None, tuple(unseen)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||")):
            message = say("A merge conflict marker stands here")
            return None, (Problem("T402", Place(file, number), message, say("Resolve it: keep one version")),)
        if not _LINE.fullmatch(line.strip()):
            hint = say('Each text stands between double quotes; write a quote inside it as \\"')
            return None, (Problem("T403", Place(file, number), say("This line cannot be read"), hint),)
    try:
        catalogue = parse(text)
    except (OSError, ValueError) as error:
        words = str(error).replace(")", " ").split()
        place = Place(file, next((int(word) for word in words if word.isdigit()), 1))
        return None, (Problem("T403", place, say("This is not a catalogue: %(reason)s", reason=error)),)
    written_out = next(_written_out(catalogue), None)
    if written_out is not None:
        return None, (_unseen(*written_out, file),)
    return catalogue, ()


def _written_out(catalogue: polib.POFile) -> Iterator[tuple[str, int]]:
    """Find signs that nobody sees and that stand as escapes in a catalogue, with their entries' lines."""
    for entry in catalogue:
        forms = entry.msgstr_plural.values()
        for text in (entry.msgctxt, entry.msgid, entry.msgid_plural, entry.msgstr, *forms):
            found = HIDDEN.search(text or "")
            if found is not None:
                yield found[0], entry.linenum or 1


def seen_only(text: str) -> str:
    """Take out of a catalogue's text what nobody sees, for whoever looks for more that is wrong with it."""
    return _UNSEEN.sub("", text)


def _unseen(sign: str, line: int, file: str, column: int = 1) -> Problem:
    message = say("The invisible character %(code)s stands here", code=f"U+{ord(sign):04X}")
    return Problem("T406", Place(file, line, column), message, say("Remove the invisible character"))


def duplicates(catalogue: Iterable[polib.POEntry], file: str, *, words: bool = False) -> Iterator[Problem]:
    """Report entries in use with the context of an earlier one: nobody can say which of them counts.

    Words of the interface are told apart by their text as well.
    """
    seen: dict[tuple[str, ...], int] = {}
    for entry in catalogue:
        if entry.obsolete:
            continue
        key = (entry.msgctxt or "", entry.msgid if words or not entry.msgctxt else "")
        line = entry.linenum or 1
        first = seen.setdefault(key, line)
        if first != line:
            message = say("The same text has an entry at line %(line)s already", line=first)
            yield Problem("T404", Place(file, line), message, say("Keep one of the two"))


def parse(text: str) -> polib.POFile:
    """Read a catalogue from its text; polib alone would skip the previous source of an obsolete entry."""
    # With the end of a line polib takes no text for a file's name; the header's charset is not to be obeyed.
    text = re.sub(r"(?m)^#~\|", "#|", text) + "\n"
    return polib.pofile(text, wrapwidth=0, check_for_duplicates=False, encoding="utf-8")


def written(catalogue: polib.POFile) -> bytes:
    """Write a catalogue as it stands on disk: to the byte what `msgcat --no-wrap` makes of it."""
    return str(catalogue).encode()
