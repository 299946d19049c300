"""What differs between two wordings is marked word by word."""

from hypothesis import given
from hypothesis import strategies as st

from generator.history import Piece, marked

TEXTS = st.text(st.sampled_from("ab ,.é\n"), max_size=30)


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = marked(before, after)
    assert "".join(piece.text for piece in pieces if piece.kind != "in") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "out") == after


def test_a_changed_word_is_marked_whole_and_alone() -> None:
    assert marked("The short pier.", "The shorter pier.") == (
        Piece("same", "The "),
        Piece("out", "short"),
        Piece("in", "shorter"),
        Piece("same", " pier."),
    )


def test_changed_words_beside_each_other_are_one_mark() -> None:
    pieces = marked("a b c d", "a x y d")
    assert [piece.text for piece in pieces] == ["a ", "b c", "x y", " d"]
