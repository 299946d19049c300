"""Find the words that a planned change takes out of a project's data, so that nobody loses them unawares."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.editing.rename.planning import FileChange
from generator.load import Loaded
from generator.load.documents import strings_in
from generator.load.tree import read_tree
from generator.model import home_of, texts


@dataclass(frozen=True)
class Word:
    """A text or a comment that stands nowhere in the data any more, and where it stood."""

    file: str
    where: str
    text: str


def words_gone(before: Loaded, after: Loaded, changes: Sequence[FileChange]) -> tuple[Word, ...]:
    """List the texts and comments of files that stay, as far as they stand nowhere afterwards."""
    stay = {change.before: change for change in changes if change.before and change.after}
    there = {_plain(text) for document in after.documents for _, text, _ in texts(document.record)}
    found = []
    for document in before.documents:
        if document.file not in stay:
            continue
        home = "".join(f"{step}/" for step in home_of(document.record))
        for path, text, _ in texts(document.record):
            if _plain(text) not in there:
                found.append(Word(document.file, home + path.replace(".", "/"), text))
        change = stay[document.file]
        kept = {comment for _, comment in _comments(change.new)}
        found += [
            Word(document.file, f"{document.file}:{number}", comment)
            for number, comment in _comments(change.old)
            if comment not in kept
        ]
    return tuple(found)


def never_kept(words: Iterable[Word], contents: Iterable[bytes]) -> list[Word]:
    """Leave out the words that stand in one of these files, whatever its name is by now."""
    kept: set[str] = set()
    for content in contents:
        kept.update(_plain(text) for _, text in strings_in(read_tree(content, "").value))
        kept.update(comment for _, comment in _comments(content))
    return [word for word in words if _plain(word.text) not in kept]


def _comments(content: bytes) -> Iterator[tuple[int, str]]:
    """List the lines that are comments, with their numbers."""
    for number, line in enumerate(content.decode("utf-8-sig", errors="replace").splitlines(), 1):
        comment = line.strip()
        if comment.startswith("#") and comment.strip("# "):
            yield number, _plain(comment)


def _plain(text: str) -> str:
    """Write a text without the ends of lines that YAML may or may not have kept."""
    return " ".join(text.split())
