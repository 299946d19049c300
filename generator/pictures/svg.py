"""Write a drawing as SVG that looks the same everywhere: its letters are outlines, and it names no file.

Each letter is drawn once, and used wherever it stands: by `xlink:href`, which every program knows.
"""

from collections.abc import Iterator
from html import escape

from generator.pictures.drawing import Box, Drawing, Shape, Words
from generator.pictures.lettering import Face, glyphs, outline, units


def svg(drawing: Drawing) -> bytes:
    """A whole SVG file: no style, script, font or address, so that any policy lets it be shown."""
    return "\n".join(_lines(drawing)).encode()


def _lines(drawing: Drawing) -> Iterator[str]:
    size = f'width="{drawing.width}" height="{drawing.height}"'
    yield (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'{size} viewBox="0 0 {drawing.width} {drawing.height}" '
        'role="img" aria-labelledby="title description">'
    )
    yield f'<title id="title">{escape(drawing.title)}</title>'
    yield f'<desc id="description">{escape(drawing.description)}</desc>'
    yield "<defs>"
    words = [shape for shape in drawing.shapes if isinstance(shape, Words)]
    letters = {(shape.face, glyph) for shape in words for glyph, _, _ in glyphs(shape.text, shape.face)}
    for face, glyph in sorted(letters):
        yield f'<path id="{_id(face, glyph)}" d="{outline(glyph, face)}"/>'
    yield "</defs>"
    yield f'<rect {size} fill="{drawing.ground}"/>'
    for shape in drawing.shapes:
        yield from _shape(shape)
    yield "</svg>\n"


def _shape(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Box):
        for part in shape.parts():
            place = f'x="{part.x}" y="{part.y}" width="{part.width}" height="{part.height}"'
            yield f'<rect {place} fill="{part.fill}"/>'
        return
    scale = f"{shape.size / units(shape.face):.6f}"
    yield f'<g fill="{shape.fill}" transform="matrix({scale} 0 0 -{scale} {shape.x} {shape.y})">'
    for glyph, x, y in glyphs(shape.text, shape.face):
        if outline(glyph, shape.face):
            yield f'<use xlink:href="#{_id(shape.face, glyph)}" x="{x}" y="{y}"/>'
    yield "</g>"


def _id(face: Face, glyph: int) -> str:
    return f"{face}-{glyph}"
