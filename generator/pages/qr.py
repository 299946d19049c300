"""Draw an address as a QR code: a square of modules as one path."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

QUIET = 4
"""Modules of white around a code, as ISO/IEC 18004 asks for."""


@dataclass(frozen=True)
class Code:
    """A code's path, and the length of its side in modules with the white around it."""

    path: str
    side: int


def code(address: str) -> Code:
    """Draw an address with the second of four levels of repair: a fold in the paper leaves it legible."""
    rows = [bytes(row) for row in segno.make_qr(address, error="m").matrix]
    return Code("".join(_runs(rows)), len(rows) + 2 * QUIET)


def _runs(rows: list[bytes]) -> Iterator[str]:
    """Each run of dark modules as one rectangle."""
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                yield f"M{x} {y}h{length}v1h-{length}z"
            x += length
