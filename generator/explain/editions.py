"""Explain the codes F25…: problems of editions."""

from generator.explain.explanation import Explanation
from generator.problems import say

EDITIONS = "frameworks/editions.yaml"

EXPLANATIONS = (
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
)
