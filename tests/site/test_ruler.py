"""The ruler on a phone: the names of the scale's bands stand whole."""

import pytest

from tests.site.built import LANGUAGES, Site
from tests.site.conftest import Open

# Of each word of a name: on how many lines its letters stand.
BROKEN = r"""() => [...document.querySelectorAll(".a-ruler__bands li")].flatMap(band => {
    const nodes = [...(band.querySelector("a") ?? band).childNodes];
    const text = nodes.find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const range = document.createRange();
    return [...text.data.matchAll(/[^\s-]+/g)].filter(word => {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length > 1;
    }).map(word => word[0]);
})"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_band_is_broken_on_a_phone(language: str, site: Site, open_page: Open) -> None:
    page = next(
        page
        for page in site.pages.values()
        if page.language == language and page.path.startswith("crosswalks/") and page.path != "crosswalks/"
    )
    tab = open_page(page, width=360)
    assert tab.locator(".a-ruler__bands li").count() >= 5
    assert tab.evaluate(BROKEN) == []
