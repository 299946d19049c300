"""Tell a translator of each word of the interface where it stands, what it is, and what fills its gaps.

All of it is read from where the word stands: the template's markup around it, or the room of the program.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.l10n.catalogs.checks import WORD_LONGER_BY

WHERE = "Where: "
"""What the line with a word's place begins with."""

_LOOKED_AT = 3000
_JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_SET = re.compile(r"\{%-?\s*set (\w+) *=")
_IN_ATTRIBUTE = re.compile(r"([\w-]+)=(?:\"[^\"<>]*|'[^'<>]*)$")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>")
_GAP = re.compile(r"%\((\w+)\)s")

_ELEMENTS: Mapping[str, str] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "a": "link",
    "button": "button",
    "caption": "caption of a table",
    "dd": "text beside a term",
    "dt": "term",
    "figcaption": "caption of a figure",
    "label": "label of a field",
    "legend": "label of a group of fields",
    "li": "item of a list",
    "option": "choice in a list",
    "p": "sentence",
    "summary": "what opens a closed part",
    "td": "cell of a table",
    "text": "word in a drawing",
    "th": "head of a column or row",
    "title": "title of the page or of a drawing",
}
_ATTRIBUTES: Mapping[str, str] = {
    "alt": "what a picture shows, read aloud",
    "aria-label": "name that is read aloud",
    "aria-description": "explanation that is read aloud",
    "content": "description for search engines",
    "data-label": "head of a column, beside its cell on a phone",
    "label": "label of a group of choices",
    "placeholder": "hint in an empty field",
    "title": "tooltip",
    "value": "what is filled in",
}
_NAMED: Mapping[str, str] = {
    "title": "title of the page",
    "description": "description of the page for search engines",
}
_SHORT = frozenset({*_ELEMENTS.values()} - {"sentence", "item of a list", "text beside a term"})

_ROOMS: tuple[tuple[str, str], ...] = (
    ("generator/citation", "a citation"),
    ("generator/cli/l10n", "command atlas l10n"),
    ("generator/cli", "a command"),
    ("generator/explain", "command atlas explain"),
    ("generator/export", "a file for other programs"),
    ("generator/history", "what has changed between editions"),
    ("generator/model", "name of a part of a framework"),
    ("generator/preview", "command atlas serve"),
    ("generator/quiz", "a quiz"),
    ("generator/relation_words", "a relation of two levels or layers"),
    ("generator/reports", "a report of problems"),
)
_PLACES: Mapping[str, str] = {"pages": "page", "parts": "part of pages"}

_GAPS: Mapping[str, str] = {
    **dict.fromkeys(
        ("num", "number", "count", "total", "all", "least", "enough", "length", "lower", "higher"), "a number"
    ),
    **dict.fromkeys(("l", "r", "shared"), "a number of bands, such as 0.5"),
    **dict.fromkeys(("near", "reach"), "a share, such as 80%"),
    **dict.fromkeys(("first", "last"), "a level, a number or a band"),
    **dict.fromkeys(("start", "end"), "a band of the scale, or a point on it"),
    **dict.fromkeys(("a", "b"), "a level or layer with its framework"),
    **dict.fromkeys(("one", "two", "other", "left", "right"), "a framework, a level or a language"),
    **dict.fromkeys(("ahead", "behind"), "a part of a quiz"),
    **dict.fromkeys(("author", "reviewer"), "a person or a role"),
    **dict.fromkeys(("id", "edition"), "an edition, such as 2026.11"),
    "address": "an address on the web",
    "answer": "an answer of a quiz",
    "atlas": "the name of the site",
    "band": "a band of the scale",
    **dict.fromkeys(("date", "day"), "a date"),
    "dimension": "a dimension of a framework",
    "example": "an example",
    "format": "a format of files, such as XLSX",
    "framework": "a framework's name",
    "kind": "a kind of thing, such as levels",
    "language": "a language",
    "level": "a level of a framework",
    "name": "a name, such as that of a licence or a program",
    "pair": "two frameworks",
    "part": "a level or layer",
    "profile": "the name of a target in a framework",
    "quiz": "a framework's name",
    "theme": "a theme",
    "title": "a title",
    "who": "whom a framework names",
    "word": "a word",
    "words": "words",
    "year": "a year",
    # What commands say of files and of the command line.
    **dict.fromkeys(("file", "path", "page", "folder"), "a file or folder"),
    **dict.fromkeys(("line", "column", "limit", "size", "rows", "columns"), "a number"),
    **dict.fromkeys(("code", "given", "variable", "key", "field", "tag", "domain"), "code, as it stands"),
    **dict.fromkeys(("reason", "hint", "message"), "a sentence or a part of one"),
    **dict.fromkeys(("names", "known", "languages"), "a list"),
    "text": "a text of the data",
}


def notes_of(file: str, source: str, line: int, text: str, plural: str) -> tuple[str, ...]:
    """Say of a word where it stands (with what it is), what fills its gaps, and how much room it has.

    `source` is the file's text, `line` the one on which the word begins, counted from 1.
    """
    is_template = file.startswith("templates/")
    kind = (_kind(source, line, text) if is_template else "") or _by_its_end(text)
    return tuple(_lines(f"{_place(file)}, {kind}", kind, text, plural))


def _by_its_end(text: str) -> str:
    """Say what words are of which nothing else tells it, such as what is handed to a part of pages."""
    return "sentence" if text.rstrip("”)\"'").endswith((".", "!", "?", ":", "…")) else "words"


def _lines(where: str, kind: str, text: str, plural: str) -> Iterator[str]:
    yield f"{WHERE}{where}"
    names = dict.fromkeys(_GAP.findall(text + plural))
    said = [f"%({name})s is {_GAPS[name]}" for name in names if name in _GAPS]
    if said:
        yield "; ".join(said)
    if kind in _SHORT:
        longest = max(map(len, (text, plural)))
        yield f"Room: {max(2 * longest, longest + WORD_LONGER_BY)} characters at most"


def _place(file: str) -> str:
    path = PurePosixPath(file)
    if path.parts[0] == "templates":
        name = " ".join(path.with_suffix("").parts[2:]).replace("-", " ")
        place = _PLACES.get(path.parts[1])
        return f"{place} '{name}'" if place else "around every page"
    return next((words for room, words in _ROOMS if file.startswith(room)), "a message about a mistake")


def _kind(source: str, line: int, text: str) -> str:
    """Say what the markup around a word makes of it."""
    start = sum(len(one) for one in source.splitlines(keepends=True)[: line - 1])
    first = re.split(r"%\(|[\"'&<]", text, maxsplit=1)[0].strip()[:20]
    found = source.find(first, start) if first else start
    before = source[max(0, found - _LOOKED_AT) : found if found >= 0 else start]
    opened = max(before.rfind("{{"), before.rfind("{%"))
    call = before[opened:] if opened >= 0 else ""
    if named := _SET.match(call):
        return _NAMED.get(named[1], "")
    if "crumbs(" in call:
        return "way to the page"
    html = _JINJA.sub("", before[:opened] if opened >= 0 and "%}" not in call else before)
    if attribute := _IN_ATTRIBUTE.search(html[html.rfind("<") :]):
        name = attribute[1]
        return _ATTRIBUTES.get(name, "word for a script" if name.startswith("data-") else "")
    return _element(html)


def _element(html: str) -> str:
    """Say what the innermost element that is open at the end makes of words."""
    opened: list[str] = []
    for close, name, rest in _TAG.findall(html):
        if not close and not rest.endswith("/"):
            opened.append(name.lower())
        elif name.lower() in opened:
            while opened.pop() != name.lower():
                pass
    return next((_ELEMENTS[name] for name in reversed(opened) if name in _ELEMENTS), "")
