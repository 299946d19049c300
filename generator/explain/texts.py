"""Explain the codes F215 to F218: what is wrong with a text itself."""

from generator.explain.explanation import Explanation
from generator.problems import say

HARBOUR = "frameworks/harbour.yaml"

EXPLANATIONS = (
    Explanation(
        "F215",
        say("A text holds a sign that nobody can see or read."),
        say(
            "It comes along when text is copied, and can make a text read as something else than it says. "
            "What a wrong encoding made of a letter, what is shown as a box and soft hyphens are warnings."
        ),
        HARBOUR,
        '      build-berths: "Build \\u202Eberths."',
        "      build-berths: Build berths.",
    ),
    Explanation(
        "F216",
        say("A text holds HTML or a mark that is shown as it is written, or a link that leads nowhere."),
        say(
            "Readers would see the angle brackets and asterisks. A few signs for emphasis and links do the "
            "same as HTML; a link needs a whole address, since a text stands on many pages."
        ),
        HARBOUR,
        "      one-plank: There is <em>one</em> plank.",
        "      one-plank: There is *one* plank.",
    ),
    Explanation(
        "F217",
        say("A text starts or ends with a space or an empty line."),
        say("It is not seen on the page, but translators' tools report each such text as a difference."),
        "frameworks/lantern.yaml",
        "summary: |\n  Van kaars naar vuurtoren.",
        "summary: Van kaars naar vuurtoren.",
    ),
    Explanation(
        "F218",
        say("A text still has to be written: it is a prompt, or a sign such as TODO."),
        say(
            "What has such a text is left out of the published site, and shown in the preview. Only a theme, "
            "a band or an edition cannot be left out: there it is an error."
        ),
        HARBOUR,
        "    dock: ✎ What is it like?\n",
        "    dock: A drawing of the bay.\n",
    ),
)
