"""XML from anywhere is read without trusting it."""

from pathlib import Path

import pytest

from generator.l10n.exchange.reading import read_returned
from generator.l10n.exchange.trees import read_tree, text_of
from generator.l10n.exchange.units import UnreadableExchangeError
from tests.hostile.files import make_huge, make_pipe

LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><xliff>&b;</xliff>'
FILE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>'


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no XML",
        b"<xliff>",
        b"<xliff></tmx>",
        b"\xff\xfe<\x00x",
        b"<?xml version='1.0' encoding='klingon'?><xliff/>",
        b"<?xml version='1.0' encoding='utf-7'?><xliff/>",
        b"<xliff>\x01</xliff>",
        b"<a>" * 50_000,
        b"<a>" * 50_000 + b"</a>" * 50_000,
        LAUGHS,
        FILE,
        b'<!DOCTYPE x SYSTEM "x.dtd"><xliff>&unknown;</xliff>',
        b"<a/><b/>",
    ],
)
def test_what_is_no_plain_xml_is_refused_with_a_reason(content: bytes) -> None:
    with pytest.raises(UnreadableExchangeError) as caught:
        read_tree(content)

    assert str(caught.value.message)


def test_a_document_type_that_only_has_a_name_is_read_as_tools_write_it() -> None:
    root = read_tree(
        b'<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><x xml:lang="nl"> a </x></tmx>'
    )

    assert [(one.tag, one.get("lang"), text_of(one)) for one in root] == [("x", "nl", " a ")]


def test_elements_of_other_vocabularies_are_not_taken_for_ours() -> None:
    root = read_tree(
        b'<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:t="urn:tool"><t:target/></xliff>'
    )

    assert (root.tag, root.find("target")) == ("xliff", None)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b""),
        ("a.csv", b"one,two\n1,2\n"),
        ("a.csv", b"\x80\x81"),
        ("a.csv", b'location,source,target,id\n"' + b"x" * 200_000),
        ("a.xlf", b"<html/>"),
        ("a.po", b'msgid ""'),
    ],
)
def test_a_damaged_file_is_refused_with_a_reason(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UnreadableExchangeError) as caught:
        read_returned(tmp_path / name)

    assert str(caught.value.message)


def test_what_is_no_file_of_a_likely_size_is_refused_without_reading(tmp_path: Path) -> None:
    make_pipe(tmp_path / "pipe.xlf")
    make_huge(tmp_path / "huge.xlf")
    for name in (".", "none.xlf", "pipe.xlf", "huge.xlf"):
        with pytest.raises(UnreadableExchangeError):
            read_returned(tmp_path / name)
