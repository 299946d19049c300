"""The posters: which there are, how large their letters are, and the code that leads to the quiz."""

import re
from array import array
from gettext import NullTranslations

import pytest
import zxingcpp

from generator.addresses import is_published_at
from generator.pages import SiteData, pages, site_data
from generator.pages.poster_fit import LANES, SIZES, Head, fit_columns, fit_lanes, fit_matrix
from tests import builders
from tests.pages.test_bilingual import site_of
from tests.pages.test_comparing import given
from tests.rendering import renderer_of
from tests.site.projects import ROOT

HEAD = Head(("A ladder",), ("What it is.",))
WORDS = "a few words about boats "
ADDRESS = "https://atlas.boats.org/models/"


def html_of(site: SiteData, address: str, site_url: str | None = ADDRESS) -> str:
    """The article of a page."""
    page = next(page for page in pages(site) if page.address == address)
    return renderer_of(ROOT / "templates", site, site_url).page(page).html


def read_codes(html: str) -> list[str]:
    """What a phone reads from each code on a page: a white sheet with its path filled in."""
    found = []
    for side, path in re.findall(r'viewBox="0 0 (\d+) \1"[^>]*><path d="([^"]+)"', html):
        length, scale = int(side), 4
        pixels = array("B", [255] * (length * scale) ** 2)
        for x, y, run in (map(int, part) for part in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path)):
            for row in range(y * scale, (y + 1) * scale):
                start = row * length * scale + x * scale
                pixels[start : start + run * scale] = array("B", [0] * (run * scale))
        image = memoryview(pixels.tobytes()).cast("B", shape=[length * scale, length * scale])
        found += [code.text for code in zxingcpp.read_barcodes(image)]
    return found


def test_every_framework_and_the_scale_have_posters_in_one_language_and_in_two() -> None:
    found = {page.address for page in pages(site_of("nl", "en", "nl")) if "poster" in page.kind}
    ids = [item.id for item in builders.loaded_project().atlas().frameworks]
    assert found == {
        f"{place}poster/{end}"
        for place in ("", *(f"frameworks/{id_}/" for id_ in ids))
        for end in ("", "languages/")
    }


def test_a_site_in_one_language_has_posters_in_that_language_only() -> None:
    addresses = [page.address for page in pages(site_of("en", "en")) if "poster" in page.kind]
    assert "poster/" in addresses
    assert not [address for address in addresses if "languages" in address]


def test_the_code_on_a_poster_leads_to_the_quiz_in_the_language_of_the_page() -> None:
    assert read_codes(html_of(site_of("nl", "en", "nl"), "frameworks/harbour/poster/")) == [
        f"{ADDRESS}nl/quiz/harbour/"
    ]


def test_the_poster_of_the_scale_has_a_code_for_each_quiz() -> None:
    site = site_of("en", "en", "nl")
    expected = [f"{ADDRESS}quiz/{item.id}/" for item in site.atlas.frameworks]
    assert read_codes(html_of(site, "poster/")) == expected


@pytest.mark.parametrize(
    "address", [None, "https://maturity-atlas.example/", "https://www.example.org/atlas/"]
)
def test_without_an_address_that_leads_anywhere_there_is_no_code_and_no_address(address: str | None) -> None:
    html = html_of(site_of("en", "en", "nl"), "frameworks/harbour/poster/", address)
    assert "<path" not in html
    assert "example" not in html
    assert 'href="../../../quiz/harbour/"' in html


def test_an_address_counts_unless_its_name_is_kept_for_examples() -> None:
    assert is_published_at("https://examples.org/")
    assert is_published_at("http://intranet:8080/atlas/")
    assert not is_published_at("https://example.com")
    assert not is_published_at("atlas")


def test_a_poster_in_two_languages_says_each_text_twice_and_a_name_that_is_the_same_once() -> None:
    html = html_of(site_of("nl", "en", "nl"), "frameworks/harbour/poster/languages/")
    assert 'nl: Two people with a rota. <span class="a-beside" lang="en" dir="ltr">Two people with' in html
    same = site_data(
        builders.views(builders.atlas(builders.framework()), "en", "nl"), "en", NullTranslations()
    )
    assert "a-beside" not in html_of(same, "frameworks/harbour/poster/")


def test_every_level_has_room_for_dots() -> None:
    html = html_of(site_of("en", "en", "nl"), "frameworks/harbour/poster/")
    assert html.count('class="a-strip ') == len(builders.loaded_project().atlas().framework("harbour").levels)


def test_more_text_takes_smaller_letters() -> None:
    few, many = (fit_columns(HEAD, [(("One",), (WORDS * n,))] * 5) for n in (5, 25))
    assert SIZES[0] < many < few <= SIZES[-1]


def test_a_second_language_takes_smaller_letters() -> None:
    one, two = (fit_columns(HEAD, [(("One",), (WORDS * 12,) * n)] * 5) for n in (1, 2))
    assert two < one


def test_a_matrix_with_more_rows_takes_smaller_letters() -> None:
    row = [("Crew",), *[(WORDS * 4,)] * 5]
    few, many = (fit_matrix(HEAD, [("One",)] * 5, [row] * n) for n in (4, 9))
    assert SIZES[0] < many < few


def test_what_is_far_too_much_gets_the_smallest_letters_there_are() -> None:
    assert fit_columns(HEAD, [(("One",), (WORDS * 200,))] * 9) == SIZES[0]
    assert fit_lanes(400, 90) == LANES[0]


def test_few_frameworks_have_higher_lanes_than_many() -> None:
    assert LANES[0] < fit_lanes(18, 9) < fit_lanes(6, 4) <= LANES[-1]


def test_the_style_sheet_has_a_class_for_every_size() -> None:
    css = (ROOT / "templates/theme/assets/atlas-poster.css").read_text(encoding="utf-8")
    assert all(f".a-fit-{size} {{ --fit: {size / 10:g}; }}" in css for size in SIZES)
    assert all(f".a-lane-{lane} {{ --lane: {lane}; }}" in css for lane in LANES)


def test_levels_that_share_a_stretch_lie_in_lanes_of_their_own() -> None:
    item = builders.framework("harbour", (0, 2), (1, 3))
    site = site_data(builders.views(builders.atlas(item), "en"), "en", NullTranslations())
    [row] = given(site, "poster/")["rows"]
    assert [len(lane) for lane in row.lanes] == [1, 1]
