"""Check loaded files by rules, each alone and against each other; a rule's docstring is the rule.

To add a rule: write a generator function in the module of what it looks at, and name it in its `RULES`.
"""

from collections.abc import Callable, Iterator

from generator.load import Loaded
from generator.problems import Problem, in_order
from generator.validate import (
    crosswalk_coverage,
    crosswalk_relations,
    crosswalk_scale,
    crosswalks,
    editions,
    findings,
    frameworks,
    matrix,
    redirects,
    shared,
    spans,
    texts,
)
from generator.validate.crosswalk_coverage import Coverage, coverage, unjustified
from generator.validate.gates import gates

Rule = Callable[[Loaded], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    *frameworks.RULES,
    *matrix.RULES,
    *spans.RULES,
    *shared.RULES,
    *findings.RULES,
    *editions.RULES,
    *texts.RULES,
    *crosswalks.RULES,
    *crosswalk_relations.RULES,
    *crosswalk_scale.RULES,
    *crosswalk_coverage.RULES,
    *redirects.RULES,
)


def validate(loaded: Loaded) -> tuple[Problem, ...]:
    """List every problem that the rules find, in the order of the files."""
    return in_order(problem for rule in RULES for problem in rule(loaded))


__all__ = ["RULES", "Coverage", "Rule", "coverage", "gates", "unjustified", "validate"]
