"""Crosswalks go out as workbooks and come back with what was changed, and nothing else; SSSOM comes in."""

import datetime
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from generator.cli import main
from generator.crosswalk import inverse_of
from generator.editing.tables import read_tables
from generator.editing.tables.workbook import hold
from generator.load import load
from generator.model import Crosswalk
from tests.site.projects import replace, write

Output = pytest.CaptureFixture[str]
FILE = "frameworks/crosswalks/harbour--lantern.yaml"
BOOK = "harbour--lantern.xlsx"
Change = Callable[[dict[str, dict[str, str]]], None]


def run(*line: str) -> int:
    return main(["--lang", "en", "crosswalk", *line])


def exported(name: str = "lantern") -> list[list[str]]:
    """The rows of the workbook that is written of a pair."""
    assert run("export", "harbour", name, "--force") == 0
    content = Path(f"harbour--{name}.xlsx").read_bytes()
    return [[cell.text for cell in row] for row in read_tables(content, BOOK).tables[0].rows]


def fill(change: Change, rows: list[list[str]] | None = None, held: list[list[str]] | None = None) -> None:
    """Change cells of the workbook, by the key of their row, or its end, and that of their column."""
    heads, keys, *body = rows or exported()
    named = {row[0] or row[1]: dict(zip(keys, row, strict=True)) for row in body}
    change(named)
    made = [heads, keys, *([row[key] for key in keys] for row in named.values())]
    with xlsxwriter.Workbook(BOOK) as book:
        sheet = book.add_worksheet("harbour--lantern")
        for number, cells in enumerate(made):
            sheet.write_row(number, 0, cells)
        if held:
            hold(book, held)


def fill_later(project: Path, old: str, new: str, change: Change) -> int:
    """Change the file after the export, and then the workbook."""
    rows = exported()
    replace(project / FILE, old, new)
    fill(change, rows, rows)
    return run("import", BOOK)


def walks(project: Path) -> dict[str, Crosswalk]:
    """Every crosswalk of the project, by its key."""
    return {item.record.key: item.record for item in load(project / "frameworks")[0].crosswalks}


def with_comments(project: Path) -> str:
    """The crosswalk with comments everywhere; its dock is judged by nobody."""
    path = project / FILE
    text = path.read_text(encoding="utf-8")
    text = text[: text.index("no_counterpart:")]
    text = text.replace("  - id: port", "  # About the port.\n  - id: port")
    text = text.replace("extent: little", "extent: little # so far").replace("object: lant", "object:  lant")
    path.write_text(text, encoding="utf-8")
    return text


def test_a_workbook_that_somebody_works_in_is_written_over_only_with_force(
    project: Path, capsys: Output
) -> None:
    (project / BOOK).write_bytes(b"half filled")
    assert run("export", "harbour") == 1
    assert "harbour--lantern.xlsx is there already" in capsys.readouterr().err
    assert (project / BOOK).read_bytes() == b"half filled"
    assert not (project / "harbour--mill.xlsx").exists()
    assert run("export", "harbour", "--force") == 0
    assert (project / BOOK).read_bytes() != b"half filled"


def test_a_workbook_that_nobody_touched_changes_no_byte(project: Path, capsys: Output) -> None:
    text = with_comments(project)
    run("new", "harbour", "lantern")
    begun = (project / FILE).read_bytes()

    rows = exported()

    assert [row[0] for row in rows[2:]] == [
        *("mappings/pier-candle", "mappings/port-lighthouse", "mappings/dock-lighthouse")
    ]
    assert run("import", BOOK) == 0
    assert (project / FILE).read_bytes() == begun
    assert begun.decode().startswith(text)
    assert capsys.readouterr().out.endswith(f"{FILE} says the same.\n")


def test_what_a_workbook_leaves_as_it_was_exported_stays_as_the_file_has_it(
    project: Path, capsys: Output
) -> None:
    reason = walks(project)["harbour--lantern"].mappings[0].justification

    def change(rows: dict[str, dict[str, str]]) -> None:
        rows["mappings/pier-candle"]["note"] = "More by Bea."

    assert fill_later(project, reason, "Anna wrote this.", change) == 0
    first = walks(project)["harbour--lantern"].mappings[0]
    assert (first.justification, first.note) == ("Anna wrote this.", "More by Bea.")
    assert "the file keeps its own" in capsys.readouterr().err


@pytest.mark.parametrize("field", ["justification", "relation"])
def test_what_a_workbook_and_the_file_both_changed_is_told_with_both_texts(
    project: Path, capsys: Output, field: str
) -> None:
    first = walks(project)["harbour--lantern"].mappings[0]
    new = {"justification": "Bea wrote this.", "relation": "no-counterpart"}[field]

    def change(rows: dict[str, dict[str, str]]) -> None:
        rows[f"mappings/{first.id}"][field] = new

    assert fill_later(project, first.justification, "Anna wrote this.", change) == 1
    said = capsys.readouterr().err
    assert "error[I745]" in said
    assert f"Here: '{new}'. In the file: 'Anna wrote this.'" in said
    assert "Anna wrote this." in (project / FILE).read_text(encoding="utf-8")


def test_what_nobody_judged_comes_with_both_texts_and_suggestions_and_stays_unjudged(project: Path) -> None:
    (project / FILE).unlink()

    keys, row = exported()[1], exported()[2]
    said = dict(zip(keys, row, strict=True))

    assert keys[0] == "#crosswalk/harbour--lantern/en"
    assert (row[0], said["subject"], said["relation"], said["object"]) == ("", "harbour/levels/pier", "", "")
    assert said["#subject"].startswith("harbour/levels/pier (0–1): ")
    assert said["#object"].startswith("lantern/levels/candle (0–1): ")
    assert "equal lantern/levels/candle: they share 1 of a band" in said["#suggested"]
    assert run("import", BOOK) == 0
    assert not (project / FILE).exists()


def test_another_judgement_changes_its_lines_alone_and_is_no_longer_reviewed(
    project: Path, capsys: Output
) -> None:
    path = project / FILE
    text = with_comments(project)

    def change(rows: dict[str, dict[str, str]]) -> None:
        rows["mappings/pier-candle"] |= {"relation": "subset-of", "only_object": "A: wick."}
        rows["mappings/port-lighthouse"] |= {"extent": "half", "justification": "Both: it has #1."}

    fill(change)
    assert run("import", BOOK, "-n") == 0
    assert path.read_text(encoding="utf-8") == text
    assert run("import", BOOK) == 0

    today = datetime.date.today()
    expected = (
        text.replace("relation: equal", "relation: subset-of")
        .replace("    reviewer: B. Keeper\n", "")
        .replace("date: 2026-01-31", f"date: {today}")
        .replace("date: 2026-02-01", f"date: {today}")
        .replace("same.\n", 'same.\n    only_object: "A: wick."\n')
        .replace("extent: little #", 'extent: "half" #')
        .replace("Both know the single ship, one by a pilot and one by a signal.", '"Both: it has #1."')
    )
    assert path.read_text(encoding="utf-8") == expected
    told = capsys.readouterr().out
    assert "Would change 2 relations." in told
    assert "  mappings/pier-candle.reviewer\n    - B. Keeper\n" in told
    assert "no longer checked by anybody: pier-candle." in told


def test_another_wording_leaves_the_review(project: Path) -> None:
    fill(lambda rows: rows["mappings/pier-candle"].update(justification="Both treat all alike."))

    assert run("import", BOOK) == 0

    mapping = walks(project)["harbour--lantern"].mappings[0]
    assert (mapping.reviewer, mapping.justification) == ("B. Keeper", "Both treat all alike.")


def test_a_row_that_was_judged_is_added_and_asks_for_what_is_missing(project: Path, capsys: Output) -> None:
    text = with_comments(project)
    fill(
        lambda rows: rows["harbour/levels/dock"].update(
            relation="intersects-with", object="lantern/levels/lighthouse", shared="Light.", date="2026-03-01"
        )
    )

    assert run("import", BOOK, "--author", "Ann") == 0

    new = walks(project)["harbour--lantern"].mappings[-1]
    assert (project / FILE).read_text(encoding="utf-8").startswith(text)
    assert (new.id, new.author, str(new.date), new.shared) == (
        *("dock-lighthouse", "Ann", "2026-03-01", "Light."),
    )
    assert new.justification.startswith("✎")
    assert (new.only_subject or "").startswith("✎")
    assert run("todo", "harbour", "lantern") == 0
    assert "write justification, only_subject, only_object, extent" in capsys.readouterr().out


def test_what_nothing_answers_to_moves_with_its_comments_and_back(project: Path) -> None:
    with_comments(project)
    fill(
        lambda rows: rows["mappings/port-lighthouse"].update(
            relation="no-counterpart", justification="No pilot."
        )
    )
    assert run("import", BOOK) == 0

    walk = walks(project)["harbour--lantern"]
    assert [(item.subject, item.reason) for item in walk.no_counterpart] == [
        ("harbour/levels/port", "No pilot.")
    ]
    assert [item.id for item in walk.mappings] == ["pier-candle"]
    assert "  # About the port.\n  - subject: harbour/levels/port\n" in (project / FILE).read_text()

    more = {"relation": "superset-of", "object": "lantern/levels/lighthouse", "author": "Ann"}
    fill(lambda rows: rows["no_counterpart/harbour/levels/port"].update(more))
    assert run("import", BOOK) == 0

    walk = walks(project)["harbour--lantern"]
    assert walk.no_counterpart == ()
    assert (walk.mappings[-1].justification, walk.mappings[-1].relation) == ("No pilot.", "superset-of")


def test_what_stands_in_a_file_by_halves_is_filled_in(project: Path) -> None:
    text = (project / FILE).read_text(encoding="utf-8")
    begun = text.replace("justification: Both give everyone the same.", "justification:")
    (project / FILE).write_text(begun + "  - subject:\n", encoding="utf-8")
    fill(lambda rows: rows["mappings/pier-candle"].update(justification="As it says."))

    assert run("import", BOOK) == 0
    after = (project / FILE).read_text(encoding="utf-8")
    assert after == begun.replace("justification:\n", "justification: As it says.\n") + "  - subject:\n"


def test_what_was_emptied_goes_and_its_comment_stays(project: Path, capsys: Output) -> None:
    text = with_comments(project)
    gone = {"relation": "superset-of", "extent": "", "only_object": ""}
    fill(lambda rows: rows["mappings/port-lighthouse"].update(gone))

    assert run("import", BOOK) == 0

    after = (project / FILE).read_text(encoding="utf-8")
    assert "lighthouse\n    # so far\n    rationale" in after
    assert after.count("\n") == text.count("\n") - 1
    assert "  mappings/port-lighthouse.only_object\n    - A signal of its own.\n" in capsys.readouterr().out


def test_a_table_may_have_a_few_of_the_columns_only(project: Path) -> None:
    write(
        project / "some.csv",
        "Key;Relation\n#crosswalk/harbour--lantern/en;relation\nmappings/pier-candle;no-counterpart\n",
    )

    assert run("import", "some.csv") == 0
    walk = walks(project)["harbour--lantern"]
    assert [item.id for item in walk.mappings] == ["port-lighthouse"]
    assert walk.no_counterpart[-1].reason == "Both give everyone the same."


def test_all_mistakes_are_told_at_once_with_their_cells(project: Path, capsys: Output) -> None:
    before = (project / FILE).read_bytes()

    def change(rows: dict[str, dict[str, str]]) -> None:
        rows["mappings/pier-candle"] |= {"relation": "equals", "author": ""}
        rows["mappings/port-lighthouse"] |= {"object": "lantern/levels/lighthous", "date": "31-1-2026"}
        rows["no_counterpart/harbour/levels/dock"] |= {"justification": ""}

    fill(change)

    assert run("import", BOOK) == 1

    told = capsys.readouterr().err
    assert f"{BOOK}[harbour--lantern]:3:4: error[I741]: D3: relation cannot be 'equals'" in told
    assert "= Nearest: equal" in told or "Did you mean 'equal'" in told or "equal," in told
    assert "E4: 'lantern/levels/lighthous' is no part" in told
    assert "Did you mean 'lantern/levels/lighthouse'?" in told
    assert "R4: '31-1-2026' is not a day" in told
    assert "I5: justification is empty" in told
    assert (project / FILE).read_bytes() == before


def test_many_mistakes_of_a_kind_each_keep_their_cell(project: Path, capsys: Output) -> None:
    rows = ["mappings/pier-candle;equals", "mappings/port-lighthouse;subsetof"]
    rows += [f"mappings/x{number};over" for number in range(4)]
    write(
        project / "some.csv",
        "Key;Relation\n#crosswalk/harbour--lantern/en;relation\n" + "\n".join(rows) + "\n",
    )

    assert run("import", "some.csv") == 1
    told = capsys.readouterr().err
    assert [line for line in told.splitlines() if "error[I741]" in line][-1].startswith("some.csv:8:")
    assert told.count("error[I741]") == 6


def test_what_the_rules_of_crosswalks_refuse_is_told_at_its_cell(project: Path, capsys: Output) -> None:
    before = (project / FILE).read_bytes()
    fill(lambda rows: rows["mappings/pier-candle"].update(relation="supports", reviewer="a. pilot"))

    assert run("import", BOOK) == 1

    told = capsys.readouterr().err
    assert "error[M311]: D3: 'pier-candle' is 'supports'" in told
    assert "error[M321]: Q3: " in told
    assert (project / FILE).read_bytes() == before


def test_rows_that_were_sorted_without_their_keys_stop_all(project: Path, capsys: Output) -> None:
    rows = exported()
    rows[2][1:], rows[3][1:] = rows[3][1:], rows[2][1:]
    fill(lambda _: None, rows)

    assert run("import", BOOK) == 1
    assert "error[I742]: A3: The key is that of a row about harbour/levels/pier" in capsys.readouterr().err


def test_what_is_not_in_the_table_stays_and_is_told(project: Path, capsys: Output) -> None:
    before = (project / FILE).read_bytes()
    rows = exported()
    fill(lambda _: None, [row for row in rows if row[0] != "mappings/port-lighthouse"])

    assert run("import", BOOK) == 0
    assert "warning[I745]: A3: 'mappings/port-lighthouse' is not in the table" in capsys.readouterr().err
    assert (project / FILE).read_bytes() == before


def test_keys_and_texts_are_locked_and_choices_are_lists(project: Path) -> None:
    exported()

    with zipfile.ZipFile(BOOK) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<sheetProtection " in sheet
    assert "equal,subset-of,superset-of,intersects-with" in sheet
    assert "nearly-the-same,half,little" in sheet
    assert "'Parts'!$A$1:$A$" in sheet
    _, parts = read_tables(Path(BOOK).read_bytes(), BOOK).tables
    said = {row[0].text: row[1].text for row in parts.rows}
    assert list(said)[:3] == [f"harbour/levels/{name}" for name in ("pier", "dock", "port")]
    assert said["harbour/cells/crew/pier"] == "harbour/cells/crew/pier: Whoever is there."


SLOTS = ("subject_id", "predicate_id", "predicate_modifier", "object_id", "mapping_justification")
HEAD = "#curie_map:\n#  x: https://other.example/id/\n#mapping_date: 2025-05-05\n"


def listed(project: Path, *rows: str) -> str:
    """A list of mappings that somebody else made; each row has the slots above and a comment."""
    lines = ["\t".join((*SLOTS, "comment", "confidence", "author_label"))]
    lines += [row.replace(" ", "\t").replace("_", " ") for row in rows]
    write(project / "theirs.sssom.tsv", HEAD + "\n".join(lines) + "\n")
    return "theirs.sssom.tsv"


def published(project: Path) -> Path:
    assert main(["--lang", "en", "export", "-d", "out"]) == 0
    return project / "out/api/v1/crosswalks/all.sssom.tsv"


@pytest.mark.parametrize("is_bare", [False, True], ids=["our own", "without extension columns"])
def test_our_own_list_comes_back_without_a_loss(project: Path, is_bare: bool, capsys: Output) -> None:
    path, before = published(project), walks(project)
    assert run("import", str(path)) == 0
    assert capsys.readouterr().out.count("says the same") == 3
    if is_bare:
        lines = [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n")]
        width = next(len([c for c in line if not c.startswith("ext_")]) for line in lines if len(line) > 1)
        write(path, "\n".join("\t".join(line[:width]) for line in lines))
    for file in (project / "frameworks/crosswalks").iterdir():
        file.unlink()

    assert run("import", str(path), "--lang", "en") == 0

    after = walks(project)
    assert after.keys() == before.keys()
    for key, walk in before.items():
        ours = {item.id: item for item in walk.mappings}
        for item in after[key].mappings:
            # A list of ours reads each relation from the pair's first framework.
            kept = ours.pop(item.id)
            assert item in (kept, inverse_of(kept))
        assert ours == {}
        assert set(after[key].no_counterpart) == set(walk.no_counterpart)
        assert after[key].source_language == walk.source_language


def test_a_predicate_that_was_changed_without_its_label_is_told(project: Path, capsys: Output) -> None:
    path = published(project)
    replace(path, "skos:exactMatch\tequal", "skos:narrowMatch\tequal")
    run("import", str(path))
    said = capsys.readouterr().err
    assert "warning[I743]: The predicate is 'skos:narrowMatch', 'ext_relation' says 'equal'" in said


def test_a_list_of_somebody_else_gives_drafts_and_tells_the_rest(project: Path, capsys: Output) -> None:
    (project / FILE).unlink()
    name = listed(
        project,
        "x:harbour/#levels/dock skos:broadMatch  lantern/levels/lighthouse semapv:LexicalMatching K. 0.86 B",
        "x:harbour/#levels/pier skos:closeMatch  x:lantern/#levels/candle semapv:ManualMappingCuration",
        "x:harbour/#levels/quay skos:exactMatch  x:lantern/#levels/candle semapv:ManualMappingCuration",
        "x:harbour/#levels/port skos:relatedMatch Not x:lantern/#levels/candle semapv:ManualMappingCuration",
    )

    assert run("import", name) == 0

    told = capsys.readouterr().err
    assert f"{name}:6:2: warning[I743]: 'skos:closeMatch' says no relation of ours" in told
    assert f"{name}:7:1: warning[I744]: 'x:harbour/#levels/quay' is nothing in this atlas" in told
    one, two = walks(project)["harbour--lantern"].mappings
    assert (one.relation, one.confidence, one.rationale) == ("subset-of", "high", "syntactic")
    assert (one.justification, one.author, str(one.date), one.draft) == ("K.", "B", "2025-05-05", True)
    assert (two.relation, two.draft, two.justification[0]) == ("no-relationship", True, "✎")
    assert run("todo", "harbour", "lantern") == 0
    assert "0 of 5 levels and layers are judged" in capsys.readouterr().out


def test_what_is_judged_here_stays_as_it_is_judged(project: Path, capsys: Output) -> None:
    before = (project / FILE).read_bytes()
    name = listed(project, "harbour/levels/pier skos:broadMatch  lantern/levels/candle semapv:X Why. 0.5 B")

    assert run("import", name) == 0
    assert "warning[I745]" in capsys.readouterr().err
    assert (project / FILE).read_bytes() == before


def test_a_file_that_is_neither_is_refused(project: Path, capsys: Output) -> None:
    write(project / "table.csv", "Crew;Level 1;Level 2\nPilots;None.;Many.\n")

    assert run("import", "table.csv") == 2
    assert "atlas crosswalk export" in capsys.readouterr().err
    exported()
    assert main(["--lang", "en", "import", BOOK]) == 2
    assert f"this is a crosswalk: 'atlas crosswalk import {BOOK}'" in capsys.readouterr().err


def test_a_list_that_says_no_language_is_in_that_of_its_words_and_that_is_said(
    project: Path, capsys: Output
) -> None:
    (project / FILE).unlink()
    reason = "Dit_is_wat_het_team_niet_op_een_vaste_plek_heeft,_en_de_organisatie_wel,_maar_niet_overal."
    row = "x:harbour/#levels/dock skos:broadMatch  x:lantern/#levels/lighthouse semapv:ManualMappingCuration"
    assert run("import", listed(project, f"{row} {reason}")) == 0
    assert "is in this language: nl." in capsys.readouterr().out
    assert walks(project)["harbour--lantern"].source_language == "nl"


def test_a_pair_that_stands_twice_in_a_workbook_is_named_by_its_row(project: Path, capsys: Output) -> None:
    rows = exported()
    first = next(row for row in rows if row[0] == "mappings/port-lighthouse")
    fill(lambda _: None, [*rows, ["", *first[1:]]])

    assert run("import", BOOK) == 1

    at = rows.index(first) + 1
    assert f"judges the same pair as 'port-lighthouse' on line {at}" in capsys.readouterr().err


def sheets(*several: list[list[str]]) -> None:
    """Write a workbook with these sheets in this order, as one who duplicates a sheet leaves it."""
    with xlsxwriter.Workbook(BOOK) as book:
        for number, rows in enumerate(several, 1):
            sheet = book.add_worksheet(f"Sheet {number}")
            for line, cells in enumerate(rows):
                sheet.write_row(line, 0, cells)


@pytest.mark.parametrize("is_first", [True, False], ids=["in the first", "in the second"])
def test_two_sheets_of_a_crosswalk_that_do_not_say_the_same_stop_all(
    project: Path, capsys: Output, is_first: bool
) -> None:
    before = (project / FILE).read_bytes()
    rows = exported()
    edited = [list(row) for row in rows]
    edited[2][8] = "Another reason."
    sheets(*((edited, rows) if is_first else (rows, edited)))

    assert run("import", BOOK) == 1

    said = capsys.readouterr().err
    assert f"{BOOK}[Sheet 2]:3:9: error[I742]: I3: The same crosswalk stands in 'Sheet 1' too" in said
    assert (project / FILE).read_bytes() == before


def test_a_sheet_that_lacks_a_row_of_the_other_stops_all(project: Path, capsys: Output) -> None:
    rows = exported()
    sheets(rows, rows[:-1])

    assert run("import", BOOK) == 1
    assert f"{BOOK}[Sheet 2]:1:1: error[I742]" in capsys.readouterr().err


def test_a_table_that_stands_twice_in_a_page_is_named_by_its_line(project: Path, capsys: Output) -> None:
    head = "| Key | Why |\n|---|---|\n| #crosswalk/harbour--lantern/en | justification |\n"
    rows = [f"{head}| mappings/pier-candle | {reason} |\n" for reason in ("One.", "Two.")]
    write(project / "two.md", "\n".join(rows))

    assert run("import", "two.md") == 1
    said = capsys.readouterr().err
    assert "two.md:9:26: error[I742]: The same crosswalk stands in 'two.md:1' too" in said


def test_two_sheets_of_a_crosswalk_that_say_the_very_same_count_as_one(project: Path, capsys: Output) -> None:
    heads, keys, *rows = exported()
    rows[0][8] = "Another reason."
    sheets([heads, keys, *rows], [heads, keys, *rows[::-1]])

    assert run("import", BOOK) == 0
    assert walks(project)["harbour--lantern"].mappings[0].justification == "Another reason."
    assert "error" not in capsys.readouterr().err


LEVELS = {"harbour": ("pier", "dock", "port"), "lantern": ("candle", "lighthouse")}
PAIRS = [(one, other) for one in LEVELS["harbour"] for other in LEVELS["lantern"]]


def all_judged(project: Path) -> None:
    """A crosswalk with a relation for each pair of levels, each with a reason of its own."""
    confidence = ("low", "high", "medium", "high", "low", "medium")
    start = (project / FILE).read_text(encoding="utf-8").partition("mappings:")[0]
    items = [
        f"  - id: {one}-{other}\n    subject: harbour/levels/{one}\n    relation: intersects-with\n"
        f"    object: lantern/levels/{other}\n    extent: half\n    rationale: semantic\n"
        f"    confidence: {sure}\n    justification: Reason {(number * 5) % 7} of {one} and {other}.\n"
        f"    shared: Both are of {one} and {other}.\n    only_subject: Only {one}.\n"
        f"    only_object: Only {other}.\n    author: editor\n    date: 2026-01-31\n"
        for number, ((one, other), sure) in enumerate(zip(PAIRS, confidence, strict=True))
    ]
    write(project / FILE, f"{start}mappings:\n{''.join(items)}")


def in_column(name: str, change: Callable[[list[str]], list[str]], *, is_held: bool = True) -> None:
    """Change one column of the workbook as a whole, and leave every other where it is."""
    heads, keys, *body = rows = exported()
    at = keys.index(name)
    after = change([row[at] for row in body])
    changed = [[*row[:at], text, *row[at + 1 :]] for row, text in zip(body, after, strict=True)]
    fill(lambda _: None, [heads, keys, *changed], rows if is_held else None)


@pytest.mark.parametrize("is_held", [True, False], ids=["with what was exported", "without"])
@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("justification", sorted),
        ("justification", lambda texts: sorted(texts, reverse=True)),
        ("shared", sorted),
        ("shared", lambda texts: [texts[0], "", *texts[1:-1]]),
        ("shared", lambda texts: [texts[0], *texts[2:], ""]),
        ("shared", lambda texts: ["New.", *texts[:-1]]),
        ("confidence", sorted),
        ("object", lambda texts: sorted(texts, reverse=True)),
    ],
)
def test_a_column_that_was_sorted_or_pushed_alone_stops_all(
    project: Path, capsys: Output, name: str, change: Callable[[list[str]], list[str]], is_held: bool
) -> None:
    all_judged(project)
    before = (project / FILE).read_bytes()
    in_column(name, change, is_held=is_held)

    assert run("import", BOOK) == 1

    said = capsys.readouterr().err
    assert "The texts of this column stand beside other keys than before" in said
    assert "Sort whole rows" in said
    assert (project / FILE).read_bytes() == before


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("justification", lambda texts: [texts[1], texts[0], *texts[2:]]),
        ("justification", lambda texts: [texts[0]] * len(texts)),
        ("justification", lambda texts: [*texts[:3], *texts[:3]]),
        ("justification", lambda texts: [f"{text} Indeed." for text in texts]),
        ("note", lambda texts: ["See the first."] * len(texts)),
        ("confidence", lambda texts: ["low"] * len(texts)),
        ("confidence", lambda texts: ["high", "medium", "low", *texts[3:]]),
    ],
)
def test_texts_that_were_swapped_copied_or_written_anew_are_taken(
    project: Path, name: str, change: Callable[[list[str]], list[str]]
) -> None:
    all_judged(project)
    in_column(name, change)

    assert run("import", BOOK) == 0


def test_whole_rows_that_were_sorted_and_edited_are_taken(project: Path, capsys: Output) -> None:
    all_judged(project)
    heads, keys, *body = rows = exported()
    body.sort(key=lambda row: row[keys.index("confidence")])
    fill(lambda found: found["mappings/dock-candle"].update(shared="Both."), [heads, keys, *body], rows)

    assert run("import", BOOK) == 0
    assert "Wrote" in capsys.readouterr().out


def test_a_text_that_is_only_shown_beside_a_row_is_told_where_it_was_changed(
    project: Path, capsys: Output
) -> None:
    (project / FILE).unlink()
    rows = exported()
    fill(lambda found: found["harbour/levels/pier"].update({"#subject": "A better text."}), rows, rows)

    assert run("import", BOOK) == 0

    said = capsys.readouterr().err
    assert "warning[I745]: C3: This column only shows what stands elsewhere; the change is not" in said
    assert "Change it in frameworks/harbour.yaml" in said


def test_a_text_that_is_shown_is_not_told_where_the_row_names_another_end(
    project: Path, capsys: Output
) -> None:
    rows = exported()
    new = {"object": "lantern/levels/lighthouse", "#object": "What the lighthouse says.", "#suggested": ""}
    fill(lambda found: found["mappings/pier-candle"].update(new), rows, rows)

    run("import", BOOK, "-n")
    assert "This column only shows" not in capsys.readouterr().err
