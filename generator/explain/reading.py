"""Explain the codes Y and S: problems when a data file is read, as YAML and as the model's fields."""

from generator.explain.explanation import Explanation
from generator.problems import say

EXPLANATIONS = (
    Explanation(
        "Y100",
        say("The file breaks a rule of YAML, the notation of the data files."),
        say(
            "Most often a text needs quotes, a line starts in the wrong column, or the marks of a merge were "
            "left. The rest of the file is checked as well where it can be told apart; else mend this first, "
            "more may follow."
        ),
        "frameworks/lantern.yaml",
        "      matches: Lucifers: droge.",
        '      matches: "Lucifers: droge."',
    ),
    Explanation(
        "Y101",
        say("The file is not saved as UTF-8, so letters with an accent cannot be read."),
        say(
            "Without UTF-8 an é or a € would stand on the site as another sign. Save the file again and "
            "choose UTF-8 as its encoding."
        ),
        "frameworks/lantern.yaml",
        "    summary: \ufffd\ufffdn kaars voor de hele kust.",
        "    summary: Eén kaars voor de hele kust.",
    ),
    Explanation(
        "Y102",
        say("YAML's shortcuts for repeating a text (&name, *name, <<) are not used here."),
        say(
            "Each text has a place of its own, so that it can be translated and changed without changing "
            "others. Write the text out where it is repeated."
        ),
        "frameworks/mill.yaml",
        "title: &name The mill\nshort_title: *name",
        "title: The mill\nshort_title: Mill",
    ),
    Explanation(
        "Y103",
        say("One key stands twice in the same place."),
        say("Only one of the two could be shown, and nobody would notice that the other is gone."),
        "frameworks/mill.yaml",
        "title: The mill\ntitle: Mill",
        "title: The mill\nshort_title: Mill",
    ),
    Explanation(
        "Y104",
        say("The file is far larger than a framework ever is."),
        say("Reading it would stall the check for everybody; such a file is mostly there by mistake."),
        "frameworks/mill.yaml",
        "# 4,000,001 bytes",
        "# at most 4,000,000 bytes",
    ),
    Explanation(
        "Y105",
        say("Brackets or lines are nested far deeper than any field goes."),
        say("No field is that deep: a bracket too many was typed, or the file was made by a program."),
        "frameworks/harbour.yaml",
        f"    summary: {'[' * 34}{']' * 34}",
        "    summary: A pilot for each boat.",
    ),
    Explanation(
        "Y106",
        say("A text starts with an exclamation mark, which YAML takes for an instruction."),
        say(
            "Instructions are not carried out here, for safety. Where the mark belongs to the text, quote "
            "the text."
        ),
        "frameworks/mill.yaml",
        "title: !!str The mill",
        "title: The mill",
    ),
    Explanation(
        "Y107",
        say("A line with three dashes starts a second document in the same file."),
        say(
            "A file holds one framework, so what stands below the dashes would be left out. Remove the line."
        ),
        "frameworks/mill.yaml",
        "id: mill\n---\nkind: layers",
        "id: mill\nkind: layers",
    ),
    Explanation(
        "Y108",
        say("What stands before a colon is not a word."),
        say("Fields are found by their names; a list or a bracket is no name."),
        "frameworks/mill.yaml",
        "[title]: The mill",
        "title: The mill",
    ),
    Explanation(
        "Y109",
        say("The system does not let the file be read, or it is no file of the project."),
        say(
            "It may be a folder, belong to somebody else, or lead out of the project. What it holds is "
            "missing from the site."
        ),
        "frameworks/",
        "mill.yaml/",
        "mill.yaml",
    ),
    Explanation(
        "Y110",
        say("The file holds a sign that nobody can see, such as an old printer command."),
        say(
            "It comes along when text is copied from elsewhere, and breaks search and screen readers. Type "
            "it anew."
        ),
        "frameworks/mill.yaml",
        "title: The \x07mill",
        "title: The mill",
    ),
    Explanation(
        "Y111",
        say("A text without quotes has a # behind a space: all from there on is left out."),
        say(
            "YAML takes it for a comment, and readers never see it. Put quotes around the text. A comment "
            "stands on a line of its own."
        ),
        "frameworks/mill.yaml",
        "title: The mill #1 of the valley",
        "title: The mill",
    ),
    Explanation(
        "Y112",
        say("Typographic quotation marks stand around a whole text, and YAML knows straight ones only."),
        say("So they are shown to readers. If that is meant, put straight ones around all of it."),
        "frameworks/mill.yaml",
        "title: “The mill”",
        "title: The mill",
    ),
    Explanation(
        "S101",
        say("A field that every site needs is missing."),
        say(
            "A page has a place for it, which would stay empty. What the source does not say belongs in a "
            "note."
        ),
        "frameworks/mill.yaml",
        "title: The mill\n",
        "title: The mill\nshort_title: Mill\n",
    ),
    Explanation(
        "S102",
        say("This field does not exist: most often its name is misspelt."),
        say(
            "Unknown fields are refused, since their text would never appear on a page and nobody would know."
        ),
        "frameworks/mill.yaml",
        "sumary: Two layers that turn together.",
        "summary: Two layers that turn together.",
    ),
    Explanation(
        "S103",
        say(
            "The value is of another kind than the field takes: a number, a text, a list, one of a few words."
        ),
        say(
            "YAML takes 80 for a number and true for a yes. Where a text is meant, put quotes around it, so "
            "that it is shown exactly as you wrote it."
        ),
        "frameworks/harbour.yaml",
        "    figure: 80",
        "    figure: 80%",
    ),
    Explanation(
        "S104",
        say("An id, an address or a language tag is not written in the form that it must have."),
        say(
            "Ids become part of web addresses and of the translators' files, so they hold no capitals or "
            "spaces."
        ),
        "frameworks/mill.yaml",
        "  - id: The Sluice",
        "  - id: sluice",
    ),
    Explanation(
        "S110",
        say("The file is empty, or does not consist of lines such as 'key: value'."),
        say("Nothing in it can be found by name. Start from another file of its kind, or from 'atlas new'."),
        "frameworks/glossary.yaml",
        "- A berth is a place for a boat.",
        (
            "source_language: en\nterms:\n  - id: berth\n    title: Berth\n"
            "    definition: A place for a boat.\n    frameworks: [harbour]"
        ),
    ),
)
