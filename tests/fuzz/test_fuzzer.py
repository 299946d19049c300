"""The fuzzer finds what it is there for; and every reader holds a short run of it."""

import random
import time

import pytest

from generator.editing.tables import read_tables
from tests.fuzz.fuzzer import LONGEST, Target, fuzz, mutated, reason_of
from tests.fuzz.targets import targets

TRIED = 40


@pytest.mark.slow
def test_a_mistake_behind_two_conditions_is_found_and_made_small() -> None:
    def fragile(content: bytes) -> None:
        try:
            found = read_tables(content, "table.md")
        except Exception:
            return
        if any("boat" in cell.text for table in found.tables for row in table.rows for cell in row):
            raise KeyError

    seeds = [b"| a | b |\n|---|---|\n| c | d |\n" * 20]
    outcome = fuzz(Target("fragile", fragile, seeds, [b"boat", b"|", b"\n"]), 5, seed=1)

    [finding] = outcome.findings
    assert finding.reason.startswith("KeyError")
    assert b"boat" in finding.content
    assert len(finding.content) < len(seeds[0]) / 4
    assert outcome.edges > 50


@pytest.mark.slow
def test_what_takes_too_long_is_found() -> None:
    def work(_: bytes) -> None:
        start = time.process_time()
        while time.process_time() - start < LONGEST + 0.1:
            pass

    slow = Target("slow", work, [b""], [b"a"])

    assert reason_of(slow, b"") == "takes more than 2 s"


@pytest.mark.parametrize("target", targets(), ids=lambda target: str(target.name))
def test_a_reader_answers_whatever_it_is_given(target: Target) -> None:
    dice = random.Random(target.name)
    contents = [mutated(dice.choice(target.seeds), target.seeds, target.words, dice) for _ in range(TRIED)]

    assert {reason_of(target, content): content for content in (*target.seeds, *contents)}.keys() <= {""}
