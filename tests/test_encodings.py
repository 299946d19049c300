"""How a file is written shows by its first bytes, and how it was misread by what became of its letters."""

import codecs

import pytest

from generator.encodings import GARBLED, encoding_of, is_garbled


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


TEXT = "Één café: “naïve” – all of it"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("utf-8", "cp1252"),
        ("utf-8", "mac_roman"),
        ("utf-8", "cp850"),
        ("mac_roman", "cp1252"),
        ("cp1252", "mac_roman"),
    ],
)
def test_a_text_that_was_read_in_another_character_set_is_known(written: str, read: str) -> None:
    assert is_garbled(TEXT.encode(written).decode(read, "replace"), TEXT)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT, TEXT.encode("ascii", "replace").decode()),
        (TEXT, TEXT.replace("é", "\ufffd")),
        ("l’été", "l?été"),
        ("one “size” fits all”", "one â€œsizeâ€\uf19d fits allâ€"),
        ("à la carte", "Ã  la carte"),
    ],
)
def test_letters_that_were_lost_or_replaced_on_the_way_are_known(old: str, new: str) -> None:
    assert is_garbled(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TEXT, TEXT),
        ("What next…", "What next?"),
        ("Is it “so”", "Is it “so?"),
        ("Any café", "Any cafe"),
        ("Any café", "Any tea house"),
        ("No accent", "Any café"),
        ("A “word”", 'A "word"'),
        ("a\u00a0space", "a space"),
    ],
)
def test_an_edit_is_not_taken_for_wrong_letters(old: str, new: str) -> None:
    assert not is_garbled(new, old)


@pytest.mark.parametrize("sign", "éèëïöüÖÉç€’‘“—…šñ°½")
def test_a_sign_that_was_read_in_the_wrong_encoding_is_known(sign: str) -> None:
    seen = "".join(bytes([byte]).decode("cp1252", "replace") for byte in f"Het v{sign}n".encode())

    assert GARBLED.search(seen)


@pytest.mark.parametrize(
    "text",
    [
        "één NÃO „Ä“",
        "das „MENÜ“ – «Ö»",
        "Ångström, 5 °Ä Å",
        "São Tomé",
        "Âge ÂGE",
        "“IRMÔ” …",
        "crème brûlée",
    ],
)
def test_letters_of_a_language_are_not_garbled(text: str) -> None:
    assert GARBLED.search(text) is None
