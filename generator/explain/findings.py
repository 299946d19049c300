"""Explain the codes F24…: problems of findings."""

from generator.explain.explanation import Explanation
from generator.problems import say

FINDINGS = "frameworks/findings.yaml"

EXPLANATIONS = (
    Explanation(
        "F240",
        say("A finding rests on a text that is not there."),
        say("A reader follows the sentence to its text, to check it. Most often an id is misspelt."),
        FINDINGS,
        "        rests_on: [lantern/levels/light-house]\n",
        "        rests_on: [lantern/levels/lighthouse]\n",
    ),
    Explanation(
        "F241",
        say("A finding is not carried by those whom it is about."),
        say(
            "It takes two frameworks to agree or to contradict each other, every sentence needs a text that "
            "it rests on, and a framework either speaks or is silent."
        ),
        FINDINGS,
        "        rests_on: []\n",
        "        rests_on: [lantern/levels/candle]\n",
    ),
    Explanation(
        "F242",
        say("A word that is called absent stands in a text after all."),
        say("Readers are told that no framework has it. Each build looks for it again, in all texts."),
        FINDINGS,
        "    absent: [storm, pilot]\n",
        "    absent: [storm, tempest]\n",
    ),
    Explanation(
        "F243",
        say("A finding is reviewed by the one who found it."),
        say("'Reviewed' tells readers that somebody else has checked it. Leave it out till then."),
        FINDINGS,
        "    reviewer: editor\n",
        "    reviewer: sceptic\n",
    ),
)
