"""Tables in Markdown are found with their places; what stands outside them is not lost."""

from generator.editing.tables import Cell, read_tables, whole
from generator.editing.tables.markdown import escaped, unescaped

TEXT = """\
# Harbours

A table:

| Stage | Pier | Dock |
|:-----:|:-----|-----:|
| Crew  | One. | Two<br>lines, a \\| b &amp; **c** |
Charts | None.

```
| not | a table |
|-----|---------|
```

## Other

Name | Value
--- | ---
a | b
"""


def rows(number: int = 0) -> list[list[Cell]]:
    return [list(row) for row in read_tables(TEXT.encode(), "t.md").tables[number].rows]


def test_each_table_has_its_rows_and_the_heading_above_it() -> None:
    first, second = read_tables(TEXT.encode(), "t.md").tables
    assert [[cell.text for cell in row] for row in first.rows] == [
        ["Stage", "Pier", "Dock"],
        ["Crew", "One.", "Two\nlines, a | b & **c**"],
        ["Charts", "None."],
    ]
    assert [[cell.text for cell in row] for row in second.rows] == [["Name", "Value"], ["a", "b"]]
    assert [table.heading.text for table in (first, second) if table.heading] == ["Harbours", "Other"]


def test_each_cell_knows_its_line_and_column() -> None:
    (_, pier, _), (_, one, _), (charts, _) = rows()
    assert (pier.place.line, pier.place.column) == (5, 11)
    assert (one.place.line, one.place.column) == (7, 11)
    assert (charts.place.line, charts.place.column) == (8, 1)


def test_all_text_outside_of_tables_is_given() -> None:
    outside = read_tables(TEXT.encode(), "t.md").outside
    assert [(cell.place.line, cell.text) for cell in outside] == [
        (1, "Harbours"),
        (3, "A table:"),
        (10, "```"),
        (11, "| not | a table |"),
        (12, "|-----|---------|"),
        (13, "```"),
        (15, "Other"),
    ]


def test_a_short_row_is_told_and_a_long_one_with_its_text() -> None:
    table = read_tables(b"| a | b |\n|---|---|\n| c |\n| d | e | f |\n", "t.md").tables[0]
    found, problems = whole(table)
    assert [[cell.text for cell in row] for row in found.rows] == [["a", "b"], ["c", ""], ["d", "e"]]
    assert [(problem.code, problem.place.line, problem.place.column) for problem in problems] == [
        ("I706", 3, 3),
        ("I707", 4, 11),
    ]
    assert "'f'" in str(problems[1].message)


def test_what_would_end_a_cell_or_a_line_is_written_so_that_it_does_not() -> None:
    assert escaped("a|b\nc<br>&amp;\\|") == "a\\|b<br>c&lt;br>&amp;amp;&#92;\\|"
    assert unescaped(escaped("<br> &lt; &").replace("\\|", "|")) == "<br> &lt; &"
