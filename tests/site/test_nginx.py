"""Under Debian's nginx, with the file that the build wrote for it, all of the site works as it should."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response, expect
from playwright.sync_api import Page as Tab

from tests.servers.running import Running, include, nginx
from tests.site.built import LANGUAGES, PAGE_TYPES, Page, Site
from tests.site.quiz import MATRIX, QUIZZES, Taker, address
from tests.site.searching import RESULTS, look_for
from tests.site.tabs import new_tab
from tests.site.test_languages import WORDS
from tests.site.visits import switch_language

HEARD = """addEventListener("securitypolicyviolation", (event) => console.error(
    `violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"""
"""Says on the console what a policy stopped, in every frame and before anything else runs there."""

INJECTED = "<script>window.evil = 1</script><p onclick='x' style='color: red'>"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """nginx' own folder."""
    return tmp_path_factory.mktemp("nginx")


@pytest.fixture(scope="module")
def published(site: Site, place: Path) -> Iterator[Running]:
    """The site as a host publishes it; its sitemap names this server, as that of a published site would."""
    # Instant navigation goes to pages of the sitemap only. The home page of the second language is hurt
    # twice: as it is sent, and again without the headers, under the policy that it has in itself.
    second = list(LANGUAGES.values())[1]
    hurt = (
        f"alias {site.folder}/{second}index.html; default_type text/html; gzip_static off;"
        f" sub_filter_once on; sub_filter '</h1>' \"</h1>{INJECTED}\";"
    )
    inside = "\n".join(
        (
            include(site.folder),
            "location = /sitemap.xml { gzip_static off; sub_filter_types *; sub_filter_once off;"
            f" sub_filter '{site.root}' 'http://$http_host/'; }}",
            f"location = /hurt.html {{ {hurt} }}",
            # A location with a header of its own has none of those around it.
            f"location = /bare.html {{ {hurt} add_header X-Headers none; }}",
        )
    )
    with nginx(site.folder, place, inside) as running:
        yield running


class Watched:
    """A tab, and all that went wrong in it or came from elsewhere."""

    def __init__(self, tab: Tab, origin: str) -> None:
        self.tab = tab
        self.complaints: list[str] = []
        self.answers: list[Response] = []
        self._own = (f"{origin}/", "data:", "blob:", "about:")
        tab.context.add_init_script(HEARD)
        tab.on("pageerror", lambda error: self._complain(f"error: {error}"))
        tab.on(
            "console", lambda said: self._complain(said.text) if said.type in ("error", "warning") else None
        )
        tab.context.on("request", lambda request: self._asked(request.url))
        tab.context.on("response", lambda answer: self.answers.append(answer))

    def _complain(self, text: str) -> None:
        self.complaints.append(f"{self.tab.url}: {text}")

    def _asked(self, url: str) -> None:
        if not url.startswith(self._own):
            self._complain(f"third party: {url}")


@contextmanager
def watching(browser: Browser, published: Running) -> Iterator[Watched]:
    """A tab that has never seen the site; at the end nothing may have gone wrong in it."""
    with new_tab(browser, 1440, apart=True) as tab:
        watched = Watched(tab, published.origin)
        yield watched
        assert watched.complaints == []


def test_on_every_type_of_page_the_policy_stops_nothing_and_nobody_else_is_asked(
    site: Site, page_types: dict[str, Page], published: Running, browser: Browser
) -> None:
    with watching(browser, published) as watched:
        # Each in one language, the next in the next: in all of them test_visits.py hears complaints.
        for page_type, language in zip(PAGE_TYPES, cycle(LANGUAGES), strict=False):
            page = site.counterpart(page_types[page_type], language)
            if page_type != "not found":
                watched.tab.goto(f"{published.origin}/{page}", wait_until="load")
                expect(watched.tab.locator("html")).to_have_attribute("lang", language)
        watched.tab.wait_for_load_state("networkidle")
        answers = {answer.url: answer for answer in watched.answers}
    assert len(answers) > len(PAGE_TYPES)
    for url, answer in answers.items():
        headers = answer.headers
        assert answer.status in (200, 304), url
        assert headers["content-security-policy"].startswith("default-src 'self'; "), url
        forever = re.search(r"\.[0-9a-f]{8}\.(min\.)?(css|js)$", url) is not None
        assert ("immutable" in headers["cache-control"]) == forever, url
        if url.endswith("/") or forever:
            assert headers["content-encoding"] == "gzip", url


def test_an_unknown_address_shows_the_404_page_of_the_language(
    language: str, published: Running, browser: Browser
) -> None:
    with new_tab(browser, 1440, apart=True) as tab:
        watched = Watched(tab, published.origin)
        answer = tab.goto(f"{published.origin}/{LANGUAGES[language]}no/where/", wait_until="networkidle")
        assert answer is not None
        assert answer.status == 404
        expect(tab.locator("html")).to_have_attribute("lang", language)
        expect(tab.locator("h1")).to_be_visible()
        assert [text for text in watched.complaints if "status of 404" not in text] == []


@pytest.mark.parametrize(("language", "word"), [(tag, WORDS[tag][0]) for tag in LANGUAGES])
def test_search_with_its_worker_keeps_the_policy(
    language: str, word: str, published: Running, browser: Browser
) -> None:
    with watching(browser, published) as watched:
        watched.tab.goto(f"{published.origin}/{LANGUAGES[language]}")
        look_for(watched.tab, word)
        expect(watched.tab.locator(RESULTS).first).to_be_attached()


@pytest.mark.parametrize("embed", [False, True], ids=["alone", "embedded"])
def test_a_quiz_from_its_start_to_a_copied_link_keeps_the_policy(
    embed: bool, published: Running, browser: Browser
) -> None:
    with watching(browser, published) as watched:
        watched.tab.goto(f"{published.origin}/{address(MATRIX, 'nl', embed=embed)}")
        taker = Taker(watched.tab)
        taker.do("begin")
        for _ in QUIZZES[MATRIX].questions:
            taker.choose(1)
            taker.next()
        expect(taker.level).to_have_count(1)
        taker.do("copy")


def test_colours_languages_and_instant_navigation_keep_the_policy(
    published: Running, browser: Browser
) -> None:
    with watching(browser, published) as watched:
        tab = watched.tab
        tab.goto(f"{published.origin}/", wait_until="networkidle")
        for scheme in ("default", "slate"):
            tab.locator("[data-md-component=palette] label:visible").click()
            expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        loads: list[str] = []
        tab.on(
            "request", lambda asked: loads.append(asked.url) if asked.resource_type == "document" else None
        )
        for name in ("crosswalks", "compare", "quiz", "frameworks"):
            link = tab.locator(f"a[href='{published.origin}/{name}/'], a[href$='{name}/']").locator(
                "visible=true"
            )
            link.first.click()
            tab.wait_for_url(f"{published.origin}/{name}/")
        assert loads == [], "the pages were not navigated to at once: this test shows nothing"
        switch_language(tab, "nl")
        tab.wait_for_url(f"{published.origin}/nl/frameworks/")
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("path", ["hurt", "bare"])
def test_a_script_that_got_into_a_page_does_not_run(path: str, published: Running, browser: Browser) -> None:
    with new_tab(browser, 1440, apart=True) as tab:
        watched = Watched(tab, published.origin)
        answer = tab.goto(f"{published.origin}/{path}.html")
        assert answer is not None
        assert answer.status == 200
        assert ("content-security-policy" in answer.headers) == (path == "hurt")
        assert "window.evil = 1" in tab.content()
        assert tab.evaluate("window.evil") is None
        heard = " ".join(watched.complaints)
    for directive in ("script-src-elem", "script-src-attr", "style-src-attr"):
        assert f"violation: {directive} inline" in heard


def test_without_a_policy_the_same_script_would_have_run(published: Running, browser: Browser) -> None:
    with browser.new_context(bypass_csp=True) as context:
        tab = context.new_page()
        tab.goto(f"{published.origin}/hurt.html")
        assert tab.evaluate("window.evil") == 1


@pytest.mark.parametrize(("where", "shown"), [("embed/", True), ("", False)])
def test_another_site_may_frame_the_quiz_that_is_meant_for_it_and_no_other_page(
    where: str, shown: bool, published: Running, browser: Browser
) -> None:
    with new_tab(browser, 1440, apart=True) as tab:
        tab.set_content(f'<iframe src="{published.origin}/quiz/{MATRIX}/{where}" width="900" height="700">')
        tab.wait_for_load_state("networkidle")
        quiz = tab.frame_locator("iframe").locator("atlas-quiz")
        expect(quiz).to_have_count(1 if shown else 0)
        if shown:
            quiz.locator("[data-do=begin]:visible").first.click()
            expect(quiz.locator("fieldset:visible input").first).to_be_visible()
