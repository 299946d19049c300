"""Check that a matrix has a cell for every dimension and level, and none besides."""

from collections.abc import Iterator

from generator.load import Loaded
from generator.problems import Problem, nearest_first, say


def cells_have_a_place(loaded: Loaded) -> Iterator[Problem]:
    """Every cell belongs to a dimension and a level of its framework."""
    for document in loaded.frameworks:
        levels = [level.id for level in document.record.levels]
        dimensions = [dimension.id for dimension in document.record.dimensions]
        for dimension_id, row in document.record.cells.items():
            if dimension_id not in dimensions:
                message = say("cells.%(id)s: no dimension has id '%(id)s'", id=dimension_id)
                hint = nearest_first(dimension_id, dimensions)
                yield Problem("F208", document.key("cells", dimension_id), message, hint)
            for level_id in row:
                if level_id not in levels:
                    message = say(
                        "cells.%(row)s.%(id)s: no level has id '%(id)s'", row=dimension_id, id=level_id
                    )
                    hint = nearest_first(level_id, levels)
                    yield Problem("F209", document.key("cells", dimension_id, level_id), message, hint)


def matrix_is_whole(loaded: Loaded) -> Iterator[Problem]:
    """A framework with dimensions has a cell for every dimension at every level."""
    for document in loaded.frameworks:
        framework = document.record
        misspelt = framework.cells.keys() - {dimension.id for dimension in framework.dimensions}
        for i, dimension in enumerate(framework.dimensions):
            row = framework.cells.get(dimension.id)
            if row is None:
                if not misspelt:
                    message = say("cells: the dimension '%(id)s' has no row", id=dimension.id)
                    hint = say("Add 'cells.%(id)s' with a text for every level", id=dimension.id)
                    yield Problem("F210", document.value("dimensions", i), message, hint)
                continue
            missing = [level.id for level in framework.levels if level.id not in row]
            unknown = row.keys() - {level.id for level in framework.levels}
            if missing and not unknown:
                message = say(
                    "cells.%(id)s: no text for %(levels)s", id=dimension.id, levels=", ".join(missing)
                )
                hint = say("Add a line for each, such as '%(level)s: …'", level=missing[0])
                yield Problem("F210", document.key("cells", dimension.id), message, hint)


RULES = (cells_have_a_place, matrix_is_whole)
