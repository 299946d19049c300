"""Each slip of the table can be made: its place stands once in its file, and its tests are there."""

import ast
import re
from pathlib import Path

import pytest

from tests.mutants.mutants import PROJECT, Mutant, made, read_mutants
from tests.mutants.report import Tried, summary

MUTANTS = read_mutants()


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: f"{mutant.file}: {mutant.harm}")
def test_a_slip_can_be_made_and_its_tests_are_there(mutant: Mutant) -> None:
    sound = (PROJECT / mutant.file).read_text(encoding="utf-8")

    mutated = mutant.mutated(sound)

    assert mutated != sound
    if mutant.file.endswith(".py"):
        ast.parse(mutated)
    for place in mutant.caught_by:
        file, _, name = place.partition("::")
        assert (PROJECT / file).exists()
        assert not name or re.search(rf"^def {name}\(", (PROJECT / file).read_text("utf-8"), re.MULTILINE)


def test_there_are_many_and_no_two_are_the_same() -> None:
    assert len({(mutant.file, mutant.change, mutant.to) for mutant in MUTANTS}) == len(MUTANTS) >= 60


def test_a_copy_is_sound_again_after_a_slip(tmp_path: Path) -> None:
    file = tmp_path / "a.py"
    file.write_text("one = 1\n", encoding="utf-8")
    mutant = Mutant("a.py", "one = 1", "one = 2", "Counts are off.", ())

    with made(mutant, tmp_path):
        assert file.read_text(encoding="utf-8") == "one = 2\n"
    assert file.read_text(encoding="utf-8") == "one = 1\n"


def test_a_place_that_stands_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="stands 2 times"):
        Mutant("a.py", "a", "b", "Harm.", ()).mutated("a a")


def test_the_summary_counts_what_the_quick_tests_noticed_and_names_what_nobody_did() -> None:
    mutant = Mutant("a.py", "one", "two", "Counts are off.", ("tests/a",))
    stages = ["quick", "quick", "quick", "slow", "browser", None]

    said = summary([Tried(mutant, stage) for stage in stages])

    assert said.startswith(
        "5 of 6 slips were noticed. Of 5 that need no browser the quick tests noticed 3 (60 %).\n"
        "No test of tests/a notices: Counts are off."
    )
