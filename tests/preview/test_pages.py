"""A previewed page is the page of a build, to the byte, but for what only one of the two has."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.pages.kinds import PAGE_KINDS
from generator.preview.state import Keeper
from generator.preview.trace import TRACE
from generator.problems import errors
from tests.preview.previewed import previewing
from tests.site.projects import mkdocs, replace, write, write_site_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that uses inline marks, an untranslated text and prose with all that Markdown has."""
    folder = write_site_project(tmp_path_factory.mktemp("project"))
    write(
        folder / "docs" / "en" / "method" / "index.md",
        "---\ndescription: How it works\n---\n\n# Method\n\n## First\n\n```\n# no heading\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | [about](../about.md#about-this) |\n\nSecond\n------\n\nEnd.\n",
    )
    write(
        folder / "frameworks" / "redirects.yaml",
        "redirects:\n  - from: harbour/levels/quay\n    to: harbour/levels/pier\n    since: 2026-01-31\n",
    )
    replace(folder / "frameworks" / "mill.yaml", "title: The mill", 'title: "The mill & <co> *x*"')
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> Mapping[str, str]:
    """Every page of a build by its address."""
    done = mkdocs(project, "build", "--site-dir", "built")
    assert done.returncode == 0, done.stdout
    site = project / "built"
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): without_policy(path)
        for path in sorted(site.rglob("*.html"))
        # What stands at a permanent address is data, and no page.
        if path.relative_to(site).parts[0] != "id"
    }


@pytest.fixture(scope="module")
def keeper(project: Path) -> Keeper:
    """What a preview of the same project knows."""
    keeper = Keeper(project)
    keeper.refresh()
    assert not errors(keeper.problems), keeper.problems
    return keeper


def test_every_page_is_that_of_a_build(built: Mapping[str, str], keeper: Keeper) -> None:
    kinds = {template for address in built if (template := template_of(keeper, address))}
    # The invented project has no edition, and so no page of editions or of what has changed since.
    others = [kind for kind in PAGE_KINDS if not kind.whole and kind.name not in ("editions", "history")]
    assert kinds >= {f"pages/{kind.name}.html" for kind in others}
    assert [address for address, html in built.items() if made(keeper, address) not in (html, None)] == []


@pytest.mark.parametrize("name", ["ruler.svg", "ruler.png"])
def test_the_ruler_to_download_is_that_of_a_build(
    name: str, built: Mapping[str, str], project: Path, keeper: Keeper
) -> None:
    pages = keeper.pages("nl")
    assert pages is not None
    assert pages.files[name].content_bytes == (project / "built" / "nl" / name).read_bytes()


def test_no_trace_of_a_text_stays_in_a_page(built: Mapping[str, str], keeper: Keeper) -> None:
    pages = [html for address in built if (html := made(keeper, address))]
    assert [html for html in pages if TRACE.search(html)] == []


def test_what_is_added_can_be_taken_away_again(built: Mapping[str, str], project: Path) -> None:
    with previewing(project) as running:
        for address in ("frameworks/harbour/", "nl/about/", "quiz/harbour/embed/"):
            shown = running.shown(f"/{address}")
            assert 'class="atlas-edit' in shown
            assert without_additions(shown) == built[address]


def test_a_built_site_has_nothing_that_only_a_preview_shows(built: Mapping[str, str]) -> None:
    assert [address for address, html in built.items() if "atlas-edit" in html or "_preview" in html] == []


def test_other_files_are_those_of_a_build(built: Mapping[str, str], project: Path) -> None:
    with previewing(project) as running:
        for address in (
            "sitemap.xml",
            "nl/sitemap.xml",
            "api/v1/frameworks.json",
            "search/search_entries.json",
            "nl/frameworks/harbour/levels/quay/index.html",
        ):
            found = running.ask(f"/{address.removesuffix('index.html')}")
            path = project / "built" / address
            written = without_policy(path) if path.suffix == ".html" else path.read_text(encoding="utf-8")
            assert (found.status, found.text) == (200, written), address


def made(keeper: Keeper, address: str) -> str | None:
    """A page before anything was added to it; None for one that only leads to another."""
    where = keeper.where(address)
    assert where is not None
    shown = keeper.show(where)
    assert shown.made is not None or "quay" in address, f"no page at /{address}"
    return shown.made.plain.html if shown.made else None


def template_of(keeper: Keeper, address: str) -> str | None:
    """The template that a page was made with."""
    where = keeper.where(address)
    page = keeper.show(where).made if where else None
    return page.template if page else None


def without_policy(path: Path) -> str:
    """A built page but for its policy, which a preview leaves out since it runs a script of its own."""
    html, found = re.subn(
        r'\n *<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text(encoding="utf-8")
    )
    assert found == 1, f"{path} has {found} policies"
    return html


def without_additions(html: str) -> str:
    """A previewed page without all that starts with the preview's own names."""
    html = re.sub(r'<a class="atlas-edit[^>]*></a>', "", html)
    html = re.sub(
        r'<aside class="atlas-preview.*?</aside>\s*<script src="/_preview/[^>]*></script>',
        "",
        html,
        flags=re.S,
    )
    return re.sub(r'<link rel="stylesheet" href="/_preview/preview.css">', "", html)
