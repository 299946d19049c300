"""Draw the ruler as pictures: one to download, and one for each page that a link to it shows.

A drawing is a list of boxes and lines of text (`drawing.py`); the same drawing is written as SVG and as PNG.
Letters come from fonts in this folder, and not from the machine.
"""

from generator.pictures.colours import coloured, of_site
from generator.pictures.drawing import Drawing
from generator.pictures.emphasis import Emphasis
from generator.pictures.png import png
from generator.pictures.preview import PREVIEW_HEIGHT, PREVIEW_WIDTH, preview
from generator.pictures.sheet import Imprint, sheet
from generator.pictures.svg import svg
