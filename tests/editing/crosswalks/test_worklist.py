"""The worklist has a line for each level that nobody judged, and says what a draft lacks."""

from generator.editing.crosswalks.worklist import tasks
from tests import builders

PAIR = ("ferry", "harbour")
ENDS = "ferry/levels/level-1", "intersects-with", "harbour/levels/level-1"


def listed(*mappings: object, **walk: object) -> list[tuple[str, str, tuple[str, ...]]]:
    crosswalk = builders.crosswalk(*PAIR, *mappings, **walk)  # type: ignore[arg-type]
    data = builders.atlas(*map(builders.framework, PAIR), crosswalks=(crosswalk,))
    return [(str(task.end), task.state, task.missing) for task in tasks(data, [PAIR])]


def test_without_a_crosswalk_every_level_of_both_is_open() -> None:
    data = builders.atlas(*map(builders.framework, PAIR))

    assert [(str(task.end), task.other, task.state) for task in tasks(data, [PAIR])] == [
        ("ferry/levels/level-1", "harbour", "open"),
        ("ferry/levels/level-2", "harbour", "open"),
        ("harbour/levels/level-1", "ferry", "open"),
        ("harbour/levels/level-2", "ferry", "open"),
    ]


def test_of_a_draft_it_says_what_is_left_to_write() -> None:
    begun = builders.mapping("one", *ENDS, justification="✎ Why", shared="Both float.", only_subject="✎ What")

    found = listed(begun)

    left = ("justification", "only_subject", "only_object", "extent")
    assert ("ferry/levels/level-1", "draft", left) in found
    assert ("harbour/levels/level-1", "draft", left) in found
    assert ("ferry/levels/level-2", "open", ()) in found


def test_what_says_draft_and_lacks_nothing_is_a_draft() -> None:
    absent = {"subject": "ferry/levels/level-1", "framework": "harbour", "reason": "It sails.", "draft": True}

    assert ("ferry/levels/level-1", "draft", ("draft",)) in listed(no_counterpart=[absent])


def test_what_is_judged_is_not_listed_and_wide_overlaps_without_judgement_are() -> None:
    equal = builders.mapping(
        "one", "ferry/levels/level-1", "equal", "harbour/levels/level-2", note="By name."
    )
    other = builders.mapping(
        "two", "ferry/levels/level-2", "equal", "harbour/levels/level-1", note="By name."
    )

    assert listed(equal, other) == [
        ("ferry/levels/level-1", "overlap", ()),
        ("ferry/levels/level-2", "overlap", ()),
    ]


def test_a_level_that_shares_nothing_with_any_on_its_stretch_is_judged() -> None:
    denied = builders.mapping("one", "ferry/levels/level-1", "no-relationship", "harbour/levels/level-1")

    open_ends = [end for end, state, _ in listed(denied) if state == "open"]
    assert open_ends == ["ferry/levels/level-2", "harbour/levels/level-2"]


def test_to_deny_one_relation_of_a_level_leaves_the_others_on_its_stretch_to_judge() -> None:
    denied = builders.mapping("one", "ferry/levels/level-1", "no-relationship", "harbour/levels/level-2")

    assert ("ferry/levels/level-1", "open", ()) in listed(denied)
