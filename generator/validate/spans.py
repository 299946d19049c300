"""Check that spans are there, lie on the reference scale and keep the order of levels."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.load import Loaded
from generator.problems import Problem, say
from generator.validate.frameworks import items_of


def levels_have_spans(loaded: Loaded) -> Iterator[Problem]:
    """Every level says where it stands on the reference scale; without that the ruler cannot place it."""
    for document, name, i, level in items_of(loaded, "levels"):
        if level.span is None:
            message = say("levels: '%(id)s' has no span on the reference scale", id=level.id)
            hint = say("Add 'span:' with from, to, confidence and justification")
            yield Problem("F211", document.value(name, i), message, hint, "warning")


def spans_lie_on_the_scale(loaded: Loaded) -> Iterator[Problem]:
    """A span starts before it ends, and ends on the scale."""
    if loaded.scale is None:
        return
    lengths = Counter(map(loaded.subject_of, loaded.scale.record.bands))
    for document, name, i, item in items_of(loaded, "levels", "layers"):
        length = lengths[loaded.subject_of(document.record)]
        # What is said of a subject without a scale is enough.
        if item.span is None or not length:
            continue
        given = {"id": item.id, "end": f"{item.span.end:g}"}
        if item.span.start >= item.span.end:
            start = f"{item.span.start:g}"
            message = say("The span of '%(id)s' runs from %(start)s to %(end)s", start=start, **given)
            hint = say("'from' must be smaller than 'to'")
            yield Problem("F212", document.value(name, i, "span", "from"), message, hint)
        if item.span.end > length:
            message = say(
                "The span of '%(id)s' ends at %(end)s; the scale ends at %(length)s",
                length=length,
                **given,
            )
            hint = say("Write at most %(length)s in 'to'", length=length)
            yield Problem("F212", document.value(name, i, "span", "to"), message, hint)


def spans_climb(loaded: Loaded) -> Iterator[Problem]:
    """A higher level neither starts nor ends before a lower one."""
    for document in loaded.frameworks:
        placed = [(i, level) for i, level in enumerate(document.record.levels) if level.span]
        for (_, lower), (i, higher) in pairwise(placed):
            if (
                lower.span
                and higher.span
                and (higher.span.start < lower.span.start or higher.span.end < lower.span.end)
            ):
                message = say(
                    "The span of '%(high)s' lies before that of '%(low)s'", high=higher.id, low=lower.id
                )
                hint = say("Levels climb: check 'from' and 'to' of both")
                yield Problem("F213", document.key("levels", i, "span"), message, hint)


RULES = (levels_have_spans, spans_lie_on_the_scale, spans_climb)
