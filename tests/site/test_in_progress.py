"""A language that is in progress is in the preview and in trial builds, and nowhere in what is published."""

import re
from pathlib import Path

import pytest

from tests.site.projects import atlas, content, replace, write_site_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with Dutch in progress, built as it is published and with all its languages."""
    folder = write_site_project(tmp_path_factory.mktemp("in-progress"))
    replace(folder / "mkdocs.yml", "languages: [en, nl]", "languages: [en]\n      in_progress: [nl]")
    for arguments in ((), ("--in-progress",)):
        done = atlas(folder, "build", "--strict", *arguments)
        assert done.returncode == 0, done.stdout
        (folder / f"said{len(arguments)}").write_text(done.stdout, encoding="utf-8")
    return folder


def test_nothing_of_it_is_published_and_no_warning_speaks_of_it(project: Path) -> None:
    site = content(project / "site")
    assert not [path for path in site if path.startswith(("nl/", "api/v1/nl/"))]
    assert not [path for path, text in site.items() if path.endswith(".html") and b'hreflang="nl"' in text]
    assert b"/nl/" not in site["sitemap.xml"]
    assert "locales/nl" not in (project / "said0").read_text(encoding="utf-8")


def test_a_build_with_it_goes_into_a_folder_of_its_own_and_has_its_pages(project: Path) -> None:
    page = (project / "build" / "in-progress" / "nl" / "quiz" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="nl"' in page
    assert "locales/nl/LC_MESSAGES/harbour.po" in (project / "said1").read_text(encoding="utf-8")


def test_no_search_engine_lists_its_pages_and_readers_can_still_go_there(project: Path) -> None:
    site = project / "build" / "in-progress"
    for address in ("nl/quiz", "nl/quiz/harbour/embed", "nl/about"):
        page = (site / address / "index.html").read_text(encoding="utf-8")
        assert '<meta name="robots" content="noindex">' in page
        assert "x-default" not in page
    english = (site / "quiz" / "index.html").read_text(encoding="utf-8")
    assert "noindex" not in english
    assert re.findall(r'rel=" alternate" hreflang="([\w-]+)"', english) == ["en", "x-default"]
    assert re.search(r'class="a-language" href="\.\./nl/quiz/" hreflang="nl"', english)
    assert not (site / "nl" / "sitemap.xml").exists()


def test_words_of_the_menu_that_it_lacks_are_marked_and_so_nowhere_but_on_pages(project: Path) -> None:
    site = project / "build" / "in-progress" / "nl"
    marked = '<span class="atlas-foreign" lang="en" dir="ltr">'
    for address in ("quiz", "about"):
        page = (site / address / "index.html").read_text(encoding="utf-8")
        menu = page[page.index('class="md-tabs"') :].partition("</nav>")[0]
        assert menu.count(f"{marked}Frameworks</span>") == 1
        assert menu.count(marked) == menu.count("<li")
    for path, content_of in content(site).items():
        assert not re.search("[\U0010f010-\U0010f012]", content_of.decode("utf-8", "replace")), path


def test_a_language_stands_in_one_of_the_two_lists(tmp_path: Path) -> None:
    folder = write_site_project(tmp_path)
    replace(folder / "mkdocs.yml", "languages: [en, nl]", "languages: [en, nl]\n      in_progress: [nl]")
    done = atlas(folder, "build")
    assert done.returncode == 1
    assert "error[C609]: in_progress: 'nl' is among the published languages as well" in done.stdout
