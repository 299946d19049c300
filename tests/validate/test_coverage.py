"""How far pairs have been judged, and which judgements lack their reason in a language."""

from dataclasses import replace

from generator.load import Loaded
from generator.translate import Entry, Gap, view
from generator.validate import coverage, unjustified
from generator.validate.crosswalk_scale import contradicted
from tests.builders import atlas, catalogues, crosswalk, framework, loaded_project, mapping, views

FILE = "frameworks/crosswalks/harbour--lantern.yaml"
CANDLE = "crosswalks.harbour--lantern.mappings.pier-candle.justification"
DOCK = "crosswalks.harbour--lantern.no_counterpart.harbour-levels-dock.reason"


def gaps_of(loaded: Loaded, language: str, **changes: Entry | None) -> tuple[Gap, ...]:
    """What a language lacks when its whole translation has some entries of the shared catalogue changed."""
    data = loaded.atlas()
    entries = catalogues(data, language)
    shared = {context: entry for context, entry in entries["shared"].items() if context not in changes}
    shared |= {context: entry for context, entry in changes.items() if entry is not None}
    return view(data, language, {**entries, "shared": shared}).gaps


def test_the_figures_of_a_whole_project() -> None:
    data = loaded_project().atlas()

    figures = coverage(data, {language: item.gaps for language, item in views(data, "en", "nl").items()})

    first = figures[0]
    assert [item.pair for item in figures] == [
        ("harbour", "lantern"),
        ("harbour", "mill"),
        ("lantern", "mill"),
    ]
    assert (first.levels, first.addressed) == (5, 5)
    assert (first.curated, first.derived, first.absences) == (2, 0, 1)
    assert first.justified == {"en": 3, "nl": 3}
    assert first.intersecting == 1
    assert (first.contradictions_with_note, first.contradictions_without_note) == (0, 0)


def test_a_pair_that_nobody_judged_has_nothing_but_derived_relations() -> None:
    (figures,) = coverage(atlas(framework("a"), framework("b")), {"en": ()})

    assert (figures.levels, figures.addressed, figures.curated, figures.derived) == (4, 0, 0, 2)
    assert figures.justified == {"en": 0}


def test_contradictions_are_counted_with_and_without_a_note() -> None:
    mappings = (
        mapping("one", "a/levels/level-1", "equal", "b/levels/level-2"),
        mapping("two", "a/levels/level-2", "superset-of", "b/levels/level-1", note="By design."),
        mapping("three", "a/levels/level-1", "equal", "b/levels/level-1"),
    )
    (figures,) = coverage(
        atlas(framework("a"), framework("b"), crosswalks=(crosswalk("a", "b", *mappings),)), {"en": ()}
    )

    assert (figures.contradictions_with_note, figures.contradictions_without_note) == (1, 1)


def test_an_untranslated_reason_is_named_where_it_is_written() -> None:
    loaded = loaded_project()

    problems = list(unjustified(loaded, gaps_of(loaded, "nl", **{CANDLE: None, DOCK: None})))

    assert [str(problem) for problem in problems] == [
        f"{FILE}:11:20: warning[M317]: 'pier-candle' is not justified in 'nl'\n"
        f"    = Translate the entry '{CANDLE}' in the catalogue 'shared'",
        f"{FILE}:32:13: warning[M317]: 'harbour-levels-dock' is not justified in 'nl'\n"
        f"    = Translate the entry '{DOCK}' in the catalogue 'shared'",
    ]


def test_an_outdated_reason_is_no_reason() -> None:
    loaded = loaded_project()
    older = Entry("Both gave everyone the same.", "Beide gaven iedereen hetzelfde.")

    (problem,) = unjustified(loaded, gaps_of(loaded, "nl", **{CANDLE: older}))

    assert str(problem.message) == "'pier-candle': the justification in 'nl' is out of date"


def test_a_crosswalk_is_justified_in_its_own_language_without_a_catalogue() -> None:
    loaded = loaded_project()

    assert list(unjustified(loaded, gaps_of(loaded, "nl"))) == []
    assert [
        problem.place.file for problem in unjustified(loaded, gaps_of(loaded, "fr", **{CANDLE: None}))
    ] == ["frameworks/crosswalks/harbour--lantern.yaml"]


def test_a_language_on_its_way_is_told_of_once_a_file() -> None:
    loaded = loaded_project()
    data = loaded.atlas()
    gaps = view(data, "fr", {"shared": {}}).gaps
    left = [
        gap for gap in gaps if gap.context.startswith("crosswalks.") and gap.context.endswith("justification")
    ]
    many = [left[0], *[replace(left[0], source=f"older {n}") for n in range(3)]]

    (problem,) = unjustified(loaded, many)

    assert str(problem.message) == "4 justifications are open in 'fr'"
    assert problem.place.file == FILE


def test_other_gaps_are_not_about_reasons() -> None:
    loaded = loaded_project()

    gaps = [replace(gap, domain="harbour") for gap in gaps_of(loaded, "nl", **{CANDLE: None})]

    assert list(unjustified(loaded, gaps)) == []


def test_what_may_stand_beside_the_spans_and_what_may_not() -> None:
    frameworks = {
        "a": framework("a", (1, 2)),
        "b": framework("b", (1, 2), (1, 3), (1.5, 3), (2, 3)),
    }
    table = {
        relation: [
            contradicted(mapping("m", "a/levels/level-1", relation, f"b/levels/level-{number}"), frameworks)
            for number in (1, 2, 3, 4)
        ]
        for relation in ("equal", "subset-of", "superset-of", "intersects-with", "no-relationship")
    }

    within, across, apart = "subset-of", "intersects-with", "no-relationship"
    assert table == {
        "equal": [None, within, across, apart],
        "subset-of": [None, None, across, apart],
        "superset-of": [None, within, across, apart],
        "intersects-with": [None, None, None, apart],
        "no-relationship": ["equal", within, across, None],
    }
