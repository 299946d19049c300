"""A message is said in another language with all that it holds, and never breaks."""

import errno
from collections.abc import Callable
from dataclasses import dataclass
from gettext import NullTranslations

import pytest

from generator.l10n.message_language import Speech
from generator.problems import (
    Place,
    Problem,
    added,
    counted,
    did_you_mean,
    nearest_first,
    reason_of,
    say,
    say_many,
)


def dutch(**words: str) -> Callable[[str], str]:
    """A translation from a few words, given as `one_word="translation"`."""
    return lambda sentence: words.get(sentence.replace(" ", "_").replace("'", "").rstrip("?"), sentence)


@dataclass(frozen=True)
class Polish:
    """A language with three forms."""

    def __call__(self, sentence: str) -> str:
        """A sentence."""
        return {"Found %(files)s": "Znaleziono %(files)s"}.get(sentence, sentence)

    def plural(self, one: str, many: str, number: int) -> str:
        """The form for a number; where there is nothing but the number, that."""
        if one == many:
            return one
        few = 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14
        return "%(number)s plik" if number == 1 else "%(number)s pliki" if few else "%(number)s plików"

    def grouped(self, number: int) -> str:
        """A number with a space between its thousands."""
        return f"{number:_}".replace("_", " ")


def test_a_message_within_a_message_is_translated_too() -> None:
    hint = did_you_mean("havn", ["haven"])
    message = say("No '%(id)s'. %(hint)s", id="havn", hint=hint)

    assert str(message) == "No 'havn'. Did you mean 'haven'?"
    assert (
        message.text(lambda text: text.replace("Did you mean", "Bedoel je"))
        == "No 'havn'. Bedoel je 'haven'?"
    )


def test_of_many_known_words_only_the_first_are_named() -> None:
    assert str(did_you_mean("zzz", (f"key-{n}" for n in range(13)))).endswith("key-10, key-11, …")


@pytest.mark.parametrize(("number", "said"), [(1, "1 file"), (0, "0 files"), (2, "2 files")])
def test_english_counts_one_and_more(number: int, said: str) -> None:
    assert str(say_many("%(number)s file", "%(number)s files", number)) == said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 plik"), (3, "3 pliki"), (5, "5 plików"), (22, "22 pliki")]
)
def test_another_language_has_its_own_forms_within_a_message_as_well(number: int, said: str) -> None:
    files = say_many("%(number)s file", "%(number)s files", number)

    assert say("Found %(files)s", files=files).text(Polish()) == f"Znaleziono {said}"


def test_a_number_of_things_is_grouped_as_the_language_does() -> None:
    files = say_many("%(number)s file", "%(number)s files", 1712)
    message = say(
        "Found %(files)s in line %(line)s, %(bytes)s bytes", files=files, line=1712, bytes=counted(9999)
    )

    assert str(message) == "Found 1,712 files in line 1712, 9,999 bytes"
    assert message.text(Polish()) == "Found 1 712 plików in line 1712, 9 999 bytes"


@pytest.mark.parametrize("broken", ["Geen %(naam)s", "Geen %(id)d", "100% geen %(id)s", "Geen %(id)", "%"])
def test_a_translation_that_does_not_fit_its_values_gives_way_to_english(broken: str) -> None:
    message = say("No '%(id)s', 100%%", id="haven")

    assert message.text(lambda _: broken) == "No 'haven', 100%"


def test_a_value_is_never_taken_for_a_template() -> None:
    assert str(say("'%(given)s' is wrong", given="100% %(id)s %s")) == "'100% %(id)s %s' is wrong"


def test_a_problem_is_told_in_a_language_with_its_place_and_code_as_they_are() -> None:
    problem = Problem("F217", Place("a.yaml", 2, 3), say("Space"), say("Remove it"))

    told = problem.text(dutch(Space="Spatie", Remove_it="Haal weg"))

    assert told == "a.yaml:2:3: error[F217]: Spatie\n    = Haal weg"


def test_the_nearest_of_the_known_words_stands_first() -> None:
    assert str(nearest_first("docks", ["pier", "dock"])) == "Did you mean 'dock'? Known here: dock, pier"
    assert str(nearest_first("zeppelin", ["pier", "dock"])) == "Known here: pier, dock"
    assert nearest_first("docks", []) is None


def test_a_reason_of_the_system_is_told_in_words_that_can_be_translated() -> None:
    assert str(reason_of(PermissionError(13, "Permission denied"))) == "it may not be used by you"
    assert str(reason_of(OSError(errno.ENOSPC, "No space left on device"))) == "no space is left on the disk"
    assert reason_of(OSError(errno.EIO, "Input/output error")) == "Input/output error"


def test_what_is_new_is_told_once_more_where_it_was_there_already_and_never_for_moving_to_another_line() -> (
    None
):
    def found(code: str, line: int, file: str = "a.yaml") -> Problem:
        return Problem(code, Place(file, line), say("Wrong"))

    before = [found("R101", 3), found("R102", 5)]

    assert added(before, [found("R101", 9), found("R102", 1)]) == []
    assert added(before, [found("R101", 3), found("R101", 7)]) == [found("R101", 7)]
    assert added(before, [found("R101", 3, "b.yaml")]) == [found("R101", 3, "b.yaml")]


@pytest.mark.parametrize(
    ("number", "english", "written"),
    [(0.5, "0.5", "0,5"), (0.1 + 0.2, "0.3", "0,3"), (1.0, "1", "1"), (1712, "1,712", "1.712")],
)
def test_a_number_has_the_decimal_sign_of_the_language(number: float, english: str, written: str) -> None:
    message = say("they share %(shared)s of a band on the scale", shared=counted(number))
    assert f"share {english} of" in message.text()
    assert message.text(Speech("nl", NullTranslations())) == f"they share {written} of a band on the scale"
