"""Check crosswalks as they would be written, and point at the cells of the table that is to blame."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.editing.crosswalks.given import Given
from generator.load import Loaded
from generator.load.documents import Document, parse_document
from generator.load.tree import read_tree
from generator.model import Crosswalk
from generator.problems import Message, Problem, added
from generator.validate import validate

_FIELDS = {"reason": "justification", "framework": "object"}


@dataclass(frozen=True)
class Written:
    """A crosswalk's file as it is and would be, and the rows that its items come from, by their keys."""

    file: str
    before: bytes
    content: bytes
    rows: Mapping[str, Given]


def checked(loaded: Loaded, files: list[Written]) -> tuple[Problem, ...]:
    """List what would be wrong that is not wrong now, each at the cell that says so."""
    before = [
        item for file in files if file.before for item in parse_document(file.before, file.file, Crosswalk)[1]
    ]
    kept = [item for item in loaded.crosswalks if item.file not in {file.file for file in files}]
    documents: list[Document[Crosswalk]] = []
    found: list[Problem] = []
    for file in files:
        document, problems = parse_document(file.content, file.file, Crosswalk)
        # In a file somebody may be at work; what comes from a table is whole, or it is not written.
        found += [replace(item, severity="error") for item in problems if item.code.startswith("S")]
        found += [item for item in problems if not item.code.startswith("S")]
        documents += [document] if document else []
    found += validate(replace(loaded, crosswalks=(*kept, *documents)))
    new = added([*before, *validate(loaded)], found)
    return tuple(_blamed(new, {file.file: file for file in files}))


def _blamed(problems: list[Problem], files: Mapping[str, Written]) -> Iterator[Problem]:
    cells: dict[tuple[str, int, int], tuple[Given, str]] = {}
    rows: dict[tuple[str, str], Given] = {}
    for file in files.values():
        cells |= {(file.file, *place): found for place, found in _places(file)}
        rows |= {(file.file, str(place[0])): row for place, (row, field) in _places(file) if not field}
    for problem in problems:
        place = problem.place
        found = cells.get((place.file, place.line, place.column))
        if found:
            row, field = found
            cell = row.at(field)
            message = _of_row(problem.message, place.file, rows)
            yield cell.problem(problem.code, message, problem.hint, problem.severity)
        elif problem.severity == "error" and place.file in files:
            yield problem


def _of_row(message: Message, file: str, rows: Mapping[tuple[str, str], Given]) -> Message:
    """Let a message that names another item's line of the file name its row of the table."""
    values = dict(message.values)
    row = rows.get((file, str(values.get("line"))))
    if row is None:
        return message
    return replace(message, values=tuple({**values, "line": str(row.cell.place.line)}.items()))


def _places(file: Written) -> Iterator[tuple[tuple[int, int], tuple[Given, str]]]:
    """Map each place in a file to the row and the field that gave what stands there."""
    tree = read_tree(file.content, file.file)
    for places in (tree.positions.values, tree.positions.keys):
        for path, place in places.items():
            if len(path) > 1 and path[0] in ("mappings", "no_counterpart"):
                item = tree.value[path[0]][path[1]]
                key = f"{path[0]}/{item.get('id') or item.get('subject')}"
                field = str(path[2]) if len(path) > 2 else ""
                if key in file.rows:
                    yield place, (file.rows[key], _FIELDS.get(field, field))
