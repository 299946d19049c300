"""Of a page by hand search knows what stands above its headings, and what stands under each."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from generator.render import ENTRIES
from generator.site.frame.search import write_search


def entries(folder: Path, html: str) -> list[tuple[str, str, str, str]]:
    """What is written of one page: place, title, label, text."""
    page: Any = SimpleNamespace(url="about/", title="About", content=html)
    write_search(folder, {"entries": []}, [page])
    found = json.loads((folder / ENTRIES).read_text(encoding="utf-8"))["entries"]
    return [(entry["location"], entry["title"], entry["label"], entry["text"]) for entry in found]


def test_a_page_and_each_of_its_headings_is_an_entry(tmp_path: Path) -> None:
    html = """<h1 id="a">About &amp; more</h1><p>By <em>hand</em>.</p><ul><li>One</li><li>Two</li></ul>
        <h2 class="x" id="use">Use <code>it</code></h2><p>So.</p><h3 id="b">More</h3>"""
    assert entries(tmp_path, html) == [
        ("about/", "About & more", "", "By hand. One Two"),
        ("about/#use", "Use it", "About & more", "So."),
        ("about/#b", "More", "About & more", ""),
    ]


def test_a_page_without_a_first_heading_has_the_title_that_mkdocs_gives_it(tmp_path: Path) -> None:
    html = '<p>By hand.</p><h2 id="use">Use</h2><p>So.</p><h2>Nowhere</h2>'
    assert entries(tmp_path, html) == [
        ("about/", "About", "", "By hand."),
        ("about/#use", "Use", "About", "So."),
    ]


def test_what_is_known_from_the_data_comes_first(tmp_path: Path) -> None:
    write_search(tmp_path, {"language": "en", "entries": [{"title": "CDP"}]}, [])
    written = json.loads((tmp_path / ENTRIES).read_text(encoding="utf-8"))
    assert written == {"language": "en", "entries": [{"title": "CDP"}]}
