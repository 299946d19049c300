"""Weigh the files of the built site as a server sends them."""

import html
import re

import pytest

from tests.site.built import Site
from tests.site.served import weight

PAGE_BYTES = 25 * 1024
# All together: a page loads its own, which test_visits.py weighs with all else that it loads at first.
OWN_SCRIPT_BYTES = 19 * 1024
OWN_STYLE_BYTES = 7.5 * 1024  # what every page loads
POSTER_STYLE_BYTES = 3.5 * 1024  # what posters load besides: test_posters.py
SEARCH_SCRIPT_BYTES = 12 * 1024  # loaded with the first word
SEARCH_INDEX_BYTES = 150 * 1024


def test_a_search_index_stays_small_in_every_language(site: Site, language: str) -> None:
    entries = site.folder / site.languages[language] / "search" / "search_entries.json"
    assert 1024 < weight(entries.read_bytes()) <= SEARCH_INDEX_BYTES


def test_what_a_first_word_loads_beside_the_index_stays_small(site: Site) -> None:
    scripts = [weight(file.read_bytes()) for file in (site.folder / "assets" / "search").glob("*.js")]
    assert len(scripts) == 3
    assert sum(scripts) <= SEARCH_SCRIPT_BYTES


def test_no_page_is_heavier_than_its_budget(site: Site) -> None:
    heavy = {
        str(page): size
        for page in site.pages.values()
        if (size := weight(page.file.read_bytes())) > PAGE_BYTES
    }
    assert not heavy, f"more than {PAGE_BYTES} bytes: {heavy}"


@pytest.mark.parametrize(
    ("pattern", "budget"),
    [
        ("*.js", OWN_SCRIPT_BYTES),
        ("atlas.css", OWN_STYLE_BYTES),
        ("atlas-poster.css", POSTER_STYLE_BYTES),
    ],
)
def test_the_sites_own_scripts_and_styles_stay_small(site: Site, pattern: str, budget: float) -> None:
    sizes = {
        file.relative_to(site.folder).as_posix(): weight(file.read_bytes())
        for file in site.folder.glob(f"assets/**/{pattern}")
        if file.relative_to(site.folder / "assets").parts[0].startswith("atlas")
    }
    assert sizes, f"no assets/atlas… of {pattern} in the site"
    assert sum(sizes.values()) <= budget, sizes


def test_every_style_sheet_of_the_site_has_a_budget(site: Site) -> None:
    own = {file.name for file in (site.folder / "assets").glob("atlas*.css")}
    assert own == {"atlas.css", "atlas-poster.css"}


def test_no_heading_of_the_shipped_site_needs_the_second_file_of_letters(site: Site) -> None:
    style = (site.folder / "assets" / "atlas.css").read_text("utf-8")
    first, more = (
        {chr(code) for found in ranges.split(",") for code in span(found)}
        for ranges in re.findall(r"unicode-range:([^;}]+)", style)
    )
    assert not first & more
    headings = re.compile(r"<(?:h[1-6]|[a-z]+ class=.a-claim__figure)[^>]*>(.*?)</(?:h[1-6]|p)>", re.DOTALL)
    needed = {
        letter
        for page in site.pages.values()
        for heading in headings.findall(page.file.read_text("utf-8"))
        for letter in html.unescape(re.sub(r"<[^>]*>", "", heading))
    }
    assert {"A", "z", "–", "%"} <= needed
    assert needed & more == set()


def span(found: str) -> range:
    """The codes of one range of a style sheet, such as `U+20-21`."""
    first, _, last = found.strip().lower().removeprefix("u+").partition("-")
    return range(int(first, 16), int(last or first, 16) + 1)
