"""A rendered page becomes a page of mkdocs without passing through Markdown."""

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generator.pages import Page as PlannedPage
from generator.render import Heading
from generator.site.frame.data_page import DataPage, contents_list, source_of, with_title_id


def file(address: str) -> File:
    return File(source_of(address), None, "site", use_directory_urls=True)


def test_the_title_gets_an_id_where_it_has_none() -> None:
    assert with_title_id("<p>a</p><h1>One</h1>") == ('<p>a</p><h1 id="_title">One</h1>', "_title")
    assert with_title_id('<h1 class="x">One</h1>') == ('<h1 id="_title" class="x">One</h1>', "_title")
    assert with_title_id('<h1 id="own">One</h1>') == ('<h1 id="own">One</h1>', "own")


def test_headings_are_nested_as_the_theme_expects_them_and_escaped() -> None:
    headings = (Heading(2, "a", "A & B"), Heading(3, "b", "B"), Heading(2, "c", "C"))
    [top] = contents_list("<One>", "_title", headings)
    assert (top.title, top.url, top.level) == ("&lt;One&gt;", "#_title", 1)
    assert [(link.title, link.url, [child.id for child in link.children]) for link in top.children] == [
        ("A &amp; B", "#a", ["b"]),
        ("C", "#c", []),
    ]


def test_a_page_may_start_below_the_second_level() -> None:
    [top] = contents_list("One", "_title", (Heading(3, "a", "A"), Heading(2, "b", "B")))
    assert [link.id for link in top.children] == ["a", "b"]


@pytest.mark.parametrize("site", ["https://atlas.example/", "https://atlas.example/under/here", ""])
@pytest.mark.parametrize("address", ["", "about/", "frameworks/harbour/levels/pier/"])
def test_a_page_is_where_mkdocs_says_that_it_is(site: str, address: str) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A site", "site_url": site})
    config.validate()

    planned = PlannedPage("home", address, ())
    ours = DataPage(None, file(address), config, planned, lambda _: pytest.fail("nobody reads it"))
    theirs = Page(None, file(address), config)

    assert (ours.canonical_url, ours.abs_url) == (theirs.canonical_url, theirs.abs_url)
