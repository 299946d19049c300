"""Readers are led to the file of the text that they read, and to nothing where no place is named."""

from pathlib import Path

import pytest
import yaml

from generator.project import open_project
from generator.site.frame.cast import Caster
from generator.site.frame.frame import Frame, open_frame
from generator.site.frame.improving import FORM
from generator.site.plan import plan_site
from generator.site.settings import Request, read_settings
from generator.templates import InMemory
from tests.preview.previewed import translated
from tests.site.projects import ROOT, replace, write_site_project

GITHUB = "repo_url: https://github.com/owner/atlas\nedit_uri: edit/main/docs/\n"
GITLAB = "repo_url: https://gitlab.com/owner/atlas\nedit_uri: -/edit/main/docs/\n"


def frame(folder: Path, settings: str, language: str = "nl") -> Frame:
    """A small project's pages in a language, none of them written yet."""
    project = translated(write_site_project(folder))
    replace(project / "mkdocs.yml", "plugins:\n", f"{settings}plugins:\n")
    found = read_settings(Request(project, project / "site"))
    opened, _ = open_project(project, ["en", "nl"])
    assert opened is not None
    plan = plan_site(opened, found, InMemory())[language]
    return open_frame(plan, found.configuration(project / "site"))


@pytest.fixture(scope="module")
def on_github(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """The Dutch pages of a project that is kept on GitHub."""
    return frame(tmp_path_factory.mktemp("improving"), GITHUB)


def finished(frame: Frame, url: str) -> str:
    """A page as a reader gets it."""
    pages = [*frame.data_pages, *frame.pages_by_hand]
    return frame.finish(next(page for page in pages if page.url == url))


def test_a_page_leads_to_the_file_of_its_text_in_its_language(on_github: Frame) -> None:
    for url, path in (
        ("frameworks/harbour/levels/pier/", "locales/nl/LC_MESSAGES/harbour.po"),
        ("about/", "docs/nl/about.md"),
    ):
        html = finished(on_github, url)
        assert f'<a href="https://github.com/owner/atlas/edit/main/{path}" rel="nofollow">' in html
        assert (on_github.plan.project.folders.root / path).is_file()
        assert 'data-md-component="source"' not in html, "a script would ask the host for more"


def test_a_page_in_the_language_of_its_source_leads_there_on_a_host_without_forms(tmp_path: Path) -> None:
    found = frame(tmp_path, GITLAB, "en")
    for url, path in (
        ("frameworks/harbour/", "frameworks/harbour.yaml"),
        ("themes/", "frameworks/themes.yaml"),
        ("about/", "docs/en/about.md"),
    ):
        html = finished(found, url)
        assert f'<a href="https://gitlab.com/owner/atlas/-/edit/main/{path}" rel="nofollow">' in html
        assert "/issues/new" not in html


def test_a_suggestion_has_a_form_that_is_told_the_page(on_github: Frame) -> None:
    html = finished(on_github, "frameworks/harbour/")
    page = "https%3A//small.example/nl/frameworks/harbour/"
    assert f'href="https://github.com/owner/atlas/issues/new?template={FORM}&amp;page={page}"' in html
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / FORM).read_text(encoding="utf-8"))
    assert "page" in [field.get("id") for field in form["body"]]


@pytest.mark.parametrize("url", ["frameworks/harbour/poster/", "quiz/harbour/embed/"])
def test_a_poster_and_a_view_for_frames_offer_nothing(on_github: Frame, url: str) -> None:
    assert "a-improve" not in finished(on_github, url)


def test_pages_that_are_cast_lead_to_their_own_file(on_github: Frame) -> None:
    caster = Caster(on_github)
    pages = [page for page in on_github.data_pages if "/levels/" in page.url or page.planned.kind == "quiz"]
    assert len({page.edit_url for page in pages}) > 1
    assert [page.url for page in pages if caster.finish(page) != on_github.finish(page)] == []


@pytest.mark.parametrize(
    ("settings", "by_hand", "of_data"),
    [
        (
            "repo_url: https://git.example/atlas\nedit_uri_template: edit/docs/{path}?mode=w\n",
            "https://git.example/atlas/edit/docs/en/about.md?mode=w",
            "https://git.example/atlas/edit/frameworks/harbour.yaml?mode=w",
        ),
        (
            "repo_url: https://git.example/atlas?b=1\nedit_uri_template: '?file=docs%2F{path!q}'\n",
            "https://git.example/atlas?file=docs%2Fen%2Fabout.md",
            "https://git.example/atlas?file=frameworks%2Fharbour.yaml",
        ),
        (
            "edit_uri_template: https://wiki.example/docs/{path_noext}.wiki\n",
            "https://wiki.example/docs/en/about.wiki",
            None,
        ),
        ("repo_url: https://git.example/atlas\nedit_uri_template: edit/{path}\n", None, None),
    ],
)
def test_a_template_of_mkdocs_is_filled_in_as_mkdocs_does(
    tmp_path: Path, settings: str, by_hand: str | None, of_data: str | None
) -> None:
    found = frame(tmp_path, settings, "en")
    pages = {page.url: page.edit_url for page in (*found.pages_by_hand, *found.data_pages)}
    assert (pages["about/"], pages["frameworks/harbour/"]) == (by_hand, of_data)


def test_nothing_is_offered_where_no_place_is_named(tmp_path: Path) -> None:
    found = frame(tmp_path, "repo_url: ''\nedit_uri: edit/main/docs/\n")
    for url in ("frameworks/harbour/", "about/"):
        assert "a-improve" not in finished(found, url)
