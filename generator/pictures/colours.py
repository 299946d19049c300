"""Name the colours of pictures: those of the light scheme in `atlas.css`, or what a site has instead."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.pictures.drawing import Box, Drawing, Shape

PAPER: Final = "#fcfbf7"
INK: Final = "#1a2a31"
SOFT: Final = "#4e6068"
LINE: Final = "#dedbd0"
PANEL: Final = "#f4f1e8"
ON_LOW: Final = "#14242a"
ON_HIGH: Final = "#ffffff"
TONES: Final = (PANEL, "#e1efe9", "#b4d9cd", "#76b8aa", "#2b7c74", "#0e4b4f")
"""By number; 0 is for what has no place on the scale."""

_FIRST_HIGH = 4
_OURS = {
    **{"paper": PAPER, "ink": INK, "soft": SOFT, "line": LINE, "panel": PANEL},
    **{"on-low": ON_LOW, "on-high": ON_HIGH},
    **{f"tone-{number}": colour for number, colour in enumerate(TONES) if number},
}
_DARK = re.compile(r"\[data-md-color-scheme=[\"']?slate[\"']?\]\s*\{[^}]*\}")
_SET = re.compile(r"--([a-z0-9-]+):\s*#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_WORDS, _EDGES = 4.5, 3.0
"""What WCAG 2.2 asks of words and of what is no text: how far they are from their ground."""


def on(tone: int) -> str:
    """Choose the colour of words on a tone."""
    return ON_HIGH if tone >= _FIRST_HIGH else ON_LOW if tone else INK


def of_site(css: str) -> Mapping[str, str]:
    """Read what a site's style sheet puts in the place of our colours, by ours, in the light scheme.

    What is written in another way than as `#rrggbb` or `#rgb` no picture can have.
    """
    found = {name: code.lower() for name, code in _SET.findall(_DARK.sub("", css)) if name in _OURS}
    return {
        _OURS[name]: "#" + (code if len(code) == 6 else "".join(digit * 2 for digit in code))
        for name, code in found.items()
    }


def coloured(drawing: Drawing, theirs: Mapping[str, str]) -> Drawing:
    """Draw in a site's colours; what could not be told from its ground in them is drawn so that it can."""
    paper = theirs.get(PAPER, PAPER)

    def clear(colour: str, ground: str, least: float) -> str:
        own = theirs.get(colour, colour)
        others = (theirs.get(INK, INK), "#000000", "#ffffff")
        far = (other for other in (own, *others) if _contrast(other, ground) >= least)
        return next(far)

    def of(shape: Shape) -> Shape:
        if isinstance(shape, Box):
            edge = shape.edge and clear(shape.edge, paper, _EDGES)
            return replace(shape, fill=theirs.get(shape.fill, shape.fill), edge=edge)
        ground = theirs.get(shape.ground, shape.ground)
        return replace(shape, fill=clear(shape.fill, ground, _WORDS), ground=ground)

    return replace(drawing, ground=paper, shapes=tuple(map(of, drawing.shapes))) if theirs else drawing


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in bytes.fromhex(colour[1:]))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
