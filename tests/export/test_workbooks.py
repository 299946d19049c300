"""A workbook per framework and language says what the site says, for people with spreadsheets."""

import io

import pytest
from python_calamine import CalamineWorkbook

from generator.crosswalk import EVERY_PAIR_UP_TO
from generator.export.publication import Publication, Terms
from generator.export.workbooks import workbook_files
from tests.builders import atlas, crosswalk, framework, mapping, views

Sheets = dict[str, list[list[object]]]


def published(**terms: object) -> dict[str, bytes]:
    """The workbooks of two invented frameworks with one judged relation, by their paths."""
    one, other = framework("harbour", (0, 1), (1, 2)), framework("lantern", (0, 1), (1, 2))
    ends = [f"{item.id}/levels/{item.levels[0].id}" for item in (one, other)]
    walk = crosswalk(
        "harbour", "lantern", mapping("first", ends[0], "intersects-with", ends[1], extent="half")
    )
    found = views(atlas(one, other, crosswalks=(walk,)), "en", "nl")
    files = workbook_files(Publication(found, "en", Terms(**terms)))  # type: ignore[arg-type]
    return {file.path: file.make() for file in files}


def sheets(content: bytes) -> Sheets:
    """What stands in each sheet."""
    with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
        return {
            name: [[*row] for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names
        }


def test_there_is_one_for_each_framework_in_each_language_and_it_is_the_same_each_time() -> None:
    first, second = published(), published()
    assert sorted(first) == [
        f"api/v1/{language}/frameworks/{name}.xlsx"
        for language in ("en", "nl")
        for name in ("harbour", "lantern")
    ]
    assert first == second


def test_ids_come_last_and_nothing_that_a_reader_looks_for_is_left_out() -> None:
    found = sheets(published()["api/v1/en/frameworks/harbour.xlsx"])
    levels, relations, quiz, about = found.values()
    assert levels[0][-1] == relations[0][-1] == quiz[0][-1] == "Id"
    assert {"Title"} <= set(levels[0])
    row = dict(zip(relations[0], relations[1], strict=True))
    assert row["Relation"] == "overlaps by half"
    assert row["Judged or derived"] in ("judged and reviewed", "judged, not reviewed yet")
    assert row["Id"] == "crosswalks/harbour--lantern/mappings/first"
    assert row["Why"]
    assert len(quiz) > 1
    assert ["Licence", Terms.license] in about


def test_of_many_frameworks_it_has_those_that_share_a_page_with_its_own() -> None:
    items = [framework(f"port-{number:02}", (0, 1), (1, 2)) for number in range(EVERY_PAIR_UP_TO + 1)]
    ends = [f"{item.id}/levels/{item.levels[0].id}" for item in items[:2]]
    walk = crosswalk(
        "port-00", "port-01", mapping("first", ends[0], "intersects-with", ends[1], extent="half")
    )
    books = workbook_files(Publication(views(atlas(*items, crosswalks=(walk,)), "en"), "en", Terms()))
    first, *_, last = (sheets(book.make())["Crosswalks"][1:] for book in books)
    assert {row[2] for row in first} == {items[1].short_title}
    assert last == []


def test_practices_and_target_profiles_have_a_sheet_where_the_source_has_them() -> None:
    dimensions = [{"id": "crew", "title": "Crew"}, {"id": "charts", "title": "Charts"}]
    one = {"id": "coil", "title": "Coil", "dimension": "crew", "level": "level-2", "effort": "little"}
    target = {"id": "small", "title": "Small port", "targets": {"crew": "level-1"}}
    item = framework("harbour", dimensions=dimensions, practices=[one], profiles=[target])
    [book] = workbook_files(Publication(views(atlas(item), "en"), "en", Terms()))
    found = sheets(book.make())
    assert found["Practices"][1] == ["Coil", "Crew", "2. Level 2", "little effort", "", "", "coil"]
    assert found["Target profiles"] == [["Dimension", "Small port"], ["Crew", "1. Level 1"]]


def test_a_relation_reads_from_the_framework_whose_workbook_it_is() -> None:
    books = published()
    seen = [
        sheets(books[f"api/v1/en/frameworks/{name}.xlsx"])["Crosswalks"][1][:4]
        for name in ("harbour", "lantern")
    ]
    assert seen[0][0] == seen[1][3]
    assert seen[0][3] == seen[1][0]


@pytest.mark.parametrize(
    "words", ["[Crosswalks]", "A/B: all of this? 'Yes' " + "and more " * 9, "The matrix"]
)
def test_any_translation_is_a_name_for_a_sheet(words: str) -> None:
    found = published(words={"en": lambda text: words if text in ("Crosswalks", "Quiz") else text})
    assert len(sheets(found["api/v1/en/frameworks/harbour.xlsx"])) == 4


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    found = published(words={"en": lambda text: f"=1+{text}" if text == "Why" else text})
    assert "=1+Why" in sheets(found["api/v1/en/frameworks/harbour.xlsx"])["Crosswalks"][0]
