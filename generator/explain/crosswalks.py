"""Explain the codes M: problems of mappings between frameworks."""

from generator.explain.explanation import Explanation
from generator.problems import say

PAIR = "frameworks/crosswalks/harbour--lantern.yaml"
MILL = "frameworks/crosswalks/harbour--mill.yaml"

_JUDGED = """
    rationale: semantic
    confidence: low
    justification: So it seems.
    author: A. Pilot
    date: 2026-02-03"""
_ABSENT = "no_counterpart:\n  - subject: harbour/levels/dock"

EXPLANATIONS = (
    Explanation(
        "M301",
        say("A crosswalk's file is not named after its two frameworks in alphabetical order."),
        say("Each pair has one file and one page; with two names it might be judged twice."),
        PAIR,
        "subject: lantern\nobject: harbour",
        "subject: harbour\nobject: lantern",
    ),
    Explanation(
        "M302",
        say("A crosswalk names a framework or a part that is not there."),
        say(
            "The relation would be about nothing. Most often an id is misspelt, or was changed in its "
            "framework only."
        ),
        PAIR,
        "    subject: harbour/levels/prot",
        "    subject: harbour/levels/port",
    ),
    Explanation(
        "M303",
        say("Two mappings have the same id, or something is declared without counterpart twice."),
        say("The id is the key of the justification's translation: two reasons would end up in one place."),
        PAIR,
        "  - id: pier-candle\n    subject: harbour/levels/port",
        "  - id: port-lighthouse\n    subject: harbour/levels/port",
    ),
    Explanation(
        "M304",
        say("Two mappings judge the same pair."),
        say("Readers get one answer for a pair, with one reason. Keep the better one."),
        PAIR,
        (
            "  - id: same-plank\n    subject: harbour/levels/pier\n    relation: equal\n"
            f"    object: lantern/levels/candle{_JUDGED}\n{_ABSENT}"
        ),
        _ABSENT,
    ),
    Explanation(
        "M305",
        say("Two mappings of one pair say different things when both are read in the same direction."),
        say("If A is part of B, then B includes A: a second mapping the other way round must say that too."),
        PAIR,
        (
            "  - id: other-way\n    subject: lantern/levels/lighthouse\n    relation: subset-of\n"
            f"    object: harbour/levels/port{_JUDGED}\n{_ABSENT}"
        ),
        _ABSENT,
    ),
    Explanation(
        "M306",
        say("Something is called equal and at the same time something else."),
        say(
            "Equal is the strictest relation: what equals the same thing equals each other, and two levels "
            "of one framework never do. Programs that read the published data count on it (SKOS S46)."
        ),
        PAIR,
        (
            "  - id: part-of\n    subject: harbour/levels/pier\n    relation: subset-of\n"
            f"    object: lantern/levels/candle{_JUDGED}\n{_ABSENT}"
        ),
        _ABSENT,
    ),
    Explanation(
        "M307",
        say("A higher level is mapped to a lower place in the other framework than the level below it."),
        say("That is rare and mostly a slip. Where it is right, a 'note' tells readers why."),
        PAIR,
        """\
    object: lantern/levels/lighthouse
    rationale: semantic
    confidence: high
    justification: Both give everyone the same.
    author: A. Pilot
    reviewer: B. Keeper
    date: 2026-01-31
  - id: port-lighthouse
    subject: harbour/levels/port
    relation: intersects-with
    object: lantern/levels/candle""",
        """\
    object: lantern/levels/candle
    rationale: semantic
    confidence: high
    justification: Both give everyone the same.
    author: A. Pilot
    reviewer: B. Keeper
    date: 2026-01-31
  - id: port-lighthouse
    subject: harbour/levels/port
    relation: intersects-with
    object: lantern/levels/lighthouse""",
    ),
    Explanation(
        "M308",
        say("A judged relation contradicts the spans of its two ends on the reference scale."),
        say("The page shows both, side by side. Either one is wrong, or a 'note' says why both are right."),
        MILL,
        "    relation: supports\n    property: integral-to\n    object: mill/layers/stones",
        "    relation: is-supported-by\n    property: integral-to\n    object: mill/layers/stones",
    ),
    Explanation(
        "M309",
        say("Two things are said to overlap, but not what they share and what each has alone."),
        say("'Overlaps' alone tells a reader nothing: almost everything overlaps a little."),
        PAIR,
        "    shared: Each ship is known.\n",
        (
            "    shared: Each ship is known.\n    only_subject: A pilot comes aboard.\n"
            "    only_object: A signal of its own.\n"
        ),
    ),
    Explanation(
        "M310",
        say(
            "A mapping describes something that its relation rules out, such as a surplus where both are "
            "equal."
        ),
        say("Relation and description contradict each other on the page; one of them must change."),
        PAIR,
        "    reviewer: B. Keeper\n    only_object: Wax.\n",
        "    reviewer: B. Keeper\n",
    ),
    Explanation(
        "M311",
        say("Something is said to support another, but neither of the two is a layer or a capability."),
        say("Levels do not support levels: they contain, overlap or equal each other."),
        PAIR,
        "    relation: supports\n    object: lantern/levels/lighthouse",
        "    relation: intersects-with\n    object: lantern/levels/lighthouse\n    extent: little",
    ),
    Explanation(
        "M312",
        say("A level or layer is passed over: it is neither mapped nor declared without counterpart."),
        say("Its page says that nobody has judged it. 'Nothing answers to it, because …' is an answer."),
        MILL,
        "no_counterpart: []\n",
        (
            "no_counterpart:\n  - subject: harbour/levels/pier\n    framework: mill\n"
            "    reason: A plank needs no mill.\n"
        ),
    ),
    Explanation(
        "M313",
        say("Nobody has judged yet how two frameworks relate."),
        say("Their page shows only what follows from the spans, and says so."),
        "frameworks/crosswalks/",
        "harbour--lantern.yaml\nharbour--mill.yaml",
        "harbour--lantern.yaml\nharbour--mill.yaml\nlantern--mill.yaml",
    ),
    Explanation(
        "M314",
        say("Something is declared without counterpart, and mapped as well."),
        say("The page would say both yes and no. Keep what the two texts support."),
        PAIR,
        "no_counterpart:\n  - subject: harbour/levels/port",
        _ABSENT,
    ),
    Explanation(
        "M315",
        say("What has no counterpart is declared for a framework that this file is not about."),
        say("The reason would appear on no page. 'framework' names the other one of the pair."),
        PAIR,
        "    framework: mill",
        "    framework: lantern",
    ),
    Explanation(
        "M316",
        say("A mapping links something outside the two frameworks of its file, or one of them to itself."),
        say("A page about two frameworks has no place for it. It belongs in the file of its own pair."),
        PAIR,
        "    subject: mill/layers/wheel",
        "    subject: harbour/levels/port",
    ),
    Explanation(
        "M317",
        say("The reason for a mapping, or for a missing counterpart, is not translated or is out of date."),
        say(
            "A relation without its reason is only a claim. Until it is translated, readers get the source "
            "text."
        ),
        "locales/nl/LC_MESSAGES/shared.po",
        (
            'msgctxt "crosswalks.harbour--mill.mappings.port-stones.justification"\n'
            'msgid "Bread for the crews."\nmsgstr ""'
        ),
        (
            'msgctxt "crosswalks.harbour--mill.mappings.port-stones.justification"\n'
            'msgid "Bread for the crews."\nmsgstr "Brood voor de bemanning."'
        ),
    ),
    Explanation(
        "M318",
        say(
            "A mapping says that one thing supports another, but not how; or it says how of another relation."
        ),
        say(
            "Only what is integral sets a limit: without it the other cannot be reached. A quiz counts on it "
            "(NIST IR 8477, section 4.2)."
        ),
        MILL,
        "    relation: supports\n    object: harbour/levels/dock",
        "    relation: supports\n    property: example-of\n    object: harbour/levels/dock",
    ),
    Explanation(
        "M319",
        say("Two levels share half a band of the scale or more, and nobody has judged how they relate."),
        say("The scale alone then says that they are neighbours, and a quiz places the one in the other."),
        PAIR,
        "  - subject: harbour/levels/port\n    framework: lantern",
        "  - subject: harbour/levels/dock\n    framework: lantern",
    ),
    Explanation(
        "M320",
        say("Two things overlap, but not how much; or a relation that is no overlap has an extent."),
        say(
            "Most pairs overlap, so the word alone does not tell them apart. How much follows from what both "
            "have and what each has alone; the page on how we judge has the three grades."
        ),
        PAIR,
        "    object: lantern/levels/lighthouse\n    rationale: functional",
        "    object: lantern/levels/lighthouse\n    extent: little\n    rationale: functional",
    ),
    Explanation(
        "M321",
        say("A mapping is reviewed by the one who judged it."),
        say("'Reviewed' tells readers that somebody else has checked it. Leave it out till then."),
        PAIR,
        "    reviewer: A. Pilot\n",
        "    reviewer: B. Keeper\n",
    ),
)
