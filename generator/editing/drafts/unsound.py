"""Find what validation would refuse once a table has changed a framework's file, at the table's cells."""

from collections.abc import Iterator, Mapping

from generator.editing.drafts.fields import by_position
from generator.editing.drafts.matrix import Matrix
from generator.editing.tables import Cell
from generator.load import load_contents
from generator.load.documents import parse_document
from generator.load.tree import Path, read_tree
from generator.model import Framework
from generator.problems import Place, Problem, added, errors, in_order
from generator.validate import validate


def unfit_values(after: bytes, file: str, matrix: Matrix) -> tuple[Problem, ...]:
    """Errors of a file by itself; the one that the table changes had none, or it would not be changed."""
    return _at_cells(errors(parse_document(after, file, Framework)[1]), after, file, matrix)


def new_errors(
    contents: Mapping[str, bytes], folder: str, after: bytes, file: str, matrix: Matrix
) -> tuple[Problem, ...]:
    """Errors of all files that are not there as long as one of them is as it was."""
    before, _ = load_contents(contents, folder)
    now, _ = load_contents({**contents, file: after}, folder)
    return _at_cells(errors(added(validate(before), validate(now))), after, file, matrix)


def _at_cells(found: tuple[Problem, ...], after: bytes, file: str, matrix: Matrix) -> tuple[Problem, ...]:
    return in_order(_placed(found, after, file, matrix)) if found else ()


def _placed(found: tuple[Problem, ...], after: bytes, file: str, matrix: Matrix) -> Iterator[Problem]:
    tree = read_tree(after, file)
    where = [*tree.positions.values.items(), *tree.positions.keys.items()]
    cells = {by_position(tree.value, path) or path: cell for path, cell in matrix.cells.items()}
    for problem in found:
        place = problem.place.line, problem.place.column
        paths = (path for path, at in where if at == place)
        cell = next((cell for path in paths for cell in _cells(path, cells)), None)
        if problem.place.file != file:
            yield problem
        elif cell:
            yield cell.problem(problem.code, problem.message, problem.hint, "error")
        else:
            # Its line is one of a file that is not written.
            yield Problem(problem.code, Place(file), problem.message, problem.hint)


def _cells(path: Path, cells: Mapping[Path, Cell]) -> Iterator[Cell]:
    """The cell of a value, or one that holds it with others, or one of those that it has in it."""
    for length in range(len(path), 1, -1):
        if path[:length] in cells:
            yield cells[path[:length]]
    yield from (cell for own, cell in cells.items() if own[: len(path)] == path)
