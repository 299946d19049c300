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
    return "\n".join(["", *aligned(rows, 1), *_together(pairs, translate)])


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


def aligned(rows: Sequence[Sequence[str]], left: int) -> Iterator[str]:
    """Align rows as lines: so many columns flush left, figures flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = enumerate(zip(row, widths, strict=True))
        yield "  ".join(
            text.ljust(width) if n < left else text.rjust(width) for n, (text, width) in cells
        ).rstrip()


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
