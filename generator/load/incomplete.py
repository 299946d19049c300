"""Leave what is not whole yet out of a crosswalk, so that one that somebody is writing can be read."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from generator.load.tree import Path, Positions, Tree

_LISTS = ("mappings", "no_counterpart")


def without_incomplete(tree: Tree, error: ValidationError) -> Tree | None:
    """Leave out the items that lack a value, and lists that are empty; None where there are none.

    Positions follow the items that stay.
    """
    items = set(_incomplete(error))
    lists = [name for name in _LISTS if name in tree.value and tree.value[name] is None]
    if not items and not lists:
        return None
    value = {**tree.value, **{name: [] for name in lists}}
    for name in {name for name, _ in items}:
        value[name] = [item for index, item in enumerate(value[name]) if (name, index) not in items]
    return replace(tree, value=value, positions=_moved(tree.positions, items))


def left_out(tree: Tree, whole: Tree) -> tuple[Any, ...]:
    """List the items that one tree has and the other lacks."""
    kept = {id(item) for name in _LISTS for item in whole.value.get(name) or ()}
    return tuple(item for name in _LISTS for item in tree.value.get(name) or () if id(item) not in kept)


def _incomplete(error: ValidationError) -> Iterator[tuple[str, int]]:
    """List the items in which something is missing or empty, each by its list and its place in it.

    Where a key is misspelt, what it stands for is missing as well: that is a mistake, and nothing unfinished.
    """
    details = error.errors(include_url=False)
    misspelt = {item["loc"][:2] for item in details if item["type"] == "extra_forbidden"}
    for item in details:
        empty = item["type"] == "missing" or item["input"] is None or item["input"] == ""
        match item["loc"]:
            case (str(name), int(index), *_) if empty and name in _LISTS and (name, index) not in misspelt:
                yield name, index


def _moved(positions: Positions, gone: set[tuple[str, int]]) -> Positions:
    def move(places: Any) -> dict[Path, tuple[int, int]]:
        return {_path_after(path, gone): place for path, place in places.items() if path[:2] not in gone}

    return replace(positions, keys=move(positions.keys), values=move(positions.values))


def _path_after(path: Path, gone: set[tuple[str, int]]) -> Path:
    """Say where something stands once items before it are gone."""
    if len(path) < 2 or not isinstance(path[1], int):
        return path
    before = sum(name == path[0] and index < path[1] for name, index in gone)
    return (path[0], path[1] - before, *path[2:])
