"""Write plain values and comments as YAML that our reader reads back to the very same values.

Texts stand plain where nothing can be taken for anything else, else in double quotes; long ones are folded
where that loses nothing (https://yaml.org/spec/1.2.2/#81-block-scalar-styles).
"""

import datetime
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.load.cut_off import is_quoted
from generator.load.tree import Path

Comments = Mapping[Path, Sequence[str]]

WIDTH = 106
_STEP = "  "
_SPACES = "\u00a0\u202f"
_FIRST = frozenset("(‘“„…✎€$£§")
# What YAML 1.1, which many tools still read, takes for a truth, nothing, a number, a date or a time.
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_NUMBER = re.compile(r"[\d.,:_+-]+|0[xob][\da-f_]+|[\d._]+e[+-]?\d+|\d{4}-\d+-\d+([tT ].*)?", re.IGNORECASE)
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def write_yaml(data: Mapping[str, Any], comments: Comments | None = None) -> str:
    """A mapping of texts, numbers, days and lists as a file; a comment stands above what it is about."""
    return "".join(f"{line}\n" for line in _mapping(data, (), "", comments or {}))


def item_lines(item: Any, indent: str) -> list[str]:
    """A value as the lines of one item of a list."""
    return list(_item(item, (), indent, {}))


def entry_lines(key: str, value: Any, indent: str) -> list[str]:
    """A key and its value as the lines of one entry of a mapping."""
    return list(_entry(f"{indent}{_key(key)}:", value, (), indent, {}))


def scalar(value: str | int | float | bool | datetime.date | None, indent: str, used: int) -> list[str]:
    """A value as it stands behind `used` characters of a line; further lines are indented below `indent`."""
    if isinstance(value, datetime.date):
        return [value.isoformat()]
    if not isinstance(value, str):
        return [_number(value)]
    room = WIDTH - used
    if _is_plain(value) and len(value) <= room:
        return [value]
    below = indent + _STEP
    if "\n" not in value and len(value) > room and _can_fold(value):
        return [">-", *_folded(value, below)]
    if "\n" in value and _can_stand(value):
        return ["|-", *(f"{below}{line}" if line else "" for line in value.split("\n"))]
    return [value if _is_plain(value) and not _can_fold(value) else quoted(value)]


def quoted(text: str) -> str:
    """A text in double quotes; what cannot be seen is written as its code point."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if _is_visible(sign):
        return sign
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _mapping(data: Mapping[str, Any], path: Path, indent: str, comments: Comments) -> Iterator[str]:
    for key, value in data.items():
        here = (*path, key)
        yield from _comment(comments.get(here, ()), indent)
        yield from _entry(f"{indent}{_key(key)}:", value, here, indent, comments)


def _entry(start: str, value: Any, path: Path, indent: str, comments: Comments) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        yield start
        yield from _mapping(value, path, indent + _STEP, comments)
    elif isinstance(value, (list, tuple)) and value:
        flow = f"{start} [{', '.join(map(str, value))}]"
        if all(isinstance(item, str) and _is_word(item) for item in value) and len(flow) <= WIDTH:
            yield flow
            return
        yield start
        for index, item in enumerate(value):
            yield from _item(item, (*path, index), indent + _STEP, comments)
    elif isinstance(value, (Mapping, list, tuple)):
        yield f"{start} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        first, *rest = scalar(value, indent, len(start) + 1)
        yield f"{start} {first}"
        yield from rest


def _item(item: Any, path: Path, indent: str, comments: Comments) -> Iterator[str]:
    yield from _comment(comments.get(path, ()), indent)
    if not isinstance(item, Mapping) or not item:
        yield from _entry(f"{indent}-", item, path, indent, comments)
        return
    lines = list(_mapping(item, path, indent + _STEP, comments))
    # A comment on an item's first key would part it from its hyphen.
    start = next(index for index, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (f"{indent}{line.lstrip()}" for line in lines[:start])
    yield f"{indent}- {lines[start].lstrip()}"
    yield from lines[start + 1 :]


def _comment(lines: Sequence[str], indent: str) -> Iterator[str]:
    for line in lines:
        if line.startswith(" ") or not line:
            yield f"{indent}#{line}".rstrip()
        else:
            yield from textwrap.wrap(
                line,
                WIDTH,
                initial_indent=f"{indent}# ",
                subsequent_indent=f"{indent}# ",
                break_on_hyphens=False,
            )


def _key(key: str) -> str:
    return key if _is_word(key) else quoted(key)


def _is_word(text: str) -> bool:
    known = re.fullmatch(r"[a-z0-9][a-z0-9_-]*", text) is not None
    return known and text not in _WORDS and _NUMBER.fullmatch(text) is None


def _is_visible(sign: str) -> bool:
    return sign.isprintable() or sign in _SPACES


def _is_plain(text: str) -> bool:
    """Whether a text can stand without quotes and be read as nothing but this text."""
    return (
        bool(text)
        and (text[0].isalnum() or text[0] in _FIRST)
        and text == text.strip()
        and all(map(_is_visible, text))
        and not text.endswith(":")
        and ": " not in text
        and not is_quoted(text)
        and " #" not in text
        and text.lower() not in _WORDS
        and _NUMBER.fullmatch(text) is None
    )


def _can_stand(text: str) -> bool:
    """Whether a text's lines can stand below each other as they are."""
    lines = text.split("\n")
    return (
        all(map(_is_visible, text.replace("\n", "")))
        and bool(lines[0].strip())
        and bool(lines[-1])
        and not any(line and (line != line.strip() or line[0] in _SPACES) for line in lines)
    )


def _can_fold(text: str) -> bool:
    """Whether a line break may take the place of single spaces, and be read as these spaces again."""
    return all(map(_is_visible, text)) and bool(text) and text == text.strip(f" {_SPACES}") and " " in text


def _folded(text: str, indent: str) -> Iterator[str]:
    line = ""
    for word in re.split(r"(?<=[^ ]) (?=[^ ])", text):
        if line and len(indent) + len(line) + 1 + len(word) > WIDTH:
            yield indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield indent + line


def _number(value: float | bool | None) -> str:
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    # Our reader takes no exponents: 0.00001, never 1e-05.
    return str(value) if isinstance(value, int) else plain_number(value)


def plain_number(value: float) -> str:
    """A number without an exponent and without a needless fraction."""
    text = format(Decimal(repr(value)), "f")
    return text.removesuffix(".0")
