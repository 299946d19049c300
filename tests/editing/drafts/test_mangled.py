"""Texts in wrong letters are told from what somebody wrote, whatever character sets they went through."""

import pytest

from generator.editing.drafts.mangled import mangled
from tests.editing.drafts.test_changes import DATA, matrix


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
