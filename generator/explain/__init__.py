"""Explain a problem's code: what it means and how to mend it, for `atlas explain` and code scanning.

To explain a new code: add an entry to the module of its letter. A test runs every example.
"""

from collections.abc import Mapping

from generator.explain import (
    catalogues,
    crosswalks,
    editions,
    exported,
    findings,
    frameworks,
    preview,
    proofreading,
    reading,
    renaming,
    site,
    tables,
    workbooks,
)
from generator.explain.explanation import Explanation

MODULES = (
    catalogues,
    crosswalks,
    editions,
    exported,
    findings,
    frameworks,
    preview,
    proofreading,
    reading,
    renaming,
    site,
    tables,
    workbooks,
)

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


__all__ = ["EXPLANATIONS", "Explanation", "explanation"]
