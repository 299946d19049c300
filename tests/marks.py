"""Tell from the names in a test's code, and in that of what it asks for, whether it starts a process."""

import inspect
from collections.abc import Iterable, Iterator
from functools import cache
from types import CodeType, ModuleType
from typing import Any

# What starts a program, a build or a server wherever it is called.
BUILDS = {"mkdocs", "atlas", "build_site", "open_frame", "measured", "with_mounts"}
SERVES = {"Server", "previewing", "nginx", "caddy"}
STARTERS = BUILDS | SERVES | {"subprocess", "peak_memory", "audit"}


def starts(module: ModuleType, names: Iterable[str]) -> bool:
    """Whether one of these functions of a module, or one of its own that they call, starts something."""
    todo, seen = set(names), set[str]()
    while todo:
        name = todo.pop()
        seen.add(name)
        todo |= used(module, name) - seen
    return not seen.isdisjoint(STARTERS)


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
