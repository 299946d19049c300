"""Explain the codes I of tables with ids: problems when an exported table is imported again."""

from generator.explain.explanation import Explanation
from generator.problems import say

MARKDOWN = "table.md"
_KEYED = """\
| Id | Dimension | Group | Pier | Dock |
|---|---|---|---|---|
| #harbour/en | #title | #group | pier | dock |
| #summary | Summary |  | One plank. | A berth. |
| crew | Crew |  | Nobody. | A crew. |"""

EXPLANATIONS = (
    Explanation(
        "I722",
        say("The row or column of keys has one that no field has."),
        say(
            "What stands beside it would not be in the framework. Keys start with # and come from an export."
        ),
        MARKDOWN,
        _KEYED.replace("#summary", "#sumary"),
        _KEYED,
    ),
    Explanation(
        "I723",
        say("A text cannot be read as what its field needs, such as a number."),
        say("The framework would not be valid. Write it as an export does."),
        MARKDOWN,
        f"{_KEYED}\n| #span.from | From |  | low | high |",
        f"{_KEYED}\n| #span.from | From |  | 0 | 1 |",
    ),
    Explanation(
        "I724",
        say("An id in the table is missing, double or wrongly written."),
        say("Ids tell which text is which when a table comes back. Leave them as the export wrote them."),
        MARKDOWN,
        _KEYED.replace("| crew |", "| The Crew |"),
        _KEYED,
    ),
    Explanation(
        "I725",
        say("The table and the framework's file differ in a way that an update leaves alone."),
        say(
            "What is in lists is added or removed in the file itself. What changed there since a workbook "
            "was exported stays; where the workbook changed too, write into both what is to stand."
        ),
        MARKDOWN,
        _KEYED,
        "…",
    ),
    Explanation(
        "I728",
        say("A text still has the mark that an export writes before what is not translated, such as [en]."),
        say("Imported as it is, the mark would stand on the site. Translate the text, or remove the mark."),
        MARKDOWN,
        _KEYED.replace("A crew.", "[nl] Een bemanning."),
        _KEYED,
    ),
    Explanation(
        "I729",
        say("A group has one title beside its members and another where groups are listed."),
        say("The listed one counts. Change both, or the text that you wrote is lost."),
        MARKDOWN,
        _KEYED.replace("| Crew |  |", "| Crew | shore: Ashore |")
        + "\n| ##dimension_groups.title | Groups | shore: On shore |",
        _KEYED.replace("| Crew |  |", "| Crew | shore: On shore |")
        + "\n| ##dimension_groups.title | Groups | shore: On shore |",
    ),
)
