"""A text file gets a compressed one beside it, which is taken over while its content stays the same."""

import gzip
import os
from pathlib import Path

import pytest
from deflate import gzip_compress

from generator.site import compression
from generator.site.compression import SMALLEST, renew

TEXT = "<p>A pier is a place to begin. " * 100


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A folder with a file of each sort."""
    folder = tmp_path / "new"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "index.html").write_text(TEXT, encoding="utf-8")
    (folder / "small.html").write_text("x" * (SMALLEST - 1), encoding="utf-8")
    (folder / "noise.txt").write_bytes(os.urandom(5000))
    (folder / "picture.png").write_bytes(b"0" * 5000)
    return folder


def packed(folder: Path) -> dict[str, int]:
    """The compressed files of a folder, and which file on the disk each is."""
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*.gz")}


def again(new: Path, *, clean: bool = False) -> tuple[dict[str, int], dict[str, int]]:
    """Compress a folder, let it be published, and compress one of the same content as its successor."""
    old = new.with_name("old")
    place = new.with_name("cache") / "record.json"
    renew(new, old, place, clean=clean)
    before = packed(new)
    new.rename(old)
    new.mkdir()
    (new / "deep").mkdir()
    for name in ("deep/index.html", "noise.txt"):
        (new / name).write_bytes((old / name).read_bytes())
    renew(new, old, place, clean=clean)
    return before, packed(new)


def test_only_text_that_gets_smaller_is_compressed(new: Path, tmp_path: Path) -> None:
    renew(new, tmp_path / "none", tmp_path / "record.json", clean=False)
    assert packed(new).keys() == {"deep/index.html.gz"}
    assert gzip.decompress((new / "deep" / "index.html.gz").read_bytes()).decode() == TEXT


def test_the_same_content_gives_the_same_bytes_on_another_day(new: Path, tmp_path: Path) -> None:
    renew(new, tmp_path / "none", tmp_path / "record.json", clean=False)
    first = (new / "deep" / "index.html.gz").read_bytes()
    os.utime(new / "deep" / "index.html", (1, 1))
    renew(new, tmp_path / "none", tmp_path / "other.json", clean=False)
    assert (new / "deep" / "index.html.gz").read_bytes() == first
    assert first[4:8] == bytes(4), "RFC 1952: no time"
    assert not first[3] & 8, "RFC 1952: no name"


def test_a_file_of_the_same_content_is_not_compressed_again(
    new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def counted(text: bytes, level: int) -> bytes:
        calls.append(len(text))
        return bytes(gzip_compress(text, level))

    monkeypatch.setattr(compression, "gzip_compress", counted)
    before, after = again(new)
    assert after == before
    assert sorted(calls) == sorted([len(TEXT), 5000]), "noise was tried once, and no more"


def test_a_clean_build_compresses_all(new: Path) -> None:
    before, after = again(new, clean=True)
    assert after.keys() == before.keys()
    assert after != before


@pytest.mark.parametrize("harm", ["changed", "removed", "link", "record"])
def test_what_somebody_touched_is_compressed_again(new: Path, harm: str) -> None:
    old, place = new.with_name("old"), new.with_name("record.json")
    renew(new, old, place, clean=False)
    good = (new / "deep" / "index.html.gz").read_bytes()
    new.rename(old)
    mine = old / "deep" / "index.html.gz"
    if harm == "changed":
        mine.write_bytes(b"mine")
    elif harm == "record":
        place.write_text('{"form": "1", "files": {"deep/index.html": [1]}}', encoding="utf-8")
    else:
        mine.unlink()
        if harm == "link":
            mine.symlink_to("index.html")
    (new / "deep").mkdir(parents=True)
    (new / "deep" / "index.html").write_text(TEXT, encoding="utf-8")

    renew(new, old, place, clean=False)

    assert (new / "deep" / "index.html.gz").read_bytes() == good
    assert not (new / "deep" / "index.html.gz").is_symlink()


def test_changed_content_is_compressed_again_though_its_size_is_the_same(new: Path) -> None:
    old, place = new.with_name("old"), new.with_name("record.json")
    renew(new, old, place, clean=False)
    new.rename(old)
    other = TEXT.replace("begin", "start")
    (new / "deep").mkdir(parents=True)
    (new / "deep" / "index.html").write_text(other, encoding="utf-8")

    renew(new, old, place, clean=False)

    assert gzip.decompress((new / "deep" / "index.html.gz").read_bytes()).decode() == other


def test_a_compressed_file_that_another_program_wrote_is_replaced(new: Path) -> None:
    theirs = new / "deep" / "index.html.gz"
    theirs.write_bytes(gzip.compress(TEXT.encode(), mtime=99))
    renew(new, new.with_name("old"), new.with_name("record.json"), clean=False)
    assert theirs.read_bytes()[4:8] == bytes(4)
