"""The shapes of public models, with invented texts: no text stands under a wrong level, all else is told."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.drafts.known_words import Role
from generator.editing.tables import Sheet, UnreadableTableError, write_tables
from tests.editing.drafts.shapes import Right, found, imported

SHAPES = Path(__file__).parent.parent.parent / "cases" / "shapes"

RIGHT = {
    "best-first-words.md": Right(
        "Beginner / Developing / Mature / Leading",
        {"Soil": "never / now and then / often / by plan", "Water": "rain / can / tap / tank"},
        ("I731",),
    ),
    "code.csv": Right("Level 1 / Level 2", {"Soil": "a / b", "Water": "c / d"}, ("I707",)),
    "crawl.md": Right(
        "Crawl / Walk / Run",
        {
            "Counting seeds": "by eye / by hand / by scale",
            "Counting days": "no / a calendar / a clock",
            "Yield": "guessed / weighed / forecast",
        },
        ("I712",),
        title="Money in gardens",
        groups="Understand / Understand / Quantify",
    ),
    "dutch-with-score.csv": Right(
        "Ad hoc / Herhaalbaar / Gedefinieerd",
        {"Bodem": "niet / soms / volgens plan", "Water": "regen / kraan / ton"},
        ("I730", "I707", "I712"),
        title="Volwassenheidsscan tuinen",
        beside={"Bodem": "Hoe voed je de bodem?", "Water": "Waar komt het water vandaan?"},
    ),
    "german.csv": Right(
        "0 Stufe 0 / 1 Stufe 1 / 2 Stufe 2",
        {
            "Dünger": "keiner / manchmal / nach Plan",
            "Steine": "liegen / Haufen / Mauer",
            "Regen": "läuft ab / Fass / Zisterne",
        },
        ("I707",),
        groups="Boden / Boden / Wasser",
    ),
    "group-lines.csv": Right(
        "Beginning / Emerging / Learning",
        {
            "Soil": "not fed / fed at times / fed by plan",
            "Stones": "left / piled / used",
            "Rain": "runs off / caught / stored",
        },
        ("I739",),
        groups="The ground / The ground / The sky",
    ),
    "half-steps.csv": Right("1.0 None / 1.5 Some / 2.0 All", {"Soil": "a / b / c", "Water": "d / e / f"}),
    "html-rowspans.md": Right(
        "Maturity 1 / Maturity 2 / Maturity 3",
        {
            "Watering": "By hand\n- daily\n- weekly / By hose / By **clock**",
            "Weeding": "Never / Now and then / Each week",
            "Picking": "Late / In time / By plan, see [the guide](https://garden.example/)",
        },
        ("I730", "I715"),
        title="Safe gardens",
        groups="Care / Care / Harvest",
    ),
    "levels-in-rows.csv": Right(
        "Initial / Managed / Optimizing",
        {"People": "volunteers / a gardener / a team", "Tools": "a spade / a shed / a barn"},
        summaries="Nobody looks after it. / Somebody does. / All do.",
    ),
    "list-group-first.csv": Right(
        "Level 1 / Level 2",
        {"Soil": "- Feed it once\n- Dig it / Feed it by plan", "Water": "Use rain / Use a tank"},
        ("I733",),
    ),
    "long-list-of-words.csv": Right(
        "Beginner / Advanced / Expert",
        {
            "Soil": "Nobody feeds it. / It is fed by plan. / ",
            "Water": "Rain is enough. / A tank. / A tank and a gauge.",
        },
        ("I707", "I733", "I708"),
    ),
    "partly-known.csv": Right(
        "Nascent / Emerging / Connected / Multi-moment",
        {"Soil": "a / b / c / d", "Water": "e / f / g / h"},
        ("I719",),
    ),
    "percent.csv": Right(
        "0-25% / 26-50% / 51-75% / 76-100%", {"Soil": "a / b / c / d", "Water": "e / f / g / h"}
    ),
    "roman.csv": Right("Seed / Shoot / Tree", {"Soil": "a / b / c", "Water": "d / e / f"}),
    "skills.csv": Right(
        "Junior / Medior / Senior",
        {
            "Snoeien": "met hulp / alleen / leert het anderen",
            "Zaaien": "met hulp / alleen / leert het anderen",
        },
    ),
    "summary-row.csv": Right(
        "0 None / 1 Seed / 2 Tree",
        {"Soil": "a / b / c", "Water": "d / e / f"},
        summaries="Nothing grows. / Something grows. / All grows.",
    ),
    "targets.csv": Right(
        "Initial / Repeatable / Defined / Managed / Optimized",
        {"Soil": "a / b / c / d / e", "Water": "f / g / h / i / j"},
        ("I707",),
    ),
    "three-columns-of-names.csv": Right(
        "L1 / L2",
        {"Soil": "a / b", "Stones": "c / d", "Rain": "e / f"},
        groups="Garden / Garden / Garden",
        beside={"Soil": "Ground", "Stones": "Ground", "Rain": "Sky"},
    ),
    "two-title-rows.csv": Right(
        "Initial / Managed / Defined",
        {"Planning": "no plan / a plan / a plan by rule", "Review": "none / by peers / by rule"},
    ),
    "untitled-remarks.csv": Right("Level 1 / Level 2", {"Soil": "a / b", "Water": "c / d"}, ("I707",)),
    "best-practice.csv": Right(
        "Explorer / Practitioner / Leader",
        {"Data": "None / Some / All", "Team": "One / Two / Ten"},
        ("I707",),
    ),
    "counted-rows-unknown-words.csv": Right(
        "Sleeping / Waking / Dancing",
        {"1. Data": "None / Some / All", "2. Team": "One / Two / Ten", "3. Tools": "Paper / Sheet / Suite"},
        ("I719", "I707"),
    ),
    "dutch-weights.csv": Right(
        "Ad hoc / Herhaalbaar / Gedefinieerd / Beheerst / Geoptimaliseerd",
        {"Data": "Geen / Soms / Vaak / Altijd / Beter", "Team": "Een / Twee / Drie / Vier / Vijf"},
        ("I707",),
    ),
    "german-rows.csv": Right(
        "Stufe I / Stufe II / Stufe III",
        {"Strategie": "Keine / Einige / Alle", "Prozesse": "Keine / Einige / Alle"},
        ("I707",),
        summaries="Anfang / Mitte / Ende",
    ),
    "html-on-one-line.html": Right(
        "1 / 2 / 3",
        {
            "Skills": "None / Some\n- a\n- b / All",
            "Roles": "No / Few / Yes",
            "Stack": "Paper / Sheet / Suite",
        },
        ("I715", "I730"),
        groups="People / People / Tools",
    ),
    "list-with-category.csv": Right(
        "Initial / Managed / Defined / Quantitatively Managed / Optimizing",
        {
            "": "Nothing is asked here. /  /  /  / ",
            "Requirements": " / Kept. / Derived. / Measured. / Better.",
            "Planning": " / Made. / Tailored. / Predicted. / Better.",
        },
        ("I733", "I708", "I710"),
        groups="Engineering / Project",
    ),
    "roman-and-counted-rows.csv": Right(
        "Activiteit gericht / Proces gericht / Systeem gericht / Keten gericht / Transformatie gericht",
        {
            "1. Leiderschap": "Doet voor / Stuurt / Leert / Verbindt / Inspireert",
            "2. Strategie en beleid": "Ad hoc / Per jaar / Samenhang / Met partners / Voorop",
            "3. Management van medewerkers": "Vakmanschap / Taken / Rollen / Netwerk / Talent",
        },
        ("I707",),
    ),
    "scores-as-rows.csv": Right(
        "Start / Grow / Lead", {"Data": "None / Some / All", "Team": "One / Two / Ten"}, ("I707",)
    ),
    "scores-between.csv": Right(
        "Low / Medium / High", {"Data": "None / Some / All", "Team": "One / Two / Ten"}, ("I707",)
    ),
    "subtotals.csv": Right(
        "Basic / Advanced / Leading",
        {"Skills": "None / Some / All", "Roles": "No / Few / Yes", "Stack": "Paper / Sheet / Suite"},
        ("I707",),
        groups="People / People / Tools",
    ),
    "title-without-separators.csv": Right(
        "Beginner / Intermediate / Expert",
        {"Data": "None / Some / All", "Team": "One / Two / Ten"},
        ("I730",),
        title="Digital maturity model 2023",
    ),
    "titles-again.csv": Right(
        "Level 1 / Level 2 / Level 3",
        {"Skills": "None / Some / All", "Roles": "No / Few / Yes", "Stack": "Paper / Sheet / Suite"},
        ("I707",),
    ),
    "unsorted-levels.csv": Right(
        "Level 1 / Level 2 / Level 3", {"Data": "None / Some / All", "Team": "One / Two / Ten"}, ("I731",)
    ),
    "weights-and-targets.csv": Right(
        "Basic / Opportunistic / Systematic / Differentiating / Transformational",
        {
            "Strategy": "No plan / A plan / Plan followed / Plan leads / Plan is all",
            "Data": "Silos / Marts / Lake / Mesh / Fabric",
            "People": "None / One / Team / Centre / Everybody",
        },
        ("I707",),
    ),
    "dutch-rows-with-average.csv": Right(
        "Start / Groei / Top",
        {"Leiderschap": "Geen / Iets / Alles", "Strategie": "Geen / Iets / Alles"},
        ("I707",),
    ),
    "list-of-practices.csv": Right(
        "Maturity level 1 / Maturity level 2 / Maturity level 3",
        {"Data": "Write it down / Share it / Live it", "Team": "Ask / Learn / Teach"},
        ("I707", "I733"),
    ),
    "notes-below.csv": Right(
        "Level 1 / Level 2 / Level 3", {"Data": "None / Some / All", "Team": "One / Two / Ten"}, ("I712",)
    ),
    "own-scores.csv": Right(
        "1 / 2 / 3 / 4 / 5", {"Data": "3 / 4 / 5 / 2 / 1", "Team": "1 / 2 / 3 / 4 / 5"}, ("I707",)
    ),
}
REFUSED = {
    "groups-above-rows-of-levels.csv": "I734",
    "levels-in-lines.csv": "I734",
    "two-tables-beside.csv": "I734",
    "no-titles.csv": "I734",
    "separator-too-many.csv": "I707",
}
"""Tables of which nobody can tell what stands where."""


@pytest.mark.parametrize("name", RIGHT)
def test_each_text_comes_under_its_level(name: str) -> None:
    assert found(imported((SHAPES / name).read_bytes(), name)) == RIGHT[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_table_that_may_be_read_in_two_ways_is_refused(name: str) -> None:
    result = imported((SHAPES / name).read_bytes(), name)
    assert result.matrix is None
    assert {problem.code for problem in result.problems if problem.severity == "error"} == {REFUSED[name]}


def test_every_shape_has_its_right_answer() -> None:
    assert sorted(path.name for path in SHAPES.iterdir()) == sorted([*RIGHT, *REFUSED])


WORDS = st.sampled_from(
    [
        *(
            "",
            "",
            "Level 1",
            "Level 2",
            "2. b",
            "Stage I",
            "Initial",
            "Managed",
            "Optimized",
            "Aspect",
            "Practice",
        ),
        *(
            "Question",
            "Total",
            "3",
            "a",
            "b",
            "c?",
            "Level",
            "- a\n- b",
            "*",
            "A longer text that says something.",
        ),
    ]
)


@settings(deadline=None, max_examples=150)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=7))
def test_any_table_gives_levels_with_texts_or_is_refused_with_a_reason(rows: list[list[str]]) -> None:
    content = write_tables([Sheet(rows, "t")], "csv")
    try:
        result = imported(content, "t.csv")
    except UnreadableTableError:
        return
    if result.matrix is None:
        assert any(problem.severity == "error" for problem in result.problems)
        return
    data = result.matrix.data
    assert data["levels"]
    given = ["", *(cell for row in rows for cell in row)]
    for texts in data.get("cells", {}).values():
        assert list(texts) == [level["id"] for level in data["levels"]]
        assert {text for text in texts.values() if not text.startswith("- ")} <= {
            cell.strip() for cell in given
        }


SAID = "Aspect,Why,One,Two,Extra\nSoil,because,a,b,c\nWater,therefore,d,e,f\n"


@pytest.mark.parametrize(
    ("given", "levels", "beside"),
    [
        ({"why": "subtitle", "extra": "none"}, "One / Two", {"Soil": "because", "Water": "therefore"}),
        ({"why": "none"}, "One / Two / Extra", {}),
        ({"2": "question"}, "One / Two / Extra", {"Soil": "because", "Water": "therefore"}),
        ({"one": "level", "two": "level", "why": "none", "5": "none"}, "One / Two", {}),
    ],
)
def test_what_a_column_is_can_be_said(given: dict[str, Role], levels: str, beside: dict[str, str]) -> None:
    result = found(imported(SAID, "t.csv", "columns", given))
    assert (result.levels, result.beside) == (levels, beside)


def test_a_row_that_stands_alone_can_be_said_to_be_a_dimension() -> None:
    name = "group-lines.csv"
    result = found(
        imported((SHAPES / name).read_bytes(), name, given={"the ground": "title", "the sky": "title"})
    )
    assert list(result.cells) == ["The ground", "Soil", "Stones", "The sky", "Rain"]
    assert result.groups == ""


def test_a_list_can_be_said_to_be_none() -> None:
    text = "Practice,Level,Low,High\nSoil,1,a,b\nWater,1,c,d\nSun,2,e,f\n"
    result = found(imported(text, "t.csv", given={"level": "none"}))
    assert (result.levels, result.cells["Sun"]) == ("Low / High", "e / f")
