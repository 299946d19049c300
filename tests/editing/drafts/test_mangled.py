"""Texts in wrong letters are told from what somebody wrote, whatever character sets they went through."""

import pytest

from generator.editing.drafts.mangled import is_mangled, mangled
from tests.editing.drafts.test_changes import DATA, matrix

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
    assert is_mangled(TEXT.encode(written).decode(read, "replace"), TEXT)


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
    assert is_mangled(new, old)


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
    assert not is_mangled(new, old)


@pytest.mark.parametrize(
    "text", ["Ã©Ã©n plan", "dontâ€™t", "a\u00c2\u00a0b", "√©√©n", "donŒ‚Äôt", "caf\ufffd"]
)
def test_a_new_text_that_looks_so_is_a_warning(text: str) -> None:
    (problem,) = mangled(matrix(("None.", text)), DATA)
    assert (problem.code, problem.severity) == ("I703", "warning")


@pytest.mark.parametrize(
    "text", ["NÃO e SÃO", "MÂN", "√2 and √π", "‚één’ – “café…”", "Â is a letter", "Ünïcödé ŁÓDŹ ÇA"]
)
def test_letters_of_any_language_are_no_wrong_ones(text: str) -> None:
    assert [*mangled(matrix(("None.", text)), DATA)] == []
