"""What ships to readers and is not ours is listed with its version and licence."""

import json
import re
from importlib.metadata import version

import pytest

from tests.site.built import Site
from tests.site.projects import ROOT

OWN = re.compile(
    r"assets/((?:atlas|embed)[\w-]*\.(js|css|svg)|moved\.js|id\.js|NOTICE\.txt|search/(find|dialog)\.js)"
)


@pytest.fixture(scope="module")
def notice(site: Site) -> str:
    """The list, as readers get it."""
    return (site.folder / "assets" / "NOTICE.txt").read_text("utf-8")


def test_every_file_is_ours_or_listed(site: Site, notice: str) -> None:
    listed = [re.escape(name).replace(r"\*", r"[^/]*") for name in re.findall(r"assets/[\w*./-]+\w", notice)]
    files = [file for file in (site.folder / "assets").rglob("*") if file.is_file()]
    names = [file.relative_to(site.folder).as_posix() for file in files]
    unknown = [
        name
        for name in names
        if not name.endswith((".gz", ".map"))
        and not OWN.fullmatch(name)
        and not any(re.fullmatch(pattern, name) for pattern in listed)
    ]
    assert unknown == []


def test_versions_are_those_that_ship(site: Site, notice: str) -> None:
    assert f"Material for MkDocs {version('mkdocs-material')} " in notice
    [search] = (site.folder / "assets" / "search").glob("minisearch.js")
    shipped = re.match(r"/\*! (MiniSearch [\d.]+) ", search.read_text("utf-8"))
    assert shipped
    assert f"{shipped[1]} " in notice


def test_the_parts_of_the_themes_script_are_listed(site: Site, notice: str) -> None:
    [script] = (site.folder / "assets" / "javascripts").glob("bundle.*.js.map")
    sources = json.loads(script.read_text("utf-8"))["sources"]
    parts = {
        found[1] for source in sources if (found := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", source))
    }
    assert parts
    assert {
        part for part in parts if not re.search(rf"^    {re.escape(part)} +\w", notice, re.MULTILINE)
    } == set()


def test_all_icons_are_of_the_set_that_is_listed() -> None:
    used = set(re.findall(r"icon: ([\w-]+)/", (ROOT / "mkdocs.yml").read_text("utf-8")))
    assert used - {"assets"} == {"material"}
