"""Explain the codes F: problems of frameworks and of what they share."""

from generator.explain.explanation import Explanation
from generator.problems import say

HARBOUR = "frameworks/harbour.yaml"

EXPLANATIONS = (
    Explanation(
        "F200",
        say("One of the files that all frameworks share is missing."),
        say(
            "Themes, the reference scale and the glossary have pages of their own, and frameworks refer to "
            "them."
        ),
        "frameworks/",
        "harbour.yaml\nreference-scale.yaml\nthemes.yaml",
        "glossary.yaml\nharbour.yaml\nreference-scale.yaml\nthemes.yaml",
    ),
    Explanation(
        "F201",
        say("A framework's id and its file's name differ."),
        say(
            "The id is in every address, the name is where people look for it; they only find it when both "
            "agree."
        ),
        "frameworks/lantern.yaml",
        "id: lamp\n",
        "id: lantern\n",
    ),
    Explanation(
        "F202",
        say("A field refers to an id that nothing has."),
        say(
            "A link on the page would lead nowhere. Most often the id is misspelt, or was changed in one "
            "place only."
        ),
        HARBOUR,
        "    question: Does each boat get a pilot?\n    reaches: ports",
        "    question: Does each boat get a pilot?\n    reaches: port",
    ),
    Explanation(
        "F203",
        say("Two items of one list have the same id."),
        say("An id is an address and the key of a translation: two texts would end up in one place."),
        HARBOUR,
        "  - id: pier\n    number: 2\n    title: Dock",
        "  - id: dock\n    number: 2\n    title: Dock",
    ),
    Explanation(
        "F204",
        say("The framework says that it has levels or layers, but lists none."),
        say("Its page is built around them. Either 'kind' is wrong or the list is still to be written."),
        "frameworks/lantern.yaml",
        "kind: layers",
        "kind: levels",
    ),
    Explanation(
        "F205",
        say("The numbers of levels or layers do not count up from 1 in the order of the file."),
        say("Readers see the number and the order side by side; the ladder must not skip a step."),
        HARBOUR,
        "    number: 4\n    title: Port",
        "    number: 3\n    title: Port",
    ),
    Explanation(
        "F206",
        say("The questions of the self-assessment are not in the order of the levels that they reach."),
        say("The first 'no' ends the climb, so a question in the wrong place gives a wrong result."),
        HARBOUR,
        (
            "    question: Does each kind of boat have a berth?\n    reaches: port\n"
            "  - id: has-pilots\n    question: Does each boat get a pilot?\n    reaches: dock"
        ),
        (
            "    question: Does each kind of boat have a berth?\n    reaches: dock\n"
            "  - id: has-pilots\n    question: Does each boat get a pilot?\n    reaches: port"
        ),
    ),
    Explanation(
        "F207",
        say("A transition leads downwards, or to the level where it starts."),
        say("Transitions are shown as the steps up; this one would send the reader back."),
        HARBOUR,
        "  - from: port\n    to: dock",
        "  - from: dock\n    to: port",
    ),
    Explanation(
        "F208",
        say("A row of cells belongs to a dimension that is not there."),
        say("The row has no place in the matrix and would not be shown."),
        HARBOUR,
        "  chart:\n    pier: None.",
        "  charts:\n    pier: None.",
    ),
    Explanation(
        "F209",
        say("A cell belongs to a level that is not there."),
        say("The text has no column in the matrix and would not be shown."),
        HARBOUR,
        "    prot: Soundings, kept up to date.",
        "    port: Soundings, kept up to date.",
    ),
    Explanation(
        "F210",
        say("The matrix has a hole: a dimension without a row, or a row without a text for each level."),
        say(
            "A reader cannot tell an empty cell from a forgotten one. Where the source is silent, name the "
            "levels under 'silent' of the dimension: the page says it."
        ),
        HARBOUR,
        "    dock: A drawing of the bay.\n",
        "    dock: A drawing of the bay.\n    port: Soundings, kept up to date.\n",
    ),
    Explanation(
        "F211",
        say("A level does not say where it stands on the reference scale."),
        say(
            "Without a span it is missing from the ruler, and nothing can be said of its place in other "
            "frameworks."
        ),
        "frameworks/lantern.yaml",
        '      matches: "Lucifers: droge."\n',
        (
            '      matches: "Lucifers: droge."\n    span:\n      from: 0\n      to: 1\n'
            "      confidence: high\n      justification: Overal hetzelfde licht.\n"
        ),
    ),
    Explanation(
        "F212",
        say("A span ends before it starts, or runs beyond the end of the reference scale."),
        say("It cannot be drawn. The scale starts at 0 and ends at the number of its bands."),
        HARBOUR,
        "      from: 1\n      to: 0.5\n",
        "      from: 1\n      to: 2.5\n",
    ),
    Explanation(
        "F213",
        say("A higher level starts or ends lower on the reference scale than the level before it."),
        say(
            "A framework climbs; where the source really goes down, its levels may be in the wrong order "
            "here."
        ),
        HARBOUR,
        "      from: 0.5\n      to: 4\n",
        "      from: 2.5\n      to: 4\n",
    ),
    Explanation(
        "F214",
        say("A dimension or layer belongs to no theme."),
        say("Theme pages lay frameworks side by side; this part would be on none of them."),
        HARBOUR,
        "    title: Charts\n",
        "    title: Charts\n    themes: [knowledge]\n",
    ),
    Explanation(
        "F219",
        say(
            "What looks like a data file has another ending than .yaml, or lies in a folder that is not read."
        ),
        say(
            "One ending and one place for all files, or else half of a framework is missing one day and "
            "nobody knows why. What you keep in a folder of your own below frameworks/ is a warning."
        ),
        "frameworks/",
        "mill.yml",
        "mill.yaml",
    ),
    Explanation(
        "F220",
        say("What is said on a theme is looked for in a place where there is no text."),
        say("The theme's page would miss it without a word. Most often an id is misspelt."),
        HARBOUR,
        "      - harbour/levels/pier/signs/two-planks\n",
        "      - harbour/levels/pier/signs/one-plank\n",
    ),
    Explanation(
        "F221",
        say("A theme is listed with neither texts nor a reason for silence, or with both."),
        say("A reader of the theme's page is told one or the other: what is said, or why nothing is."),
        HARBOUR,
        "  - theme: knowledge\n",
        "  - theme: knowledge\n    items:\n      - harbour/levels/pier/signs/one-plank\n",
    ),
    Explanation(
        "F222",
        say("Something is still being written, and therefore not on the published site."),
        say(
            "A text with ✎ or TODO, or the line 'draft: true', keeps a framework, level or relation back; "
            "the preview shows it. A framework that no edition holds is published whole or not at all, but "
            "for levels and layers that say 'draft: true'."
        ),
        "frameworks/lantern.yaml",
        "summary: Van kaars naar vuurtoren.\ndraft: true",
        "summary: Van kaars naar vuurtoren.",
    ),
    Explanation(
        "F225",
        say("The words of a file are those of another language than its source_language says."),
        say(
            "Its pages would show the texts as the original of that language, and ask for wrong translations."
        ),
        "frameworks/lantern.yaml",
        "source_language: en",
        "source_language: nl",
    ),
    Explanation(
        "F223",
        say(
            "A dimension is silent at a level and has a text there all the same, or its cell is a dash alone."
        ),
        say(
            "Readers would see one of the two, and not know which is true. Remove the text, or the level. A "
            "dash is no silence: it is published as it stands."
        ),
        HARBOUR,
        "    title: Charts\n    silent: [pier]\n",
        "    title: Charts\n",
    ),
    Explanation(
        "F224",
        say("A practice belongs to no dimension, or to a cell in which the source is said to be silent."),
        say("It stands with the text of its cell, and would stand nowhere."),
        HARBOUR,
        "    level: dock\n    effort: little\n",
        "    dimension: crew\n    level: dock\n    effort: little\n",
    ),
)
