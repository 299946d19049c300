"""A rebuild makes what has changed, and gives to the byte what a build from nothing gives."""

import os
import random
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from jinja2 import Environment

from generator.cli import main
from generator.site import build as building
from generator.site import release
from generator.site.build import Built, build_site
from generator.site.publish import BuildFolder
from generator.site.settings import Request, Settings
from tests.site.built import ADDRESS
from tests.site.projects import content, copy_built, replace, write, write_site_project

EPOCH = "1767225600"


def build(root: Path, site: Path | None = None, *, clean: bool = False) -> Built:
    return build_site(Request(root, site or root / "site", clean=clean))


@pytest.fixture(scope="module", autouse=True)
def _one_day() -> Iterator[None]:
    """All builds are of one day."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SOURCE_DATE_EPOCH", EPOCH)
        environment.setenv("NO_MKDOCS_2_WARNING", "1")
        yield


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with compressed files, built once into `site`."""
    root = write_site_project(tmp_path_factory.mktemp("original") / "project")
    replace(root / "mkdocs.yml", "languages: [en, nl]\n", "languages: [en, nl]\n      precompress: true\n")
    build(root)
    return root


@pytest.fixture
def project(original: Path, tmp_path: Path) -> Path:
    """Such a project to change."""
    return copy_built(original, tmp_path / "project")


def inodes(folder: Path) -> Mapping[str, int]:
    """Which file on the disk each page is."""
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("index.html*")}


def cell(root: Path, number: int) -> None:
    replace(root / "frameworks" / "harbour.yaml", "Whoever is there.", "Whoever is there." + " Now." * number)


def changes(root: Path) -> list[Callable[[], None]]:
    """Edits of every kind of file that a site is made from."""
    data = root / "frameworks"

    def level_title() -> None:
        replace(data / "harbour.yaml", "title: Pier", "title: Jetty")

    def level_text() -> None:
        text = (data / "lantern.yaml").read_text(encoding="utf-8")
        (data / "lantern.yaml").write_text(text.replace("kaars", "fakkel"), encoding="utf-8")

    def template() -> None:
        page = root / "templates" / "pages" / "level.html"
        page.write_text(f"{page.read_text(encoding='utf-8')}<p>More.</p>\n", encoding="utf-8")

    def prose() -> None:
        write(root / "docs" / "en" / "about.md", "# About this\n\nBy hand, again.\n")

    def theme() -> None:
        text = (data / "themes.yaml").read_text(encoding="utf-8")
        (data / "themes.yaml").write_text(text.replace("summary: ", "summary: Well, ", 1), encoding="utf-8")

    def justification() -> None:
        walk = data / "crosswalks" / "harbour--lantern.yaml"
        text = walk.read_text(encoding="utf-8")
        walk.write_text(text.replace("justification: ", "justification: Surely, ", 1), encoding="utf-8")

    def translations() -> None:
        write(
            root / "locales" / "nl" / "LC_MESSAGES" / "harbour.po",
            CATALOGUE + translated("levels.dock.title", "Dock", "Kade") + translated(*CELL),
        )

    texts = [lambda: cell(root, 1), level_title, level_text, theme, justification, translations]
    return [*texts, template, prose]


CATALOGUE = """msgid ""
msgstr ""
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
CELL = ("cells.crew.dock", "Two people with a rota.", "Twee mensen met een rooster.")


def translated(context: str, source: str, words: str) -> str:
    return f'\nmsgctxt "{context}"\nmsgid "{source}"\nmsgstr "{words}"\n'


def test_after_each_of_many_edits_a_rebuild_is_a_build_from_nothing(project: Path, tmp_path: Path) -> None:
    # With an address there are pictures of pages and twins as well.
    replace(project / "mkdocs.yml", "https://small.example/", ADDRESS)
    with chdir(project):
        assert main(["edition"]) == 0
    edits = changes(project)
    random.Random(4).shuffle(edits)
    for number, edit in enumerate(edits, 1):
        edit()
        if number % 2 == 0:
            build(project)
    # What one rebuild leaves behind the next does not mend: the last one is compared.
    build(project, tmp_path / "cold", clean=True)
    assert content(project / "site") == content(tmp_path / "cold")
    # What has changed since the edition is told as well, and has been in each of these sites.
    site = content(project / "site")
    assert b"<ins>" in site["frameworks/harbour/history/index.html"]
    feed = f"{ADDRESS}api/v1/en/feed.atom".encode()
    assert feed in site["index.html"]
    assert feed in site["api/v1/en/feed.atom"]
    assert b"to-translate.atom" in site["nl/translations/index.html"]


def test_only_pages_and_data_that_show_a_cell_are_made_anew_when_it_changes(project: Path) -> None:
    def data() -> Mapping[str, int]:
        folder = project / "site" / "api" / "v1"
        return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*.json")}

    before, known = inodes(project / "site"), data()
    cell(project, 1)

    built = build(project)

    after = inodes(project / "site")
    assert built.changed
    assert before.keys() == after.keys()
    assert before["frameworks/harbour/index.html"] != after["frameworks/harbour/index.html"]
    other = "nl/crosswalks/lantern--mill/index.html"
    assert before[other] == after[other]
    assert before["frameworks/harbour/index.html.gz"] != after["frameworks/harbour/index.html.gz"]
    assert before[f"{other}.gz"] == after[f"{other}.gz"]
    now = data()
    assert now.keys() == known.keys()
    kept = {path for path, inode in now.items() if known[path] == inode}
    assert {"nl/frameworks/lantern.json", "nl/quizzes/lantern.json", "en/glossary.json"} <= kept
    assert {"en/frameworks/harbour.json", "nl/frameworks/harbour.json", "index.json"} & kept == set()


def test_data_of_all_frameworks_together_follows_a_title_in_any_language(project: Path) -> None:
    catalogue = project / "locales" / "nl" / "LC_MESSAGES" / "harbour.po"
    entries = (("title", "The harbour ladder", "Steiger"), ("levels.dock.title", "Dock", "Steiger"))
    write(catalogue, CATALOGUE + "".join(translated(*entry) for entry in entries))

    build(project)

    for name in ("frameworks.json", "crosswalks/all.json", "crosswalks/all.csv"):
        assert "Steiger" in (project / "site/api/v1" / name).read_text(encoding="utf-8"), name


def test_a_project_that_was_moved_compiles_no_template_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: list[object] = []
    compile_one = Environment.compile

    def compile_and_tell(self: Environment, source: str, name: str | None, *more: Any) -> CodeType:
        compiled.append(name)
        code: CodeType = compile_one(self, source, name, *more)
        return code

    monkeypatch.setattr(Environment, "compile", compile_and_tell)
    cell(project, 1)

    assert build(project).changed
    assert compiled == []


def test_where_nothing_has_changed_nothing_is_built(project: Path) -> None:
    before = inodes(project / "site")

    assert not build(project).changed
    assert inodes(project / "site") == before


@pytest.mark.parametrize("record", [False, True])
def test_a_site_or_a_record_that_somebody_touched_is_mended(project: Path, record: bool) -> None:
    good = content(project / "site")
    if record:
        for file in (project / ".cache").rglob("*.json"):
            file.write_text('{"form": 1, "files": {"index.html": {}}}', encoding="utf-8")
    else:
        (project / "site/frameworks/harbour/index.html").write_text("mine", encoding="utf-8")
        (project / "site/frameworks/mill/index.html").unlink()

    assert build(project).changed
    assert content(project / "site") == good


def test_pages_of_a_framework_that_is_gone_go_with_it(project: Path) -> None:
    for name in ("mill", "findings", *(f"crosswalks/{pair}--mill" for pair in ("harbour", "lantern"))):
        (project / "frameworks" / f"{name}.yaml").unlink(missing_ok=True)

    build(project)

    assert not (project / "site" / "frameworks" / "mill").exists()
    assert "mill" not in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_search_finds_pages_that_were_taken_over(project: Path) -> None:
    before = (project / "site" / "search" / "search_entries.json").read_bytes()
    write(project / "docs" / "nl" / "about.md", "# Hierover\n\nMet de hand, nog eens.\n")

    build(project)

    assert (project / "site" / "search" / "search_entries.json").read_bytes() == before


def test_a_record_is_kept_of_ones_own_site_only(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish = release.publish

    def and_another(place: BuildFolder, site: Path, settings: Settings) -> os.stat_result:
        published = publish(place, site, settings)
        # Another build publishes between.
        shutil.copytree(project / "site", project / "other")
        shutil.rmtree(project / "site")
        (project / "other").rename(project / "site")
        return published

    cell(project, 1)
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(building, "publish", and_another)
        build(project)

    assert build(project).changed


def test_a_hook_that_changes_pages_sees_each_of_them(project: Path) -> None:
    write(project / "hook.py", "def on_post_page(output, **more):\n    return output + '<!-- seen -->'\n")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")

    build(project)

    site = content(project / "site")
    # What leads on and views for frames pass through no frame of the theme's.
    pages = [
        name
        for name in site
        if name.endswith("index.html") and not re.match(r"(nl/)?(id|embed|moved)/", name)
    ]
    assert len(pages) > 50
    assert [name for name in pages if not site[name].endswith(b"<!-- seen -->")] == []
