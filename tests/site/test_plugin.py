"""`mkdocs build` makes the whole site in every language, or leaves the last good one alone."""

import gzip
import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.site.projects import (
    LAST_GOOD,
    command,
    content,
    mkdocs,
    replace,
    settings,
    stages,
    write,
    write_last_good,
    write_site_project,
)

HOST = re.compile(rb"(?:https?:|mailto:|@)[\w/.@-]*(?:\.example\b|\.invalid\b|localhost|\bexample\.)[\w.]*")
"""An address at nobody's host."""
BAD_CELL = ("    pier: Whoever is there.", "    pear: Whoever is there.")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_site_project(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a finished site, for tests that only look; missing translations fail no strict build."""
    project = write_site_project(tmp_path_factory.mktemp("built"))
    # A page that only one language has, a title that is no harmless text, and a file that is no page.
    write(project / "docs" / "en" / "guide.md", "# Guide\n\nSee [the ladder](frameworks/harbour/index.md).\n")
    for folder in ("", "guide/"):
        write(project / "docs" / "en" / folder / "README.md", "# Notes\n\nFor whoever writes here.\n")
    replace(project / "frameworks" / "harbour.yaml", "title: The harbour ladder", 'title: Piers <&> "ports"')
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stdout
    told = r"locales/nl/LC_MESSAGES/harbour\.po:1:1: warning\[T410\]: \d+ texts are not translated"
    assert re.search(told, done.stdout)
    assert "WARNING" not in done.stdout
    return project


def page(project: Path, address: str) -> str:
    return (project / "site" / address / "index.html").read_text(encoding="utf-8")


def test_one_build_makes_every_page_in_every_language(built: Path) -> None:
    site = built / "site"
    english = {
        path for path in content(site) if path.endswith(".html") and not path.startswith(("nl/", "id/"))
    }
    dutch = {
        path.removeprefix("nl/")
        for path in content(site)
        if path.startswith("nl/") and path.endswith(".html")
    }
    assert english == dutch
    assert "frameworks/harbour/levels/pier/index.html" in english
    assert '<html lang="nl"' in page(built, "nl/frameworks/harbour")


def test_the_generated_pages_are_what_the_templates_made(built: Path) -> None:
    html = page(built, "frameworks/harbour/levels/pier")
    assert '<h1 id="_title">Pier</h1>' in html
    assert "One plank for every boat." in html


def test_data_for_programs_is_published_once(built: Path) -> None:
    entries = json.loads((built / "site" / "api" / "v1" / "frameworks.json").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in entries] == ["harbour", "lantern", "mill"]
    assert not (built / "site" / "nl" / "api").exists()


def test_titles_and_descriptions_are_text_and_never_markup(built: Path) -> None:
    html = page(built, "frameworks/harbour")
    assert "<title>Piers &lt;&amp;&gt; &#34;ports&#34; - Small atlas</title>" in html
    assert "<&>" not in html


def test_each_language_has_its_own_things_to_search_and_knows_the_others(built: Path) -> None:
    for folder, language, other in (("", "en", "../nl/search/"), ("nl/", "nl", "../../search/")):
        search = built / "site" / folder / "search"
        known = json.loads((search / "search_entries.json").read_text(encoding="utf-8"))
        assert known["language"] == language
        assert [item["at"] for item in known["others"]] == [f"{other}search_entries.json"]
        places = {entry["location"] for entry in known["entries"]}
        assert {"frameworks/harbour/levels/pier/", "frameworks/harbour/#crew-pier", "about/"} <= places
        assert not [place for place in places if "embed" in place or "translations" in place]


def test_nothing_is_left_of_a_search_of_the_themes(built: Path) -> None:
    assert not list((built / "site").rglob("search_index.*"))
    assert "md-search" not in page(built, "frameworks/harbour")


def test_the_top_of_the_navigation_stands_on_every_page_and_nothing_else(built: Path) -> None:
    html = page(built, "frameworks/harbour/levels/pier")
    tabs = re.search(r'<nav class="md-tabs".*?</nav>', html, re.DOTALL)
    assert tabs
    assert re.findall(r'href="([^"]*)"', tabs[0]) == [
        "../../../..",
        "../../../",
        "../../../../crosswalks/",
        "../../../../findings/",
        "../../../../themes/",
        "../../../../quiz/",
        "../../../../glossary/",
        "../../../../about/",
    ]
    active = re.search(r'md-tabs__item--active">\s*<a href="([^"]*)"', tabs[0])
    assert active
    assert active[1] == "../../../"


def test_canonical_addresses_follow_the_language(built: Path) -> None:
    assert '<link rel="canonical" href="https://small.example/nl/quiz/">' in page(built, "nl/quiz")
    assert '<link rel="canonical" href="https://small.example/quiz/">' in page(built, "quiz")


def test_readers_of_any_other_language_get_the_default_one(built: Path) -> None:
    link = '<link rel=" alternate" hreflang="x-default" href="https://small.example/quiz/">'
    assert link in page(built, "quiz")
    assert link in page(built, "nl/quiz")


def test_a_page_by_hand_that_a_language_lacks_stands_there_in_its_own_and_says_so(built: Path) -> None:
    html = page(built, "nl/guide")
    assert re.search(r'<div lang="en" dir="ltr">\s*.*<h1 id="guide">Guide</h1>', html, re.DOTALL)
    assert 'class="a-notice"' in html
    assert 'class="a-notice"' not in page(built, "guide")


def test_a_page_by_hand_reaches_generated_ones_as_mkdocs_does(built: Path) -> None:
    assert '<a href="../frameworks/harbour/">the ladder</a>' in page(built, "guide")


def test_notes_for_those_who_write_pages_stand_nowhere_on_the_site(built: Path) -> None:
    assert [path for path, text in content(built / "site").items() if b"whoever writes here" in text] == []


def test_the_404_page_speaks_every_language_and_leads_to_every_home(built: Path) -> None:
    for file, languages in (("404.html", ["en", "nl"]), ("nl/404.html", ["nl", "en"])):
        html = (built / "site" / file).read_text(encoding="utf-8")
        assert re.findall(r'<\w+ lang="(\w+)" dir="ltr"', html) == languages
        homes = re.findall(r'<p><a href="(/[^"]*)"', html)
        assert homes == [f"/{'nl/' if language == 'nl' else ''}" for language in languages]
        assert html.count("<h1") == 1


def test_bad_input_is_told_at_once_and_leaves_the_last_good_site(project: Path) -> None:
    write_last_good(project / "site")
    replace(project / "frameworks" / "harbour.yaml", *BAD_CELL)
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    write(project / "frameworks" / "other.yaml", "id: other\n\tkind: levels\n")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    for told in (
        r"harbour\.yaml:\d+:5: error\[F209\]",
        r"mill\.yaml:2:7: error\[S103\]",
        r"other\.yaml:2:1: error\[Y100\]",
    ):
        assert re.search(f"frameworks/{told}: ", done.stdout)
    assert "Did you mean 'pier'?" in done.stdout
    assert "Traceback" not in done.stdout
    assert content(project / "site") == LAST_GOOD
    assert stages(project) == []


def test_a_warning_in_any_language_fails_a_strict_build_and_leaves_the_last_good_site(project: Path) -> None:
    write_last_good(project / "site")
    write(project / "docs" / "nl" / "about.md", "# Hierover\n\n[Nergens](nowhere.md)\n")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 1
    assert "[nl] Doc file 'about.md' contains a link 'nowhere.md'" in done.stdout
    assert "Traceback" not in done.stdout
    assert content(project / "site") == LAST_GOOD
    assert stages(project) == []


def test_a_warning_in_the_default_language_does_the_same(project: Path) -> None:
    write_last_good(project / "site")
    write(project / "docs" / "en" / "about.md", "# About\n\n[Nowhere](nowhere.md)\n")
    assert mkdocs(project, "build", "--strict").returncode == 1
    assert content(project / "site") == LAST_GOOD
    assert mkdocs(project, "build").returncode == 0
    assert "nl/index.html" in content(project / "site")


def test_a_text_that_is_cut_off_fails_a_strict_build_and_is_told_in_any(project: Path) -> None:
    write_last_good(project / "site")
    cells = project / "frameworks" / "harbour.yaml"
    replace(cells, "pier: Whoever is there.", "pier: Whoever is there #1 in the bay.")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 1
    assert "warning[Y111]: All from ' #' on is left out of the text: '#1 in the bay.'" in done.stdout
    assert content(project / "site") == LAST_GOOD
    replace(cells, "#1 in the bay.", "# A comment: who is it?")
    assert mkdocs(project, "build").returncode == 0


def test_two_builds_at_once_do_not_mix(project: Path) -> None:
    first, second = (
        subprocess.Popen(
            command("build"),
            cwd=project,
            env=settings({"SOURCE_DATE_EPOCH": "0"}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for _ in range(2)
    )
    for build in (first, second):
        said = build.communicate()[0]
        assert build.returncode == 0, said
    together = content(project / "site")
    assert mkdocs(project, "build", environment={"SOURCE_DATE_EPOCH": "0"}).returncode == 0
    assert content(project / "site") == together
    assert stages(project) == []


def test_a_third_language_takes_one_line_of_configuration(project: Path) -> None:
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [en, nl, de]")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stdout
    html = page(project, "de/frameworks/harbour")
    assert '<html lang="de"' in html
    assert re.findall(r'hreflang="([^"]+)" href="https', html) == ["en", "nl", "de", "x-default"]
    menu = re.search(r"<details.*?</details>", page(project, "quiz"), re.DOTALL)
    assert menu
    assert re.findall(r'href="([^"]+)" hreflang="(\w+)"', menu[0]) == [
        ("../nl/quiz/", "nl"),
        ("../de/quiz/", "de"),
    ]


def test_a_site_in_one_language_has_no_language_link(project: Path) -> None:
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [nl]")
    # An empty address is none.
    replace(project / "mkdocs.yml", "https://small.example/", "''")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stdout
    assert '<html lang="nl"' in page(project, "quiz")
    assert "a-languages" not in page(project, "quiz")
    assert hosts_named(project) == set()


def test_without_a_site_address_no_file_names_a_host(project: Path) -> None:
    replace(project / "mkdocs.yml", "site_url: https://small.example/\n", "")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stdout
    assert '<link rel=" alternate" hreflang="nl" href="../nl/quiz/">' in page(project, "quiz")
    assert 'rel="canonical"' not in page(project, "quiz")
    assert not list((project / "site").rglob("*sitemap*"))
    assert "navigation.instant" not in page(project, "quiz")
    assert hosts_named(project) == set()


def hosts_named(project: Path) -> set[tuple[str, bytes]]:
    """Each address at nobody's host that a file of the site names."""
    return {
        (path, host)
        for path, said in content(project / "site").items()
        for host in HOST.findall(gzip.decompress(said) if path.endswith(".gz") else said)
    }


@pytest.mark.parametrize(
    ("arguments", "change", "told"),
    [
        (("--dirty",), ("", ""), "mkdocs.yml:1:1: error[C604]"),
        (("--no-directory-urls",), ("", ""), "mkdocs.yml:1:1: error[C603]"),
        ((), ("[en, nl]", "[en, dutch]"), "error[C602]: languages: 'dutch' is not a language tag"),
        ((), ("[en, nl]", "[]"), "error[C601]: languages: the site has no language"),
    ],
)
def test_what_cannot_be_built_is_told(
    project: Path, arguments: tuple[str, ...], change: tuple[str, str], told: str
) -> None:
    if change[0]:
        replace(project / "mkdocs.yml", *change)
    done = mkdocs(project, "build", *arguments)
    assert done.returncode == 1
    assert told in done.stdout
    assert "Traceback" not in done.stdout


def test_a_page_by_hand_at_a_generated_pages_address_is_told(project: Path) -> None:
    write(project / "docs" / "nl" / "quiz.md", "# Quiz\n")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "docs/nl/quiz.md:1:1: error[C605]: The page '/quiz/' is made from the data" in done.stdout
