"""Check that a matrix has a cell for every dimension and level, or is said to be silent there."""

import re
from collections.abc import Iterator

from generator.load import Loaded
from generator.problems import Problem, nearest_first, say

_DASH = re.compile("[–—-]+")


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
    """A framework with dimensions has a cell for every dimension at every level that its source speaks of."""
    for document in loaded.frameworks:
        framework = document.record
        misspelt = framework.cells.keys() - {dimension.id for dimension in framework.dimensions}
        for i, dimension in enumerate(framework.dimensions):
            row = framework.cells.get(dimension.id)
            if row is None:
                if not misspelt and not {level.id for level in framework.levels} <= {*dimension.silent}:
                    message = say("cells: the dimension '%(id)s' has no row", id=dimension.id)
                    hint = say("Add 'cells.%(id)s' with a text for every level", id=dimension.id)
                    yield Problem("F210", document.value("dimensions", i), message, hint)
                continue
            missing = [
                level.id
                for level in framework.levels
                if level.id not in row and level.id not in dimension.silent
            ]
            unknown = row.keys() - {level.id for level in framework.levels}
            if missing and not unknown:
                message = say(
                    "cells.%(id)s: no text for %(levels)s", id=dimension.id, levels=", ".join(missing)
                )
                hint = say(
                    "Add a line for each, such as '%(level)s: …'; if the source says nothing there, write "
                    "'silent: [%(levels)s]' with the dimension",
                    level=missing[0],
                    levels=", ".join(missing),
                )
                yield Problem("F210", document.key("cells", dimension.id), message, hint)


def cells_are_no_dashes(loaded: Loaded) -> Iterator[Problem]:
    """A cell with nothing but a dash is published as a dash; that a source is silent is said otherwise."""
    for document in loaded.frameworks:
        silent = {dimension.id: dimension.silent for dimension in document.record.dimensions}
        for dimension_id, row in document.record.cells.items():
            for level_id, text in row.items():
                if _DASH.fullmatch(text.strip()) and level_id not in silent.get(dimension_id, ()):
                    message = say(
                        "cells.%(row)s.%(id)s: a dash alone is published as a dash",
                        row=dimension_id,
                        id=level_id,
                    )
                    hint = say(
                        "If the source says nothing there, take the line away and write "
                        "'silent: [%(level)s]' with the dimension",
                        level=level_id,
                    )
                    place = document.value("cells", dimension_id, level_id)
                    yield Problem("F223", place, message, hint, "warning")


def silence_has_no_text(loaded: Loaded) -> Iterator[Problem]:
    """Where a dimension is said to be silent there is no text."""
    for document in loaded.frameworks:
        for i, dimension in enumerate(document.record.dimensions):
            for level_id in dimension.silent:
                if level_id in document.record.cells.get(dimension.id, {}):
                    message = say(
                        "dimensions.%(id)s: silent at '%(level)s', which has a text in 'cells'",
                        id=dimension.id,
                        level=level_id,
                    )
                    hint = say("Remove one of the two")
                    yield Problem("F223", document.value("dimensions", i, "silent"), message, hint)


def practices_have_a_cell(loaded: Loaded) -> Iterator[Problem]:
    """A practice belongs to a cell of the matrix that its source does not leave silent."""
    for document in loaded.frameworks:
        framework = document.record
        silent = {item.id: item.silent for item in framework.dimensions}
        for i, practice in enumerate(framework.practices):
            if silent and practice.dimension is None:
                message = say("practices.%(id)s: names no dimension", id=practice.id)
                hint = say("Add 'dimension:' with the id of the row that it belongs to")
                yield Problem("F224", document.value("practices", i), message, hint)
            elif practice.level in silent.get(practice.dimension or "", ()):
                message = say(
                    "practices.%(id)s: belongs to a cell in which the source is said to be silent",
                    id=practice.id,
                )
                hint = say("Remove '%(level)s' from 'silent', and write the cell", level=practice.level)
                yield Problem("F224", document.value("practices", i, "level"), message, hint)


RULES = (cells_have_a_place, matrix_is_whole, cells_are_no_dashes, silence_has_no_text, practices_have_a_cell)
