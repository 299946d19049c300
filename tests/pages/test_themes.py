"""What a theme page is given: every framework's dimensions and layers, under the bands of one scale."""

from generator.model import Framework
from generator.pages.bands import places
from tests import builders
from tests.pages.test_comparing import given, site_of

CREW = {"id": "crew", "title": "Crew", "themes": ["people"]}


def crewed(name: str, *spans: tuple[float, float] | None) -> Framework:
    """A framework with a dimension on the theme and a cell for each level."""
    cells = {"crew": {f"level-{n}": f"Text {n}." for n in range(1, len(spans) + 1)}}
    return builders.framework(name, *spans, dimensions=[CREW], cells=cells)


def bands_of(*spans: tuple[float, float] | None) -> list[tuple[list[str], list[str]]]:
    """For each of five bands the levels that stand in it, and those that reach into it."""
    site = site_of(builders.atlas(builders.framework("ferry", *spans)))
    levels = site.parts.of(site.atlas.framework("ferry"), "levels")
    return [
        ([part.end.ids[0][-1] for part in place.parts], [part.end.ids[0][-1] for part in place.reaching])
        for place in places(levels, 5)
    ]


def test_a_level_stands_in_the_band_that_it_shares_most_with() -> None:
    assert bands_of((0, 0.75), (0.75, 1.75), (2, 5))[:3] == [(["1"], []), (["2"], []), (["3"], [])]


def test_between_equal_bands_a_level_stands_in_the_first() -> None:
    assert bands_of((3.5, 4.5)) == [([], []), ([], []), ([], []), (["1"], []), ([], ["1"])]


def test_two_levels_can_stand_in_one_band() -> None:
    assert bands_of((0, 0.5), (0.25, 0.75))[0] == (["1", "2"], [])


def test_a_band_that_would_stay_empty_names_who_reaches_into_it() -> None:
    assert bands_of((2, 3.5), (3.5, 5))[3:] == [([], ["1", "2"]), (["2"], [])]


def test_a_span_that_ends_where_a_band_begins_does_not_reach_into_it() -> None:
    assert bands_of((1, 2)) == [([], []), (["1"], []), ([], []), ([], []), ([], [])]


def test_frameworks_stand_below_each_other_with_their_dimensions() -> None:
    site = site_of(builders.atlas(crewed("ferry", (0, 1), (1, 2)), crewed("harbour", (0, 2))))
    page = given(site, "themes/people/")
    assert [(framework.id, [row.part.title for row in rows]) for framework, rows in page["groups"]] == [
        ("ferry", ["Crew"]),
        ("harbour", ["Crew"]),
    ]
    [row] = page["groups"][0][1]
    assert [[part.text for part in place.parts] for place in row.places] == [
        ["Text 1."],
        ["Text 2."],
        [],
        [],
        [],
    ]


def test_a_framework_that_is_not_on_the_scale_stands_apart() -> None:
    site = site_of(builders.atlas(crewed("ferry", None, None)))
    page = given(site, "themes/people/")
    assert page["groups"] == []
    assert [[cell.text for cell in row.cells] for row in page["unplaced"]] == [["Text 1.", "Text 2."]]


def test_a_framework_without_the_theme_is_named_as_silent() -> None:
    site = site_of(builders.atlas(crewed("ferry", (0, 1)), builders.framework("harbour")))
    assert [(item.id, why) for item, why in given(site, "themes/people/")["silent"]] == [("harbour", None)]


def test_what_levels_say_on_a_theme_stands_under_their_bands_from_the_lowest_level_up() -> None:
    levels = [
        builders.level(1, (0, 1), signs={"plank": "One plank.", "rope": "A rope."}),
        builders.level(2, (1, 2), kpis={"ships": "Ships a day."}),
    ]
    steps = [{"from": "level-1", "to": "level-2", "actions": {"hire": "Hire a pilot."}}]
    said = [
        "ferry/levels/level-2/kpis",
        "ferry/transitions/level-1--level-2/actions",
        "ferry/levels/level-1/signs/rope",
    ]
    ferry = builders.framework(
        "ferry", levels=levels, transitions=steps, on_themes=[{"theme": "people", "items": said}]
    )
    page = given(site_of(builders.atlas(ferry)), "themes/people/")
    [(_, [row])] = page["groups"]
    assert [[part.text for part in place.parts] for place in row.places][:3] == [
        ["Hire a pilot.", "A rope."],
        ["Ships a day."],
        [],
    ]
    assert page["silent"] == []


def test_how_much_each_framework_says_is_counted_and_silence_has_its_reason() -> None:
    quiet = builders.framework("mill", on_themes=[{"theme": "people", "silent": "It turns by itself."}])
    site = site_of(builders.atlas(crewed("ferry", (0, 1), (1, 2)), quiet))
    amounts = dict(given(site, "themes/")["themes"])[site.atlas.shared.themes.themes[0]]
    assert [(item.framework.id, item.texts, item.reason) for item in amounts] == [
        ("ferry", 2, None),
        ("mill", 0, "It turns by itself."),
    ]


def test_building_blocks_on_the_theme_can_be_reached() -> None:
    ropes = {"id": "ropes", "title": "Ropes", "summary": "To tie up.", "themes": ["people"]}
    site = site_of(builders.atlas(builders.framework("ferry", capabilities=[ropes])))
    [(_, point, part)] = given(site, "themes/people/")["points"]
    assert point.title == "Ropes"
    assert part is not None
    assert part.address == "frameworks/ferry/#capability-ropes"
