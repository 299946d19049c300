"""Every page stands once more as Markdown beside it, and all texts of a language stand in one file."""

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin

import pytest

from generator.site.twins import twin
from tests.site.built import LANGUAGES, Page, Site

LINK = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]\(([^)\s]*)\)")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
SHOWN_LATER = re.compile(r"<(atlas-[a-z]+|details)\b.*?</\1>", re.DOTALL)
MOST_TOKENS = 60_000
TOKENS_A_WORD = 1.7  # o200k_base takes 1.45 for the English and 1.63 for the Dutch (decision 0020)


def pages_with_a_twin(site: Site) -> Iterator[tuple[Page, str]]:
    """Pages that name a twin, and what it says."""
    for page in site.pages.values():
        links = [link for link in page.all("link") if link.attributes.get("type") == "text/markdown"]
        if links:
            assert [link.attributes["href"] for link in links] == ["index.md"], page
            yield page, page.file.with_name("index.md").read_text(encoding="utf-8")


def test_every_page_that_can_be_linked_to_has_a_twin_with_its_title_and_its_headings(site: Site) -> None:
    found = dict(pages_with_a_twin(site))
    shown = {
        page
        for page in site.pages.values()
        if any(item.attributes.get("property") == "og:image" for item in page.all("meta"))
    }
    assert shown == found.keys()
    assert len(shown) > 100
    for page, text in found.items():
        whole = page.file.read_text(encoding="utf-8")
        [article] = re.findall(r"<article\b.*?</article>", SHOWN_LATER.sub("", whole), re.DOTALL)
        headings = re.findall(r"<h[12]\b[^>]*>(.*?)</h[12]>", article, re.DOTALL)
        assert headings, page
        for heading in headings:
            assert bare(unescape(re.sub(r"<[^>]*>", "", heading))) in bare(text), (page, heading)


def test_a_twin_leads_where_its_page_does_and_holds_neither_markup_nor_pictures(site: Site) -> None:
    for page, text in pages_with_a_twin(site):
        own = {urljoin(page.address, link.attributes.get("href", "")) for link in page.all("a")}
        assert {urljoin(page.address, link) for link in LINK.findall(text)} <= own, page
        assert not re.search(r"(?<!\\)<(?!https?:)|\(data:|!\[", FENCE.sub("", text)), page


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a &lt;b&gt; *c* _d_ `e` [f](g)</p>", r"a \<b\> \*c\* \_d\_ \`e\` \[f\](g)"),
        (
            "<p># no title</p><p>1. no item</p><p>- nor this</p>",
            "\\# no title\n\n1\\. no item\n\n\\- nor this",
        ),
        ("<p>first-party data, as of 2026.11.</p>", "first-party data, as of 2026.11."),
        ("<ul><li>2026. A year</li></ul>", "- 2026\\. A year"),
        ("<p>said</p><p hidden>unsaid</p><button>Copy</button><svg><text>1</text></svg>", "said"),
        ("<table><tr><th>a</th></tr><tr><td>b | c</td></tr></table>", "| a |\n| --- |\n| b \\| c |"),
    ],
)
def test_text_stays_text(html: str, text: str) -> None:
    assert twin(html) == f"{text}\n"


def test_the_list_leads_to_every_framework_and_every_link_in_it_to_a_twin(language: str, site: Site) -> None:
    home = site.root + LANGUAGES[language]
    text = (site.folder / LANGUAGES[language] / "llms.txt").read_text(encoding="utf-8")
    assert re.match(r"# \S.*\n\n> \S.*\n", text)
    links = LINK.findall(text)
    for link in links:
        assert link.startswith(home), link
        assert (site.folder / link.removeprefix(site.root)).is_file(), link
    frameworks = {
        page.address for page in site.pages.values() if re.fullmatch(r"frameworks/[^/]+/", page.path)
    }
    for address in frameworks:
        if site.pages[address].language == language:
            assert f"{site.root}{address}index.md" in links


def test_one_file_has_every_text_of_a_language_with_its_id_in_few_enough_words(
    language: str, site: Site
) -> None:
    text = (site.folder / LANGUAGES[language] / "llms-full.txt").read_text(encoding="utf-8")
    ids = re.findall(r"^id: (\S+)$", text, re.MULTILINE)
    known = json.loads((site.folder / "api/v1/ids.json").read_text(encoding="utf-8"))["ids"]
    assert sorted(ids) == sorted({item["today"] for item in known if item["today"]})
    assert len(text.split()) * TOKENS_A_WORD < MOST_TOKENS
    for file in (site.folder / "id").rglob("index.json"):
        for thing in json.loads(file.read_text(encoding="utf-8"))["things"]:
            said = thing["text"][language] or ""
            assert f"id: {thing['id']}\n\n{said}\n" in text, thing["id"]


def bare(text: str) -> str:
    """The words of a text, without marks and without what a line break may change."""
    shown = re.sub(r"\[((?:[^\[\]\\]|\\.)*)\]\([^)]*\)", r"\1", text)
    return " ".join(re.sub(r"[\\*_|#`]", "", shown).split())
