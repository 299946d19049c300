"""The picture is well-formed, its names stand apart within it, and no two lines look alike without colour."""

import re
from collections.abc import Mapping
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from tests.bench.picture import BOTTOM, HEIGHT, LINE, TOP, WIDTH, Points, growth

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("one", "two", "three", "four", "five", "six", "seven & <eight>")


def drawn(lines: Mapping[str, Points]) -> ElementTree.Element:
    return ElementTree.fromstring(growth(lines, "Times & <pages>", "pages", "seconds"))


def named(picture: ElementTree.Element) -> dict[str, tuple[float, float]]:
    texts = picture.iter(f"{SVG}text")
    return {
        text.text or "": (float(text.get("x", 0)), float(text.get("y", 0)))
        for text in texts
        if text.get("class") == "name"
    }


@pytest.mark.parametrize(
    "ends", [[7.0] * 7, [0.01, 0.011, 0.012, 5, 5.1, 5.2, 900], [1, 2, 4, 8, 16, 32, 64]]
)
def test_names_of_lines_stand_apart_and_within_the_picture_wherever_lines_end(ends: list[float]) -> None:
    lines = {name: [(100, 1), (4000, end)] for name, end in zip(NAMES, ends, strict=True)}

    places = named(drawn(lines))

    feet = sorted(y for _, y in places.values())
    assert set(places) == set(NAMES)
    assert all(below - above >= LINE - 0.11 for above, below in pairwise(feet))
    assert feet[0] >= TOP
    assert feet[-1] <= HEIGHT - BOTTOM + LINE
    assert all(x + 7 * len(name) < WIDTH for name, (x, _) in places.items())


def test_seven_lines_differ_in_dashes_and_in_marks() -> None:
    picture = drawn({name: [(10, 1), (100, number + 2)] for number, name in enumerate(NAMES)})

    dashes = [line.get("stroke-dasharray") for line in picture.iter(f"{SVG}polyline")]
    marks = [[mark.get("d") for mark in group][-1] for group in picture.iter(f"{SVG}g")]
    assert len(set(dashes)) == len(set(marks)) == len(NAMES)


def test_what_takes_ten_times_as_long_is_as_far_away_wherever_it_is() -> None:
    picture = drawn({"one": [(10, 0.1), (100, 1), (1000, 10)]})

    [line] = picture.iter(f"{SVG}polyline")
    points = [tuple(map(float, point.split(","))) for point in (line.get("points") or "").split()]
    steps = [(x2 - x1, y2 - y1) for (x1, y1), (x2, y2) in pairwise(points)]
    assert steps[0] == pytest.approx(steps[1], abs=0.2)
    assert steps[0][0] > 100
    assert steps[0][1] < -100


def test_one_size_alone_can_be_drawn() -> None:
    assert named(drawn({"one": [(162, 3.0)]}))


def test_nothing_to_draw_is_an_error_that_says_so() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        growth({}, "", "", "")


def test_every_ink_has_enough_contrast_on_its_paper() -> None:
    style = re.search(r"<style>(.*)</style>", growth({"one": [(1, 1)]}, "", "", ""))
    assert style is not None
    light, dark = style[1].split("@media(prefers-color-scheme:dark)")
    for half in (light, dark):
        paper = re.search(r"\.paper\{fill:(#\w+)\}", half)
        inks = re.findall(r"(?:text\{fill|\.l\d\{color):(#\w+)\}", half)
        assert paper is not None
        assert len(inks) == 8
        assert [ink for ink in inks if _contrast(ink, paper[1]) < 4.5] == []


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
