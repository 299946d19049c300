"""Tell from the names in a test's code, and in that of what it asks for, whether it starts a process."""

import inspect
from collections.abc import Iterator
from functools import cache
from types import CodeType, ModuleType
from typing import Any

# What starts a program, a build or a server wherever it is called.
BUILDS = {"mkdocs", "atlas", "build_site", "open_frame", "measured", "with_mounts"}
SERVES = {"Server", "previewing", "nginx", "caddy"}
STARTERS = BUILDS | SERVES | {"subprocess", "peak_memory", "audit"}


@cache
def starts(module: ModuleType, names: frozenset[str]) -> bool:
    """Whether one of these functions of a module, or one of its own that they call, starts something."""
    todo, seen = set(names), set[str]()
    while todo:
        name = todo.pop()
        seen.add(name)
        todo |= used(module, name) - seen
    return any(name in STARTERS and not _is_built(module, name) for name in seen)


def _is_built(module: ModuleType, name: str) -> bool:
    """Whether a name is that of invented data, or of the way to it: `atlas` is a command and the data."""
    found = getattr(module, name, None)
    if found is None and name == "atlas":
        return not any(hasattr(module, way) for way in ("projects", "subprocess"))
    return getattr(found, "__module__", None) == "tests.builders"


@cache
def used(module: ModuleType, name: str) -> frozenset[str]:
    """The names in a module's function or fixture; none where it is neither, or another module's."""
    found: Any = getattr(module, name, None)
    function = inspect.unwrap(found)
    own = getattr(function, "__module__", None) == module.__name__
    return frozenset(named_in(function.__code__)) if own and inspect.isfunction(function) else frozenset()


def named_in(code: CodeType) -> Iterator[str]:
    """The names that some code uses, functions within it included."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from named_in(constant)
