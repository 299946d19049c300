"""A hand-written page names the version of the original that it translates, and tells when that changes."""

import os
import re
from pathlib import Path

import pytest

from generator.l10n.progress import Progress, prose_progress
from generator.prose.versions import Translation, accept_page, outdated, translations, version_of
from generator.translate import Gap
from tests.golden import told
from tests.site.projects import mkdocs, replace, write, write_site_project

ORIGINAL = "---\ntitle: About\n---\n\n# About\n\nBy hand.\n"


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    write(tmp_path / "docs" / "en" / "about.md", ORIGINAL)
    return tmp_path / "docs"


def dutch(docs: Path, text: str) -> Translation:
    write(docs / "nl" / "about.md", text)
    [found] = translations(docs, ["en", "nl"])
    return found


def test_a_page_that_names_the_original_s_version_is_up_to_date(docs: Path) -> None:
    page = dutch(docs, f'---\ntranslates: "{version_of(ORIGINAL)}"\n---\n\n# Over\n')

    assert (page.state, page.original, page.is_out_of_date) == ("translated", "en", False)
    assert list(outdated(docs, translations(docs, ["en", "nl"]))) == []


@pytest.mark.parametrize("written", ["{}", "'{}'", '"{}"', '"{}"  # looked at in May'])
def test_a_version_may_stand_in_any_quotes(docs: Path, written: str) -> None:
    line = written.format(version_of(ORIGINAL))
    assert dutch(docs, f"---\ntitle: Over\ntranslates: {line}\n---\n").state == "translated"


def test_a_page_is_told_when_its_original_has_changed(docs: Path) -> None:
    dutch(docs, f'---\ntitle: Over\ntranslates: "{version_of(ORIGINAL)}"\n---\n\n# Over\n')
    write(docs / "en" / "about.md", ORIGINAL.replace("By hand", "By other hands"))

    assert told(tuple(outdated(docs, translations(docs, ["en", "nl"])))) == (
        "docs/nl/about.md:3:1: warning[T413]: docs/en/about.md has changed since this page was translated\n"
        "    = Bring it up to date, then run 'atlas l10n accept -l nl docs/about.md'\n"
    )


def test_a_page_that_names_no_version_is_told(docs: Path) -> None:
    assert dutch(docs, "# Over\n").state == "unversioned"
    assert told(tuple(outdated(docs, translations(docs, ["en", "nl"])))) == (
        "docs/nl/about.md:1:1: warning[T414]: "
        "This page does not say which version of docs/en/about.md it translates\n"
        "    = Bring it up to date, then run 'atlas l10n accept -l nl docs/about.md'\n"
    )


def test_a_page_that_a_language_lacks_is_missing_and_no_problem(docs: Path) -> None:
    [page] = translations(docs, ["en", "nl"])

    assert page.state == "missing"
    assert list(outdated(docs, translations(docs, ["en", "nl"]))) == []
    gap = Gap("nl", "docs", "about.md", "about.md", "missing")
    assert list(prose_progress("nl", [page])) == [Progress("nl", "docs", 1, (gap,))]
    assert list(prose_progress("en", [page])) == []


def test_a_page_that_the_default_language_lacks_is_the_original_of_the_others(docs: Path) -> None:
    write(docs / "nl" / "over.md", "# Over\n")
    found = {(page.language, page.uri): page for page in translations(docs, ["en", "nl", "de"])}

    assert found["en", "over.md"].original == "nl"
    assert found["de", "over.md"].state == "missing"
    assert ("nl", "over.md") not in found


def test_notes_for_writers_are_no_pages(docs: Path) -> None:
    write(docs / "en" / "README.md", "# How we write\n")

    assert [page.uri for page in translations(docs, ["en", "nl"])] == ["about.md"]


@pytest.mark.parametrize(
    "same",
    [
        ORIGINAL.replace("\n", "\r\n"),
        "\ufeff" + ORIGINAL,
        ORIGINAL.rstrip("\n"),
        ORIGINAL.replace("title: About\n", 'title: About\ntranslates: "0123456789ab"\n'),
    ],
)
def test_how_a_page_is_saved_is_not_in_its_version(same: str) -> None:
    assert version_of(same) == version_of(ORIGINAL)


@pytest.mark.parametrize("other", ["# About\n", ORIGINAL.replace("title: About", "title: Over")])
def test_words_and_titles_are_in_a_page_s_version(other: str) -> None:
    assert version_of(other) != version_of(ORIGINAL)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Over\n", '---\ntranslates: "{}"\n---\n\n# Over\n'),
        ("---\ntitle: Over\n---\n# Over\n", '---\ntitle: Over\ntranslates: "{}"\n---\n# Over\n'),
        (
            "---\ntranslates: old\ntitle: Over\n---\n---\n# Over\n",
            '---\ntranslates: "{}"\ntitle: Over\n---\n---\n# Over\n',
        ),
        ("---\r\ntitle: Over\r\n---\r\nX\r\n", '---\r\ntitle: Over\r\ntranslates: "{}"\r\n---\r\nX\r\n'),
        ("\ufeff# Over\n", '\ufeff---\ntranslates: "{}"\n---\n\n# Over\n'),
        ("---\n---\n# Over\n", '---\ntranslates: "{}"\n---\n# Over\n'),
        (
            "# Over\n\n---\n\ntranslates: this\n",
            '---\ntranslates: "{}"\n---\n\n# Over\n\n---\n\ntranslates: this\n',
        ),
    ],
)
def test_accepting_a_page_changes_its_version_and_nothing_else(docs: Path, before: str, after: str) -> None:
    path = docs / "nl" / "about.md"
    path.parent.mkdir()
    path.write_bytes(before.encode())
    [page] = translations(docs, ["en", "nl"])

    accept_page(docs, page, write=True)

    assert path.read_bytes().decode() == after.format(version_of(ORIGINAL))
    assert [item.state for item in translations(docs, ["en", "nl"])] == ["translated"]


def test_a_built_page_says_that_its_original_has_changed_and_links_to_it(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    page, *_ = translations(project / "docs", ["en", "nl"])
    accept_page(project / "docs", page, write=True)
    replace(project / "docs" / "en" / "about.md", "By hand.", "By other hands.")
    # A text that was edited after it was translated: the page shows the source, and says so.
    catalogue = project / "locales" / "nl" / "LC_MESSAGES" / "harbour.po"
    entry = 'msgctxt "levels.pier.summary"\nmsgid "One plank."\nmsgstr "Eén plank."\n'
    write(catalogue, entry)

    site = tmp_path / "site"
    done = mkdocs(project, "build", "-q", "-d", str(site))

    assert done.returncode == 0, done.stdout
    english = '<span class="atlas-foreign" lang="en" dir="ltr">'
    said = f"{english}The original of this page has changed since it was translated.</span>"
    notice = f'<p class="a-notice" role="note">{said} '
    link = '<a href="../../about/" hreflang="en" lang="en" target="_self">English</a></p>'
    assert notice + link in (site / "nl" / "about" / "index.html").read_text()
    assert "has changed since" not in (site / "about" / "index.html").read_text()
    level = (
        tmp_path / "site" / "nl" / "frameworks" / "harbour" / "levels" / "pier" / "index.html"
    ).read_text()
    shown = '<span class="atlas-foreign" lang="en" dir="ltr">One plank for every boat.</span>'
    assert f'<p class="a-lead">{shown}</p>' in level
    assert "Eén plank." not in level
    assert re.search(r"\d+ texts in the content of this page have no translation yet", level)
    table = (site / "nl/translations/nl/index.html").read_text()
    assert re.search("<code>levels.pier.summary</code> · (<span[^>]*>)?out of date", table)


def test_a_page_that_is_no_file_keeps_nobody_waiting(tmp_path: Path) -> None:
    write(tmp_path / "docs" / "en" / "a.md", "# A\n")
    (tmp_path / "docs" / "nl").mkdir()
    os.mkfifo(tmp_path / "docs" / "nl" / "a.md")
    os.mkfifo(tmp_path / "docs" / "en" / "z.md")
    found = {page.uri: page.state for page in translations(tmp_path / "docs", ["en", "nl"])}
    assert found == {"a.md": "missing", "z.md": "missing"}
