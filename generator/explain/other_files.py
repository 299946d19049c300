"""Explain the codes F24… to F27…: problems of findings, editions, benchmarks and subjects."""

from generator.explain.explanation import Explanation
from generator.problems import say

FINDINGS = "frameworks/findings.yaml"
EDITIONS = "frameworks/editions.yaml"
HARBOUR = "frameworks/harbour.yaml"
BENCHMARK = "frameworks/benchmarks/ports.yaml"
_BEGINNING = """\
id: ports
source_language: en
framework: harbour
title: Ports on one sea
document: The Harbour Count
publisher: Harbour Office
year: 2026
"""
_RIGHT = f"{_BEGINNING}n: 60\nbars:\n  - {{from: pier, to: dock, count: 39}}\n  - {{from: port, count: 21}}\n"

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
    Explanation(
        "F250",
        say("The content of an edition is not there, or damaged."),
        say(
            "Whoever cited an edition finds in that file what it said. 'atlas edition' writes it once; after "
            "that nothing changes it."
        ),
        EDITIONS,
        'editions:\n  - id: "2026.01"\n    date: 2026-01-31\n',
        "editions: []\n",
    ),
    Explanation(
        "F251",
        say("An edition is not later than the one listed before it."),
        say("The last one in the list is the one that pages and citations name."),
        EDITIONS,
        'editions:\n  - id: "2026.02"\n    date: 2026-02-28\n  - id: "2026.01"\n    date: 2026-01-31\n',
        "editions: []\n",
    ),
    Explanation(
        "F252",
        say("An id that an edition published leads nowhere any more."),
        say(
            "Somebody may have cited it, or a program may keep it. 'atlas rename' writes the line that leads "
            "from the old id to the new one."
        ),
        "",
        "atlas edition\natlas rename --no-redirect harbour/pier harbour/jetty\natlas validate",
        "atlas edition\natlas rename harbour/pier harbour/jetty\natlas validate",
    ),
    Explanation(
        "F260",
        say("A bar of a benchmark names no level, or stands in the wrong place."),
        say("Bars go from the lowest level up, each level in one of them: then shares can be compared."),
        BENCHMARK,
        _RIGHT.replace("from: port", "from: dock"),
        _RIGHT,
    ),
    Explanation(
        "F261",
        say("The counts of a benchmark do not add up to its n."),
        say("A share is a count of n. Those who have no single level are counted, too: in 'without_level'."),
        BENCHMARK,
        _RIGHT.replace("n: 60", "n: 61"),
        _RIGHT,
    ),
    Explanation(
        "F262",
        say("A benchmark's file is not named after its id."),
        say("Its texts are translated under its id, so that a file is found by it."),
        BENCHMARK,
        _RIGHT.replace("id: ports", "id: piers"),
        _RIGHT,
    ),
    Explanation(
        "F270",
        say("A framework, a theme or a band names a subject that is not there."),
        say(
            "What names no subject belongs to the first one, so a site about one subject needs no 'subject' "
            "anywhere."
        ),
        HARBOUR,
        "id: harbour\nsubject: harbours\n",
        "id: harbour\n",
    ),
    Explanation(
        "F271",
        say("A subject has no scale of its own."),
        say("Its frameworks cannot be laid side by side without bands on which their levels lie."),
        "frameworks/reference-scale.yaml",
        "  - id: spring\n    number: 4\n    title: Spring tide\n    summary: Highest.\n",
        "  - id: spring\n    number: 4\n    title: Spring tide\n    summary: Highest.\n"
        "  - id: bright\n    number: 1\n    title: Bright\n    summary: Seen.\n    subject: light\n",
    ),
    Explanation(
        "F272",
        say("Things of different subjects refer to each other."),
        say(
            "Each subject has a scale and themes of its own: what lies on two scales cannot be laid side by "
            "side, and a theme's page has the frameworks of one subject."
        ),
        "frameworks/themes.yaml",
        "  - id: knowledge\n    title: Knowledge\n    summary: What is known.\n    subject: light\n",
        "  - id: knowledge\n    title: Knowledge\n    summary: What is known.\n",
    ),
)
