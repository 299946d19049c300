"""Explain the codes I of tables by hand: what is taken for what, and which option says otherwise."""

from generator.explain.explanation import Explanation
from generator.explain.tables import CSV, MARKDOWN
from generator.problems import say

_HEAD = "Dimension;Level 1;Level 2"
_ROWS = "Crew;Nobody.;A crew.\nCharts;None.;A drawing."

EXPLANATIONS = (
    Explanation(
        "I730",
        say("A line above the table is no part of it."),
        say("The first line with one text becomes the title of the framework, others are left out."),
        CSV,
        f"Our harbour;;\n;;\n{_HEAD}\n{_ROWS}",
        f"{_HEAD}\n{_ROWS}",
    ),
    Explanation(
        "I731",
        say("The best level comes first in the table, so the levels were turned round."),
        say("In a framework the lowest level comes first. Check that the order is right."),
        CSV,
        "Dimension;Level 2;Level 1\nCrew;A crew.;Nobody.",
        "Dimension;Level 1;Level 2\nCrew;Nobody.;A crew.",
    ),
    Explanation(
        "I732",
        say("The rows have one cell more than the row of titles."),
        say(
            "Where all titles are those of levels, the corner above the names is missing and is put in. Else "
            "nobody knows which text stands under which title: nothing is written."
        ),
        CSV,
        f"Level 1;Level 2\n{_ROWS}",
        f";Level 1;Level 2\n{_ROWS}",
    ),
    Explanation(
        "I733",
        say("The table is a list with a level on each line; it was put into a matrix."),
        say(
            "Texts on one level of one dimension become a list in one cell. Is the column no level? Say so "
            "with --as 'Level=none'."
        ),
        CSV,
        "Dimension;Level;What\nCrew;1;Nobody.\nCrew;2;A crew.\nCharts;2;A drawing.",
        f"{_HEAD}\n{_ROWS}",
    ),
    Explanation(
        "I734",
        say("Nobody can tell what in the table are levels or dimensions, or whether it is one table."),
        say(
            "Write titles that number the levels, or say what each column is with --levels and --as. Give "
            "each table a sheet or a file of its own."
        ),
        CSV,
        "Level 1;Level 2\nNobody.;A crew.\nNone.;A drawing.",
        f"{_HEAD}\n{_ROWS}",
    ),
    Explanation(
        "I736",
        say("A text is struck out, so it is not imported."),
        say("Somebody took it back without deleting it. Remove the stroke, or the text."),
        MARKDOWN,
        "<table><tr><th>Crew</th><th>Level 1</th><th>Level 2</th></tr>\n"
        "<tr><td>Pilots</td><td><s>One.</s> None.</td><td>Many.</td></tr></table>",
        "<table><tr><th>Crew</th><th>Level 1</th><th>Level 2</th></tr>\n"
        "<tr><td>Pilots</td><td>None.</td><td>Many.</td></tr></table>",
    ),
    Explanation(
        "I737",
        say("The table is an export, but its keys are not where they were."),
        say(
            "Without them nobody knows which text belongs to which level. Put back the first column and the "
            "second row, or export the framework again."
        ),
        CSV,
        "Dimension;Pier;Dock\n#title;pier;dock\nCrew;Nobody.;A crew.",
        "Id;Dimension;Pier;Dock\n#example/en;#title;pier;dock\ncrew;Crew;Nobody.;A crew.",
    ),
    Explanation(
        "I738",
        say("A title or a whole row of texts stands beside the key of another one."),
        say(
            "That comes of sorting without the keys, or of editing one. Taken over, texts would stand under "
            "wrong levels, and their translations with them. Sort whole rows, or export the framework again."
        ),
        CSV,
        "Id;Dimension;Pier\n#harbour/en;#title;pier\ncrew;Charts;None.\ncharts;The crew;Whoever is there.",
        "Id;Dimension;Pier\n#harbour/en;#title;pier\ncrew;The crew;Whoever is there.\ncharts;Charts;None.",
    ),
    Explanation(
        "I739",
        say("A line has a name and nothing else, so it was taken for the group of those below it."),
        say("If it is a dimension that has no texts yet, say so with --as 'NAME=title'."),
        CSV,
        f"{_HEAD}\nOn board;;\n{_ROWS}",
        "Group;Dimension;Level 1;Level 2\nOn board;Crew;Nobody.;A crew.\nOn board;Charts;None.;A drawing.",
    ),
    Explanation(
        "I740",
        say("A column before the names of dimensions was taken for the names of their groups."),
        say("If it is something else, say so with --as 'TITLE=none'."),
        CSV,
        "Where;Who;Level 1;Level 2\nOn board;Crew;Nobody.;A crew.\nOn board;Charts;None.;A drawing.",
        "Group;Dimension;Level 1;Level 2\nOn board;Crew;Nobody.;A crew.\nOn board;Charts;None.;A drawing.",
    ),
)
