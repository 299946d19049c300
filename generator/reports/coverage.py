"""Report how far each pair of frameworks has been judged, as a table."""

from collections.abc import Iterator, Sequence

from generator.problems import Translate, say
from generator.validate import Coverage

Line = tuple[str, ...]


def coverage_report(pairs: Sequence[Coverage], translate: Translate = str) -> str:
    """Report how far each pair of frameworks has been judged: a line a pair, and a line for all."""
    head = (
        say("pair"),
        say("addressed"),
        say("judged"),
        say("derived"),
        say("justified"),
        say("intersects"),
    )
    rows = [tuple(name.text(translate) for name in head), *(_covered(pair, translate) for pair in pairs)]
    return "\n".join(["", *_aligned(rows), *_together(pairs, translate)])


def _covered(pair: Coverage, translate: Translate) -> Line:
    stated = pair.curated + pair.absences
    justified = ", ".join(f"{language} {_share(n, stated)}" for language, n in pair.justified.items())
    addressed = say("%(part)s of %(whole)s", part=pair.addressed, whole=pair.levels).text(translate)
    return (
        "--".join(pair.pair),
        addressed,
        str(pair.curated),
        str(pair.derived),
        justified,
        _share(pair.intersecting, pair.curated),
    )


def _aligned(rows: Sequence[Line]) -> Iterator[str]:
    """Align rows as lines: the first column flush left, figures flush right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        figures = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join([row[0].ljust(widths[0]), *figures])


def _together(pairs: Sequence[Coverage], translate: Translate) -> Iterator[str]:
    levels, addressed = sum(pair.levels for pair in pairs), sum(pair.addressed for pair in pairs)
    curated, intersecting = sum(pair.curated for pair in pairs), sum(pair.intersecting for pair in pairs)
    said = (
        say(
            "Levels and layers addressed: %(part)s of %(whole)s (%(share)s).",
            part=addressed,
            whole=levels,
            share=_share(addressed, levels),
        ),
        say(
            "Mappings that say 'intersects-with': %(part)s of %(whole)s (%(share)s).",
            part=intersecting,
            whole=curated,
            share=_share(intersecting, curated),
        ),
        say(
            "Contradictions of judged and derived relations: %(noted)s with a note, %(bare)s without.",
            noted=sum(pair.contradictions_with_note for pair in pairs),
            bare=sum(pair.contradictions_without_note for pair in pairs),
        ),
    )
    yield from (sentence.text(translate) for sentence in said)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"
