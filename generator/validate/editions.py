"""Check the list of editions: each once, the oldest first."""

from collections.abc import Iterator
from itertools import pairwise

from generator.load import Loaded
from generator.problems import Problem, say


def editions_stand_in_their_order(loaded: Loaded) -> Iterator[Problem]:
    """Every edition is later than the one before it, by its id and by its date."""
    if loaded.editions is None:
        return
    for index, (before, edition) in enumerate(pairwise(loaded.editions.record.editions), 1):
        if _order(edition.id) <= _order(before.id) or edition.date < before.date:
            message = say("Edition %(id)s is not later than %(before)s", id=edition.id, before=before.id)
            hint = say("List the oldest edition first, each once; its date is the day on which it was made")
            yield Problem("F251", loaded.editions.value("editions", index, "id"), message, hint)


def _order(edition_id: str) -> tuple[int, ...]:
    return tuple(int(part) for part in edition_id.split("."))


RULES = (editions_stand_in_their_order,)
