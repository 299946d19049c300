"""Explain a problem's code: what it means and how to mend it, for `atlas explain` and code scanning.

To explain a new code: add an entry to the module of what it is about. A test runs every example.
"""

from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules

from generator.explain.explanation import Explanation

_HERE = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
MODULES = tuple(module for module in _HERE if hasattr(module, "EXPLANATIONS"))

EXPLANATIONS: Mapping[str, Explanation] = {
    item.code: item
    for item in sorted(
        (item for module in MODULES for item in module.EXPLANATIONS), key=lambda item: item.code
    )
}
"""Every explanation by its code, in the order of codes."""


def explanation(code: str) -> Explanation | None:
    """Find what is known about a code, in capitals or not; None where there is no such code."""
    return EXPLANATIONS.get(code.upper())
