"""Explain F230 to F233 and the codes R: problems of redirects, and what prevents `atlas rename`."""

from generator.explain.explanation import Explanation
from generator.problems import say

REDIRECTS = "frameworks/redirects.yaml"
COMMAND = ""

EXPLANATIONS = (
    Explanation(
        "F230",
        say("A redirect leads to nothing, to something that was renamed in its turn, or in a circle."),
        say("Who follows an old link would end nowhere. Each redirect leads to an id of today."),
        REDIRECTS,
        "redirects:\n  - from: harbour/levels/plank\n    to: harbour/levels/peer\n",
        "redirects:\n  - from: harbour/levels/plank\n    to: harbour/levels/pier\n",
    ),
    Explanation(
        "F231",
        say("A redirect starts at an id that something has."),
        say("The page that stands there hides the redirect, so old links lead to something else."),
        REDIRECTS,
        "redirects:\n  - from: harbour/levels/dock\n    to: harbour/levels/pier\n",
        "redirects:\n  - from: harbour/levels/plank\n    to: harbour/levels/pier\n",
    ),
    Explanation(
        "F232",
        say("A redirect leads from one kind of thing to another, or a path is not complete."),
        say("A level has a page of another form than a dimension; no page can be found for both."),
        REDIRECTS,
        "redirects:\n  - from: harbour/plank\n    to: harbour/levels/pier\n",
        "redirects:\n  - from: harbour/levels/plank\n    to: harbour/levels/pier\n",
    ),
    Explanation(
        "F233",
        say("Two redirects start at the same id."),
        say("An old link can lead to one place only, and nobody can say which of the two."),
        REDIRECTS,
        "redirects:\n  - from: bay\n    to: harbour\n  - from: bay\n    to: lantern\n",
        "redirects:\n  - from: bay\n    to: harbour\n",
    ),
    Explanation(
        "R801",
        say("Nothing has the id that is to be renamed."),
        say("It may be mistyped, or be renamed already."),
        COMMAND,
        "atlas rename harbour/peer harbour/jetty",
        "atlas rename harbour/pier harbour/jetty",
    ),
    Explanation(
        "R802",
        say("The short form of an id fits more than one thing."),
        say("A level and a dimension may have the same id; written in full it is clear which one is meant."),
        COMMAND,
        "atlas rename harbour/pier harbour/jetty",
        "atlas rename harbour/levels/pier harbour/jetty",
    ),
    Explanation(
        "R803",
        say("The new id does not have the form of an id."),
        say("Ids are in addresses, where capitals, spaces and accents cause trouble."),
        COMMAND,
        "atlas rename harbour/pier harbour/Jetty",
        "atlas rename harbour/pier harbour/jetty",
    ),
    Explanation(
        "R804",
        say("The new name is in another place than the old one."),
        say("A renaming changes an id. To move a level to another framework is work for an editor."),
        COMMAND,
        "atlas rename harbour/pier mill/jetty",
        "atlas rename harbour/pier harbour/jetty",
    ),
    Explanation(
        "R805",
        say("Something else has the new id, or a file of the project has that name."),
        say("An id is there once: otherwise nobody knows what a reference means."),
        COMMAND,
        "atlas rename harbour/pier harbour/dock",
        "atlas rename harbour/pier harbour/jetty",
    ),
    Explanation(
        "R806",
        say("The new id is what something else was called before."),
        say("Old links to that name lead to what has another name now; they would lead to the wrong page."),
        COMMAND,
        "atlas rename harbour/pier harbour/jetty\natlas rename harbour/dock harbour/pier",
        "atlas rename harbour/pier harbour/jetty\natlas rename harbour/dock harbour/quay",
    ),
    Explanation(
        "R807",
        say("The file of redirects is written in a form to which no line can be added."),
        say("The renaming adds a redirect and leaves all other lines as they are."),
        REDIRECTS,
        "redirects: [{from: harbour/levels/plank, to: harbour/levels/pier}]\n",
        "redirects:\n  - from: harbour/levels/plank\n    to: harbour/levels/pier\n",
    ),
    Explanation(
        "R808",
        say("An id is written in a form that cannot be changed in its place."),
        say("The renaming changes ids letter by letter, so that all else in a file stays as it is."),
        "frameworks/harbour.yaml",
        '    reaches: "\\x64ock"\n',
        "    reaches: dock\n",
    ),
    Explanation(
        "R809",
        say("A catalogue with the new name is there already."),
        say("It may hold translations of a framework that is gone; they would be written over."),
        "locales/nl/LC_MESSAGES/",
        "harbour.po\nquay.po",
        "harbour.po",
    ),
)
