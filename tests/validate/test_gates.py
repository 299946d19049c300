"""What an atlas should have none of, counted."""

from generator.validate import gates
from tests.builders import atlas, crosswalk, framework, loaded_project, mapping


def counts(*frameworks: object, **changes: object) -> list[str]:
    """The gates as an editor reads them."""
    data = atlas(*frameworks, **changes)  # type: ignore[arg-type]
    return [gate.text() for gate in gates(data)]


def test_overlaps_that_nobody_judged_and_mappings_that_nobody_checked_are_counted() -> None:
    one, other = framework("a", (0, 1), (1, 2)), framework("b", (0, 1.5), (1.5, 2))
    checked = mapping("one", "a/levels/level-1", "equal", "b/levels/level-1", reviewer="sceptic")
    unchecked = mapping("two", "a/levels/level-2", "equal", "b/levels/level-1")

    found = counts(one, other, crosswalks=(crosswalk("a", "b", checked, unchecked),))

    assert found[:2] == ["Level pairs that overlap without judgement: 1.", "Mappings without reviewer: 1."]


def test_findings_that_nobody_checked_or_that_pass_over_a_framework_are_counted() -> None:
    data = loaded_project().atlas()

    assert [gate.text() for gate in gates(data)][3:] == [
        "Findings without texts: 0.",
        "Findings without reviewer: 2.",
        "Findings that pass over a framework: 1.",
    ]


def test_themes_without_a_text_or_a_reason_are_counted() -> None:
    data = loaded_project().atlas()

    # The lantern says nothing on either theme, and nobody says why.
    assert [gate.text() for gate in gates(data)][2].endswith(": 2.")
