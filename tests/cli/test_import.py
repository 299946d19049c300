"""`atlas import` makes a framework from a table, or changes one, and drops nothing in silence."""

from pathlib import Path

import pytest
import xlsxwriter

from generator.cli import main
from generator.editing.tables import read_tables
from generator.editing.tables.workbook import hold
from generator.load import load
from generator.model import Framework
from tests.cli.leaving import leaving
from tests.site.projects import content, replace, write

Output = pytest.CaptureFixture[str]

TABLE = [
    ["Fase", "Eén boodschap", "Groepen", "Ieder apart"],
    ["Doelen & KPI's", "Omzet; meer niet.", "Omzet per groep", "Waarde: *per klant*"],
    ["Data", "Bijna niets", "De grootste groepen", 'Alles, "360 graden"'],
]


def markdown(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], f"|{'---|' * len(rows[0])}", *lines[1:], ""])


def turned(rows: list[list[str]]) -> list[list[str]]:
    return [list(row) for row in zip(*rows, strict=True)]


def csv(rows: list[list[str]]) -> str:
    return "".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)


def framework(project: Path, framework_id: str) -> Framework:
    loaded, problems = load(project / "frameworks")
    assert problems == ()
    return next(item.record for item in loaded.frameworks if item.record.id == framework_id)


def matrix(found: Framework) -> list[list[str]]:
    """The table that a framework holds."""
    rows = [
        [dimension.title, *(found.cells[dimension.id][level.id] for level in found.levels)]
        for dimension in found.dimensions
    ]
    return [["Fase", *(level.title for level in found.levels)], *rows]


def write_as(kind: str, folder: Path) -> str:
    """The table in a file of a kind; gives its name."""
    if kind == "xlsx":
        with xlsxwriter.Workbook(str(folder / "fasen.xlsx")) as book:
            sheet = book.add_worksheet("Fasen")
            for number, row in enumerate(TABLE):
                sheet.write_row(number, 0, row)
        return "fasen.xlsx"
    text = csv(TABLE) if kind.startswith("csv") else markdown(TABLE)
    encoding = "cp1252" if kind == "csv-windows" else "utf-8"
    name = "fasen.csv" if kind.startswith("csv") else "fasen.md"
    (folder / name).write_bytes(text.encode(encoding))
    return name


@pytest.mark.parametrize("kind", ["md", "csv", "csv-windows", "xlsx"])
def test_a_table_of_any_kind_becomes_a_sound_framework_with_its_very_texts(
    project: Path, capsys: Output, kind: str
) -> None:
    assert main(["import", write_as(kind, project), "--lang", "nl", "--levels", "columns"]) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "Wrote frameworks/fasen.yaml: 3 levels, 2 dimensions, 6 cells.",
        "Then: atlas validate frameworks/fasen.yaml",
    ]
    assert ("Windows-1252" in said.err) == (kind == "csv-windows")
    found = framework(project, "fasen")
    assert matrix(found) == TABLE
    assert (found.source_language, [level.id for level in found.levels]) == (
        "nl",
        ["een-boodschap", "groepen", "ieder-apart"],
    )
    assert main(["validate", "frameworks/fasen.yaml"]) == 0


def test_levels_in_rows_give_the_same_framework(project: Path) -> None:
    write(project / "fasen.md", markdown(turned(TABLE)))
    assert main(["import", "fasen.md", "--levels", "rows"]) == 0
    assert matrix(framework(project, "fasen")) == TABLE


def test_a_guess_is_told_with_line_and_column(project: Path, capsys: Output) -> None:
    write(project / "fasen.md", markdown(TABLE))
    assert main(["import", "fasen.md", "--lang", "en"]) == 0
    said = capsys.readouterr().err
    assert said.startswith("fasen.md:1:3: warning[I719]: These are taken to be the levels")
    assert "say so with --levels rows" in said
    assert framework(project, "fasen").level_word == "phase"


DUTCH = [
    ["Dimensie", "Niveau 1", "Niveau 2"],
    ["Beeld", "Wie tijd heeft bedenkt het niet.", "Een collega houdt het bij met een plan."],
    ["Meten", "Er is geen vaste werkwijze voor.", "De werkwijze is van het hele team."],
]


def test_a_table_is_in_the_language_of_its_words_and_that_is_said(project: Path, capsys: Output) -> None:
    write(project / "huis.csv", csv(DUTCH))
    assert main(["import", "huis.csv"]) == 0
    assert framework(project, "huis").source_language == "nl"
    (said,) = (line for line in capsys.readouterr().out.splitlines() if "--lang" in line)
    assert said.startswith("By its words (")
    assert "is in this language: nl." in said


def test_numbers_of_a_workbook_have_the_decimal_sign_of_the_language_of_its_words(project: Path) -> None:
    with xlsxwriter.Workbook(str(project / "huis.xlsx")) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate((*DUTCH, ["Bezoeken", 2.5, 3.5])):
            sheet.write_row(number, 0, row)
    assert main(["import", "huis.xlsx"]) == 0
    assert list(framework(project, "huis").cells["bezoeken"].values()) == ["2,5", "3,5"]


def test_where_its_words_do_not_tell_the_language_the_sites_first_is_taken_and_said(
    project: Path, capsys: Output
) -> None:
    write(project / "huis.csv", csv([DUTCH[0], ["Beeld", "ja", "nee"], ["Meten", "x", "y"]]))
    assert main(["import", "huis.csv"]) == 0
    assert framework(project, "huis").source_language == "en"
    assert "Its words do not tell which language the table is in; it is taken to be en." in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize("text", ["Een ander plan.", "Een collega die het plan van het team niet kent."])
def test_a_table_for_a_framework_that_is_there_is_in_its_language_unless_words_say_otherwise(
    project: Path, text: str
) -> None:
    write(project / "huis.csv", csv(DUTCH))
    assert main(["import", "huis.csv"]) == 0
    changed = [DUTCH[0], ["Beeld", "Niets.", text], ["Meten", "x", "y"]]
    write(project / "huis.csv", csv(changed))
    assert main(["import", "huis.csv", "--update"]) == 0
    english = [
        "Beeld",
        "Who has the time thinks of it.",
        "They are doing it with the plan of the team, and more.",
    ]
    write(project / "huis.csv", csv([DUTCH[0], english, ["Meten", "x", "y"]]))
    assert main(["import", "huis.csv", "--update"]) == 2


def test_id_title_and_place_can_be_chosen(project: Path) -> None:
    write(project / "in.md", f"# Kop\n\n{markdown(TABLE)}")
    assert main(["import", "in.md", "--id", "stroom", "--title", "De stroom"]) == 0
    assert framework(project, "stroom").title == "De stroom"
    assert main(["import", "in.md", "--to", "elders/bocht.yaml"]) == 0
    text = (project / "elders" / "bocht.yaml").read_text(encoding="utf-8")
    assert "\nid: bocht\n" in text
    assert "\ntitle: Kop\n" in text
    assert text.startswith("# yaml-language-server: $schema=../schemas/")


def test_a_framework_is_not_written_to_a_file_with_another_name(project: Path, capsys: Output) -> None:
    write(project / "in.md", markdown(TABLE))
    given = ["import", "in.md", "--id", "stroom", "--to", "frameworks/bocht.yaml", "--lang", "en"]
    assert leaving(project / "frameworks", given) == 2
    assert "the file of a framework is named after its id, 'stroom'" in capsys.readouterr().err


def test_a_folder_is_not_called_a_file_that_is_not_there(project: Path, capsys: Output) -> None:
    assert main(["import", "frameworks"]) == 2
    assert capsys.readouterr().err == "atlas: frameworks is a folder; name a file in it\n"


def test_a_heading_that_a_title_replaces_is_told(project: Path, capsys: Output) -> None:
    write(project / "in.md", f"# Kop\n\n{markdown(TABLE)}")
    main(["import", "in.md", "--title", "De stroom", "--lang", "en"])
    assert (
        "in.md:1:1: warning[I712]: Text outside the table is not imported: 'Kop'" in capsys.readouterr().err
    )


def test_empty_cells_get_a_prompt_and_are_told(project: Path, capsys: Output) -> None:
    write(project / "fasen.csv", "Aspect;1. Eerst;2. Dan\nData;a;\n")
    assert main(["import", "fasen.csv"]) == 0
    assert "fasen.csv:2:8: warning[I708]: Data, Dan: the cell is empty" in capsys.readouterr().err
    assert framework(project, "fasen").cells["data"]["dan"].startswith("✎ ")
    assert main(["validate", "frameworks/fasen.yaml"]) == 0


def test_with_an_error_nothing_is_written(project: Path, capsys: Output) -> None:
    write(project / "fasen.csv", 'Aspect;1. Eerst;2. Dan\nData;a;"b\n')
    assert leaving(project / "frameworks", ["import", "fasen.csv"]) == 1
    said = capsys.readouterr()
    assert "fasen.csv:2:8: error[I704]" in said.err
    assert said.err.endswith("Nothing is written.\n")


def test_problems_can_be_listed_for_machines(project: Path, capsys: Output) -> None:
    write(project / "fasen.csv", 'Aspect;1. Eerst;2. Dan\nData;a;"b\n')
    assert main(["import", "fasen.csv", "--format", "json"]) == 1
    assert '"code": "I704"' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("bytes_", "code"),
    [(b"", "I702"), (b"\xd0\xcf\x11\xe0", "I700"), (b"PK\x03\x04", "I700"), (b"a" * 10_000_001, "I701")],
)
def test_a_file_that_is_no_table_is_told_without_a_traceback(
    project: Path, capsys: Output, bytes_: bytes, code: str
) -> None:
    (project / "fasen.xlsx").write_bytes(bytes_)
    assert main(["import", "fasen.xlsx"]) == 1
    assert f"fasen.xlsx:1:1: error[{code}]" in capsys.readouterr().err


TWO = f"# Een\n\n{markdown(TABLE)}\n# Twee\n\n{markdown(TABLE[:2])}"


PAGE = "<table><tr><td>Menu</td></tr></table><table><tr><th>Fase</th><th>Niveau 1</th><th>Niveau 2</th></tr>"
ROWS = "<tr><td>Data</td><td>a</td><td>b</td></tr><tr><td>Mensen</td><td>c</td><td>d</td></tr></table>"


def test_a_box_that_lays_out_a_page_is_no_table_to_choose(project: Path, capsys: Output) -> None:
    write(project / "fasen.html", f"{PAGE}{ROWS}")
    assert main(["import", "fasen.html", "--lang", "en"]) == 0
    assert [item.title for item in framework(project, "fasen").dimensions] == ["Data", "Mensen"]
    assert "Another table, '1', is not imported" in capsys.readouterr().err


def test_tables_to_choose_from_are_named_by_what_they_begin_with(project: Path, capsys: Output) -> None:
    write(project / "fasen.html", f"{PAGE}{ROWS}{PAGE.replace('Fase', 'Stap')}{ROWS}")
    assert main(["import", "fasen.html"]) == 2
    assert "1: Menu; 2: Fase | Niveau 1 | Niveau 2; 3: Menu; 4: Stap | Niveau 1 | Niveau 2" in (
        capsys.readouterr().err
    )


def test_of_sheets_to_choose_from_is_said_which_are_hidden(project: Path, capsys: Output) -> None:
    with xlsxwriter.Workbook(str(project / "fasen.xlsx")) as book:
        for name in ("Nieuw", "Oud"):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(TABLE):
                sheet.write_row(number, 0, row)
        sheet.hide()
    assert main(["import", "fasen.xlsx"]) == 2
    assert "1: Nieuw; 2: Oud (hidden)" in capsys.readouterr().err


def test_of_several_tables_one_is_to_be_chosen(project: Path, capsys: Output) -> None:
    write(project / "twee.md", TWO)
    assert main(["import", "twee.md"]) == 2
    assert capsys.readouterr().err == (
        "atlas: the file holds 2 tables; choose one with --table N: 1: Een; 2: Twee\n"
    )
    assert main(["import", "twee.md", "--table", "3"]) == 2
    assert main(["import", "twee.md", "--table", "2"]) == 0
    assert "Another table, 'Een', is not imported" in capsys.readouterr().err
    assert len(framework(project, "twee").dimensions) == 1


def test_a_heading_that_an_update_has_no_use_for_is_told(project: Path, capsys: Output) -> None:
    write(project / "new.md", f"# Kop\n\n{markdown([['x', 'Pier'], ['Crew', 'Whoever is there.']])}")
    main(["import", "new.md", "--id", "harbour", "--levels", "columns"])
    assert "new.md:1:1: warning[I712]" in capsys.readouterr().err


@pytest.fixture
def exported(project: Path, capsys: Output) -> Path:
    """The project with the table of one of its frameworks beside it."""
    assert main(["export", "harbour", "--format", "md"]) == 0
    capsys.readouterr()
    return project


def fill(project: Path, *changes: tuple[str, str], without: tuple[str, ...] = ()) -> None:
    """Change texts of the framework's workbook, as a spreadsheet would: what was exported stays in it."""
    path = project / "harbour.xlsx"
    found, texts = read_tables(path.read_bytes(), path.name), dict(changes)
    with xlsxwriter.Workbook(str(path)) as book:
        for table in found.tables:
            sheet = book.add_worksheet(table.name)
            rows = [row for row in table.rows if row[0].text not in without]
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, [texts.get(cell.text, cell.text) for cell in row])
        for table in found.exported:
            hold(book, [[cell.text for cell in row] for row in table.rows])


@pytest.fixture
def held(project: Path, capsys: Output) -> Path:
    """The project with the workbook of one of its frameworks; the file was changed in many ways since."""
    assert main(["export", "harbour", "--format", "xlsx"]) == 0
    file = project / "frameworks" / "harbour.yaml"
    for old, new in (
        ("A drawing of the bay.", "A chart by Anna."),
        ("title: Coil the ropes every evening", "title: Coil them by night"),
        ("profiles:", "  - id: paint\n    title: Paint\n    level: dock\nprofiles:"),
    ):
        replace(file, old, new)
    capsys.readouterr()
    return project


def test_what_a_workbook_leaves_as_it_was_exported_stays_as_the_file_has_it(
    held: Path, capsys: Output
) -> None:
    file = held / "frameworks" / "harbour.yaml"
    before = file.read_bytes()
    fill(held)
    assert main(["import", "harbour.xlsx", "--update"]) == 0
    said = capsys.readouterr()
    assert said.err.count("warning[I725]") == 2
    assert "the file keeps its own" in said.err
    assert said.out == "There is nothing to change in frameworks/harbour.yaml.\n"
    assert file.read_bytes() == before
    fill(held, ("A pilot for each boat.", "A pilot for all."))
    assert main(["import", "harbour.xlsx", "--update"]) == 0
    assert file.read_bytes() == before.replace(b"A pilot for each boat.", b"A pilot for all.")


def test_what_a_workbook_and_the_file_both_changed_is_told_with_both_texts(
    held: Path, capsys: Output
) -> None:
    fill(held, ("A drawing of the bay.", "A map by Bea."), ("Coil the ropes every evening", "Coil by day"))
    assert leaving(held / "frameworks", ["import", "harbour.xlsx", "--update"]) == 1
    said = capsys.readouterr().err
    assert said.count("error[I725]") == 2
    assert "Here: 'A map by Bea.'. In the file: 'A chart by Anna.'" in said
    fill(held, ("A map by Bea.", "A chart by Anna."), ("Coil by day", "Coil them by night"))
    assert main(["import", "harbour.xlsx", "--update"]) == 0


def test_what_a_workbook_still_has_and_the_file_no_more_does_not_come_back(
    held: Path, capsys: Output
) -> None:
    file = held / "frameworks" / "harbour.yaml"
    text = file.read_text(encoding="utf-8")
    start, end = text.index("  - id: charts"), text.index("cells:")
    text = text[:start] + text[end:]
    start, end = text.index("  charts:\n"), text.index("transitions:")
    text = (text[:start] + text[end:]).replace("      charts: dock\n", "").replace("      charts: pier\n", "")
    write(file, text)
    fill(held)
    assert main(["import", "harbour.xlsx", "--update"]) == 0
    assert file.read_text(encoding="utf-8") == text
    fill(held, ("None.", "Some."))
    assert leaving(held / "frameworks", ["import", "harbour.xlsx", "--update"]) == 1
    assert "error[I725]" in capsys.readouterr().err


def test_an_export_of_what_is_there_changes_nothing(exported: Path, capsys: Output) -> None:
    assert main(["import", "harbour.md"]) == 0
    assert capsys.readouterr().out == "frameworks/harbour.yaml says the same.\n"


def test_differences_are_told_and_written_only_on_demand(exported: Path, capsys: Output) -> None:
    file = exported / "frameworks" / "harbour.yaml"
    before = file.read_text(encoding="utf-8")
    replace(exported / "harbour.md", "A drawing of the bay.", "A map: of the bay.")
    assert main(["import", "harbour.md"]) == 1
    said = capsys.readouterr()
    assert said.out == "cells.charts.dock\n  - A drawing of the bay.\n  + A map: of the bay.\n"
    assert said.err.endswith("is there already. To change this text in it: --update\n")
    assert file.read_text(encoding="utf-8") == before
    assert main(["import", "harbour.md", "--update"]) == 0
    assert file.read_text(encoding="utf-8") == before.replace("A drawing of the bay.", '"A map: of the bay."')


def test_a_level_that_a_table_lacks_stays_and_the_command_that_takes_it_away_is_named(
    project: Path, capsys: Output
) -> None:
    write(project / "new.csv", "x,Pier,Dock\nCrew,Whoever is there.,Two people.\nCharts,None.,Some.\n")
    main(["import", "new.csv", "--id", "harbour", "--levels", "columns", "--update"])
    said = capsys.readouterr().err
    assert "'port' (levels) is not in the table; the file keeps it" in said
    assert "To take it away: atlas level remove harbour/port" in said


def test_a_table_by_hand_updates_the_framework_with_the_same_titles(project: Path, capsys: Output) -> None:
    write(project / "new.csv", "x,Pier,Dock,Port\nCrew,Whoever is there.,Two people.,Pilots.\n")
    assert main(["import", "new.csv", "--id", "harbour", "--levels", "columns", "--update"]) == 0
    said = capsys.readouterr()
    assert "'charts' (dimensions) is not in the table; the file keeps it" in said.err
    assert said.out.endswith("Changed 2 texts in frameworks/harbour.yaml.\n")
    assert framework(project, "harbour").cells["crew"] == {
        "pier": "Whoever is there.",
        "dock": "Two people.",
        "port": "Pilots.",
    }


def test_a_table_with_other_titles_updates_nothing(project: Path, capsys: Output) -> None:
    write(project / "new.csv", "x,Pier,Dok\nCrew,a,b\n")
    before = content(project / "frameworks")
    assert main(["import", "new.csv", "--id", "harbour", "--levels", "columns", "--update"]) == 1
    assert "Did you mean 'Dock'?" in capsys.readouterr().err
    assert content(project / "frameworks") == before


def test_what_would_come_of_a_table_is_shown_and_nothing_is_written(project: Path, capsys: Output) -> None:
    write(
        project / "in.csv",
        "Domain,Practice,Level 0 None,Level 1 Some,Remarks\nSoil,Feed,no,yes,ask\n,Dig,a,,\n",
    )
    assert leaving(project / "frameworks", ["import", "in.csv", "--dry-run", "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert [" ".join(line.split()) for line in said.out.splitlines() if "─" not in line] == [
        "0 None 1 Some",
        "[Soil]",
        "Feed no yes",
        "Dig a ✎",
        "Would write frameworks/in.yaml: 2 levels, 2 dimensions, 4 cells.",
    ]
    assert "--as 'Remarks=level'" in said.err


def test_what_a_column_is_can_be_said_and_a_word_for_nothing_is_refused(
    project: Path, capsys: Output
) -> None:
    write(project / "in.csv", "Practice,Level 1,Level 2,Why\nFeed,no,yes,because\n")
    assert main(["import", "in.csv", "--as", "Why=question"]) == 0
    assert framework(project, "in").dimensions[0].question == "because"
    assert main(["import", "in.csv", "--id", "other", "--as", "Why=qestion"]) == 2
    assert "Did you mean 'question'?" in capsys.readouterr().err


def test_an_update_never_makes_a_framework(project: Path, capsys: Output) -> None:
    write(project / "new.csv", "Practice,Level 1,Level 2\nFeed,no,yes\n")
    assert leaving(project / "frameworks", ["import", "new.csv", "--update"]) == 2
    assert "no such framework" in capsys.readouterr().err


def test_a_table_that_cannot_be_read_leaves_no_file_behind(project: Path, capsys: Output) -> None:
    write(project / "new.csv", "Level 1,Level 2\nno,yes\n")
    assert leaving(project / "frameworks", ["import", "new.csv"]) == 1
    assert "error[I734]" in capsys.readouterr().err


def test_a_table_of_translations_is_left_to_the_command_that_reads_it(project: Path, capsys: Output) -> None:
    assert main(["l10n", "export", "-l", "nl", "--format", "csv", "--dir", "out"]) == 0
    (table, *_) = sorted((project / "out").glob("*.csv"))
    capsys.readouterr()

    assert leaving(project / "frameworks", ["import", str(table), "--id", "new"]) == 2
    assert f"these are translations: 'atlas l10n import {table}'" in capsys.readouterr().err


def test_the_errors_of_a_spreadsheet_are_no_texts(project: Path, capsys: Output) -> None:
    rows = "Feed,#WAARDE!,yes\nMend,no,#N/A\nReap,####,yes\nSow,#1 of all,#REF! is an error\n"
    write(project / "new.csv", f"Practice,Level 1,Level 2\n{rows}")

    assert main(["import", "new.csv", "--format", "json", "--lang", "en"]) == 0
    said = capsys.readouterr().err
    assert said.count('"code": "I717"') == 3
    text = (project / "frameworks" / "new.yaml").read_text(encoding="utf-8")
    assert "WAARDE" not in text
    assert "####" not in text
    assert "N/A" not in text
    assert "#1 of all" in text
    assert "#REF! is an error" in text


def test_many_problems_of_a_kind_are_told_in_one(project: Path, capsys: Output) -> None:
    rows = "".join(f"Row {number},,\n" for number in range(30))
    write(project / "new.csv", f"Practice,Level 1,Level 2\nFirst,a,b\n{rows}")
    assert main(["import", "new.csv", "--format", "json", "--dry-run"]) == 0
    assert capsys.readouterr().err.count('"code": "I708"') == 60
    assert main(["import", "new.csv"]) == 0
    said = capsys.readouterr().err
    assert said.count("warning[I708]") == 1
    assert "(and 59 more of this kind: 3:8, 4:7," in said


def test_what_cannot_be_read_is_told_field_by_field(project: Path, capsys: Output) -> None:
    heads = "Id;Practice;Dimension;Level;Effort;How;References\n"
    keys = "#harbour/en/practices;#title;#dimension;#level;#effort;#summary;#references\n"
    rows = "".join(f"p-{number};P;crew;summit;veel;;\n" for number in range(5))
    write(project / "practices.csv", heads + keys + rows)
    assert main(["import", "practices.csv", "--id", "harbour", "--update"]) == 1
    said = capsys.readouterr().err
    assert said.count("error[I723]") == 2
    assert "cannot be read as 'level': 'summit' (and 4 more of this kind: 4:12, 5:12, 6:12, 7:12)" in said
    assert "cannot be read as 'effort': 'veel' (and 4 more of this kind: 4:19, 5:19, 6:19, 7:19)" in said


def test_a_column_that_a_workbook_lacks_is_told_and_the_file_keeps_its_texts(
    project: Path, capsys: Output
) -> None:
    assert main(["export", "harbour", "--format", "xlsx"]) == 0
    before = content(project / "frameworks")
    fill(project, ("#question", ""), without=("##publisher",))
    capsys.readouterr()
    main(["import", "harbour.xlsx", "--update"])
    said = capsys.readouterr().err
    assert "warning[I725]: 'dimensions.question' is not in the table; the file keeps it" in said
    assert "warning[I725]: 'publisher' is not in the table; the file keeps it" in said
    assert content(project / "frameworks") == before


def test_a_line_above_an_export_and_another_sheet_are_no_obstacle(project: Path, capsys: Output) -> None:
    assert main(["export", "harbour", "--format", "md"]) == 0
    table = (project / "harbour.md").read_text(encoding="utf-8")
    lines = table.split("\n")
    above = f"| Version of Ann |{' |' * (lines[0].count('|') - 2)}"
    write(
        project / "harbour.md",
        "\n".join([above, lines[1], lines[0], *lines[2:]]) + f"\n# Two\n\n{markdown(TABLE)}",
    )
    capsys.readouterr()
    assert main(["import", "harbour.md", "--update"]) == 0
    said = capsys.readouterr()
    assert said.out == "frameworks/harbour.yaml says the same.\n"
    assert "I730" in said.err


def test_a_row_put_in_becomes_a_dimension_of_the_file(exported: Path, capsys: Output) -> None:
    table = exported / "harbour.md"
    lines = table.read_text(encoding="utf-8").split("\n")
    place = next(number for number, line in enumerate(lines) if line.startswith("| crew |"))
    cells = lines[place].count("|") - 1
    lines.insert(place, f"|  | Ropes |{' |' * (cells - 5)} None. | One. | Many. |")
    write(table, "\n".join(lines))
    assert main(["import", "harbour.md"]) == 1
    assert capsys.readouterr().out == "dimensions: new, as the first: Ropes (ropes)\n"
    assert main(["import", "harbour.md", "--update"]) == 0
    assert framework(exported, "harbour").cells["ropes"]["port"] == "Many."
    capsys.readouterr()
    assert main(["import", "harbour.md"]) == 0
    assert capsys.readouterr().out == "frameworks/harbour.yaml says the same.\n"


def test_remarks_put_beside_an_exported_table_are_told_and_become_no_part(
    exported: Path, capsys: Output
) -> None:
    before = content(exported / "frameworks")
    text = (exported / "harbour.md").read_text(encoding="utf-8")
    start = text.index("| ")
    table, _, others = text[start:].partition("\n\n")
    head, rule, keys, *rows = table.split("\n")
    average = f"|  | Average |{' |' * (head.count('|') - 4)} 3.5 |"
    for remark, words in (("Remarks", ()), ("Seen by Jan", ("--as", "seen by jan=none"))):
        lines = [f"{head} {remark} |", f"{rule} --- |", f"{keys} |", *(f"{row} fine |" for row in rows)]
        lines = [text[:start] + lines[0], *lines[1:], f"{average} |", "", others]
        write(exported / "harbour.md", "\n".join(lines))
        assert main(["import", "harbour.md", "--update", *words]) == 0
        said = capsys.readouterr()
        assert said.out == "frameworks/harbour.yaml says the same.\n"
        assert f"and is not imported: '{remark}' (and {len(rows) + 2} more" in said.err
        assert content(exported / "frameworks") == before


def test_what_a_part_with_a_key_is_cannot_be_said(exported: Path, capsys: Output) -> None:
    assert main(["import", "harbour.md", "--as", "Crew=none"]) == 2
    assert "the keys of this table say what each column is" in capsys.readouterr().err


def test_rows_sorted_without_their_keys_change_nothing(exported: Path, capsys: Output) -> None:
    table = exported / "harbour.md"
    text = table.read_text(encoding="utf-8")
    swapped = (
        text.replace("| crew |", "| <> |").replace("| charts |", "| crew |").replace("| <> |", "| charts |")
    )
    write(table, swapped)
    assert leaving(exported / "frameworks", ["import", "harbour.md", "--update"]) == 1
    said = capsys.readouterr().err
    assert "error[I738]" in said
    assert said.endswith("Nothing is written.\n")


TREES = [
    ["Dimension", "Question", "Level 1", "Level 2"],
    ["Roots", "How deep?", "None.", "Some."],
    ["Bark", "How thick?", "Thin.", "Thick."],
    ["Leaves", "How many?", "Few.", "Many."],
    ["Crown", "How wide?", "Narrow.", "Wide."],
]


@pytest.fixture
def trees(project: Path, capsys: Output) -> Path:
    """The export of a framework of several dimensions."""
    write(project / "in.csv", csv(TREES))
    assert main(["import", "in.csv", "--id", "trees", "--lang", "en"]) == 0
    assert main(["export", "trees"]) == 0
    capsys.readouterr()
    return project / "trees.csv"


@pytest.mark.parametrize("column", [1, 2])
def test_one_column_sorted_alone_changes_nothing(trees: Path, capsys: Output, column: int) -> None:
    texts = [row[column] for row in TREES[1:]]
    text = trees.read_text(encoding="utf-8")
    for number, old in enumerate(texts):
        text = text.replace(f'"{old}"', f'"<{(number + 1) % 4}>"')
    for number, old in enumerate(texts):
        text = text.replace(f'"<{number}>"', f'"{old}"')
    write(trees, text)
    assert leaving(trees.parent / "frameworks", ["import", "trees.csv", "--update"]) == 1
    said = capsys.readouterr().err
    assert "error[I738]" in said
    assert "Was one column sorted without the others" in said


def test_a_sheet_sorted_with_its_row_of_keys_changes_nothing(trees: Path, capsys: Output) -> None:
    replace(trees, '"Few."', '"Very few."')
    head, *rows = trees.read_text(encoding="utf-8").splitlines(keepends=True)
    write(trees, "".join([head, *sorted(rows)]))
    assert leaving(trees.parent / "frameworks", ["import", "trees.csv", "--update"]) == 1
    assert "error[I737]" in capsys.readouterr().err
    assert sorted(rows)[1].startswith('"##')


def test_practices_sorted_with_their_row_of_keys_do_not_go(project: Path, capsys: Output) -> None:
    heads = "Id;Practice;Dimension;Level;Effort;How;References\n"
    keys = "#harbour/en/practices;#title;#dimension;#level;#effort;#summary;#references\n"
    write(project / "p.csv", f"{heads}coil-ropes;Coil them;Crew;Dock;little;;\n{keys}")
    assert leaving(project / "frameworks", ["import", "p.csv", "--update"]) == 1
    assert "error[I737]" in capsys.readouterr().err


def test_a_line_of_a_few_words_above_an_export_is_not_taken_for_one_of_its_rows(
    trees: Path, capsys: Output
) -> None:
    write(trees, '"draft","ann","2026"\r\n' + trees.read_text(encoding="utf-8"))
    assert main(["import", "trees.csv", "--update"]) == 0
    said = capsys.readouterr()
    assert "warning[I730]" in said.err
    assert said.out == "frameworks/trees.yaml says the same.\n"


@pytest.mark.parametrize(
    ("row", "ends"), [('"","None.","Some.","Good."', 1), ('"Fine.","None.","Some.","Good."', 0)]
)
def test_a_gap_in_a_row_whose_texts_moved_along_stops_an_update_and_a_new_text_there_does_not(
    project: Path, capsys: Output, row: str, ends: int
) -> None:
    levels = ",".join(f"Level {number}" for number in range(1, 5))
    write(project / "in.csv", f"Dimension,{levels}\nRoots,None.,Some.,Good.,Deep.\nBark,a,b,c,d\n")
    assert main(["import", "in.csv", "--id", "trees", "--lang", "en"]) == 0
    assert main(["export", "trees"]) == 0
    replace(project / "trees.csv", '"None.","Some.","Good.","Deep."', row)
    capsys.readouterr()
    assert main(["import", "trees.csv", "--update"]) == ends
    assert ("error[I738]" in capsys.readouterr().err) == bool(ends)


def test_texts_of_two_rows_may_be_swapped_and_a_text_copied_into_all(trees: Path) -> None:
    text = trees.read_text(encoding="utf-8")
    swapped = text.replace('"None."', '"<>"').replace('"Thin."', '"None."').replace('"<>"', '"Thin."')
    for old in ("Thick.", "Some.", "Wide."):
        swapped = swapped.replace(f'"{old}"', '"Many."')
    write(trees, swapped)
    assert main(["import", "trees.csv", "--update"]) == 0
    cells = framework(trees.parent, "trees").cells
    assert (cells["bark"]["level-1"], cells["crown"]["level-2"]) == ("None.", "Many.")


def test_an_export_without_its_keys_is_refused(exported: Path, capsys: Output) -> None:
    rows = (exported / "harbour.md").read_text(encoding="utf-8").split("\n")
    write(exported / "harbour.md", "\n".join("|" + row.split("|", 2)[-1] for row in rows if row))
    assert leaving(exported / "frameworks", ["import", "harbour.md", "--id", "harbour", "--update"]) == 1
    assert "error[I737]" in capsys.readouterr().err


def test_an_export_without_its_row_of_keys_is_refused(exported: Path, capsys: Output) -> None:
    rows = (exported / "harbour.md").read_text(encoding="utf-8").split("\n")
    kept = [row for row in rows if not row.startswith("| #harbour/en |")]
    write(exported / "harbour.md", "\n".join(kept))
    assert leaving(exported / "frameworks", ["import", "harbour.md", "--id", "harbour", "--update"]) == 1
    assert "error[I737]" in capsys.readouterr().err


def test_an_emptied_cell_is_told_in_one_way(exported: Path, capsys: Output) -> None:
    replace(exported / "harbour.md", "A drawing of the bay.", "")
    main(["import", "harbour.md", "--update"])
    said = capsys.readouterr().err
    assert "It gets a text that asks for one" not in said
    assert "What the file says there stays" in said


def test_a_table_that_says_no_language_is_in_that_of_the_file(project: Path, capsys: Output) -> None:
    assert main(["import", write_as("md", project), "--id", "fasen", "--lang", "nl"]) == 0
    capsys.readouterr()
    assert main(["import", "fasen.md", "--id", "fasen", "--update"]) == 0
    assert main(["import", "fasen.md", "--id", "harbour", "--lang", "nl"]) == 1
    assert "harbour.yaml is there already; it is left as it is." in capsys.readouterr().err


def test_a_translation_is_not_taken_for_the_source(project: Path, capsys: Output) -> None:
    assert main(["export", "harbour", "-l", "nl"]) == 0
    assert "Texts that start with '[en]' are not translated." in capsys.readouterr().err
    assert main(["import", "harbour.csv"]) == 2
    assert "is written in en, the table in nl" in capsys.readouterr().err


def test_what_the_schema_does_not_allow_is_told_at_the_tables_cell(exported: Path, capsys: Output) -> None:
    replace(exported / "harbour.md", "| high |", "| hihg |")
    assert main(["import", "harbour.md", "--id", "copy"]) == 1
    said = capsys.readouterr().err
    assert "harbour.md:9:" in said
    assert "confidence: 'hihg' is not allowed here" in said
    assert not (exported / "frameworks" / "copy.yaml").exists()


def test_a_file_that_was_opened_in_a_wrong_character_set_changes_nothing(
    project: Path, capsys: Output
) -> None:
    write(project / "in.csv", csv(TABLE))
    assert main(["import", "in.csv", "--id", "fasen", "--lang", "nl"]) == 0
    assert main(["export", "fasen"]) == 0
    text = (project / "fasen.csv").read_text(encoding="utf-8-sig")
    write(project / "fasen.csv", text.encode().decode("cp1252"))
    capsys.readouterr()
    assert leaving(project / "frameworks", ["import", "fasen.csv", "--update"]) == 1
    said = capsys.readouterr().err
    assert "error[I703]: Letters look as if they were read in a wrong character set: 'EÃ©n'" in said
    assert main(["import", "fasen.csv", "--id", "again"]) == 0
    assert "warning[I703]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"high"', '"hoog"', "confidence: 'hoog' is not allowed here"),
        ('"high"', '"High"', "confidence: 'High' is not allowed here"),
        ('"2.5"', '"-3"', "it must be ≥ 0"),
        ('"2.5"', '"0.5"', "The span of 'port' lies before that of 'dock'"),
    ],
)
def test_an_update_writes_nothing_that_validation_would_refuse(
    project: Path, capsys: Output, old: str, new: str, said: str
) -> None:
    assert main(["export", "harbour"]) == 0
    table = project / "harbour.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    line, column = next((number, row.index(old) + 1) for number, row in enumerate(lines, 1) if old in row)
    write(table, "".join([*lines[: line - 1], lines[line - 1].replace(old, new, 1), *lines[line:]]))
    capsys.readouterr()
    assert leaving(project / "frameworks", ["import", "harbour.csv", "--update"]) == 1
    err = capsys.readouterr().err
    assert f"harbour.csv:{line}:{column}: error[" in err
    assert said in err
    assert err.endswith("Nothing is written.\n")


def test_an_error_that_was_there_before_does_not_stop_an_update(project: Path) -> None:
    assert main(["export", "harbour"]) == 0
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    replace(project / "harbour.csv", "A drawing of the bay.", "A map.")
    assert main(["import", "harbour.csv", "--update"]) == 0


@pytest.mark.parametrize("form", ["csv", "md", "xlsx"])
def test_practices_and_profiles_come_back_and_what_is_gone_of_them_goes(
    project: Path, capsys: Output, form: str
) -> None:
    assert main(["export", "harbour", "--format", form]) == 0
    before = content(project / "frameworks")
    assert main(["import", f"harbour.{form}", "--update"]) == 0
    assert capsys.readouterr().out.endswith("frameworks/harbour.yaml says the same.\n")
    assert content(project / "frameworks") == before
    assert main(["import", f"harbour.{form}", "--id", "copy"]) == 0
    assert framework(project, "copy").practices == framework(project, "harbour").practices
    assert framework(project, "copy").profiles == framework(project, "harbour").profiles


def test_rows_of_practices_are_put_in_changed_and_taken_away(project: Path, capsys: Output) -> None:
    assert main(["export", "harbour"]) == 0
    table = project / "harbour.csv"
    replace(table, '"little"', '"much"')
    new = '"","Paint the buoys","Charts","Port","","Every spring.",""\r\n'
    text = table.read_bytes().decode("utf-8-sig")
    start = text.index('"coil-ropes"')
    write(table, text[:start] + new + text[start : text.index('"fishing-port"')])
    capsys.readouterr()
    assert main(["import", "harbour.csv"]) == 1
    said = capsys.readouterr()
    assert said.out.splitlines() == [
        "practices: new, as the first: Paint the buoys (paint-the-buoys)",
        "practices.coil-ropes.effort",
        "  - little",
        "  + much",
        "goes: harbour/profiles/fishing-port: Fishing port · For boats that come home every night.",
        "new: frameworks/redirects.yaml; git leaves it there when you go back, so delete it then",
    ]
    assert "To change these 3 texts in it: --update" in said.err
    assert main(["import", "harbour.csv", "--update"]) == 0
    found = framework(project, "harbour")
    assert [item.id for item in found.practices] == ["paint-the-buoys", "coil-ropes"]
    assert (found.practices[0].dimension, found.practices[0].level) == ("charts", "port")
    assert found.profiles == ()
    assert b"harbour/profiles/fishing-port" in (project / "frameworks" / "redirects.yaml").read_bytes()


def test_levels_in_another_order_are_followed_as_by_a_move(project: Path, capsys: Output) -> None:
    assert main(["export", "harbour", "--format", "md"]) == 0
    table = project / "harbour.md"
    first, _, beside = table.read_text(encoding="utf-8").partition("\n\n")
    rows = [line.split(" | ") for line in first.split("\n")]
    at = rows[2].index("pier")
    for row in rows:
        if len(row) > at + 1 and not row[0].startswith("| ##"):
            row[at], row[at + 1] = row[at + 1], row[at]
    write(table, "\n".join(" | ".join(row) for row in rows) + "\n\n" + beside)
    capsys.readouterr()
    assert main(["import", "harbour.md", "--update"]) == 0
    said = capsys.readouterr().out
    assert "levels: another order: dock, pier, port" in said
    assert "goes: harbour/transitions/pier--dock: Build berths." in said
    assert "left to you: harbour/transitions/dock--port leads past another level now" in said
    found = framework(project, "harbour")
    assert [level.id for level in found.levels] == ["dock", "pier", "port"]
    assert [step.end for step in found.transitions] == ["port"]


def test_an_order_that_the_project_is_not_sound_for_is_not_written(project: Path, capsys: Output) -> None:
    before = (project / "frameworks" / "harbour.yaml").read_text(encoding="utf-8")
    assert main(["export", "harbour"]) == 0
    table = project / "harbour.csv"
    replace(table, '"coil-ropes"', '"coil-all"')
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["import", "harbour.csv", "--update"]) == 1
    assert capsys.readouterr().err.endswith("Nothing is written.\n")
    assert (project / "frameworks" / "harbour.yaml").read_text(encoding="utf-8") == before


def test_what_is_said_of_a_column_or_row_that_is_not_there_is_refused(project: Path, capsys: Output) -> None:
    (project / "t.csv").write_text("Dimension;Level 1;Level 2\nCrew;Nobody.;A crew.\n", encoding="utf-8")
    assert main(["import", "t.csv", "--id", "own", "--as", "Crow=none"]) == 2
    assert "the table has no column and no row 'Crow'. Did you mean 'Crew'?" in capsys.readouterr().err
    assert main(["export", "harbour"]) == 0
    assert main(["import", "harbour.csv", "--as", "Crew=none"]) == 2
    assert "the keys of this table say what each column is" in capsys.readouterr().err


def test_numbers_of_a_workbook_are_written_as_the_frameworks_language_writes_them(project: Path) -> None:
    with xlsxwriter.Workbook("t.xlsx") as book:
        sheet, share = book.add_worksheet(), book.add_format({"num_format": "0.0%"})
        sheet.write_row(0, 0, ["Dimensie", "Niveau 1", "Niveau 2"])
        sheet.write_row(1, 0, ["Budget", 0.125, 0.25], share)
    assert main(["import", "t.xlsx", "--id", "own", "--lang", "nl"]) == 0
    text = (project / "frameworks" / "own.yaml").read_text(encoding="utf-8")
    assert "12,5%" in text
    assert "25%" in text


def test_the_look_before_tells_an_empty_cell_from_a_silent_one(project: Path, capsys: Output) -> None:
    (project / "t.csv").write_text("Dimension;Level 1;Level 2\nCrew;;-\nCharts;a;b\n", encoding="utf-8")
    assert main(["import", "t.csv", "--id", "own", "--dry-run"]) == 0
    (crew,) = (line for line in capsys.readouterr().out.splitlines() if line.startswith("Crew"))
    assert crew.split() == ["Crew", "✎", "–"]


@pytest.mark.parametrize(("old", "new"), [("harbour/dock", "quay"), ("harbour/crew", "gang")])
def test_what_has_another_id_since_a_workbook_was_exported_is_not_told_to_be_taken_away(
    project: Path, capsys: Output, old: str, new: str
) -> None:
    assert main(["export", "harbour", "--format", "xlsx"]) == 0
    assert main(["rename", old, new]) == 0
    capsys.readouterr()
    assert main(["--lang", "en", "import", "harbour.xlsx", "--update"]) == 1
    said = capsys.readouterr().err
    assert f"'{new}' (" in said
    assert "It has this id since the table was exported: export it again, and change that one" in said
    assert "To take it away" not in said
