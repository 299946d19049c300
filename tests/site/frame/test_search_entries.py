"""Our own reading of an article for the search index finds what the theme's parser finds."""

import re
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]

from generator.site.frame.search_entries import entries_of
from tests.site.built import Site

_ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*?)</article>', re.DOTALL)
_NAMES = ["p", "li", "ul", "pre", "code", "div", "section", "span", "h1", "h2", "h3", "table", "td", "svg"]
_WORDS = st.sampled_from(
    [" ", "\n ", "calm", "a &amp; b", "x &lt; y", "two\nlines", "caf&eacute;", "&nbsp;", ""]
)


def by_the_theme(html: str) -> list[Mapping[str, Any]]:
    index = SearchIndex()
    index.add_entry_from_context(
        SimpleNamespace(meta={"title": "Harbour"}, title="Harbour", content=html, toc=[], url="harbour/")
    )
    entries: list[Mapping[str, Any]] = index.entries
    return entries


def by_us(html: str) -> list[Mapping[str, Any]] | None:
    return entries_of(html, "harbour/", "Harbour")


def element(name: str, inside: list[str], number: int, excluded: bool) -> str:
    id_ = f' class="c" id="i{number}"' if number % 3 else ""
    return f"<{name}{id_}{' data-search-exclude' if excluded else ''}>{''.join(inside)}</{name}>"


def elements(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(
        element,
        st.sampled_from(_NAMES),
        st.lists(inside, max_size=4),
        st.integers(0, 9),
        st.sampled_from([False, False, False, True]),
    )


ARTICLES = st.lists(
    st.recursive(
        st.one_of(
            _WORDS, st.sampled_from(["<br>", "<!-- a note -->", '<path d="M1 2"/>', '<img alt="a > b">'])
        ),
        elements,
        max_leaves=12,
    ),
    max_size=5,
).map("".join)


@given(ARTICLES)
def test_any_sound_article_gives_the_entries_that_the_theme_finds(html: str) -> None:
    try:
        expected = by_the_theme(html)
    except ValueError:
        assert by_us(html) is None
    else:
        assert by_us(html) == expected


def test_every_page_of_the_site_gives_the_entries_that_the_theme_finds(site: Site) -> None:
    read = 0
    for page in site.pages.values():
        for article in _ARTICLE.findall(page.file.read_text(encoding="utf-8")):
            own = by_us(article)
            if own is not None:
                read += 1
                assert own == by_the_theme(article), page.address
    assert read > 100


@pytest.mark.parametrize(
    "html",
    [
        "<p>a</p><script>if (a < b) c()</script>",
        '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>',
        '<td class="linenodiv">1</td>',
        "<h2 id='a'>A</h2>",
        "<p data-search-exclude><p>a</p></p>",
    ],
    ids=["script", "permalink", "line numbers", "another way of quoting", "what the theme stumbles over"],
)
def test_what_only_the_theme_knows_is_left_to_it(html: str) -> None:
    assert by_us(html) is None
