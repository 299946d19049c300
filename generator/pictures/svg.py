"""Write a drawing as SVG that looks the same everywhere: its letters are outlines, and it names no file."""

from collections.abc import Iterator
from html import escape

from generator.pictures.drawing import Box, Drawing, Shape
from generator.pictures.lettering import outline, units


def svg(drawing: Drawing) -> bytes:
    """A whole SVG file: no style, script, font or address, so that any policy lets it be shown."""
    return "\n".join(_lines(drawing)).encode()


def _lines(drawing: Drawing) -> Iterator[str]:
    size = f'width="{drawing.width}" height="{drawing.height}"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {drawing.width} {drawing.height}" '
        'role="img" aria-labelledby="title description">'
    )
    yield f'<title id="title">{escape(drawing.title)}</title>'
    yield f'<desc id="description">{escape(drawing.description)}</desc>'
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
    move = f"matrix({scale} 0 0 -{scale} {shape.x} {shape.y})"
    yield f'<path fill="{shape.fill}" transform="{move}" d="{outline(shape.text, shape.face)}"/>'
