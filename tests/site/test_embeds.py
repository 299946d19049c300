"""On another site's page a view of the atlas stands in a frame that fits, and a link where no script runs."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.servers.running import Running, include, nginx
from tests.site.built import ADDRESS, LANGUAGES, Page, Site
from tests.site.served import weight
from tests.site.tabs import new_tab

VIEWS = {
    "ruler": ("", "embed/ruler/"),
    "matrix": ("frameworks/fasenmodel/", "embed/matrix/fasenmodel/"),
    "crosswalk": ("crosswalks/clearhead--io/", "embed/crosswalk/clearhead--io/"),
    "quiz": ("quiz/io/", "quiz/io/embed/"),
}
"""The page that each is taken from, and where it stands."""

MOST_BLANK = 60
MOST_STOPS = 150
ELEMENT = (
    '<!doctype html><html lang="en"><title>Mine</title><button id="before">Before</button>'
    '<script src="{origin}/assets/embed.js" async></script>'
    '<maturity-atlas src="{origin}/{view}"{more}><a href="{origin}/{page}">A view</a></maturity-atlas>'
    '<button id="after">After</button>'
)


@pytest.fixture(scope="module")
def published(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The site with the headers that the build wrote for its host."""
    with nginx(site.folder, tmp_path_factory.mktemp("nginx"), include(site.folder)) as running:
        yield running


@contextmanager
def somebody(html: str) -> Iterator[str]:
    """Somebody else's site with one page, at another origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def element(published: Running, view: str, folder: str = "", more: str = "") -> str:
    """A page with one view."""
    page, address = VIEWS[view]
    return ELEMENT.format(
        origin=published.origin, view=f"{folder}{address}", page=f"{folder}{page}", more=more
    )


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_fits_its_frame_and_the_keyboard_goes_in_and_out(
    view: str, published: Running, browser: Browser
) -> None:
    with somebody(element(published, view)) as address, new_tab(browser, 1000) as tab:
        tab.goto(address)
        frame = tab.frame_locator("maturity-atlas iframe")
        expect(frame.locator("h1")).to_be_visible()
        expect(tab.locator("maturity-atlas iframe")).to_have_attribute("title", "A view")
        expect(tab.get_by_role("link", name="A view")).not_to_be_visible()
        assert 0 <= blank(tab) <= MOST_BLANK
        tab.locator("#before").focus()
        inside = 0
        for _ in range(MOST_STOPS):
            tab.keyboard.press("Tab")
            on = tab.evaluate("document.activeElement.id || document.activeElement.localName")
            if on == "after":
                break
            assert on == "maturity-atlas"
            inside += frame.locator(":focus").count()
        else:
            pytest.fail("the keyboard does not leave the frame")
        assert inside


def blank(tab: Tab) -> int:
    """How much higher a frame is than what is in it, when it has come to rest; below zero it scrolls."""
    inner = next(frame for frame in tab.frames if frame.parent_frame)
    told: list[int] = []
    for _ in range(50):
        told.append(
            inner.evaluate("""() => {
            const main = document.querySelector("main").getBoundingClientRect().bottom;
            const over = document.documentElement.scrollHeight - innerHeight;
            return over > 0 ? -over : Math.floor(innerHeight - main - scrollY);
        }""")
        )
        if told[-3:] == told[-1:] * 3 and 0 <= told[-1] <= MOST_BLANK:
            break
        tab.wait_for_timeout(100)
    return told[-1]


@pytest.mark.parametrize("view", VIEWS)
def test_without_scripts_a_view_is_a_link_to_its_page(
    view: str, published: Running, browser: Browser
) -> None:
    with (
        somebody(element(published, view)) as address,
        new_tab(browser, 1440, script=False) as tab,
    ):
        tab.goto(address)
        expect(tab.locator("iframe")).to_have_count(0)
        tab.get_by_role("link", name="A view").click()
        expect(tab).to_have_url(f"{published.origin}/{VIEWS[view][0]}")


@pytest.mark.parametrize("page", ["", "frameworks/fasenmodel/", "crosswalks/clearhead--io/", "embedding/"])
def test_nobody_else_can_frame_a_page(page: str, published: Running, browser: Browser) -> None:
    html = f'<!doctype html><title>Mine</title><iframe src="{published.origin}/{page}"></iframe>'
    with somebody(html) as address, new_tab(browser, 1000) as tab:
        refused: list[str] = []
        tab.on("console", lambda said: refused.append(said.text))
        tab.goto(address, wait_until="networkidle")
        assert any("frame-ancestors" in text for text in refused)
        expect(tab.frame_locator("iframe").locator("h1")).to_have_count(0)


def test_the_page_decides_the_colours_or_the_reader_does(published: Running, browser: Browser) -> None:
    for more, scheme in ((' scheme="light"', "default"), (' scheme="dark"', "slate"), ("", "slate")):
        html = element(published, "matrix", more=more)
        with somebody(html) as address, new_tab(browser, 1000, "dark") as tab:
            tab.goto(address)
            root = tab.frame_locator("maturity-atlas iframe").locator("html")
            expect(root).to_have_attribute("data-md-color-scheme", scheme)


def test_nobody_but_the_frame_decides_its_height(published: Running, browser: Browser) -> None:
    with somebody(element(published, "crosswalk")) as address, new_tab(browser, 1000) as tab:
        tab.goto(address)
        expect(tab.frame_locator("maturity-atlas iframe").locator("h1")).to_be_visible()
        before = blank(tab)
        tab.evaluate("postMessage({ atlasEmbed: true, height: 5000 }, '*')")
        tab.wait_for_timeout(200)
        assert blank(tab) == before <= MOST_BLANK
        assert tab.locator("maturity-atlas iframe").evaluate("frame => frame.height") != "5000"


def test_scripts_of_other_sites_may_read_the_script_and_it_is_small(published: Running, site: Site) -> None:
    answer = published.ask("/assets/embed.js")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in published.ask("/assets/atlas.js").headers
    for name, most in (("embed.js", 1024), ("embed-frame.js", 600), ("embed-frame.css", 500)):
        assert weight((site.folder / "assets" / name).read_bytes()) <= most


def framed(site: Site) -> list[Page]:
    """Every page that is nothing but a view."""
    return [page for page in site.pages.values() if page.is_view]


def test_a_view_is_no_page_to_search_engines_and_says_where_it_is_from(site: Site) -> None:
    assert len(framed(site)) > len(LANGUAGES)
    listed = "".join(file.read_text("utf-8") for file in site.folder.rglob("sitemap.xml"))
    for page in framed(site):
        html = page.file.read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in html
        (canonical,) = re.findall(r'<link rel="canonical" href="([^"]*)">', html)
        assert canonical.removeprefix(ADDRESS) in site.pages
        assert f"{ADDRESS}{page.address}" not in listed
        edition = "(edition|editie|Ausgabe) " + r"\d{4}\.\d{2}"
        assert re.search(rf"Maturity Atlas, [^<]*{edition}</a>", html), page


def test_a_page_with_a_view_tells_programs_how_to_embed_it_as_oembed_1_asks(site: Site) -> None:
    found = 0
    for page in site.pages.values():
        for link in page.all("link"):
            if link.attributes.get("type") == "application/json+oembed":
                target = site.target(page, link.attributes["href"])
                assert target
                check_oembed(site, json.loads((site.folder / target.address).read_text("utf-8")))
                found += 1
    assert found == len(list(site.folder.rglob("oembed.json"))) > len(framed(site))


def check_oembed(site: Site, data: dict[str, object]) -> None:
    """What https://oembed.com asks of version 1.0 and of the type `rich`, with the view that it names."""
    assert (data["version"], data["type"]) == ("1.0", "rich")
    assert isinstance(data["width"], int)
    assert isinstance(data["height"], int)
    assert data["title"]
    assert data["provider_name"] == "Maturity Atlas"
    (source,) = re.findall(r'^<iframe src="([^"]*)" title="[^"]+"', str(data["html"]))
    assert source.removeprefix(ADDRESS) in site.pages
    assert "embed/" in source


def test_the_page_on_embedding_shows_each_view_and_has_the_code_of_all(
    language: str, site: Site, published: Running, browser: Browser
) -> None:
    folder = LANGUAGES[language]
    text = (site.folder / folder / "embedding" / "index.html").read_text("utf-8")
    offered = set(re.findall(r'&lt;maturity-atlas src="([^"]*)"', text))
    views = [page for page in site.pages.values() if page.is_view or page.path.endswith("/embed/")]
    assert offered == {f"{ADDRESS}{page.address}" for page in views if page.language == language}
    with new_tab(browser, 1000) as tab:
        tab.goto(f"{published.origin}/{folder}embedding/")
        frames = tab.locator("maturity-atlas iframe")
        expect(frames).to_have_count(len(VIEWS))
        for number in range(len(VIEWS)):
            frames.nth(number).scroll_into_view_if_needed()
            expect(frames.nth(number).content_frame.locator("h1")).to_be_visible()
