"""Explain the codes I of crosswalks that come back as a workbook, or come in as SSSOM."""

from generator.explain.explanation import Explanation
from generator.problems import say

CROSSWALK, SSSOM = "crosswalk.csv", "theirs.sssom.tsv"
_KEYS = "Key;This part;Relation;Other part\n#crosswalk/harbour--lantern/en;subject;relation;object"
_SLOTS = "subject_id\tpredicate_id\tobject_id"

EXPLANATIONS = (
    Explanation(
        "I741",
        say("A cell of a crosswalk holds what its field cannot have."),
        say("Relations, grades and ends are chosen from lists, and a day is written as 2026-01-31."),
        CROSSWALK,
        f"{_KEYS}\nmappings/pier-candle;harbour/levels/pier;equals;lantern/levels/candle",
        f"{_KEYS}\nmappings/pier-candle;harbour/levels/pier;equal;lantern/levels/candle",
    ),
    Explanation(
        "I742",
        say("A key of a crosswalk's table is not the one of its row or column."),
        say("By its key a row is found again. Sort whole rows, and leave the key of a new row empty."),
        CROSSWALK,
        f"{_KEYS}\nmappings/pier-candle;harbour/levels/port;equal;lantern/levels/candle",
        f"{_KEYS}\nmappings/pier-candle;harbour/levels/pier;equal;lantern/levels/candle",
    ),
    Explanation(
        "I743",
        say("A predicate of SSSOM says no relation that crosswalks have."),
        say(
            "What is only close or related may be equal, larger, smaller or overlapping: somebody has to "
            "judge it, so the row is left out."
        ),
        SSSOM,
        f"{_SLOTS}\nharbour/levels/port\tskos:closeMatch\tlantern/levels/candle",
        f"{_SLOTS}\nharbour/levels/port\tskos:narrowMatch\tlantern/levels/candle",
    ),
    Explanation(
        "I744",
        say("A row of SSSOM names what is nothing in this atlas."),
        say(
            "Write a permanent address of the atlas, or a path of ids such as harbour/levels/pier. "
            "Rows about other things are left out."
        ),
        SSSOM,
        f"{_SLOTS}\nharbour/levels/quay\tskos:narrowMatch\tlantern/levels/candle",
        f"{_SLOTS}\nharbour/levels/port\tskos:narrowMatch\tlantern/levels/candle",
    ),
    Explanation(
        "I745",
        say("Something of a crosswalk is left as it is, since table and file cannot both be right."),
        say(
            "A row that is gone takes nothing with it, and what is judged here is not judged anew by a list "
            "from elsewhere. What changed in the file since the export stays. Change it in the file."
        ),
        CROSSWALK,
        f"{_KEYS}\nmappings/pier-candle;harbour/levels/pier;equal;lantern/levels/candle",
        f"{_KEYS}\nmappings/pier-candle;harbour/levels/pier;equal;lantern/levels/candle\n"
        "mappings/port-lighthouse;harbour/levels/port;intersects-with;lantern/levels/lighthouse\n"
        "no_counterpart/harbour/levels/dock;harbour/levels/dock;no-counterpart;lantern",
    ),
)
