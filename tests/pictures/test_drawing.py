"""A drawing becomes the same picture in SVG and in PNG: nothing is cut off, no letter is a box."""

import re
import struct
import zlib
from dataclasses import dataclass
from typing import get_args
from xml.etree import ElementTree

import pytest

from generator.model import Framework
from generator.pages import Page, pages
from generator.pages.ruler import ruler
from generator.pictures import Drawing, Emphasis, Imprint, colours, png, preview, sheet, svg
from generator.pictures.drawing import Box, Words
from generator.pictures.fitting import fitted
from generator.pictures.lettering import Face, can_set, pixels, width
from tests import builders
from tests.pages.test_comparing import site_of
from tests.site.built import PROJECT

IMPRINT = Imprint("An atlas", "CC BY 4.0", "atlas.internal")
LONG = "Gepersonaliseerde klantcontactstrategieontwikkelingstrajecten in de praktijk van elke dag: " * 3
FERRY = builders.framework("ferry", (0, 1), (1, 2.5), (2.5, 5))
MILL = builders.framework("mill", (0, 2), (1, 3))


def drawn(*frameworks: Framework, title: str = "A title", address: str = "") -> Drawing:
    """The picture of a page of an atlas."""
    site = site_of(builders.atlas(*frameworks))
    [page] = [page for page in pages(site) if page.address == address]
    rows = ruler(frameworks, site.parts)
    return preview(rows, title, Emphasis.of(page, rows), IMPRINT, "not placed")


def whole(*frameworks: Framework, title: str = "A title") -> Drawing:
    """The ruler to download."""
    site = site_of(builders.atlas(*frameworks))
    return sheet(ruler(frameworks, site.parts), title, "What it shows.", "not placed", IMPRINT)


def written(drawing: Drawing) -> list[str]:
    """Each line of text."""
    return [shape.text for shape in drawing.shapes if isinstance(shape, Words)]


def filled(drawing: Drawing, *tones: str) -> int:
    """How many boxes of more than a strip have one of these colours."""
    return sum(isinstance(item, Box) and item.height > 12 and item.fill in tones for item in drawing.shapes)


@dataclass(frozen=True)
class Image:
    """A decoded picture; `rows` hold numbers of the palette's colours."""

    width: int
    height: int
    palette: list[bytes]
    rows: list[bytes]

    def at(self, x: int, y: int) -> str:
        """The colour of a pixel."""
        return f"#{self.palette[self.rows[y][x]].hex()}"


def decoded(content: bytes) -> Image:
    """Read a PNG without filters, with every checksum tried."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        named = content[at + 4 : at + 8 + length]
        assert struct.unpack_from(">I", content, at + 8 + length) == (zlib.crc32(named),)
        chunks[named[:4]] = named[4:]
        at += 12 + length
    wide, high, depth, kind = struct.unpack_from(">IIBB", chunks[b"IHDR"])
    assert (depth, kind) == (8, 3)
    rows, colours_ = zlib.decompress(chunks[b"IDAT"]), chunks[b"PLTE"]
    assert len(rows) == (wide + 1) * high
    lines = [rows[start + 1 : start + 1 + wide] for start in range(0, len(rows), wide + 1)]
    assert max(map(max, lines)) < len(colours_) // 3
    return Image(wide, high, [colours_[n : n + 3] for n in range(0, len(colours_), 3)], lines)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (part / 255 for part in bytes.fromhex(colour[1:]))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_a_picture_is_painted_box_by_box_with_letters_that_fade_into_their_ground() -> None:
    shapes = (
        Box(10, 10, 50, 30, "#112233", "#445566", 2),
        Words(70, 40, "H", "strong", 40, "#000000", "#ffffff"),
    )
    image = decoded(png(Drawing(120, 60, "#ffffff", shapes, "", "")))
    assert (image.width, image.height) == (120, 60)
    assert [image.at(x, 25) for x in (9, 10, 11, 12, 57, 58, 59, 60)] == [
        *("#ffffff", "#445566", "#445566", "#112233"),
        *("#112233", "#445566", "#445566", "#ffffff"),
    ]
    assert image.at(76, 25) == "#000000"
    assert 3 < len(image.palette) <= 9


def test_a_picture_can_be_painted_larger_than_it_was_drawn() -> None:
    drawing = Drawing(40, 20, "#ffffff", (Box(10, 5, 10, 10, "#112233"),), "", "")
    image = decoded(png(drawing, 3))
    assert (image.width, image.height) == (120, 60)
    assert [image.at(x, 30) for x in (29, 30, 59, 60)] == ["#ffffff", "#112233", "#112233", "#ffffff"]


def test_what_leaves_the_picture_is_cut_at_its_edge() -> None:
    words = Words(-10, 30, "Words that go on and on", "text", 30, "#000000", "#ffffff")
    image = decoded(png(Drawing(40, 20, "#ffffff", (Box(30, -5, 50, 50, "#112233"), words), "", "")))
    assert (image.width, image.height, len(image.rows)) == (40, 20, 20)
    assert image.at(39, 0) == "#112233"


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert png(drawn(FERRY, MILL)) == png(drawn(FERRY, MILL))
    assert svg(whole(FERRY, MILL)) == svg(whole(FERRY, MILL))


@pytest.mark.parametrize("title", ["A title", LONG, "Ab" * 200, ""])
@pytest.mark.parametrize("address", ["", "frameworks/ferry/", "crosswalks/ferry--mill/"])
def test_nothing_is_cut_off_or_covered_however_long_the_title_is(title: str, address: str) -> None:
    drawing = drawn(FERRY, MILL, title=title, address=address)
    image = decoded(png(drawing))
    assert (image.width, image.height) == (1200, 630)
    lines = [shape for shape in drawing.shapes if isinstance(shape, Words)]
    for line in lines:
        assert line.x >= 0, line
        assert line.x + width(line.text, line.face, line.size) <= 1200, line
        assert line.size <= line.y <= 630 - line.size // 4, line
    for box in (shape for shape in drawing.shapes if isinstance(shape, Box)):
        assert 0 <= box.y <= box.y + box.height <= 630, box
        assert 0 <= box.x <= box.x + box.width <= 1200, box
    heads = [line for line in lines if line.face == "display"]
    assert len(heads) <= 3
    lowest, first = (
        max((line.y for line in heads), default=0),
        min(shape.y for shape in drawing.shapes if isinstance(shape, Box) and shape.y > 20),
    )
    assert lowest + 40 < first


def test_a_title_that_no_size_makes_fit_ends_with_an_ellipsis_and_one_that_fits_is_whole() -> None:
    assert written(drawn(FERRY, title=LONG))[4].endswith("…")
    assert LONG[:90] in " ".join(written(drawn(FERRY, title=LONG[:90])))


def test_lines_are_broken_evenly_and_not_where_a_space_keeps_words_together() -> None:
    found = fitted("one two three four five", "text", (20,), width("one two three four", "text", 20), 2)
    assert found.lines == ("one two three", "four five")
    assert fitted("one two\N{NO-BREAK SPACE}three", "text", (20,), 90, 2).lines == (
        "one",
        "two\N{NO-BREAK SPACE}three",
    )


@pytest.mark.parametrize("face", get_args(Face))
def test_letters_of_european_languages_in_latin_script_are_there(face: Face) -> None:
    for text in (
        "Eén coöperatie à la façon",
        "Größe, ßẞ",
        "Žluťoučký kůň",
        "Zażółć gęślą jaźń",
        "İstanbul ığ",
    ):
        assert can_set(text, face), text
    assert can_set("Țară și “quotes”, ‘quotes’, „Anführung“ – — … • × €", face)


@pytest.mark.parametrize("text", ["Зрелость", "Ωριμότητα", "成熟度", "نضج", "בגרות", "परिपक्वता", "⟦Ȧ⟧"])
def test_a_text_that_the_font_has_no_letters_for_is_left_out_and_the_rest_is_drawn(text: str) -> None:
    other = builders.framework("ferry", (0, 1), (1, 2), short_title=text)
    drawing = drawn(other, MILL, title=text)
    assert text not in written(drawing)
    assert {"mill", "An atlas", "1"} <= set(written(drawing))
    assert all(can_set(line.text, line.face) for line in drawing.shapes if isinstance(line, Words))
    assert decoded(png(drawing)).width == 1200


def test_no_letter_is_drawn_as_a_box() -> None:
    missing, letter = pixels("成", "text", 40), pixels("O", "text", 40)
    assert missing.rows != letter.rows
    assert not can_set("成", "text")


def test_what_a_page_is_about_has_its_colours_and_the_rest_has_none() -> None:
    tones = colours.TONES[1:]
    assert filled(drawn(FERRY, MILL), *tones) == 5
    assert filled(drawn(FERRY, MILL, address="frameworks/ferry/"), *tones) == 3
    assert filled(drawn(FERRY, MILL, address="quiz/mill/"), *tones) == 2
    assert filled(drawn(FERRY, MILL, address="frameworks/mill/levels/level-2/"), *tones) == 1
    assert filled(drawn(FERRY, MILL, address="crosswalks/ferry--mill/"), *tones) == 5
    assert filled(drawn(FERRY, MILL, address="themes/people/"), *tones) == 5
    # Of the second band: one level of the one, two of the other.
    assert filled(drawn(FERRY, MILL, address="findings/band-2/"), *tones) == 3


def test_what_a_page_is_about_is_higher_than_the_rest_and_says_its_titles() -> None:
    drawing = drawn(FERRY, MILL, address="frameworks/ferry/")
    heights = {
        name: {shape.height for shape in drawing.shapes if isinstance(shape, Box) and shape.fill in fills}
        for name, fills in (("out", colours.TONES[1:]), ("faint", (colours.PANEL,)))
    }
    assert max(heights["out"]) > 1.5 * max(heights["faint"])
    assert written(drawing).count("Level 1") == 1


def test_a_framework_that_has_no_place_yet_says_so() -> None:
    drawing = drawn(FERRY, builders.framework("mill", None, None), address="frameworks/mill/")
    assert "not placed" in written(drawing)


def test_of_too_many_frameworks_those_stay_that_the_page_is_about() -> None:
    many = [builders.framework(f"ship-{n}", (0, 2), (1, 3), (2, 5)) for n in range(20)]
    drawing = drawn(*many, address="frameworks/ship-19/")
    shown = [text for text in written(drawing) if text.startswith("ship-")]
    assert "ship-19" in shown
    assert 2 < len(shown) < 20
    assert max(shape.y + shape.height for shape in drawing.shapes if isinstance(shape, Box)) <= 630


def test_a_language_that_is_written_from_the_right_has_the_scale_begin_there() -> None:
    drawing = drawn(FERRY)
    across = [
        shape.x for shape in drawing.mirrored().shapes if isinstance(shape, Words) and shape.text == "1"
    ]
    before = [shape.x for shape in drawing.shapes if isinstance(shape, Words) and shape.text == "1"]
    assert [1200 - x - width("1", "strong", 22) for x in before] == across
    assert drawing.mirrored().mirrored() == drawing


def test_the_drawing_to_download_names_what_it_shows_whose_it_is_and_its_licence() -> None:
    drawing = whole(FERRY, MILL, title="What it finds")
    assert {"What it finds", "What it shows.", "An atlas · CC BY 4.0 · atlas.internal"} <= set(
        written(drawing)
    )
    assert Imprint("An atlas", "CC BY 4.0").line == "An atlas · CC BY 4.0"
    assert written(drawing).count("Level 1") == 2


def test_svg_is_a_drawing_of_outlines_with_its_words_for_who_cannot_see_it() -> None:
    content = svg(whole(FERRY, MILL, title="Fish & <chips>")).decode()
    root = ElementTree.fromstring(content)
    assert {element.tag.partition("}")[2] for element in root.iter()} == {
        *("svg", "title", "desc", "defs", "path", "rect", "g", "use"),
    }
    assert {name for element in root.iter() for name in element.attrib} <= {
        *("width", "height", "viewBox", "role", "aria-labelledby", "id"),
        *("x", "y", "fill", "transform", "d", "{http://www.w3.org/1999/xlink}href"),
    }
    title, description = root[0], root[1]
    assert title.text == "Fish & <chips>"
    assert description.text == "ferry: 1 Level 1, 2 Level 2, 3 Level 3. mill: 1 Level 1, 2 Level 2"
    assert re.findall(r"https?:[^\"]*", content) == [
        "http://www.w3.org/2000/svg",
        "http://www.w3.org/1999/xlink",
    ]


def test_the_colours_are_those_of_the_light_scheme() -> None:
    css = (PROJECT / "templates" / "theme" / "assets" / "atlas.css").read_text(encoding="utf-8")
    light = css[css.index("[data-md-color-scheme] {") : css.index("@media screen")]
    named = dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]+);", light))
    assert named["on-high"] == "#fff"
    assert (*(named[f"tone-{n}"] for n in range(1, 6)),) == colours.TONES[1:]
    for name in ("paper", "ink", "soft", "line", "panel", "on-low"):
        assert named[name] == getattr(colours, name.upper().replace("-", "_")), name


def test_every_text_can_be_read_and_every_bar_be_seen_on_its_ground() -> None:
    mixed = builders.framework("mixed", (0, 1), (1, 2), (2, 3), (3, 4), (4, 5))
    for address in ("", "frameworks/ferry/", "frameworks/mixed/levels/level-3/", "findings/band-2/"):
        for shape in drawn(FERRY, mixed, address=address).shapes:
            if isinstance(shape, Words):
                assert contrast(shape.fill, shape.ground) >= 4.5, shape
            elif shape.fill not in (colours.LINE, colours.TONES[-1]):
                assert contrast(shape.edge or shape.fill, colours.PAPER) >= 3, shape


def test_a_text_stands_on_the_colour_that_is_below_it() -> None:
    drawing = drawn(FERRY, MILL, address="frameworks/ferry/")
    for number, shape in enumerate(drawing.shapes):
        if isinstance(shape, Words):
            below = [colours.PAPER]
            for other in drawing.shapes[:number]:
                if isinstance(other, Box) and other.x <= shape.x < other.x + other.width:
                    below += [other.fill] if other.y <= shape.y < other.y + other.height else []
            assert below[-1] == shape.ground, shape


def test_an_address_that_is_about_nothing_on_the_ruler_has_all_stand_out() -> None:
    site = site_of(builders.atlas(FERRY))
    rows = ruler((FERRY,), site.parts)
    assert Emphasis.of(Page("glossary", "glossary/", ()), rows) == Emphasis()


OWN_COLOURS = """
[data-md-color-scheme] { --tone-1: #FFF0E0; --tone-5: #402; --soft: #fafafa; --ink: red; --tone-3: #803000 }
@media screen { [data-md-color-scheme="slate"] { --tone-1: #111111; --paper: #000; } }
"""


def test_a_picture_follows_the_colours_of_a_site_s_light_scheme() -> None:
    assert colours.of_site(OWN_COLOURS) == {
        colours.TONES[1]: "#fff0e0",
        colours.TONES[3]: "#803000",
        colours.TONES[5]: "#440022",
        colours.SOFT: "#fafafa",
    }
    before = drawn(FERRY, MILL, address="")
    after = colours.coloured(before, colours.of_site(OWN_COLOURS))
    fills = [
        {shape.fill for shape in drawing.shapes if isinstance(shape, Box)} for drawing in (before, after)
    ]
    assert colours.TONES[1] in fills[0] - fills[1]
    assert "#fff0e0" in fills[1]
    assert colours.coloured(before, {}) is before


def test_what_could_not_be_read_in_a_site_s_colours_is_drawn_so_that_it_can() -> None:
    mixed = builders.framework("mixed", (0, 1), (1, 2), (2, 3), (3, 4), (4, 5))
    for shape in colours.coloured(drawn(mixed, address=""), colours.of_site(OWN_COLOURS)).shapes:
        if isinstance(shape, Words):
            assert contrast(shape.fill, shape.ground) >= 4.5, shape
        elif shape.edge:
            assert contrast(shape.edge, colours.PAPER) >= 3, shape
