"""A site is replaced whole or not at all, whoever else builds it and however a build ends."""

import os
import sys
from pathlib import Path

import pytest

from generator.site import publish
from generator.site.publish import open_build_folder


def built(folder: Path, text: str) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")
    return folder


def shown(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def test_a_first_site_appears_where_there_was_none(tmp_path: Path) -> None:
    stage = open_build_folder(tmp_path / "public" / "site")
    stage.publish(built(stage.folder / "new", "first"))
    stage.close()
    assert shown(tmp_path / "public" / "site") == "first"


def test_a_new_site_takes_the_old_ones_place_and_leaves_nothing_behind(tmp_path: Path) -> None:
    site = built(tmp_path / "site", "old")
    (site / "gone.html").touch()
    stage = open_build_folder(site)
    stage.publish(built(stage.folder / "new", "new"))
    stage.close()
    assert shown(site) == "new"
    assert not (site / "gone.html").exists()
    assert list(tmp_path.iterdir()) == [site]


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="the system has no such step")
def test_the_new_site_takes_the_old_ones_place_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("between two steps a reader finds no site")

    site = built(tmp_path / "site", "old")
    stage = open_build_folder(site)
    new = built(stage.folder / "new", "new")
    with monkeypatch.context() as patched:
        for step in ("rename", "renames", "replace"):
            patched.setattr(os, step, refuse)
        old = stage.publish(new)
    assert old is not None
    assert (shown(site), shown(old)) == ("new", "old")
    stage.close()


def test_without_an_exchange_in_one_step_the_folders_change_places_in_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_exchange_at_once", lambda new, old: False)
    site = built(tmp_path / "site", "old")
    stage = open_build_folder(site)
    stage.publish(built(stage.folder / "new", "new"))
    stage.close()
    assert shown(site) == "new"


def test_a_second_step_that_fails_takes_the_first_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish, "_exchange_at_once", lambda new, old: False)
    site = built(tmp_path / "site", "old")

    with pytest.raises(OSError, match="No such file"):
        publish.exchange(tmp_path / "nothing", site, tmp_path / "aside")

    assert shown(site) == "old"
    assert list(tmp_path.iterdir()) == [site]


def test_an_old_site_that_was_moved_aside_by_a_killed_build_comes_back(tmp_path: Path) -> None:
    site = built(tmp_path / "site", "old")
    killed = tmp_path / ".site.building-killed"
    killed.mkdir()
    site.rename(killed / "previous")
    open_build_folder(site).close()
    assert shown(site) == "old"
    assert not killed.exists()


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    site = built(tmp_path / "site", "old")
    built(tmp_path / ".site.building-killed", "half")
    stage = open_build_folder(site)
    assert [path for path in tmp_path.iterdir() if path not in (site, stage.folder)] == []
    stage.close()


def test_what_another_living_build_writes_stays(tmp_path: Path) -> None:
    site = built(tmp_path / "site", "old")
    other = open_build_folder(site)
    built(other.folder / "new", "of the other")
    mine = open_build_folder(site)
    mine.publish(built(mine.folder / "new", "mine"))
    mine.close()
    other.publish(other.folder / "new")
    other.close()
    assert shown(site) == "of the other"


def test_a_folder_of_another_site_with_a_longer_name_is_left_alone(tmp_path: Path) -> None:
    other = built(tmp_path / ".site2.building-x", "not mine")
    open_build_folder(tmp_path / "site").close()
    assert other.exists()


def test_hidden_files_that_someone_put_into_the_site_stay(tmp_path: Path) -> None:
    site = built(tmp_path / "site", "old")
    (site / ".nojekyll").touch()
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("main", encoding="utf-8")
    stage = open_build_folder(site)
    stage.publish(built(stage.folder / "new", "new"))
    stage.close()
    assert (site / ".nojekyll").exists()
    assert (site / ".git" / "HEAD").read_text(encoding="utf-8") == "main"


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    real = built(tmp_path / "real", "old")
    link = tmp_path / "site"
    link.symlink_to(real)
    stage = open_build_folder(link)
    stage.publish(built(stage.folder / "new", "new"))
    stage.close()
    assert link.is_symlink()
    assert shown(link) == "new"


def test_a_site_that_cannot_be_replaced_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(new: Path, old: Path, aside: Path) -> None:
        raise OSError(16, os.strerror(16))

    site = built(tmp_path / "site", "old")
    stage = open_build_folder(site)
    monkeypatch.setattr(publish, "exchange", refuse)
    with pytest.raises(OSError, match="busy"):
        stage.publish(built(stage.folder / "new", "new"))
    stage.close()
    assert shown(site) == "old"


def test_a_file_where_the_site_belongs_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("mine", encoding="utf-8")
    with pytest.raises(NotADirectoryError):
        open_build_folder(tmp_path / "site")
