"""CSV as spreadsheets and people write it: separators, encodings and quotation marks."""

import pytest

from generator.editing.tables import Table, TableFile, UnreadableTableError, read_tables

ROWS = [["Fase", "Begin", "Eén, twee"], ["Data", "Weinig; of niets", "Veel\nmeer"]]


def words(file: TableFile) -> list[list[str]]:
    (table,) = file.tables
    return [[cell.text for cell in row] for row in table.rows]


def table(content: bytes) -> Table:
    return read_tables(content, "t.csv").tables[0]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_separator_encoding_and_line_ends_are_found(separator: str, encoding: str, newline: str) -> None:
    lines = (separator.join(f'"{cell}"' for cell in row) for row in ROWS)
    text = newline.join(lines).replace("\n" if newline == "\r\n" else "\0", "\n")
    file = read_tables(text.encode(encoding), "t.csv")
    assert words(file) == ROWS
    assert [problem.code for problem in file.problems] == (["I703"] if encoding == "cp1252" else [])


def test_a_guessed_encoding_shows_a_word_to_check_it_by() -> None:
    (problem,) = read_tables("Fase;Begin\nData;Eén".encode("cp1252"), "t.csv").problems
    assert (problem.place.line, problem.severity) == (2, "warning")
    assert "Windows-1252" in str(problem.message)
    assert "Eén" in str(problem.message)


def test_a_foreign_sign_that_looks_like_space_is_no_trouble() -> None:
    file = read_tables(b"a;b\nc;d\xa0e\n", "t.csv")
    assert words(file)[1] == ["c", "d\u00a0e"]
    assert [problem.place.line for problem in file.problems] == [2]


def test_commas_in_texts_do_not_win_from_semicolons_between_them() -> None:
    content = "Fase;Begin;Eind\nData;Weinig, of niets;Veel, en meer\nMensen;Een;Twee"
    assert [len(row) for row in table(content.encode()).rows] == [3, 3, 3]


def test_the_line_in_which_excel_names_the_separator_is_no_row() -> None:
    file = read_tables(b"sep=;\nFase;Begin\nData;a,b\n", "t.csv")
    assert words(file) == [["Fase", "Begin"], ["Data", "a,b"]]
    assert file.tables[0].rows[0][0].place.line == 2


def test_cells_know_their_places_below_texts_of_several_lines() -> None:
    rows = table(b'a,b\n"c\nd","e"\nf, g\n').rows
    assert [(cell.place.line, cell.place.column) for cell in rows[1]] == [(2, 1), (3, 4)]
    assert [(cell.place.line, cell.place.column) for cell in rows[2]] == [(4, 1), (4, 3)]


def test_an_open_quotation_mark_is_an_error_at_its_place() -> None:
    (problem,) = read_tables(b'a,b\nc,"d\ne,f\n', "t.csv").problems
    assert (problem.code, problem.severity) == ("I704", "error")
    assert (problem.place.line, problem.place.column) == (2, 3)


def test_text_behind_a_closing_quotation_mark_stays_and_is_told() -> None:
    file = read_tables(b'a,b\nc,"d" e\n', "t.csv")
    assert words(file)[1] == ["c", '"d" e']
    assert [problem.code for problem in file.problems] == ["I705"]


def test_the_guard_against_formulas_is_undone_and_told() -> None:
    file = read_tables(b"a,b\nc,'=d\n", "t.csv")
    assert words(file)[1] == ["c", "=d"]
    assert [problem.code for problem in file.problems] == ["I721"]
    assert words(read_tables(b"a,b\nc,'d'\n", "t.csv"))[1] == ["c", "'d'"]


def test_a_byte_that_is_no_character_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableTableError) as refused:
        read_tables(b"a,b\nc,\x81\n", "t.csv")
    assert (refused.value.problem.code, refused.value.problem.place.line) == ("I700", 2)


def test_a_table_without_columns_is_none() -> None:
    with pytest.raises(UnreadableTableError, match="no table"):
        read_tables(b"only\none\ncolumn\n", "t.csv")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a,b\n" * 2_001, "more than 2000 rows"),
        (b"a" + b",a" * 300 + b"\nb,c\n", "more than 300 columns"),
        ((b"a" + b",a" * 49 + b"\n") * 1_001, "more than 50000 cells"),
    ],
)
@pytest.mark.parametrize("form", ["csv", "md"])
def test_a_table_that_is_too_large_is_refused(content: bytes, said: str, form: str) -> None:
    if form == "md":
        head, newline, rest = content.replace(b",", b"|").partition(b"\n")
        content = head + newline + b"-|" * 2 + newline + rest
    with pytest.raises(UnreadableTableError, match=said):
        read_tables(content, f"t.{form}")
