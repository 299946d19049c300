"""Relations between frameworks: inverses, curated over derived, many to many, gaps, and what they cost."""

import string
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.crosswalk import EVERY_PAIR_UP_TO, INVERSE, Crosswalks, End, Link, Overlap, inverse_of
from generator.model import Relation
from tests.builders import atlas, crosswalk, framework, level, mapping

relations = st.sampled_from(list(INVERSE))
lengths = st.integers(0, 20).map(lambda quarters: quarters / 4)
words = st.text(string.ascii_lowercase, min_size=1, max_size=8)
ends = st.builds(
    End, words, st.sampled_from(["levels", "layers", "dimensions", "capabilities"]), st.tuples(words)
)
texts = st.none() | words
curated = st.builds(
    lambda subject, relation, other, alone: mapping(
        "one", str(subject), relation, str(other), only_subject=alone[0], only_object=alone[1]
    ),
    ends,
    relations,
    ends,
    st.tuples(texts, texts),
)
links = st.builds(
    Link,
    words,
    ends,
    relations,
    ends,
    st.sampled_from(["curated", "derived"]),
    st.floats(0, 1),
    st.none() | st.builds(Overlap, lengths, lengths, lengths),
    st.none() | curated,
)


@given(links)
def test_the_inverse_of_the_inverse_is_the_same(link: Link) -> None:
    assert link.inverse().inverse() == link


@given(links)
def test_an_inverse_swaps_what_each_side_has_alone(link: Link) -> None:
    turned = link.inverse()

    assert (turned.subject, turned.object) == (link.object, link.subject)
    assert turned.pair == link.pair
    if link.overlap and turned.overlap:
        assert turned.overlap == Overlap(
            link.overlap.shared, link.overlap.only_object, link.overlap.only_subject
        )
    if link.curated is not None and turned.curated is not None:
        assert (turned.curated.subject, turned.curated.only_subject) == (
            link.curated.object,
            link.curated.only_object,
        )


@pytest.mark.parametrize("relation", ["equal", "intersects-with", "no-relationship"])
def test_a_symmetric_relation_reads_the_same_from_both_sides(relation: Relation) -> None:
    assert INVERSE[relation] == relation


@pytest.mark.parametrize(("one", "other"), [("subset-of", "superset-of"), ("supports", "is-supported-by")])
def test_two_relations_mirror_each_other(one: Relation, other: Relation) -> None:
    assert (INVERSE[one], INVERSE[other]) == (other, one)


def told(walks: Crosswalks, one: str, other: str) -> list[str]:
    """Every relation of a pair as a line."""
    return [
        f"{link.subject} {link.relation} {link.object} ({link.origin})" for link in walks.links(one, other)
    ]


def test_relations_are_derived_from_every_two_levels_that_share_a_stretch() -> None:
    walks = Crosswalks(atlas(framework("a", (0, 1), (1, 3)), framework("b", (0, 1), (1, 2), (2, 4))))

    assert told(walks, "a", "b") == [
        "a/levels/level-1 equal b/levels/level-1 (derived)",
        "a/levels/level-2 superset-of b/levels/level-2 (derived)",
        "a/levels/level-2 intersects-with b/levels/level-3 (derived)",
    ]


def test_a_curated_relation_wins_over_the_derived_one_of_the_same_two_parts() -> None:
    walk = crosswalk("a", "b", mapping("mine", "a/levels/level-1", "intersects-with", "b/levels/level-1"))
    walks = Crosswalks(atlas(framework("a"), framework("b"), crosswalks=(walk,)))

    assert told(walks, "a", "b") == [
        "a/levels/level-1 intersects-with b/levels/level-1 (curated)",
        "a/levels/level-2 equal b/levels/level-2 (derived)",
    ]


def test_a_curated_denial_takes_the_derived_relation_away() -> None:
    walk = crosswalk("a", "b", mapping("mine", "a/levels/level-1", "no-relationship", "b/levels/level-1"))
    walks = Crosswalks(atlas(framework("a"), framework("b"), crosswalks=(walk,)))
    end = End("a", "levels", ("level-1",))

    assert told(walks, "a", "b")[0] == "a/levels/level-1 no-relationship b/levels/level-1 (curated)"
    assert walks.counterparts(end, "b") == ()


def test_nothing_is_derived_for_a_part_to_which_nothing_answers_as_somebody_said() -> None:
    absent = {"subject": "a/levels/level-1", "framework": "b", "reason": "It asks for nothing."}
    walk = crosswalk("a", "b", no_counterpart=[absent])
    walks = Crosswalks(
        atlas(framework("a", (0, 1), (1, 3)), framework("b", (0, 2), (2, 4)), crosswalks=(walk,))
    )

    assert told(walks, "a", "b") == [
        "a/levels/level-2 intersects-with b/levels/level-1 (derived)",
        "a/levels/level-2 intersects-with b/levels/level-2 (derived)",
    ]


def test_one_part_may_have_many_counterparts_on_both_sides() -> None:
    pairs = [("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")]
    walk = crosswalk(
        "a",
        "b",
        *(
            mapping(f"m-{x}-{y}", f"a/levels/level-{x}", "intersects-with", f"b/levels/level-{y}")
            for x, y in pairs
        ),
    )
    walks = Crosswalks(atlas(framework("a"), framework("b"), crosswalks=(walk,)))

    for one, other in (("a", "b"), ("b", "a")):
        assert len(walks.links(one, other)) == 4
        assert len(walks.counterparts(End(one, "levels", ("level-1",)), other)) == 2


def test_a_mapping_that_is_written_from_the_other_side_reads_the_right_way_round() -> None:
    written = mapping(
        "mine", "b/levels/level-1", "subset-of", "a/levels/level-1", only_object="More.", only_subject=None
    )
    walks = Crosswalks(atlas(framework("a"), framework("b"), crosswalks=(crosswalk("a", "b", written),)))
    link = walks.links("a", "b")[0]

    assert (str(link.subject), link.relation, str(link.object)) == (
        "a/levels/level-1",
        "superset-of",
        "b/levels/level-1",
    )
    assert link.curated is not None
    assert link.curated == inverse_of(written)
    assert (link.curated.only_subject, link.curated.only_object) == ("More.", None)


def test_both_directions_of_a_pair_hold_the_same_relations() -> None:
    walk = crosswalk("a", "b", mapping("mine", "a/levels/level-1", "superset-of", "b/levels/level-1"))
    walks = Crosswalks(
        atlas(framework("a", (0, 1), (1, 3)), framework("b", (0, 2), (2, 4)), crosswalks=(walk,))
    )

    assert [link.inverse() for link in walks.links("b", "a")] == list(walks.links("a", "b"))


def test_a_derived_relation_is_as_sure_as_the_less_sure_of_its_spans() -> None:
    sure, unsure = level(1, (0, 1)), level(1, (0, 1))
    sure["span"]["confidence"], unsure["span"]["confidence"] = "high", "low"
    walks = Crosswalks(atlas(framework("a", levels=[sure]), framework("b", levels=[unsure])))

    assert [link.confidence for link in walks.links("a", "b")] == ["low"]


def test_a_level_without_a_span_has_no_derived_relations() -> None:
    walks = Crosswalks(atlas(framework("a", None, (1, 2)), framework("b")))

    assert told(walks, "a", "b") == ["a/levels/level-2 equal b/levels/level-2 (derived)"]


def layered(framework_id: str) -> dict[str, object]:
    layer = {**level(1, (0, 5)), "id": "base"}
    return {"kind": "layers", "levels": [], "layers": [layer]}


def test_a_layer_supports_the_levels_on_its_stretch() -> None:
    walks = Crosswalks(atlas(framework("a"), framework("b", **layered("b"))))

    assert told(walks, "b", "a")[0] == "b/layers/base supports a/levels/level-1 (derived)"
    assert told(walks, "a", "b")[0] == "a/levels/level-1 is-supported-by b/layers/base (derived)"


def test_nothing_is_derived_between_two_layers() -> None:
    walks = Crosswalks(atlas(framework("a", **layered("a")), framework("b", **layered("b"))))

    assert walks.links("a", "b") == ()


def test_an_end_is_written_and_read_the_same() -> None:
    for text in ("a/levels/one", "a/cells/crew/one", "a/capabilities/sluice"):
        assert str(End.parse(text)) == text
    with pytest.raises(ValueError, match="a/levels"):
        End.parse("a/levels")


def test_a_few_frameworks_have_every_pair() -> None:
    ids = list("abcde")
    walks = Crosswalks(atlas(*(framework(name) for name in ids)))

    assert walks.pairs == tuple(combinations(ids, 2))
    assert walks.partners("c") == ("a", "b", "d", "e")


def test_with_as_many_frameworks_as_have_every_pair_each_has_it_and_with_one_more_none() -> None:
    ids = [f"f{number:02}" for number in range(EVERY_PAIR_UP_TO + 1)]
    few, many = (Crosswalks(atlas(*(framework(name) for name in some))) for some in (ids[:-1], ids))

    assert few.pairs == tuple(combinations(ids[:-1], 2))
    assert many.pairs == ()


def test_with_two_hundred_frameworks_only_judged_pairs_count() -> None:
    ids = [f"f{number:03}" for number in range(200)]
    judged = [(ids[number], ids[number + 1]) for number in range(0, 60, 2)]
    written = tuple(
        crosswalk(one, other, mapping("m", f"{one}/levels/level-1", "equal", f"{other}/levels/level-1"))
        for one, other in judged
    )

    walks = Crosswalks(atlas(*(framework(name) for name in ids), crosswalks=written))

    assert len(ids) > EVERY_PAIR_UP_TO
    assert walks.pairs == tuple(judged)
    assert walks.partners(ids[0]) == (ids[1],)
    assert walks.partners(ids[199]) == ()
