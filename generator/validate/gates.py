"""Count what an atlas should have none of: things unjudged, unchecked or passed over in silence."""

from collections.abc import Iterator

from generator.judged import unjudged_overlaps
from generator.model import Atlas, Framework
from generator.problems import Message, counted, say
from generator.validate.findings import speaking


def gates(atlas: Atlas) -> Iterator[Message]:
    """Say for each gate how many stand before it; a sound atlas has 0 at each."""
    parts = atlas.by_subject.values()
    mappings = [mapping for walk in atlas.crosswalks for mapping in walk.mappings]
    overlaps = [
        pair
        for walk in atlas.crosswalks
        for pair in unjudged_overlaps(walk, atlas.framework(walk.subject), atlas.framework(walk.object))
    ]
    yield say("Level pairs that overlap without judgement: %(count)s.", count=counted(len(overlaps)))
    yield say(
        "Mappings without reviewer: %(count)s.",
        count=counted(sum(not mapping.reviewer for mapping in mappings)),
    )
    yield say(
        "Themes on which a framework has neither text nor reason: %(count)s.",
        count=sum(len(unanswered_themes(part, item)) for part in parts for item in part.frameworks),
    )

    findings = atlas.shared.findings.findings
    yield say(
        "Findings without texts: %(count)s.",
        count=sum(not speaking(item) for item in findings if item.kind != "silence"),
    )
    yield say("Findings without reviewer: %(count)s.", count=sum(not item.reviewer for item in findings))
    yield say(
        "Findings that pass over a framework: %(count)s.",
        count=sum(
            len(part.frameworks) > len({*speaking(item), *item.silent})
            for part in parts
            for item in part.shared.findings.findings
        ),
    )


def unanswered_themes(atlas: Atlas, framework: Framework) -> list[str]:
    """List the themes on which a framework has no text, and does not say why."""
    points = (*framework.capabilities, *framework.starting_points, *framework.pitfalls)
    themes = [item.themes for item in framework.dimensions]
    themes += [item.themes for item in framework.layers]
    themes += [point.themes for point in points]
    answered = {theme for found in themes for theme in found} | {item.theme for item in framework.on_themes}
    return [theme.id for theme in atlas.shared.themes.themes if theme.id not in answered]
