"""Find what in the hand-written pages could act on a reader's behalf, or leak a file.

Prose is Markdown, which may hold any HTML, and an extension may add any attribute: the HTML that a page
becomes is looked at. What lies beside the pages is published as it is, so it must not run either.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.problems import Message, Place, Problem, counted, reason_of, say
from generator.prose.allowed_html import Look
from generator.prose.drawings import more_than_a_drawing
from generator.prose.reading import markdown_reader, read_page
from generator.untrusted import out_of_place, read_file
from generator.unwritten import HIDDEN

if TYPE_CHECKING:
    from markdown import Markdown

LARGEST = 100_000
"""A page of more bytes than this is not read: the largest shipped one has 5,000."""

LARGEST_BESIDE = 20_000_000
"""A picture or document of more bytes than this is not published."""

_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_DEEPEST = 100
"""So many brackets may be open in a paragraph: to find their ends takes the square of their number."""

_FILES = re.compile(r"\.(avif|csv|gif|ico|jpe?g|json|mp[34]|ods|pdf|png|svg|tsv|txt|webm|webp|xlsx)")
_UNFIT_NAME = re.compile(rf"[\ud800-\udfff\x00-\x1f\x7f-\x9f\u2028\u2029]|{HIDDEN.pattern}")
_UNSEEN = re.compile(rf"\r(?!\n)|(?!\r){HIDDEN.pattern}")


def unsafe_prose(docs: Path, configuration: Path) -> tuple[Problem, ...]:
    """Find all that keeps the folder of pages from being built; `configuration` is mkdocs' own file."""
    return read_prose(docs, configuration)[1]


def read_prose(docs: Path, configuration: Path) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """Read the texts of all pages by their paths below `docs`, and find what keeps them from being built."""
    root = docs.parent
    found: list[Problem] = []
    texts: dict[str, str] = {}
    for path in _below(docs):
        file = path.relative_to(root).as_posix()
        if _UNFIT_NAME.search(path.name):
            shown = ascii(path.name)[1:-1]
            message = say("The name %(name)s has signs that nobody sees or that are no UTF-8", name=shown)
            hint = say("Give it a name of letters, digits, hyphens and underscores")
            found.append(Problem("C607", Place(path.parent.relative_to(root).as_posix()), message, hint))
            continue
        try:
            reason = out_of_place(path, root)
        except OSError as error:
            reason = say("The file cannot be read: %(reason)s", reason=reason_of(error))
        if reason is not None:
            if path.is_symlink() or not path.is_dir():
                found.append(_refused(file, reason))
        elif path.suffix in _PAGES:
            text = _text(path, root, file)
            if isinstance(text, Problem):
                found.append(text)
            else:
                texts[path.relative_to(docs).as_posix()] = text.replace("\r\n", "\n")
        else:
            found.extend(_beside(path, root, file))
    if texts and not found:
        reader = markdown_reader(configuration)
        for name, text in texts.items():
            found.extend(_in_page(f"{docs.name}/{name}", text, reader))
    return texts, tuple(found)


def _below(folder: Path) -> Iterator[Path]:
    """List everything below a folder, but nothing behind a link to another one."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith("."):
            continue  # mkdocs leaves these out
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)


def _beside(path: Path, root: Path, file: str) -> Iterator[Problem]:
    """Check a file published as it stands: a picture, a document, data; nothing that a browser runs."""
    if path.stat().st_size > LARGEST_BESIDE:
        yield _refused(file, say("it has more than %(limit)s bytes", limit=counted(LARGEST_BESIDE)))
    elif _FILES.fullmatch(path.suffix.lower()) is None:
        message = say("Files ending in '%(ending)s' are not published", ending=path.suffix)
        yield Problem("C608", Place(file), message, _HINT)
    elif path.suffix.lower() == ".svg":
        text = _text(path, root, file)
        if isinstance(text, Problem):
            yield text
        elif found := more_than_a_drawing(text.encode()):
            line, message = found
            yield Problem("C608", Place(file, line), message, _DRAWING_HINT)


def _refused(file: str, reason: Message | str) -> Problem:
    message = say("The file cannot be read: %(reason)s", reason=reason)
    return Problem("C607", Place(file), message, say("Put a file of the project in its place"))


def _text(path: Path, root: Path, file: str) -> str | Problem:
    content = read_file(path, root, LARGEST)
    if not isinstance(content, bytes):
        return _refused(file, content.reason)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = say(
            "The file is not UTF-8: byte 0x%(byte)s cannot be read", byte=f"{error.object[error.start]:02X}"
        )
        hint = say("Save the file as UTF-8; Excel and older editors write Windows-1252")
        return Problem("C607", Place(file, content.count(b"\n", 0, error.start) + 1), message, hint)


def _in_page(file: str, text: str, reader: "Markdown") -> Iterator[Problem]:
    unseen = _UNSEEN.search(text)
    if unseen is not None:
        message = say("The invisible character %(code)s stands here", code=f"U+{ord(unseen[0]):04X}")
        place = Place(file, text.count("\n", 0, unseen.start()) + 1)
        yield Problem("C606", place, message, say("Remove the invisible character"))
        return
    body, _, problems = read_page(text, file)
    yield from problems
    if any(_depth(paragraph) > _DEEPEST for paragraph in re.split(r"\n\s*\n", body)):
        yield _refused(file, say("Nested deeper than %(limit)s levels", limit=_DEEPEST))
        return
    try:
        html = reader.reset().convert(body)
    except (RecursionError, ValueError) as error:
        yield _refused(file, str(error) or say("it is nested too deeply"))
        return
    look = Look()
    look.feed(html)
    look.finish()
    for word, message in look.found.items():
        yield Problem("C606", _place(file, text, word), message, _HINT)


def _depth(text: str) -> int:
    """Count how many square brackets are open at once."""
    depth = deepest = 0
    for sign in re.findall(r"[\[\]]", text):
        depth = depth + 1 if sign == "[" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


_DRAWING_HINT = say("Save it as plain SVG: shapes, texts and pictures, and nothing that runs or is elsewhere")
_HINT = say("A page has texts, links and pictures of this site only, and nothing that runs")


def _place(file: str, text: str, word: str) -> Place:
    """Find where a word stands first; the top of the page where it is written in another way."""
    at = text.casefold().find(word.casefold())
    if not word or at < 0:
        return Place(file)
    return Place.within(file, text, at)
