"""Numbers agree as their languages write them."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from generator.l10n.catalogs.numbers import numbers, unmatched


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("12.5% of 1,000", "en", ["12.5", "1000"]),
        ("12,5% van 1.000", "nl", ["12.5", "1000"]),
        ("1 000 000,5", "fr", ["1000000.5"]),
        ("1\u202f000", "fr", ["1000"]),
        ("1,000", "nl", ["1.000"]),
        ("2.0", "nl", ["2.0"]),
        ("in 2024 100 teams", "en", ["2024", "100"]),
        ("1.2.3", "en", ["1.2.3"]),
        ("١٢٫٥", "ar", ["12.5"]),
        ("1’000.5", "de-CH", ["1000.5"]),
        ("B2B, 1st, 31-1-2026", "en", ["2", "1", "31", "1", "2026"]),
        ("one of 3.", "en", ["3"]),
        ("1, 2 and 3", "en", ["1", "2", "3"]),
        ("5", "xx", ["5"]),
        ("", "en", []),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(text: str, language: str, values: list[str]) -> None:
    assert [number.value for number in numbers(text, language)] == values


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("12.5%", "12,5%"),
        ("1,000 teams", "1.000 teams"),
        ("1,000 teams", "1 000 teams"),
        ("Web 2.0", "Web 2.0"),
        ("the 1st of 3", "de 1e van 3"),
        ("3 or 4", "4 of 3"),
        ("31 January 2026", "31 januari 2026"),
    ],
)
def test_numbers_that_say_the_same_agree(source: str, translation: str) -> None:
    assert unmatched(source, "en", translation, "nl") == ((), ())


@pytest.mark.parametrize(
    ("source", "translation", "there", "here"),
    [
        ("80% of teams", "8% van de teams", ["80"], ["8"]),
        ("1,000 teams", "1,000 teams", ["1,000"], ["1,000"]),
        ("3 of 3", "3 van de", ["3"], []),
        ("some", "2 stuks", [], ["2"]),
    ],
)
def test_numbers_that_only_one_side_has_are_given(
    source: str, translation: str, there: list[str], here: list[str]
) -> None:
    found = unmatched(source, "en", translation, "nl")

    assert [[number.text for number in side] for side in found] == [there, here]


@given(
    st.decimals(0, 10**9, places=3), st.sampled_from(["en", "nl", "de", "fr", "ar", "de-CH", "pt-BR", "hi"])
)
def test_any_number_that_cldr_writes_is_read_as_itself(value: Decimal, language: str) -> None:
    written = format_decimal(value, "#,##0.###", locale=language.replace("-", "_"))
    [number] = numbers(written, language)

    assert float(number.value) == float(str(value))
