"""A site made from hostile texts: every one of them stands there as the text that it is, and does nothing."""

import re
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from playwright.sync_api import Browser, expect

from generator.l10n.updating import update
from tests.site.built import read_site
from tests.site.projects import ROOT, mkdocs, replace, write_site_project
from tests.site.searching import RESULTS
from tests.site.served import Server
from tests.site.tabs import new_tab

SCRIPT = '<script>alert("atlas")</script>'
IMAGE = "<img src=x onerror=alert('atlas')>"
BREAKOUT = "\"'><svg/onload=alert('atlas')>"
LINK = "[atlas](javascript:alert('atlas'))"
TEMPLATE = "{{ 7*191 }}{% for a in b %}"
CLOSING = "</title></textarea></template></style>--><b onclick=alert('atlas')>"
SHORT = " ".join((SCRIPT, IMAGE, TEMPLATE))
EVIL = " ".join((SCRIPT, IMAGE, BREAKOUT, LINK, TEMPLATE, CLOSING))


class Elements(HTMLParser):
    """Keeps what would act, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Events and addresses that run; nothing of ours has either."""
        for name, value in attrs:
            if name.startswith("on") or re.match(r"\s*javascript:", value or "", re.IGNORECASE):
                self.acts.append(f"<{tag} {name}={value}>")

    def handle_data(self, data: str) -> None:
        """Text, and what stands in scripts."""
        if self.cdata_elem == "script" and 'alert("atlas")' in data:
            self.acts.append(data)
        self.text.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which texts of the data, of translations and of the interface are all hostile."""
    project = write_site_project(tmp_path_factory.mktemp("evil"))
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        # What brings the search.
        file.write("extra_javascript: [{path: assets/atlas.js, defer: true}]\n")
    mill = project / "frameworks" / "mill.yaml"
    for line, text in (("title: The mill", SHORT), ("summary: Two layers that turn together.", EVIL)):
        quoted = "'" + text.replace("'", "''") + "'"
        replace(mill, f"{line}\n", f"{line.partition(':')[0]}: {quoted}\n")
    from generator.project import open_project

    sound, problems = open_project(project, ["en", "nl"])
    assert sound is not None, problems
    update(sound, ["nl"], write=True)
    for path in sorted((project / "locales" / "nl" / "LC_MESSAGES").glob("*.po")):
        spoil(path)
    words = (ROOT / "locales" / "nl" / "LC_MESSAGES" / "ui.po").read_bytes()
    (project / "locales" / "nl" / "LC_MESSAGES" / "ui.po").write_bytes(words)
    spoil(project / "locales" / "nl" / "LC_MESSAGES" / "ui.po")
    done = mkdocs(project, "build")
    assert done.returncode == 0, done.stdout
    return project / "site"


def spoil(path: Path) -> None:
    """Let every translation of a catalogue be hostile; gaps in it stay, so that it counts."""
    catalogue = polib.pofile(str(path), wrapwidth=0)
    for entry in catalogue:
        gaps = "".join(dict.fromkeys(re.findall(r"(?<!%)%\(\w+\)s", entry.msgid)))
        text = EVIL.replace("%", "%%") if path.stem in ("ui", "commands") else EVIL
        if entry.msgid_plural:
            entry.msgstr_plural = {0: gaps + text, 1: gaps + text}
        else:
            entry.msgstr = gaps + text
        entry.flags = []
    catalogue.save(str(path))


def test_no_text_whatever_acts_on_any_page(site: Path) -> None:
    acting = {}
    for path in sorted(site.rglob("*.html")):
        page = Elements()
        page.feed(path.read_text(encoding="utf-8"))
        if page.acts:
            acting[path.relative_to(site).as_posix()] = page.acts[:3]

    assert acting == {}


@pytest.mark.parametrize("address", ["frameworks/mill", "nl/frameworks/mill", "nl/frameworks/harbour", "nl"])
def test_the_texts_stand_there_as_they_are(address: str, site: Path) -> None:
    page = Elements()
    page.feed((site / address / "index.html").read_text(encoding="utf-8"))
    text = "".join(page.text)

    assert SCRIPT in text
    assert "onerror=alert" in text
    assert "{{ 7*191 }}" in text
    assert "1337" not in text


def test_search_shows_hostile_texts_as_texts(site: Path, browser: Browser) -> None:
    with Server(read_site(site, {"en": "", "nl": "nl/"})) as server, new_tab(browser, 1440) as tab:
        tab.goto(f"{server.url(server.site.pages['frameworks/'])}?q=onerror")
        results = tab.locator(RESULTS)
        expect(results.first).to_be_attached()
        assert results.locator("img, script, svg, iframe").count() == 0
