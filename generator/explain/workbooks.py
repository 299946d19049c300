"""Explain the codes I of workbooks: cells that hold more than a text."""

from generator.explain.explanation import Explanation
from generator.problems import say

BOOK = "table.xlsx"

EXPLANATIONS = (
    Explanation(
        "I714",
        say("A formula stands in a cell; what it last gave is imported."),
        say("A framework's file holds texts, not formulas. Look whether the text is the one that you see."),
        BOOK,
        '=CONCATENATE("A ", "crew.")',
        "A crew.",
    ),
    Explanation(
        "I715",
        say("Joined cells each get the text that they share."),
        say("In a matrix each level has a text of its own; otherwise readers see no step between them."),
        BOOK,
        "B2:C2  A crew.",
        "B2  Nobody.\nC2  A crew.",
    ),
    Explanation(
        "I716",
        say("A cell holds a number or a date instead of a text."),
        say("A spreadsheet shows numbers and dates in many ways. Check what was imported, or write a text."),
        BOOK,
        "2026-01-31",
        "31 January",
    ),
    Explanation(
        "I717",
        say("A formula gives an error, so its cell is taken as empty."),
        say("Mend the formula, or write the text in its place."),
        BOOK,
        "#REF!",
        "A crew.",
    ),
    Explanation(
        "I735",
        say("A comment stands on a cell; it is not imported."),
        say("What it says may be for colleagues only. Put what readers should know into the table."),
        BOOK,
        "B2  Nobody.  (Ann: really?)",
        "B2  Nobody.",
    ),
    Explanation(
        "I718",
        say("A hidden cell or sheet is imported too."),
        say("Somebody may have hidden it on purpose, and on the site everybody reads it."),
        BOOK,
        "(row 2, hidden)  Nobody.",
        "(row 2)  Nobody.",
    ),
)
