"""Rename every id, reference and file name in the data files."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.editing.rename.renaming import Renaming
from generator.editing.yaml import scalar
from generator.load import Document, Loaded, read_tree
from generator.load.scalars import Extent, extents, replaced
from generator.load.tree import Path
from generator.model import Benchmark, Crosswalk, Framework, Mention, Record, mentions
from generator.problems import Problem, say


@dataclass(frozen=True)
class Renamed:
    """A file as it is after a renaming: where it stands, its content, and how many of its words changed."""

    file: str
    content: bytes
    places: int


def renamed_data(
    loaded: Loaded, contents: Mapping[str, bytes], renaming: Renaming
) -> tuple[dict[str, Renamed], tuple[Problem, ...]]:
    """Rename in every data file, by its path before; a problem for each place that cannot be changed."""
    result: dict[str, Renamed] = {}
    problems: list[Problem] = []
    for document in loaded.documents:
        changes = list(_changes(document, renaming))
        content = contents[document.file]
        if changes:
            content, found = _edited(document, content, changes)
            problems += found
        result[document.file] = Renamed(_file(document, renaming), content, len(changes))
    return result, tuple(problems)


def _edited(
    document: Document[Record], content: bytes, changes: Sequence[tuple[Mention, str]]
) -> tuple[bytes, tuple[Problem, ...]]:
    """Change words in a file and no other byte; a problem for each that is not written out at its place."""
    text = content.decode("utf-8-sig")
    where = extents(text)
    words: list[tuple[Extent, str]] = []
    problems: list[Problem] = []
    for mention, new in changes:
        place = (document.key if mention.is_key else document.value)(*mention.path)
        extent = where.get((place.line, place.column))
        old = text[extent.start : extent.end] if extent else ""
        is_quoted = old in (f"'{mention.text}'", f'"{mention.text}"')
        if extent is None or not (is_quoted or old == mention.text):
            message = say("'%(id)s' is written here in a form that cannot be changed", id=mention.text)
            hint = say("Write it out on this line, without escapes: %(id)s", id=mention.text)
            problems.append(Problem("R808", place, message, hint))
            continue
        plain = new if mention.is_key else scalar(new, "", 0)[0]
        words.append((extent, f"{old[0]}{new}{old[0]}" if is_quoted else plain))
    after = replaced(content, words)
    if not problems and not _is_expected(content, after, changes, document.file):
        raise RuntimeError(f"{document.file} would not read as it should; nothing was changed")
    return after, tuple(problems)


def _changes(document: Document[Record], renaming: Renaming) -> Iterator[tuple[Mention, str]]:
    """List every id of a file that the renaming changes."""
    found = [(mention, _written(mention, renaming)) for mention in mentions(document.record)]
    if isinstance(document.record, Crosswalk):
        found = _in_order(found)
    yield from ((mention, new) for mention, new in found if new != mention.text)


def _written(mention: Mention, renaming: Renaming) -> str:
    if mention.role == "former":
        return mention.text
    if mention.role == "path":
        return "/".join(renaming.name(mention.name))
    return renaming.id_of(mention.name)


def _in_order(found: list[tuple[Mention, str]]) -> list[tuple[Mention, str]]:
    """Put a crosswalk's two frameworks in alphabetical order; its mappings name whole paths and stay."""
    heads = {"subject", "object"}
    pair = {str(mention.path[0]): new for mention, new in found if mention.path[0] in heads}
    if pair["subject"] <= pair["object"]:
        return found
    swapped = {"subject": pair["object"], "object": pair["subject"]}
    return [(mention, swapped.get(str(mention.path[0]), new)) for mention, new in found]


def _file(document: Document[Record], renaming: Renaming) -> str:
    record, path = document.record, PurePosixPath(document.file)
    if isinstance(record, Framework):
        return path.with_name(f"{renaming.id_of((record.id,))}.yaml").as_posix()
    if isinstance(record, Crosswalk):
        return path.with_name(f"{renaming.name(('crosswalks', record.key))[1]}.yaml").as_posix()
    if isinstance(record, Benchmark):
        return path.with_name(f"{renaming.id_of(('benchmarks', record.id))}.yaml").as_posix()
    return document.file


def _is_expected(before: bytes, after: bytes, changes: Sequence[tuple[Mention, str]], file: str) -> bool:
    """Say whether a file reads as before but for the ids that were to change; keys keep their order."""
    keys = {mention.path: new for mention, new in changes if mention.is_key}
    values = {mention.path: new for mention, new in changes if not mention.is_key}
    expected = _with(read_tree(before, file).value, (), keys, values)
    found = read_tree(after, file)
    return not found.problems and json.dumps(found.value) == json.dumps(expected)


def _with(value: object, path: Path, keys: Mapping[Path, str], values: Mapping[Path, str]) -> object:
    if isinstance(value, dict):
        return {
            keys.get((*path, key), key): _with(item, (*path, key), keys, values)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_with(item, (*path, index), keys, values) for index, item in enumerate(value)]
    return values.get(path, value)
