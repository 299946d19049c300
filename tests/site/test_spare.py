"""A site that was replaced is put away, and the next one has of it what would be made again just so."""

import errno
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.site.commands import BuildFailedError, build_site
from generator.site.finishing import written
from generator.site.ledger import Published
from generator.site.spare import keep, lay_out, spare_of
from generator.site.staging import Stage
from tests.site.projects import replace, write
from tests.site.test_incremental import cell, files, unbuilt


def published(folder: Path, *names: str) -> Mapping[str, Published]:
    """The record of files of a folder."""
    found = {name: (folder / name).stat() for name in names}
    return {name: Published("key", each.st_size, each.st_mtime_ns) for name, each in found.items()}


@pytest.fixture
def spare(tmp_path: Path) -> Path:
    """A spare site with two pages, and with what nobody asked for."""
    folder = tmp_path / "spare"
    for name in ("index.html", "pier/index.html", "pier/gone/index.html", "gone/deep/index.html"):
        write(folder / name, f"<p>{name}</p>")
    (folder / "link.html").symlink_to(folder / "index.html")
    (folder / "pier" / "folder").symlink_to(folder)
    (folder / "empty").mkdir()
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "stage" / "site"
    folder.mkdir(parents=True)
    return folder


def test_what_the_new_site_has_as_it_was_comes_and_nothing_else(spare: Path, site: Path) -> None:
    names = ("index.html", "pier/index.html")
    page, folder = (spare / "pier" / "index.html").stat(), (spare / "pier").stat()

    assert lay_out(spare, site, published(spare, *names)) == set(names)

    assert sorted(path.relative_to(site).as_posix() for path in site.rglob("*")) == [
        *names[:1],
        "pier",
        names[1],
    ]
    assert os.path.samestat((site / "pier" / "index.html").stat(), page)
    assert os.path.samestat((site / "pier").stat(), folder)
    assert not spare.exists()


def test_a_file_that_is_not_as_it_was_published_does_not_come(spare: Path, site: Path) -> None:
    known = published(spare, "index.html", "pier/index.html")
    write(spare / "index.html", "<p>by somebody</p>")
    os.utime(spare / "pier" / "index.html", (1, 1))

    assert lay_out(spare, site, known) == set()
    assert list(site.iterdir()) == []


def test_without_a_spare_site_nothing_comes(tmp_path: Path, site: Path) -> None:
    assert lay_out(tmp_path / "none", site, {}) == set()
    assert list(site.iterdir()) == []


def test_what_came_before_a_failure_is_told_and_nothing_else_is_there(
    spare: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = published(spare, "index.html", "pier/index.html")
    move, moved = os.rename, list[Path]()

    def twice(old: Path, new: Path) -> None:
        if len(moved) == 2:
            raise OSError(errno.EIO, "gone")
        moved.append(new)
        move(old, new)

    monkeypatch.setattr(os, "rename", twice)

    came = lay_out(spare, site, known)

    assert came == {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert len(came) == 1


def test_each_language_of_a_replaced_site_is_put_away_by_itself(tmp_path: Path) -> None:
    old, spares = tmp_path / "old", tmp_path / "cache" / "spare"
    for name in ("index.html", "nl/index.html"):
        write(old / name, name)
    write(spares / "fy" / "index.html", "of a language that is gone")

    keep(old, spares, ["nl", "de"])

    assert {path.relative_to(spares).as_posix() for path in spares.rglob("*.html")} == {
        "root/index.html",
        "nl/index.html",
    }
    assert (spare_of(spares, "") / "index.html").read_text(encoding="utf-8") == "index.html"
    assert (spare_of(spares, "nl/") / "index.html").read_text(encoding="utf-8") == "nl/index.html"
    assert not old.exists()


def test_a_replaced_site_that_cannot_be_put_away_stays_where_it_can_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another file system")

    write(tmp_path / "old" / "index.html", "old")
    monkeypatch.setattr(Path, "rename", refuse)

    keep(tmp_path / "old", tmp_path / "cache" / "spare", [])

    assert (tmp_path / "old" / "index.html").exists()


def test_a_page_is_written_to_a_file_of_its_own(tmp_path: Path) -> None:
    write(tmp_path / "published.html", "the last good site")
    os.link(tmp_path / "published.html", tmp_path / "new.html")

    written(tmp_path / "new.html", b"new", "key")

    assert (tmp_path / "published.html").read_text(encoding="utf-8") == "the last good site"
    assert (tmp_path / "new.html").read_bytes() == b"new"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project that was built twice: there is a site, and a spare one."""
    root = unbuilt(tmp_path / "project", monkeypatch)
    for number in (0, 1):
        cell(root, number)
        build_site(root, root / "site", strict=False)
    return root


def spares(project: Path) -> Path:
    (found,) = (project / ".cache" / "atlas" / "sites").glob("*/spare")
    return found


def folders(site: Path) -> set[int]:
    """Which folders on the disk a site's are."""
    return {path.stat().st_ino for path in site.rglob("*") if path.is_dir()}


@pytest.mark.parametrize(
    "link", [".cache", ".cache/atlas", ".cache/atlas/sites", "{site}", "{site}/spare", "{site}/spare/root"]
)
def test_nothing_is_removed_from_where_a_link_leads(project: Path, tmp_path: Path, link: str) -> None:
    link = link.format(site=spares(project).parent.relative_to(project))
    dear = tmp_path / "dear"
    shutil.move(project / link, dear)
    (project / link).symlink_to(dear)
    for folder in [dear, *(path for path in dear.rglob("*") if path.is_dir())]:
        write(folder / ".dear", "to somebody")
        write(folder / "dear.html", "to somebody")
    for number in range(20):
        (dear / f"old-{number}").mkdir()
    before = {path for path in dear.rglob("*") if "dear" in path.name or "old" in path.name}
    cell(project, 1)

    build_site(project, project / "site", strict=False)

    assert {path for path in before if not path.exists()} == set()
    build_site(project, tmp_path / "cold", strict=False, clean=True)
    assert files(project / "site") == files(tmp_path / "cold")


@pytest.mark.parametrize("folder", ["", "nl"])
def test_folders_of_pages_that_have_not_changed_are_not_made_again(
    project: Path, tmp_path: Path, folder: str
) -> None:
    before = folders(spare_of(spares(project), folder))
    cell(project, 1)

    build_site(project, project / "site", strict=False)

    assert before & folders(project / "site" / folder)
    build_site(project, tmp_path / "cold", strict=False, clean=True)
    assert files(project / "site") == files(tmp_path / "cold")


def test_nothing_that_somebody_did_to_a_spare_site_comes_into_the_new_one(
    project: Path, tmp_path: Path
) -> None:
    root = spare_of(spares(project), "")
    write(root / "by-somebody.html", "<p>by somebody</p>")
    write(root / "assets" / "by-somebody.js", "alert(1)")
    page = root / "frameworks" / "lantern" / "index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("<h1", "<h1 class='hacked'"), encoding="utf-8")
    cell(project, 1)

    build_site(project, project / "site", strict=False)

    build_site(project, tmp_path / "cold", strict=False, clean=True)
    assert files(project / "site") == files(tmp_path / "cold")


def test_no_compressed_file_comes_where_none_is_asked_for_any_more(project: Path) -> None:
    replace(project / "mkdocs.yml", "      precompress: true\n", "")

    build_site(project, project / "site", strict=False)

    # The sitemap's is mkdocs' own.
    assert {path.name for path in (project / "site").rglob("*.gz")} == {"sitemap.xml.gz"}


def test_a_build_that_fails_after_it_took_a_spare_leaves_the_site_as_it_was(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "gone")

    good = files(project / "site")
    cell(project, 1)
    monkeypatch.setattr(Stage, "publish", refuse)

    with pytest.raises(BuildFailedError):
        build_site(project, project / "site", strict=False)

    assert not spare_of(spares(project), "").exists(), "it was not used"
    assert files(project / "site") == good


def test_without_a_cache_all_is_as_before(project: Path, tmp_path: Path) -> None:
    shutil.rmtree(project / ".cache")
    cell(project, 1)

    build_site(project, project / "site", strict=False)

    build_site(project, tmp_path / "cold", strict=False, clean=True)
    assert files(project / "site") == files(tmp_path / "cold")
