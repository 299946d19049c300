"""Tell from the names in a test's code, and in that of what it asks for, whether it starts a process."""

import inspect
from collections.abc import Iterable, Iterator
from types import CodeType, ModuleType
from typing import Any

# What starts a program, a build or a server wherever it is called.
BUILDS = {"mkdocs", "atlas", "build_site", "open_frame", "measured", "with_mounts"}
SERVES = {"Server", "previewing", "nginx", "caddy"}
STARTERS = BUILDS | SERVES | {"subprocess", "peak_memory", "audit"}


def starts(module: ModuleType, names: Iterable[str]) -> bool:
    """Whether one of these functions of a module, or one of its own that they call, starts something."""
    todo, seen = list(names), set[str]()
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += named_in(code(module, name))
    return not seen.isdisjoint(STARTERS)


def code(module: ModuleType, name: str) -> CodeType | None:
    """The code of a module's function or fixture; none where it is neither, or another module's."""
    function: Any = getattr(module, name, None)
    function = inspect.unwrap(function)
    own = getattr(function, "__module__", None) == module.__name__
    return function.__code__ if own and inspect.isfunction(function) else None


def named_in(found: CodeType | None) -> Iterator[str]:
    """The names that some code uses, functions within it included."""
    if found is None:
        return
    yield from found.co_names
    for constant in found.co_consts:
        if isinstance(constant, CodeType):
            yield from named_in(constant)
