"""Describe a drawing: boxes and lines of text on a ground, in whole pixels, from the top left."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.pictures.lettering import Face, width


@dataclass(frozen=True)
class Box:
    """A filled rectangle; `edge` is the colour of a border inside of it, `border` its width."""

    x: int
    y: int
    width: int
    height: int
    fill: str
    edge: str | None = None
    border: int = 1

    def parts(self) -> Iterator["Box"]:
        """The plain rectangles that it is painted with, those on top last."""
        if self.edge is None:
            yield self
            return
        inner = max(self.width - 2 * self.border, 0), max(self.height - 2 * self.border, 0)
        yield Box(self.x, self.y, self.width, self.height, self.edge)
        yield Box(self.x + self.border, self.y + self.border, *inner, self.fill)


@dataclass(frozen=True)
class Words:
    """A line of text; `y` is its baseline, and all of it stands on one colour, `ground`."""

    x: int
    y: int
    text: str
    face: Face
    size: int
    fill: str
    ground: str


Shape = Box | Words


@dataclass(frozen=True)
class Drawing:
    """What a picture shows, the lowest first; `title` and `description` are for who cannot see it."""

    width: int
    height: int
    ground: str
    shapes: tuple[Shape, ...]
    title: str
    description: str

    def mirrored(self) -> "Drawing":
        """The same for a language that is written from right to left."""
        return replace(self, shapes=tuple(self._mirrored(shape) for shape in self.shapes))

    def _mirrored(self, shape: Shape) -> Shape:
        taken = shape.width if isinstance(shape, Box) else width(shape.text, shape.face, shape.size)
        return replace(shape, x=self.width - shape.x - taken)
