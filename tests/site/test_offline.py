"""A copy of the pages of a language opens from its folder, with search and quiz, and no server."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.site.from_file import OFFLINE, Copy
from generator.site.offline import archive
from tests.site.built import ADDRESS, LANGUAGES, Page, Site, read_site
from tests.site.quiz import GRADED, Taker
from tests.site.searching import RESULTS, look_for
from tests.site.tabs import hearing, new_tab
from tests.site.test_links import addresses, is_on

MOST_BYTES = 3_000_000
PUBLISHED = "https://atlas.internal/nl/"
COPY = Copy({"index.html", "levels/index.html", "levels/dock/index.html", "assets/a.css"}, PUBLISHED)


@pytest.fixture(scope="session")
def copies(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The copy of each language, unpacked."""
    folders = {}
    for tag, below in LANGUAGES.items():
        unpacked = tmp_path_factory.mktemp(f"offline-{tag}")
        with ZipFile(site.folder / below / OFFLINE) as packed:
            packed.extractall(unpacked)
        [folders[tag]] = unpacked.iterdir()
    return folders


@pytest.fixture
def copy(copies: dict[str, Path], language: str) -> Path:
    """The copy of each language in turn."""
    return copies[language]


@contextmanager
def opened(chromium: Callable[[], Browser], file: Path) -> Iterator[Taker]:
    """A file in a browser; no page may complain on its console."""
    with new_tab(chromium(), 1440) as tab, hearing(tab) as complaints:
        tab.goto(file.as_uri())
        yield Taker(tab)
        assert complaints == []


def follow(tab: Tab, pattern: str) -> None:
    """Click the first link in the article that leads to such a file."""
    links = tab.locator("article a[href]:visible").all()
    link = next(link for link in links if re.search(pattern, link.get_attribute("href") or ""))
    link.click()
    tab.wait_for_url(re.compile(f"^file:.*{pattern}"))
    expect(tab.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        (".", "./index.html"),
        ("../levels/", "../levels/index.html"),
        ("dock/", "dock/index.html"),
        ("..", "../index.html"),
        ("../assets/a.css", "../assets/a.css"),
        ("../cite/x/", "https://atlas.internal/nl/cite/x/"),
        ("../../levels/", "https://atlas.internal/levels/"),
        ("/api/a.csv", "https://atlas.internal/api/a.csv"),
    ],
)
def test_a_link_leads_to_a_file_of_the_copy_or_to_the_published_address(address: str, leads: str) -> None:
    html = COPY.page(f'<a class="a" href="{address}?a=b#c">href="{address}"</a>', "levels/index.html")
    assert html == f'<a class="a" href="{leads}?a=b#c">href="{address}"</a>'


@pytest.mark.parametrize("address", ["#c", "https://x.nl/levels/", "mailto:a@b.nl", "data:,a/"])
def test_a_link_that_needs_no_server_stays_as_it_is(address: str) -> None:
    html = f'<a href="{address}">'
    assert COPY.page(html, "levels/index.html") == html


def test_the_same_files_of_the_same_day_are_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    one = archive("a", {"b": b"1", "a": b"2"})
    assert one == archive("a", {"a": b"2", "b": b"1"})
    with ZipFile(BytesIO(one)) as packed:
        assert [(item.filename, item.date_time) for item in packed.infolist()] == [
            ("a/a", (1980, 1, 1, 0, 0, 0)),
            ("a/b", (1980, 1, 1, 0, 0, 0)),
        ]


def test_every_page_at_its_foot_gives_the_small_copy_of_its_language(site: Site, language: str) -> None:
    copy = site.folder / LANGUAGES[language] / OFFLINE
    assert copy.stat().st_size < MOST_BYTES
    for page in site.pages.values():
        if page.language == language and any(page.all("footer")):
            links = [link for link in page.all("a", "footer") if "download" in link.attributes]
            assert [site.target(page, link.attributes["href"]) for link in links] == [
                site.target(site.pages[LANGUAGES[language]], OFFLINE)
            ], page


def test_every_link_of_a_copy_leads_to_a_place_in_it_or_to_the_web(
    copy: Path, language: str, site: Site
) -> None:
    pages = read_site(copy, {language: ""}).pages
    by_file = {page.file.resolve(): page for page in pages.values()}
    assert len(pages) > 50
    wrong = [
        f"{page}: {address}"
        for page in pages.values()
        for _, address in addresses(page)
        if not leads_somewhere(page, address, by_file, site)
    ]
    assert not wrong, "\n".join(wrong[:20])


def leads_somewhere(page: Page, address: str, pages: dict[Path, Page], site: Site) -> bool:
    """Whether a file, with its fragment, is in the copy, or an address is on the site or elsewhere."""
    if address.startswith(ADDRESS):
        where, _, _ = address.removeprefix(ADDRESS).partition("#")
        return site.file(where) is not None
    if address.startswith(("https:", "http:", "mailto:", "data:")):
        return True
    file, _, fragment = address.partition("#")
    file = file.partition("?")[0]
    there = (page.file.parent / file).resolve() if file else page.file.resolve()
    if there.suffix != ".html":
        return there.is_file()
    # `#q=…` is a state for a script.
    return there in pages and (not fragment or "=" in fragment or is_on(pages[there], fragment))


def test_every_page_of_a_copy_says_that_it_is_one_and_where_the_site_is(copy: Path, language: str) -> None:
    for page in read_site(copy, {language: ""}).pages.values():
        if any(page.all("footer")):
            links = [link.attributes.get("href") for link in page.all("a", "footer")]
            assert f"{ADDRESS}{LANGUAGES[language]}" in links, page


def test_a_reader_gets_from_the_start_to_a_level_and_a_crosswalk(
    copy: Path, chromium: Callable[[], Browser]
) -> None:
    with opened(chromium, copy / "index.html") as reader:
        follow(reader.tab, r"frameworks/[^/]+/index\.html$")
        follow(reader.tab, r"levels/[^/]+/index\.html$")
        follow(reader.tab, r"crosswalks/[^/]+--[^/]+/index\.html")
        reader.tab.locator("header .md-logo").click()
        reader.tab.wait_for_url((copy / "index.html").as_uri())


def test_a_word_is_found_and_its_first_hit_opens(copy: Path, chromium: Callable[[], Browser]) -> None:
    with opened(chromium, copy / "glossary" / "index.html") as reader:
        look_for(reader.tab, "data")
        expect(reader.tab.locator(RESULTS)).not_to_have_count(0)
        expect(reader.tab.locator(".a-finder [role=status]")).to_have_text(re.compile(r"\d"))
        title = reader.tab.locator(f"{RESULTS} .a-found__title").first.inner_text()
        reader.tab.locator(RESULTS).first.click()
        reader.tab.wait_for_url(re.compile(r"^file:.*/index\.html"))
        expect(reader.tab.locator("article")).to_contain_text(title)


def test_a_quiz_gives_a_result_with_a_link_that_leads_others_to_the_site(
    copy: Path, language: str, chromium: Callable[[], Browser]
) -> None:
    with opened(chromium, copy / "quiz" / GRADED / "index.html") as reader:
        reader.answer_all(1)
        expect(reader.result).to_be_visible()
        assert reader.link.startswith(f"{ADDRESS}{LANGUAGES[language]}quiz/{GRADED}/#r=")
        reader.tab.reload()
        expect(reader.result).to_be_visible()
