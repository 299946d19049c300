"""Paint a drawing as PNG with a palette (https://www.w3.org/TR/png-3/): the same bytes for the same drawing.

A drawing has few colours, and each text stands on one of them. So the canvas holds numbers of colours, and
the edge of a letter is one of a few steps from the colour below it to its own.
"""

import struct
import zlib
from functools import lru_cache

from deflate import zlib_compress

from generator.pictures.drawing import Box, Drawing, Words
from generator.pictures.lettering import pixels

_STEPS = 5
_LEVEL = 7
_MOST_COLOURS = 256
_SIGNATURE = b"\x89PNG\r\n\x1a\n"

Colour = tuple[int, int, int]


def png(drawing: Drawing, scale: int = 1) -> bytes:
    """A PNG file; `scale` makes it larger than the drawing."""
    canvas = _Canvas(drawing, scale)
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            for part in shape.parts():
                canvas.fill(part)
        else:
            canvas.write(shape)
    return canvas.file()


class _Canvas:
    def __init__(self, drawing: Drawing, scale: int) -> None:
        self._width, self._height, self._scale = drawing.width * scale, drawing.height * scale, scale
        self._palette: dict[Colour, int] = {}
        self._tables: dict[tuple[str, str], bytes] = {}
        # Each row starts with the number of its filter, of which there is none.
        self._stride = self._width + 1
        ground = bytes([self._number(_colour(drawing.ground))])
        self._rows = bytearray((b"\0" + ground * self._width) * self._height)

    def fill(self, box: Box) -> None:
        """Fill a rectangle."""
        number = bytes([self._number(_colour(box.fill))])
        left, top = max(box.x * self._scale, 0), max(box.y * self._scale, 0)
        right = min((box.x + box.width) * self._scale, self._width)
        row = number * (right - left)
        for y in range(top, min((box.y + box.height) * self._scale, self._height)):
            start = y * self._stride + 1 + left
            self._rows[start : start + len(row)] = row

    def write(self, words: Words) -> None:
        """Write a line of text; what would stand outside of the picture is left out."""
        found = pixels(words.text, words.face, words.size * self._scale)
        table = self._table(words.ground, words.fill)
        left = words.x * self._scale + found.left
        skip = max(-left, 0)
        for y, row in enumerate(found.rows, words.y * self._scale + found.top):
            shown = row[skip : max(self._width - left, 0)]
            if 0 <= y < self._height and shown:
                start = y * self._stride + 1 + left + skip
                self._rows[start : start + len(shown)] = shown.translate(table)

    def file(self) -> bytes:
        """The finished file."""
        colours = b"".join(map(bytes, self._palette))
        head = struct.pack(">IIBBBBB", self._width, self._height, 8, 3, 0, 0, 0)
        content = bytes(zlib_compress(bytes(self._rows), _LEVEL))
        chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", content), (b"IEND", b""))
        return _SIGNATURE + b"".join(_chunk(name, data) for name, data in chunks)

    def _number(self, colour: Colour) -> int:
        if len(self._palette) == _MOST_COLOURS and colour not in self._palette:
            raise ValueError("a drawing of more colours than a palette has")
        return self._palette.setdefault(colour, len(self._palette))

    def _table(self, ground: str, fill: str) -> bytes:
        """What turns how much of a pixel is covered into the number of a colour."""
        if (ground, fill) not in self._tables:
            steps = [self._number(colour) for colour in _between(ground, fill)]
            self._tables[ground, fill] = bytes(steps[(cover * _STEPS + 127) // 255] for cover in range(256))
        return self._tables[ground, fill]


@lru_cache
def _between(ground: str, fill: str) -> tuple[Colour, ...]:
    pairs = tuple(zip(_colour(ground), _colour(fill), strict=True))
    mixed = (tuple(low + (high - low) * step // _STEPS for low, high in pairs) for step in range(_STEPS + 1))
    return tuple((red, green, blue) for red, green, blue in mixed)


@lru_cache
def _colour(written: str) -> Colour:
    red, green, blue = bytes.fromhex(written.removeprefix("#"))
    return red, green, blue


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
