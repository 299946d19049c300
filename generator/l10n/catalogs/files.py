"""Read catalogues from PO files, and write them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import polib

from generator.problems import Place, Problem, say
from generator.translate import Catalogues, Entry
from generator.untrusted import read_file
from generator.unwritten import HIDDEN

LARGEST = 16 * 1024 * 1024
"""A catalogue of more bytes than this is not read: the largest shipped one has a quarter of a megabyte."""

WORDS = "ui"
"""The domain of the words that readers see around the content."""

COMMANDS = "commands"
"""The domain of what commands and the preview say to whoever works on the site."""

WORD_DOMAINS = (WORDS, COMMANDS)
"""The domains that hold words of ours, and no content."""

MEANING_CHANGED = "meaning-changed"
"""The flag by which an editor says of an entry that its source means something else than before."""

_DEEP = 3
"""How many folders below the project's own a catalogue's folder is."""

# Besides what no reader sees, all that polib would take for the end of a line.
_UNSEEN = re.compile(rf"\r(?!\n)|[\x80-\x9f\u2028\u2029]|(?!\r){HIDDEN.pattern}")
_WRITTEN_OUT = {"\\r": "\r", "\\v": "\v", "\\b": "\b", "\\f": "\f"}
"""Escapes of what no reader sees, as polib reads them."""
_QUOTED_LINE = re.compile(r"^(?!#(?!~)).*\\.*$", re.MULTILINE)

# polib passes over a line that is not quoted well, and with it over a translation.
_TEXT = r'((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?) ?)?"([^"\\]|\\.)*"'
_CONFLICT = ("<<<<<<<", "=======", "|||||||", ">>>>>>>")
_LINE = re.compile(rf"({_TEXT})?|#(?!~).*|#~\|? *({_TEXT})?")


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """Return the path at which a catalogue stands."""
    return locales / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogues(locales: Path, language: str) -> tuple[Catalogues, tuple[Problem, ...]]:
    """Read every content catalogue of a language by domain; a file that cannot be read is a problem."""
    result: dict[str, Mapping[str, Entry]] = {}
    problems: list[Problem] = []
    for path in sorted((locales / language / "LC_MESSAGES").glob("*.po")):
        if path.stem in WORD_DOMAINS:
            continue
        name = path.relative_to(locales.parent).as_posix()
        text, found = read_text(path, name)
        content, more = (None, ()) if text is None else _content_in(text, name)
        problems.extend((*found, *more))
        if content is not None:
            result[path.stem] = content
    return result, tuple(problems)


@lru_cache(maxsize=64)
def _content_in(text: str, name: str) -> tuple[Mapping[str, Entry] | None, tuple[Problem, ...]]:
    """Read a content catalogue; it is kept, for most are the same when a preview builds anew."""
    file, problems = parsed(text, name)
    return (None, problems) if file is None else (entries(file), (*problems, *duplicates(file, name)))


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
    catalogue, problems, _ = salvaged(text, file)
    return (None, problems) if problems else (catalogue, ())


def salvaged(text: str, file: str) -> tuple[polib.POFile | None, tuple[Problem, ...], frozenset[int]]:
    """Make a catalogue of what can be read of its text; give all that is wrong, and the lines left out.

    Left out is each entry with a line that nobody can say the meaning of, and all between marks of a merge.
    """
    problems = [_unseen(sign, Place.within(file, text, at)) for at, _, sign in _unseen_in(text)]
    lines = (seen_only(text) if problems else text).split("\n")
    lost: set[int] = set()
    conflict = False
    for number, line in enumerate(lines):
        if line.startswith(_CONFLICT):
            place = Place(file, number + 1)
            if not conflict:  # the marks between and at the end belong to the one that begins it
                message = say("A merge conflict marker stands here")
                problems.append(Problem("T402", place, message, say("Resolve it: keep one version")))
            conflict = not line.startswith(_CONFLICT[-1]) and _CONFLICT[-1] in "\n".join(lines[number:])
            lost |= _entry_around(lines, number)
        elif not _LINE.fullmatch(line.strip()):
            hint = say('Each text stands between double quotes; write a quote inside it as \\"')
            problems.append(Problem("T403", Place(file, number + 1), say("This line cannot be read"), hint))
            lost |= _entry_around(lines, number)
        if conflict:
            lost |= _entry_around(lines, number)
    while True:
        try:
            left = "\n".join("" if number in lost else line for number, line in enumerate(lines))
            return parse(left), tuple(problems), frozenset(lost)
        except (OSError, ValueError) as error:
            words = str(error).replace(")", " ").split()
            number = next((int(word) for word in words if word.isdigit()), 1)
            message = say("This is not a catalogue: %(reason)s", reason=error)
            problems.append(Problem("T403", Place(file, number), message))
            around = _entry_around(lines, min(number, len(lines)) - 1)
            if around <= lost:
                return None, tuple(problems), frozenset(lost)
            lost |= around


def _entry_around(lines: Sequence[str], number: int) -> set[int]:
    """Find the lines of the entry that a line belongs to: all around it up to empty ones."""
    first = last = number
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last < len(lines) - 1 and lines[last + 1].strip():
        last += 1
    return set(range(first, last + 1))


def _unseen_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Find what nobody sees, as it is or written as an escape: where it begins and ends, and the sign."""
    found = [(sign.start(), sign.end(), sign[0]) for sign in _UNSEEN.finditer(text)]
    for line in _QUOTED_LINE.finditer(text):
        for escape in re.finditer(r"\\.", line[0]):
            if escape[0] in _WRITTEN_OUT:
                begin = line.start() + escape.start()
                found.append((begin, begin + len(escape[0]), _WRITTEN_OUT[escape[0]]))
    return iter(sorted(found))


def seen_only(text: str) -> str:
    """Take out of a catalogue's text what nobody sees, for whoever looks for more that is wrong with it."""
    result, after = "", 0
    for begin, end, _ in _unseen_in(text):
        result, after = result + text[after:begin], end
    return result + text[after:]


def has_unseen(text: str) -> bool:
    """Say whether a text has a sign that nobody sees."""
    return _UNSEEN.search(text) is not None


def is_unseen(sign: str) -> bool:
    """Say whether nobody sees a sign as it stands in a catalogue, where it may be an escape."""
    return sign in _WRITTEN_OUT or _UNSEEN.fullmatch(sign) is not None


def _unseen(sign: str, place: Place) -> Problem:
    message = say("The invisible character %(code)s stands here", code=f"U+{ord(sign):04X}")
    return Problem("T406", place, message, say("Remove the invisible character"))


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
