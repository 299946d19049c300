"""Name the colours of pictures: those of the light scheme in `atlas.css`, to which a test holds them."""

from typing import Final

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


def on(tone: int) -> str:
    """Choose the colour of words on a tone."""
    return ON_HIGH if tone >= _FIRST_HIGH else ON_LOW if tone else INK
