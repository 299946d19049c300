"""Weigh the files of the built site as a server sends them."""

import pytest

from tests.site.built import Site
from tests.site.served import weight

PAGE_BYTES = 26 * 1024
OWN_SCRIPT_BYTES = 17 * 1024  # all together; what one page loads is weighed in test_visits.py
OWN_STYLE_BYTES = 7 * 1024
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


@pytest.mark.parametrize(("suffix", "budget"), [(".js", OWN_SCRIPT_BYTES), (".css", OWN_STYLE_BYTES)])
def test_the_sites_own_scripts_and_styles_stay_small(site: Site, suffix: str, budget: int) -> None:
    sizes = {
        file.relative_to(site.folder).as_posix(): weight(file.read_bytes())
        for file in site.folder.glob(f"assets/**/*{suffix}")
        if file.relative_to(site.folder / "assets").parts[0].startswith("atlas")
    }
    assert sizes, f"no assets/atlas*{suffix} in the site"
    assert sum(sizes.values()) <= budget, sizes
