"""Check loaded files by rules, each alone and against each other; a rule's docstring is the rule.

To add a rule: write a generator function in the module of what it looks at, and name it in its `RULES`.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from generator.load import Loaded
from generator.problems import Problem, in_order
from generator.validate.crosswalk_coverage import Coverage, coverage, unjustified
from generator.validate.gates import gates

Rule = Callable[[Loaded], Iterator[Problem]]

_HERE = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
RULES: tuple[Rule, ...] = tuple(rule for module in _HERE for rule in getattr(module, "RULES", ()))


def validate(loaded: Loaded) -> tuple[Problem, ...]:
    """List every problem that the rules find, in the order of the files."""
    return in_order(problem for rule in RULES for problem in rule(loaded))
