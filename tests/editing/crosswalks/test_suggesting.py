"""What may answer to a level is ranked by the scale, by words and by what was judged, each with a reason."""

from dataclasses import replace

import pytest

from generator.crosswalk import End
from generator.editing.crosswalks.suggesting import Suggester, chained
from generator.model import Atlas, Framework, Glossary, Relation
from tests import builders

FIRST = End("ferry", "levels", ("level-1",))
ENDS = {name: f"{name}/levels/level-1" for name in ("ferry", "harbour", "mill")}


def suggester(*frameworks: object, **more: object) -> Suggester:
    atlas = builders.atlas(*frameworks, **more)  # type: ignore[arg-type]
    return Suggester(atlas, atlas)


def said(found: Suggester, end: End = FIRST, other: str = "harbour") -> list[tuple[str, str, str]]:
    """Each suggestion: its end, its relation and its reasons."""
    return [
        (item.end.ids[0], item.relation, "; ".join(map(str, item.reasons)))
        for item in found.suggestions(end, other)
    ]


def test_what_shares_most_of_the_scale_comes_first() -> None:
    ferry = builders.framework("ferry", (1, 2))
    harbour = builders.framework("harbour", (0, 1.25), (1, 2), (2, 3))

    found = said(suggester(ferry, harbour))

    assert found[0] == ("level-2", "equal", "they share 1 of a band on the scale")
    assert "level-3" not in [end for end, _, _ in found]


def test_a_place_that_only_a_draft_has_suggests_nothing() -> None:
    spread = {"from": 0, "to": 1, "confidence": "low", "justification": "✎ What puts it there."}
    raft = builders.level(1, None, title="Raft", summary="It floats.") | {"span": spread}
    ferry = builders.framework("ferry", levels=[raft])

    assert said(suggester(ferry, builders.framework("harbour", (0, 1)))) == []


def test_words_that_few_levels_have_speak_for_each_other() -> None:
    ferry = builders.framework(
        "ferry", levels=[builders.level(1, None, summary="Lanterns guide every vessel.")]
    )
    harbour = builders.framework(
        "harbour",
        levels=[builders.level(1, None), builders.level(2, None, summary="A vessel waits for lanterns.")],
    )

    [(end, relation, reason)] = said(suggester(ferry, harbour))

    assert (end, relation, reason) == ("level-2", "intersects-with", "words in common: lanterns, vessel")


def test_words_that_any_text_has_and_themes_that_all_levels_have_speak_for_nothing() -> None:
    rows = [{"id": "crew", "title": "Crew", "themes": ["people"]}]
    spans = {"level-1": (0, 1), "level-2": (1, 2)}
    frameworks = [
        builders.framework(
            name,
            levels=[
                builders.level(n, span, summary="Boats between others." if n == 1 else "Planks.")
                for n, span in enumerate(spans.values(), 1)
            ],
            dimensions=rows,
            cells={"crew": dict.fromkeys(spans, "Ropes.")},
        )
        for name in ("ferry", "harbour")
    ]

    reasons = [reason for _, _, reason in said(suggester(*frameworks))]

    assert reasons == ["they share 1 of a band on the scale; words in common: boats, others"]


def test_words_in_common_speak_for_no_level_that_lies_apart_on_the_scale() -> None:
    ferry = builders.framework(
        "ferry", levels=[builders.level(1, (0, 0.5), summary="Lanterns guide vessels.")]
    )
    harbour = builders.framework(
        "harbour",
        levels=[
            builders.level(1, (0.5, 1), summary="Nobody sails without lanterns."),
            builders.level(2, (1, 2), summary="All vessels sail."),
        ],
    )

    assert [end for end, _, _ in said(suggester(ferry, harbour))] == ["level-1"]


def test_a_term_of_the_glossary_is_named() -> None:
    term = {"id": "buoy", "title": "Buoy", "definition": "It floats."}
    glossary = Glossary.model_validate({"source_language": "en", "terms": [term]})
    levels = [builders.level(1, None, title="Bay", summary="One buoy.")]
    data = builders.atlas(*(builders.framework(name, levels=levels) for name in ("ferry", "harbour")))
    data = replace(data, shared=replace(data.shared, glossary=glossary))

    [(_, _, reason)] = said(Suggester(data, data))

    assert reason == "both use Buoy"


def test_of_two_alike_the_one_with_a_theme_in_common_comes_first_and_says_so() -> None:
    span = {"from": 0, "to": 1, "confidence": "low", "justification": "As it says."}

    def layers(name: str, *themes: str) -> Framework:
        made = [
            {"id": theme, "number": n, "title": "X", "summary": "It is.", "themes": [theme], "span": span}
            for n, theme in enumerate(themes, 1)
        ]
        return builders.framework(name, kind="layers", levels=[], layers=made)

    found = suggester(layers("mill", "power"), layers("wheel", "grain", "power"))

    assert [(end, reason) for end, _, reason in said(found, End("mill", "layers", ("power",)), "wheel")] == [
        ("power", "they share 1 of a band on the scale; themes in common: power"),
        ("grain", "they share 1 of a band on the scale"),
    ]


def three(first: Relation, second: Relation) -> Atlas:
    """Three frameworks, two of them related by way of the third."""
    frameworks = [
        builders.framework(name, levels=[builders.level(1, None)]) for name in ("ferry", "harbour", "mill")
    ]
    one = builders.mapping("one", ENDS["ferry"], first, ENDS["mill"])
    two = builders.mapping("two", ENDS["harbour"], second, ENDS["mill"])
    walks = builders.crosswalk("ferry", "mill", one), builders.crosswalk("harbour", "mill", two)
    return builders.atlas(*frameworks, crosswalks=walks)


def test_a_chain_of_judgements_gives_a_relation() -> None:
    data = three("subset-of", "equal")

    assert said(Suggester(data, data)) == [
        ("level-1", "subset-of", "by way of mill/levels/level-1: subset-of, then equal")
    ]


def test_a_chain_that_proves_nothing_is_told_without_a_relation() -> None:
    data = three("subset-of", "subset-of")

    assert said(Suggester(data, data)) == [
        ("level-1", "intersects-with", "both are related to mill/levels/level-1")
    ]


def test_what_is_judged_already_is_not_suggested() -> None:
    walk = builders.crosswalk(
        "ferry", "harbour", builders.mapping("one", ENDS["ferry"], "equal", ENDS["harbour"])
    )

    found = suggester(builders.framework("ferry"), builders.framework("harbour"), crosswalks=(walk,))

    assert "level-1" not in [end for end, _, _ in said(found)]


def test_a_layer_supports_a_level() -> None:
    span = {"from": 0, "to": 5, "confidence": "low", "justification": "As it says."}
    layer = {"id": "wheel", "number": 1, "title": "Wheel", "summary": "It turns.", "span": span}
    mill = builders.framework("mill", kind="layers", levels=[], layers=[layer])
    found = suggester(builders.framework("ferry", (1, 2)), mill)

    assert said(found, other="mill")[0][:2] == ("wheel", "is-supported-by")
    assert said(found, End("mill", "layers", ("wheel",)), "ferry")[0][:2] == ("level-1", "supports")


@pytest.mark.parametrize(
    ("first", "second", "follows"),
    [
        ("equal", "supports", "supports"),
        ("superset-of", "superset-of", "superset-of"),
        ("subset-of", "superset-of", None),
        ("intersects-with", "intersects-with", None),
        ("equal", "no-relationship", None),
    ],
)
def test_what_follows_of_two_relations(first: Relation, second: Relation, follows: Relation | None) -> None:
    assert chained(first, second) == follows
