"""Every address that the site names exists, fragments included, and nothing is fetched from elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from tests.site.built import LANGUAGES, Element, Page, Site, Target, search_entries

# Attributes that hold an address, and those of them that the browser fetches without being asked.
ADDRESSES = ("href", "src", "srcset", "poster", "action", "data", "xlink:href")
FETCHED_TAGS = (
    "audio",
    "embed",
    "iframe",
    "image",
    "img",
    "input",
    "object",
    "script",
    "source",
    "track",
    "use",
    "video",
)
FETCHED_LINKS = {
    "icon",
    "manifest",
    "modulepreload",
    "prefetch",
    "preload",
    "stylesheet",
    "preconnect",
    "dns-prefetch",
}


def test_every_link_on_every_page_leads_somewhere(site: Site) -> None:
    broken = broken_links(site)
    assert not broken, "\n".join(broken)


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    repeated = [
        f'{page}: id="{name}" {count} times'
        for page in site.pages.values()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]
    assert not repeated, "\n".join(repeated)


def test_no_page_fetches_anything_from_another_server(site: Site) -> None:
    fetched = [
        f"{page} {element}"
        for page in site.pages.values()
        for element, address in addresses(page)
        if is_fetched(element) and urlsplit(address).netloc
    ]
    assert not fetched, "\n".join(fetched)


def test_every_address_in_a_stylesheet_exists_on_the_site(site: Site) -> None:
    broken = []
    for file in sorted(site.folder.rglob("*.css")):
        address = file.relative_to(site.folder).as_posix()
        stylesheet = Page(file, address, "", address)
        for link in re.findall(
            r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"']*))\s*\)""", file.read_text("utf-8")
        ):
            link = "".join(link)
            if link.startswith(("data:", "#")):
                continue
            target = site.target(stylesheet, link)
            if target is None or site.file(target.address) is None:
                broken.append(f"/{address}: url({link})")
    assert not broken, "\n".join(broken)


def test_every_search_entry_leads_to_a_page_in_its_language(site: Site, language: str) -> None:
    entries = search_entries(site.folder / LANGUAGES[language])
    home = site.pages[LANGUAGES[language]]
    broken = []
    for location in (entry["location"] for entry in entries):
        target = site.target(home, location)
        assert target, location
        reason = why_broken(site, target)
        if not reason and site.pages[target.address].language != language:
            reason = "is a page in another language"
        if reason:
            broken.append(f"{location}: {reason}")
    assert entries, "search knows nothing"
    assert not broken, "\n".join(broken)


def test_the_sitemap_names_every_page_that_is_not_only_a_view_and_no_other(site: Site) -> None:
    named = {
        target.address
        for sitemap in site.folder.rglob("sitemap.xml")
        for location in re.findall("<loc>(.*?)</loc>", sitemap.read_text("utf-8"))
        if (target := site.target(site.pages[""], location))
    }
    unlisted = {page.address for page in site.pages.values() if page.is_view}
    assert named == {address for address, page in site.pages.items() if not page.is_not_found_page} - unlisted


def broken_links(site: Site) -> list[str]:
    """Every link of a site that leads nowhere, with the reason."""
    return [
        f"{page} {element}: {reason}"
        for page in site.pages.values()
        for element, address in addresses(page)
        if (target := site.target(page, address)) and (reason := why_broken(site, target))
    ]


def addresses(page: Page) -> Iterator[tuple[Element, str]]:
    """Every address that an element of the page names."""
    for element in page.elements:
        for name in ADDRESSES:
            value = element.attributes.get(name)
            if value is None:
                continue
            # A copy that a quiz makes of a part has a question in place of the star: test_quiz.py.
            if "*" in value and "template" in element.within:
                continue
            if name == "srcset":
                yield from (
                    (element, candidate.split()[0]) for candidate in value.split(",") if candidate.split()
                )
            else:
                yield element, value
        if element.tag == "meta" and element.attributes.get("http-equiv", "").lower() == "refresh":
            yield element, element.attributes["content"].partition("url=")[2]


def is_fetched(element: Element) -> bool:
    """Whether the browser fetches what this element names as soon as it sees it."""
    if element.tag == "link":
        return not FETCHED_LINKS.isdisjoint(element.attributes.get("rel", "").split())
    return element.tag in FETCHED_TAGS


def why_broken(site: Site, target: Target) -> str:
    """What is wrong with an address, or nothing."""
    if site.file(target.address) is None:
        return f"/{target.address.removeprefix('/')} does not exist"
    page = site.pages.get(target.address)
    names_a_place = target.fragment and "=" not in target.fragment  # `#with=…` is a state for a script
    if names_a_place and page and not is_on(page, target.fragment):
        return f"{page} has nothing with id {target.fragment!r}"
    return ""


def is_on(page: Page, fragment: str) -> bool:
    """Whether a page has that place; a star stands for a question, in what a script copies for each."""
    if "*" not in fragment:
        return fragment in page.ids
    form = re.compile(re.escape(fragment).replace(r"\*", ".+"))
    return any(form.fullmatch(name) for name in page.ids)
