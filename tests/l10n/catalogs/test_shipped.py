"""The shipped catalogues as a proofreader finds them."""

from pathlib import Path

import pytest

from generator.l10n.catalogs.files import WORDS
from generator.l10n.proofreading import proofread
from generator.l10n.updating import languages_begun, open_data, update
from generator.problems import errors
from tests.golden import told

DATA = open_data(Path(__file__).parents[3])[0]
assert DATA is not None
LANGUAGES = languages_begun(DATA.folders)
WHOLE = ("en", "nl")


@pytest.mark.slow
@pytest.mark.parametrize("language", WHOLE)
def test_nothing_is_wrong_with_the_translations_of_content(language: str) -> None:
    assert DATA is not None
    for domain in [*(item.id for item in DATA.atlas.frameworks), "shared"]:
        assert told(proofread(DATA, [language], domain=domain)) == ""


@pytest.mark.slow
def test_nothing_is_wrong_with_the_words_of_the_interface() -> None:
    assert DATA is not None
    assert told(proofread(DATA, ["nl"], domain=WORDS)) == ""


@pytest.mark.slow
@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in WHOLE])
def test_no_other_language_has_an_error(language: str) -> None:
    assert DATA is not None
    assert told(errors(proofread(DATA, [language]))) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_are_up_to_date(language: str) -> None:
    assert DATA is not None
    changed, problems = update(DATA, [language], write=False)

    assert (told(problems), [item.file for item in changed]) == ("", [])
