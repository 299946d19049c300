"""Tell a table of which a column was sorted, or some of its cells were shifted, apart from its rows."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from generator.l10n.exchange.units import Returned, Unit
from generator.problems import Message, say
from generator.translate import alike

_WORD = re.compile(r"\w+")
_FEWEST = 3
"""Two texts that stand at each other's place may have been put right; who moves a column moves more."""
_MANY = 10
"""So many are a column that moved even among many texts that a translator changed, and even if short."""
_LONG = 3
"""A text of fewer words may be another's by chance, as where names of stages move up by one."""

Key = tuple[str, str, int]
"""The domain, the id and the form of a text."""


class _Row(NamedTuple):
    source: str
    before: str
    now: str
    is_own: bool = True
    """Whether what stood there was this row's own, and no offer that waits for a look."""


def shifted(units: Mapping[str, Iterable[Unit]], items: Sequence[Returned]) -> dict[str, Message]:
    """Say by table, of those that came back for a language, why nothing of it can be taken.

    `units` are the texts by domain as the catalogues have them.
    """
    known = {
        (domain, unit.id, form): (unit, form)
        for domain, own in units.items()
        for unit in own
        for form in range(len(unit.sources))
    }
    result: dict[str, Message] = {}
    for table in dict.fromkeys(item.table for item in items if item.table):
        own = {(item.domain, item.text_id, item.form): item for item in items if item.table == table}
        here = [(item, *known[key]) for key, item in own.items() if key in known]
        same = [found for found in here if found[0].source == found[1].sources[found[2]]]
        columns = {
            "target": [
                _Row(item.source, unit.targets[form], item.target, not unit.needs_review)
                for item, unit, form in same
            ],
            "translator_comments": [
                _Row(item.source, unit.remarks.strip(), item.remarks.strip())
                for item, unit, form in same
                if form == 0
            ],
        }
        for column, rows in columns.items():
            if _has_moved(rows):
                result.setdefault(table, _said(table, column))
    return result


def _has_moved(rows: Sequence[_Row]) -> bool:
    """Say whether more texts of a column left their rows for others than chance or a correction moves."""
    changed = [row for row in rows if row.now != row.before]
    owners: dict[str, list[str]] = {}
    for row in changed:
        if row.is_own:
            owners.setdefault(row.before, []).append(row.source)
    moved = {row.now for row in changed if row.now and _is_of_others(row, owners.get(row.now, ()))}
    written = {row.now for row in changed if row.now}
    is_most = len(moved) >= _FEWEST and 2 * len(moved) >= len(written)
    return len(moved) >= _MANY or (is_most and any(len(_WORD.findall(text)) >= _LONG for text in moved))


def _is_of_others(row: _Row, sources: Iterable[str]) -> bool:
    """Say whether what stands in a row now left the row of another text, and that of none like its own."""
    left = [*sources]
    return bool(left) and not any(alike(source, row.source) for source in left)


def _said(table: str, column: str) -> Message:
    return say(
        "in the column '%(title)s' of %(file)s texts stand in rows of others, as when it is sorted, or its"
        " cells are moved, without the rest; undo that, and import the table again",
        title=column,
        file=PurePath(table).name,
    )
