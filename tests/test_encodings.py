"""How a file is written shows by its first bytes, and how it was misread by what became of its letters."""

import codecs

import pytest

from generator.encodings import encoding_of, reread


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", (0, "utf-8")),
        ("Eén".encode(), (0, "utf-8")),
        ("Eén".encode("utf-8-sig"), (3, "utf-8")),
        (codecs.BOM_UTF16_BE + "A".encode("utf-16-be"), (2, "utf-16-be")),
        ("A pier".encode("utf-16-le"), (0, "utf-16-le")),
        ("A pier".encode("utf-16-be"), (0, "utf-16-be")),
    ],
)
def test_the_encoding_of_a_file_shows_by_its_bytes(content: bytes, found: tuple[int, str]) -> None:
    assert encoding_of(content) == found


@pytest.mark.parametrize("text", ["één", "l’œil", "“quoted”", "Ála", "日本"])
def test_a_text_that_was_read_as_windows_1252_is_found_again(text: str) -> None:
    misread = "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252")
        for byte in text.encode()
    )

    assert reread(misread) == text


@pytest.mark.parametrize("text", ["", "A pier", "één", "Ã", "“quoted”", "日本"])
def test_a_text_that_nobody_misread_is_no_other(text: str) -> None:
    assert reread(text) is None
