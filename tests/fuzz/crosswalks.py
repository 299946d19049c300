"""Take any file as a crosswalk that comes back or comes in, and write what it says into one."""

import contextlib
import datetime

from generator.editing.crosswalks.applying import applied
from generator.editing.crosswalks.checking import Written, checked
from generator.editing.crosswalks.drafting import Outset
from generator.editing.crosswalks.merging import merged
from generator.editing.crosswalks.sheet import given_in, key_of, passed_over
from generator.editing.crosswalks.sssom import is_sssom, read_sssom
from generator.editing.drafts.changes import UnchangedError
from generator.editing.tables import UnreadableTableError, read_tables
from generator.load import read_tree
from generator.problems import errors
from generator.validate.crosswalks import ends_of
from tests.builders import PROJECT, loaded_project

_LOADED = loaded_project()
_KNOWN = {item.record.id: [str(end) for end in ends_of(item.record)] for item in _LOADED.frameworks}
_PAIR = ("harbour", "lantern")
_FILE = f"frameworks/crosswalks/{'--'.join(_PAIR)}.yaml"
_CONTENT = (PROJECT / _FILE).read_bytes()

SAMPLES = (
    b"Key;This;Relation;Other;Extent;Why;Shared;Day;By;Checked\n"
    b"#crosswalk/harbour--lantern/en;subject;relation;object;extent;justification;shared;date;author;reviewer\n"
    b"mappings/pier-candle;harbour/levels/pier;subset-of;lantern/levels/candle;;All.;;2026-03-01;Ann;\n"
    b"mappings/port-lighthouse;harbour/levels/port;no-counterpart;lantern;half;Why;;;Ann;Bo\n"
    b";harbour/levels/dock;equal;lantern/levels/lighthouse;;Because: of #1.;;2026-03-01;Ann;\n",
    b"#curie_map:\n#  x: https://other.example/id/\n#mapping_date: 2025-05-05\n"
    b"subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tcomment\tother\tconfidence\n"
    b"x:harbour/#levels/port\tskos:broadMatch\t\tlantern/levels/candle\tWhy\textent=half|note_en=a\\|b\t0.86\n"
    b"x:harbour/#levels/dock\tskos:relatedMatch\tNot\tx:lantern/#levels/lighthouse\t\t\t\n"
    b'x:mill/#layers/wheel\tskos:exactMatch\t\tsssom:NoTermFound\t"A ""b""\nc"\t\t\n',
)


def run(content: bytes) -> None:
    """Say what is wrong, or write it; what is not this pair's is read and left."""
    with contextlib.suppress(UnreadableTableError, UnchangedError):
        if is_sssom(content):
            listed = read_sssom(content, "theirs.sssom.tsv", _KNOWN, {_PAIR: "en"}, "en")
            rows, problems = tuple(listed.rows.get(_PAIR, ())), tuple(listed.problems)
        else:
            found = read_tables(content, "crosswalk.csv")
            table = next((item for item in found.tables if (key_of(item) or ())[:2] == _PAIR), None)
            if table is None:
                return
            rows, problems = given_in(table)
        data = read_tree(_CONTENT, _FILE).value
        problems += tuple(passed_over(rows, data, rows[0].cell)) if rows else ()
        outset = Outset("en", None, datetime.date(2026, 1, 1))
        work = merged(rows, data, {side: _KNOWN[side] for side in _PAIR}, outset, str)
        if not errors((*problems, *work.problems)):
            after = applied(_CONTENT, _FILE, work)
            checked(_LOADED, [Written(_FILE, _CONTENT, after, work.rows)])
