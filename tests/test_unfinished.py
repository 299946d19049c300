"""What is still being written is told apart, in a framework and in a crosswalk."""

import pytest

from generator.model import NoCounterpart
from generator.unfinished import drafts_of, is_judged, without
from generator.unwritten import is_prompt
from tests import builders

NEW, KNOWN = False, True
DIMENSIONS = [{"id": "crew", "title": "Crew"}, {"id": "tools", "title": "Tools"}]


@pytest.mark.parametrize(
    "text",
    [
        "✎ What it is",
        "Half a sentence ✎",
        "TODO",
        "TODO: write",
        "It sails. TODO:",
        "…",
        "...",
        "TBD",
        " tbd",
        "n.t.b.",
    ],
)
def test_a_text_with_a_mark_is_still_to_be_written(text: str) -> None:
    assert is_prompt(text)


@pytest.mark.parametrize("text", ["A todo list", "Wait…", "It has TODO lists", "todo: none", "The TBD list"])
def test_a_text_that_only_speaks_of_tasks_is_written(text: str) -> None:
    assert not is_prompt(text)


def test_a_framework_that_says_draft_is_one() -> None:
    assert drafts_of(builders.framework(draft=True)) == [("harbour",)]


def test_the_name_of_its_document_may_be_the_text_that_is_left() -> None:
    framework = builders.framework(source={"document": "✎ The title of the document"})

    assert drafts_of(framework) == [("harbour",)]


@pytest.mark.parametrize(
    ("known", "left_out"), [(NEW, ("harbour",)), (KNOWN, ("harbour", "levels", "level-2"))]
)
def test_an_open_level_keeps_a_new_framework_back_and_of_a_known_one_only_itself(
    known: bool, left_out: tuple[str, ...]
) -> None:
    levels = [builders.level(1, (0, 1)), builders.level(2, (1, 2), summary="✎ What it is")]

    assert drafts_of(builders.framework(levels=levels), known) == [left_out]


def test_a_level_that_says_draft_leaves_a_new_framework_too() -> None:
    levels = [builders.level(1, (0, 1)), builders.level(2, (1, 2), summary="✎ What it is", draft=True)]

    assert drafts_of(builders.framework(levels=levels), NEW) == [("harbour", "levels", "level-2")]


def test_levels_above_one_that_is_left_out_keep_the_number_that_readers_see() -> None:
    framework = builders.framework("harbour", (0, 1), (1, 2), (2, 3))

    left = without(framework, [("harbour", "levels", "level-2")])

    assert left is not None
    assert [(level.number, level.shown_number) for level in left.levels] == [(1, "1"), (2, "3")]


def test_without_any_level_left_the_whole_is_a_draft() -> None:
    levels = [builders.level(n, (n, n + 1), summary="TODO") for n in (1, 2)]

    assert drafts_of(builders.framework(levels=levels), KNOWN) == [("harbour",)]


def test_an_open_cell_keeps_its_level_back_and_an_open_row_itself() -> None:
    cells = {"crew": {"level-1": "One.", "level-2": "✎ …"}, "tools": {"level-1": "✎ …", "level-2": "✎ …"}}

    found = drafts_of(builders.framework(dimensions=DIMENSIONS, cells=cells), KNOWN)

    assert sorted(found) == [("harbour", "dimensions", "tools"), ("harbour", "levels", "level-2")]


def test_a_mapping_is_judged_once_it_is_written_and_says_what_its_relation_asks_for() -> None:
    ends = "harbour/levels/level-1", "superset-of", "mill/levels/level-1"
    overlap = "harbour/levels/level-1", "intersects-with", "mill/levels/level-1"
    sides = {"shared": "Both.", "only_subject": "This.", "only_object": "That."}

    assert is_judged(builders.mapping("m", *ends))
    assert not is_judged(builders.mapping("m", *ends, draft=True))
    assert not is_judged(builders.mapping("m", *ends, justification="✎ Why"))
    assert is_judged(builders.mapping("m", *overlap, **sides, extent="half"))
    assert not is_judged(builders.mapping("m", *overlap, **sides))
    assert not is_judged(builders.mapping("m", *overlap, extent="half"))
    assert not is_judged(
        builders.mapping("m", "harbour/levels/level-1", "is-supported-by", "mill/layers/wheel")
    )


def test_an_absence_is_judged_once_its_reason_is_written() -> None:
    absent = {"subject": "harbour/levels/level-1", "framework": "mill"}

    assert is_judged(NoCounterpart.model_validate(absent | {"reason": "A plank needs no mill."}))
    assert not is_judged(NoCounterpart.model_validate(absent | {"reason": "✎ Why nothing answers to it"}))
