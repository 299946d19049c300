"""Read what a workbook says of its texts besides their words: emphasis, strokes, comments.

ECMA-376 part 1: section 18.4 for strings, 18.7 for comments, 18.8 for styles.
"""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from generator.editing.tables.package_xml import Handler, parse

_STRINGS, _STYLES = "xl/sharedStrings.xml", "xl/styles.xml"
_OFF = ("0", "false")
_QUOTED = re.compile(r'"[^"]*"|\\.')


@dataclass(frozen=True)
class Run:
    """A piece of a text that looks the same throughout."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False


@dataclass(frozen=True)
class Looks:
    """How a workbook's texts look: rich strings and cell styles, by their numbers."""

    strings: Mapping[int, tuple[Run, ...]] = field(default_factory=dict)
    struck: frozenset[int] = frozenset()
    percent: frozenset[int] = frozenset()


def looks_of(parts: Mapping[str, bytes], file: str) -> Looks:
    """Read a workbook's strings and styles."""
    strings, styles = Strings(), _Styles()
    for name, handler in ((_STRINGS, strings), (_STYLES, styles)):
        if name in parts:
            parse(parts[name], file, handler)
    return Looks(strings.rich, styles.struck, styles.percent)


def comments_of(parts: Mapping[str, bytes], sheet: str, file: str) -> dict[str, str]:
    """Read what people wrote beside the cells of a sheet, by the cells' names."""
    folder, name = posixpath.split(sheet)
    links = _Links()
    if (related := f"{folder}/_rels/{name}.rels") in parts:
        parse(parts[related], file, links)
    found: dict[str, str] = {}
    for kind in ("comments", "threadedComment"):
        for target in links.targets.get(kind, ()):
            part = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if part in parts:
                comments = _Comments()
                parse(parts[part], file, comments)
                found |= comments.found
    return found


def emphasised(runs: tuple[Run, ...]) -> str:
    """Write runs with the marks of emphasis; without what is struck; what is all bold is no emphasis."""
    kept = [run for run in runs if not run.struck and run.text]
    filled = [run for run in kept if run.text.strip()]
    bold = not all(run.bold for run in filled)
    italic = not all(run.italic for run in filled)
    words = ""
    for (strong, slanted), group in groupby(kept, lambda run: (run.bold and bold, run.italic and italic)):
        text = "".join(run.text for run in group)
        mark = "**" * strong + "*" * slanted
        inner = text.strip()
        if not mark or not inner:
            words += text
            continue
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        words += f"{before}{mark}{inner}{mark[::-1]}{after}"
    return words


def struck_out(runs: tuple[Run, ...]) -> str:
    """The words that have a stroke through them."""
    return "".join(run.text for run in runs if run.struck).strip()


class Strings(Handler):
    """Collects the strings that are made of several runs, by how many came before."""

    def __init__(self) -> None:
        self.rich: dict[int, tuple[Run, ...]] = {}
        self.number = -1
        self.runs: list[Run] = []
        self.looks: dict[str, bool] = {}
        self.words: list[str] | None = None
        self.is_open = False

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Begin a string, a run of one, or what a run looks like."""
        if name in ("si", "is"):
            self.is_open = True
            self.number += 1
            self.runs = []
        elif name == "r":
            self.looks = {}
        elif name in ("b", "i", "strike"):
            self.looks[name] = given.get("val") not in _OFF
        elif name == "t":
            self.words = []

    def end(self, name: str) -> None:
        """End a run, or a string."""
        if name == "t" and self.words is not None:
            looks = (self.looks.get(look, False) for look in ("b", "i", "strike"))
            self.runs.append(Run("".join(self.words), *looks))
            self.words = None
        elif name in ("si", "is"):
            if any(run.bold or run.italic or run.struck for run in self.runs):
                self.rich[self.number] = tuple(self.runs)
            self.looks = {}
            self.is_open = False

    def text(self, words: str) -> None:
        """Take a piece of a run."""
        if self.words is not None:
            self.words.append(words)


class _Styles(Handler):
    """Collects the cell styles whose font strikes out, and those that show a number in per cent."""

    def __init__(self) -> None:
        self.fonts: list[bool] = []
        self.styles: list[int] = []
        self.formats: list[int] = []
        # ECMA-376 part 1, 18.8.30: 9 is 0%, 10 is 0.00%; a workbook adds its own.
        self.in_percent = {9, 10}
        self.within = ""

    @property
    def struck(self) -> frozenset[int]:
        return frozenset(
            number for number, font in enumerate(self.styles) if font < len(self.fonts) and self.fonts[font]
        )

    @property
    def percent(self) -> frozenset[int]:
        return frozenset(number for number, form in enumerate(self.formats) if form in self.in_percent)

    def start(self, name: str, given: Mapping[str, str]) -> None:
        if name in ("fonts", "cellXfs", "cellStyleXfs", "dxfs"):
            self.within = name
        elif name == "font" and self.within == "fonts":
            self.fonts.append(False)
        elif name == "strike" and self.within == "fonts" and self.fonts:
            self.fonts[-1] = given.get("val") not in _OFF
        elif name == "xf" and self.within == "cellXfs":
            font, form = given.get("fontId", "0"), given.get("numFmtId", "0")
            self.styles.append(int(font) if font.isdecimal() else 0)
            self.formats.append(int(form) if form.isdecimal() else 0)
        elif name == "numFmt" and "%" in _QUOTED.sub("", given.get("formatCode", "")):
            number = given.get("numFmtId", "")
            self.in_percent |= {int(number)} if number.isdecimal() else set()

    def end(self, name: str) -> None:
        self.within = "" if name == self.within else self.within


class _Links(Handler):
    """Collects where a sheet's other parts are, by their kind."""

    def __init__(self) -> None:
        self.targets: dict[str, list[str]] = {}

    def start(self, name: str, given: Mapping[str, str]) -> None:
        if name == "Relationship":
            kind = given.get("Type", "").rpartition("/")[2]
            self.targets.setdefault(kind, []).append(given.get("Target", ""))


class _Comments(Handler):
    """Collects comments by the cells that they are on."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self.cell = ""
        self.words: list[str] | None = None

    def start(self, name: str, given: Mapping[str, str]) -> None:
        if name in ("comment", "threadedComment"):
            self.cell, self.words = given.get("ref", ""), []

    def end(self, name: str) -> None:
        if name in ("comment", "threadedComment") and self.words is not None:
            self.found[self.cell] = " ".join("".join(self.words).split())
            self.words = None

    def text(self, words: str) -> None:
        if self.words is not None:
            self.words.append(words)
