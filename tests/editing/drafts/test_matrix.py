"""A framework's table holds the framework: what is exported and imported again is the same."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.editing.drafts.framework import Outset, complete, file_of
from generator.editing.drafts.importing import Imported, import_table, schema_problems_of
from generator.editing.drafts.keys import parted
from generator.editing.drafts.matrix import left_out, rows_of
from generator.editing.drafts.plain import Reading
from generator.editing.drafts.records import part_sheets, read_parts
from generator.editing.tables import FORMATS, Format, Sheet, read_tables, write_tables
from generator.load import load, read_tree
from generator.model import Framework
from generator.problems import Message
from tests.builders import PROJECT
from tests.editing.drafts.frameworks import frameworks
from tests.site.projects import ROOT

OTHER_PARTS = (
    "transitions",
    "capabilities",
    "starting_points",
    "pitfalls",
    "claims",
    "on_themes",
    "self_assessment",
)


def words(message: Message) -> str:
    return message.text()


def exported(framework: Framework, form: Format) -> bytes:
    rows, wide = rows_of(framework, framework.source_language, words)
    beside = part_sheets(framework, framework.source_language, words, empty=form == "xlsx")
    return write_tables([Sheet(rows, "sheet", wide), *beside], form)


def imported(content: bytes, form: Format) -> Imported:
    file, beside = parted(read_tables(content, f"table.{form}"))
    found = import_table(file, 1, Reading())
    if found.matrix is None:
        return found
    listed = read_parts(replace(found, beside=beside), found.matrix, {})
    return replace(
        found, matrix=listed.with_matrix(found.matrix), problems=(*found.problems, *listed.problems)
    )


def written(found: Imported, framework: Framework) -> dict[str, Any]:
    """The file that an import writes, read again."""
    assert found.matrix is not None
    outset = Outset(framework.id, framework.source_language, bands=["One", "Two"])
    data = complete(found.matrix.data, outset, words, places_known=found.has_keys)
    assert schema_problems_of(data, found.matrix, "table") == ()
    tree = read_tree(file_of(data, outset, words).encode(), "x.yaml")
    assert tree.problems == ()
    return dict(tree.value)


def in_the_table(framework: Framework) -> dict[str, Any]:
    """A framework without what its table has no place for."""
    data = framework.model_dump(by_alias=True, exclude=set(OTHER_PARTS))
    data["source"] = {key: value for key, value in data["source"].items() if key not in ("further", "added")}
    return data


SHIPPED = [
    document.record
    for folder in (ROOT / "frameworks", PROJECT / "frameworks")
    for document in load(Path(folder))[0].frameworks
    if document.record.levels
]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("framework", SHIPPED, ids=lambda framework: framework.id)
def test_every_framework_with_levels_comes_back_from_its_table(framework: Framework, form: Format) -> None:
    found = imported(exported(framework, form), form)
    assert [str(problem) for problem in found.problems] == []
    again = Framework.model_validate(written(found, framework))
    assert in_the_table(again) == in_the_table(framework)


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(framework=frameworks())
def test_any_framework_comes_back_from_its_table(form: Format, framework: Framework) -> None:
    found = imported(exported(framework, form), form)
    again = Framework.model_validate(written(found, framework))
    assert in_the_table(again) == in_the_table(framework)


def test_what_the_table_has_no_place_for_is_named() -> None:
    harbour = next(framework for framework in SHIPPED if framework.id == "harbour")
    assert left_out(harbour) == [
        "source.further",
        "transitions",
        "claims",
        "on_themes",
        "self_assessment",
    ]


def table(*rows: str) -> bytes:
    """A CSV file of rows written with bars."""
    return "\n".join(";".join(f'"{cell.strip()}"' for cell in row.split("|")) for row in rows).encode()


KEYED = ("Id | Dimension | Group | Pier | Dock", "#harbour/en | #title | #group | pier | dock")


def told(found: Imported) -> list[str]:
    return [f"{problem.code} {problem.place.line} {problem.message}" for problem in found.problems]


def test_a_new_row_and_a_new_column_get_ids_from_their_titles() -> None:
    found = imported(
        table(
            f"{KEYED[0]} | Open sea", KEYED[1] + " | ", "#summary || | a | b | c", "| The crew | | d | e | f"
        ),
        "csv",
    )
    assert found.matrix is not None
    assert [level["id"] for level in found.matrix.data["levels"]] == ["pier", "dock", "open-sea"]
    assert found.matrix.data["cells"] == {"the-crew": {"pier": "d", "dock": "e", "open-sea": "f"}}
    assert told(found) == [
        "I724 2 'Open sea' has no id yet; it gets 'open-sea'",
        "I724 4 'The crew' has no id yet; it gets 'the-crew'",
    ]


def test_what_no_field_is_called_is_told_with_its_texts() -> None:
    found = imported(table(*KEYED, "#sumary || | a | b", "crew | Crew | | c | d"), "csv")
    assert told(found) == [
        "I722 3 No field has the key '#sumary'; what stands there is not imported",
        "I707 3 This text has no place, and is not imported: 'a'",
        "I707 3 This text has no place, and is not imported: 'b'",
    ]
    assert "#summary" in str(found.problems[0].hint)


def test_what_cannot_be_read_is_an_error_at_its_cell() -> None:
    found = imported(
        table(*KEYED, "#span.from || | early | 2", "#signs || | words | a: b", "Crew | x || y | z"), "csv"
    )
    assert found.matrix is None
    assert told(found) == [
        "I723 3 This cannot be read as 'span.from': 'early'",
        "I723 4 This cannot be read as 'signs': 'words'",
        "I724 5 'Crew' is not an id",
    ]


def test_silence_comes_back_from_a_table() -> None:
    harbour = next(framework for framework in SHIPPED if framework.id == "harbour")
    data = harbour.model_dump(by_alias=True)
    data["dimensions"][1]["silent"] = ["pier"]
    del data["cells"]["charts"]["pier"]
    silent = Framework.model_validate(data)
    for form in FORMATS:
        found = imported(exported(silent, form), form)
        assert found.problems == ()
        assert in_the_table(Framework.model_validate(written(found, silent))) == in_the_table(silent)


def test_an_id_that_stands_twice_is_an_error() -> None:
    found = imported(table(*KEYED, "crew | a | | b | c", "crew | d | | e | f"), "csv")
    assert (found.matrix, told(found)) == (None, ["I724 4 The id 'crew' stands here twice"])


def test_a_group_with_two_titles_is_told() -> None:
    found = imported(
        table(
            *KEYED, "crew | a | shore: On land | b | c", "##dimension_groups.title | | shore: On shore | | "
        ),
        "csv",
    )
    assert found.matrix is not None
    assert found.matrix.data["dimension_groups"] == [{"id": "shore", "title": "On shore"}]
    assert [line[:6] for line in told(found)] == ["I729 3"]


def test_a_text_that_an_export_marked_as_untranslated_is_told() -> None:
    found = imported(table(*KEYED, "crew | a | | [nl] Wie er is. | c"), "csv")
    assert told(found) == ["I728 3 '[nl]' is what an export writes before a text that is not translated"]
