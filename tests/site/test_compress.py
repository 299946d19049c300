"""A text file gets a compressed one beside it, the same bytes for the same content."""

import gzip
import os
from pathlib import Path

import pytest

from generator.site.compress import SMALLEST, compress_rest

TEXT = "<p>A pier is a place to begin. " * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with a file of each sort."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "index.html").write_text(TEXT, encoding="utf-8")
    (tmp_path / "small.html").write_text("x" * (SMALLEST - 1), encoding="utf-8")
    (tmp_path / "noise.txt").write_bytes(os.urandom(5000))
    (tmp_path / "picture.png").write_bytes(b"0" * 5000)
    return tmp_path


def test_only_text_that_gets_smaller_is_compressed(site: Path) -> None:
    compress_rest(site, ())
    assert [path.relative_to(site).as_posix() for path in site.rglob("*.gz")] == ["deep/index.html.gz"]
    assert gzip.decompress((site / "deep" / "index.html.gz").read_bytes()).decode() == TEXT


def test_the_same_content_gives_the_same_bytes_whoever_compressed_it_before(site: Path) -> None:
    packed = site / "deep" / "index.html.gz"
    compress_rest(site, ())
    first = packed.read_bytes()
    packed.write_bytes(gzip.compress(TEXT.encode(), mtime=99))
    compress_rest(site, ())
    assert packed.read_bytes() == first
    assert first[4:8] == bytes(4), "RFC 1952: no time"
    assert not first[3] & 8, "RFC 1952: no name"


def test_what_is_done_is_left_alone(site: Path) -> None:
    compress_rest(site, {"deep/index.html"})
    assert not list(site.rglob("*.gz"))
