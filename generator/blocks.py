"""Part a text into paragraphs, by blank lines, and lists, by lines that start with a hyphen or a number."""

import re
from dataclasses import dataclass

BULLET = "•"
_ITEM = re.compile(r"(?:(?P<bullet>[-•])|(?P<number>\d{1,2}[.)]))[ \t]+(?P<words>\S.*)")


@dataclass(frozen=True)
class Item:
    """A line of a paragraph or of a list; `sign` is what stands before it in a list."""

    words: str
    sign: str = ""


def has_blocks(words: str) -> bool:
    """Say whether a text is more than one run of words."""
    if "\n" not in words:
        return False
    return "\n\n" in words or any(_ITEM.fullmatch(line) for line in words.split("\n"))


def blocks_of(words: str) -> tuple[tuple[Item, ...], ...]:
    """Give what blank lines part; within that, lines of a list, and words that run on as one line."""
    blocks: list[list[Item]] = [[]]
    for line in words.split("\n"):
        found = _ITEM.fullmatch(line.strip())
        if not line.strip():
            blocks.append([])
        elif found:
            blocks[-1].append(Item(found["words"], BULLET if found["bullet"] else found["number"]))
        elif blocks[-1] and (not blocks[-1][-1].sign or line.startswith((" ", "\t"))):
            last = blocks[-1].pop()
            blocks[-1].append(Item(f"{last.words} {line.strip()}", last.sign))
        else:
            blocks[-1].append(Item(line.strip()))
    return tuple(tuple(block) for block in blocks if block)
