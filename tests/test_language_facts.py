"""A text tells by its commonest words which language it is in; where these do not decide, nothing is said."""

import pytest

from generator.language_facts import language_by_words

TEXTS = {
    "en": "Who has the time thinks of something for the house, and that is what they are doing with it.",
    "nl": "Wie tijd heeft bedenkt iets voor het huis, en een collega houdt het niet bij met de hand.",
    "de": "Wer Zeit hat, denkt sich etwas für das Haus aus, und die Kollegin ist nicht mit dem Plan fertig.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_in_the_language_of_its_commonest_words(language: str) -> None:
    found = language_by_words(TEXTS[language])
    assert found is not None
    assert found.language == language
    assert set(found.words) <= set(TEXTS[language].lower().replace(",", "").split())


@pytest.mark.parametrize("text", ["", "ja nee ja nee", "A/B test, CRM, CDP", f"{TEXTS['en']} {TEXTS['nl']}"])
def test_a_text_of_few_words_or_of_two_languages_tells_nothing(text: str) -> None:
    assert language_by_words(text) is None


def test_words_that_several_languages_have_tell_none_of_them() -> None:
    assert language_by_words("die is of des an als andere " * 3) is None
