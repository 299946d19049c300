"""A link to any page shows its picture, and the ruler can be downloaded as one."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.l10n.languages import read_languages
from generator.prose.safety import unsafe_prose
from generator.site.from_file import OFFLINE
from generator.site.pictures import public_address
from tests.pictures.test_drawing import decoded
from tests.site.built import LANGUAGES, Page, Site

MOST_BYTES = 25 * 1024


def said(page: Page) -> dict[str, str]:
    """What a page says to whoever shows a link to it."""
    return {
        element.attributes.get("property") or element.attributes["name"]: element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("property", "").startswith("og:")
        or element.attributes.get("name", "").startswith("twitter:")
    }


def pages(site: Site) -> list[Page]:
    """Every page that has an address of its own, leads to no other and is more than a view for frames."""
    found = (page for page in site.pages.values() if not page.is_not_found_page and not page.is_view)
    return [page for page in found if any(page.all("link"))]


def test_every_page_has_its_picture_in_its_size_and_with_its_words(site: Site) -> None:
    found = pages(site)
    assert len(found) > 100
    for page in found:
        told = said(page)
        address = site.target(page, told["og:image"])
        assert address is not None, page
        assert address.address == f"{page.address}preview.png"
        content = (site.folder / address.address).read_bytes()
        image = decoded(content)
        assert (image.width, image.height) == (1200, 630), page
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert len(content) <= MOST_BYTES, (page, len(content))
        assert told["twitter:card"] == "summary_large_image"


def test_every_page_says_its_title_what_it_is_about_its_address_and_its_language(site: Site) -> None:
    locales = {language.tag: language.locale for language in read_languages([*LANGUAGES], "mkdocs.yml")[0]}
    assert locales["nl"] == "nl_NL"
    for page in pages(site):
        told = said(page)
        assert told["og:title"], page
        assert len(told["og:description"]) > 20, page
        assert told["og:type"] == ("article" if page.path else "website")
        assert told["og:locale"] == locales[page.language]
        assert told["og:url"] == site.root + page.address, page


def test_the_words_for_who_cannot_see_a_picture_are_in_the_language_of_the_page(site: Site) -> None:
    words = {"en": "the levels of the frameworks", "nl": "de niveaus van de modellen"}
    assert words.keys() == LANGUAGES.keys()
    for page in pages(site):
        told = said(page)
        assert words[page.language] in told["og:image:alt"], page
        if page.path:
            assert told["og:title"] in told["og:image:alt"], page


def test_no_picture_of_a_page_is_there_that_no_page_names(site: Site) -> None:
    named = {f"{page.address}preview.png" for page in pages(site)}
    drawn = {file.relative_to(site.folder).as_posix() for file in site.folder.rglob("preview.png")}
    assert drawn == named


def test_pages_that_are_about_different_things_have_different_pictures(site: Site) -> None:
    contents = {file.read_bytes() for file in site.folder.rglob("preview.png")}
    alike = [page for page in pages(site) if page.path.endswith("/embed/")]
    assert len(contents) >= len(pages(site)) - len(alike)


@pytest.mark.parametrize("folder", LANGUAGES.values())
def test_the_ruler_can_be_downloaded_as_a_picture(site: Site, folder: str) -> None:
    home = site.pages[folder]
    links = [link.attributes for link in home.all("a", "article") if "download" in link.attributes]
    assert [link["href"] for link in links] == ["ruler.svg", "ruler.png"]
    drawing = ElementTree.fromstring((site.folder / folder / "ruler.svg").read_bytes())
    image = decoded((site.folder / folder / "ruler.png").read_bytes())
    assert image.width == 2 * int(drawing.attrib["width"])
    assert image.height == 2 * int(drawing.attrib["height"])
    heading = re.search(r'<h2 id="ruler">(.*?)</h2>', home.file.read_text(encoding="utf-8"))
    assert heading is not None
    assert drawing[0].text == heading[1]


@pytest.mark.parametrize("folder", LANGUAGES.values())
def test_the_drawing_passes_what_the_site_asks_of_drawings_by_others(
    site: Site, folder: str, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "ruler.svg").write_bytes((site.folder / folder / "ruler.svg").read_bytes())
    assert unsafe_prose(tmp_path / "docs", tmp_path / "mkdocs.yml") == ()


def test_only_drawings_are_compressed(site: Site) -> None:
    assert (site.folder / "ruler.svg.gz").is_file()
    assert not list(site.folder.rglob("*.png.gz"))


def test_a_site_without_an_address_of_its_own_names_no_picture_twin_or_copy_and_has_none(trial: Site) -> None:
    assert not [*trial.folder.rglob("preview.png"), *trial.folder.rglob("*.md"), *trial.folder.rglob("llms*")]
    assert not [*trial.folder.rglob(OFFLINE), *trial.folder.rglob("oembed.json")]
    for page in pages(trial):
        assert not [link for link in page.all("link") if link.attributes.get("type") == "text/markdown"], page
        assert not [link for link in page.all("a") if link.attributes.get("href", "").endswith(OFFLINE)], page
        told = said(page)
        assert not [name for name in told if name.startswith("og:image")], page
        assert told["twitter:card"] == "summary"
        assert told["og:title"]


def test_in_a_language_that_the_fonts_have_no_letters_for_bars_stand_without_words(trial: Site) -> None:
    """Arabic letters in the one pseudo-locale, brackets that no font of ours has in the other."""
    full, *others = (
        len(re.findall("<use", (trial.folder / folder / "ruler.svg").read_text(encoding="utf-8")))
        for folder in trial.languages.values()
    )
    assert all(20 < paths < full for paths in others), (full, others)


@pytest.mark.parametrize(
    ("site_url", "shown"),
    [
        ("https://atlas.internal/", "atlas.internal"),
        ("https://somebody.github.io/atlas/", "somebody.github.io/atlas"),
        ("https://maturity-atlas.example/", None),
        ("https://www.example.com/", None),
        ("https://contra-example.com/", "contra-example.com"),
        ("http://127.0.0.1:8000/", None),
        ("http://localhost:8000/", None),
        ("", None),
        (None, None),
    ],
)
def test_an_address_that_is_nobodys_is_never_shown(site_url: str | None, shown: str | None) -> None:
    assert public_address(site_url) == shown
