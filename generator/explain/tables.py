"""Explain the codes I: problems when a table is imported."""

from generator.explain.explanation import Explanation
from generator.problems import say

MARKDOWN = "table.md"
CSV = "table.csv"
_TABLE = "|  | Level 1 | Level 2 |\n|---|---|---|\n| Crew | Nobody. | A crew. |"


def _csv(line: str) -> str:
    return f"Dimension;Level 1;Level 2\n{line}"


EXPLANATIONS = (
    Explanation(
        "I700",
        say("The file is no table that can be read."),
        say("Old workbooks, locked ones and damaged ones stay closed. Save the table as XLSX or CSV."),
        "",
        "atlas import table.xls",
        "atlas import table.xlsx",
    ),
    Explanation(
        "I701",
        say("The table is larger than a framework's matrix ever is."),
        say("Most often a sheet is formatted far beyond its texts, or holds much else. Keep the table only."),
        CSV,
        "… 10,000,001 bytes",
        _csv("Crew;Nobody.;A crew."),
    ),
    Explanation(
        "I702",
        say("The file holds no table."),
        say("A table has a row of titles and, below it, rows that start with a title."),
        MARKDOWN,
        "Crew: nobody, then a crew.",
        _TABLE,
    ),
    Explanation(
        "I703",
        say("The file is not UTF-8, or a program read it in a wrong character set before."),
        say(
            "If letters with an accent look wrong in the result, save the file as 'CSV UTF-8' and import it "
            "again."
        ),
        CSV,
        _csv("Crew;No caf\ufffd.;A crew."),
        _csv("Crew;No café.;A crew."),
    ),
    Explanation(
        "I704",
        say("A quotation mark opens a cell and is never closed."),
        say("All that follows would be one cell. Close it, or write a quotation mark in a text twice."),
        CSV,
        _csv('Crew;"Nobody.;A crew.'),
        _csv('Crew;"Nobody.";A crew.'),
    ),
    Explanation(
        "I705",
        say("Text stands behind the quotation mark that closes a cell."),
        say("Programs disagree on what it belongs to. A quotation mark in a text is written twice."),
        CSV,
        _csv('Crew;"Nobody" at all.;A crew.'),
        _csv('Crew;"""Nobody"" at all.";A crew.'),
    ),
    Explanation(
        "I706",
        say("A row has fewer cells than the first row."),
        say(
            "Its last cells are taken to be empty; where a separator is missing, texts stand under the "
            "wrong level."
        ),
        CSV,
        _csv("Crew;A crew."),
        _csv("Crew;;A crew."),
    ),
    Explanation(
        "I707",
        say("A text has no place in the framework, so it is not imported."),
        say(
            "Nothing is dropped in silence. A column that is no level can be named with --as; a row with a "
            "separator too many is an error, as its texts may stand under wrong levels."
        ),
        CSV,
        _csv("Crew;Nobody.;A crew.;And a cook."),
        _csv("Crew;Nobody.;A crew, and a cook."),
    ),
    Explanation(
        "I708",
        say("A cell of the matrix is empty."),
        say(
            "The file gets a text in its place that asks for one, since readers take an empty cell for a "
            "forgotten one."
        ),
        CSV,
        _csv("Crew;;A crew."),
        _csv("Crew;Nobody.;A crew."),
    ),
    Explanation(
        "I709",
        say("Two levels or two dimensions have the same title."),
        say(
            "Each needs an id of its own, so the second one gets a number. Different titles make better "
            "addresses."
        ),
        CSV,
        _csv("Crew;Nobody.;A crew.\nCrew;One.;Many."),
        _csv("Crew;Nobody.;A crew.\nPilots;One.;Many."),
    ),
    Explanation(
        "I710",
        say("Texts stand in a row or column that has no title."),
        say("It gets a made-up id, which stays in its address. Write the title, or remove the texts."),
        CSV,
        _csv("Crew;Nobody.;A crew.\n;One.;Many."),
        _csv("Crew;Nobody.;A crew.\nPilots;One.;Many."),
    ),
    Explanation(
        "I711",
        say("A text is longer than its field allows."),
        say("A title of many lines breaks the pages' layout. Shorten it, or move a part of it to a summary."),
        CSV,
        _csv(f"Crew {'and pilots ' * 20};Nobody.;A crew."),
        _csv("Crew and pilots;Nobody.;A crew."),
    ),
    Explanation(
        "I712",
        say("Text outside the table is not imported."),
        say(
            "Only the table and the heading above it are read. What it says may belong in the summary or in "
            "a note."
        ),
        MARKDOWN,
        f"{_TABLE}\n\nThe office saw this in many harbours.",
        _TABLE,
    ),
    Explanation(
        "I713",
        say("The file holds more than one table; only one of them is imported."),
        say("A framework has one matrix. Choose the table with --table."),
        MARKDOWN,
        f"{_TABLE}\n\n## A second one\n\n{_TABLE}",
        _TABLE,
    ),
    Explanation(
        "I719",
        say("Nothing in the table says which side the levels are on; the likelier one was taken."),
        say(
            "If levels and dimensions came out the other way round, say so with --levels rows or --levels "
            "columns."
        ),
        CSV,
        "Harbour;Pier;Dock\nCrew;Nobody.;A crew.\nCharts;None.;A drawing.",
        "Dimension;Level 1: Pier;Level 2: Dock\nCrew;Nobody.;A crew.\nCharts;None.;A drawing.",
    ),
    Explanation(
        "I746",
        say("A cell has a sign such as 'n/a', which is taken to say that the source is silent there."),
        say(
            "Pages then say that the source says nothing on it. Does it say that the level asks for nothing, "
            "write that; is it silent, write a dash."
        ),
        CSV,
        _csv("Crew;n/a;A crew."),
        _csv("Crew;–;A crew."),
    ),
    Explanation(
        "I720",
        say("A text holds markup that the site does not know; it is shown as it stands."),
        say(
            "Texts may have paragraphs, lists, emphasis, strong, code and links. All else stands there as it "
            "is."
        ),
        CSV,
        _csv("Crew;Nobody.<br>Really.;A crew."),
        _csv("Crew;Nobody. Really.;A crew."),
    ),
    Explanation(
        "I721",
        say("The apostrophe before a text such as '=1+1' is left out."),
        say(
            "Exports write it so that a spreadsheet shows the text instead of calculating. It is no part of "
            "the text."
        ),
        CSV,
        _csv("Crew;'=Nobody.;A crew."),
        _csv("Crew;Nobody.;A crew."),
    ),
    Explanation(
        "I726",
        say("A sign that nobody can see is left out of a text."),
        say("It came along when the text was copied, and disturbs search and screen readers."),
        CSV,
        _csv("Crew;No\u200bbody.;A crew."),
        _csv("Crew;Nobody.;A crew."),
    ),
)
