"""Say what becomes of the paths that lead to a level: to none, another, or several."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

Steps = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Fate:
    """What a level of a framework becomes; `heirs` are the ids of the levels that take its place.

    `steps` says what becomes of transitions, and `items` of texts in its lists that get another id.
    """

    framework: str
    level: str
    heirs: tuple[str, ...]
    touched: frozenset[str] = frozenset()
    """The ids of the levels that say something else afterwards: what was judged of them has to be again."""
    steps: Steps = field(default_factory=dict)
    items: Mapping[tuple[str, str], str] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    """The paths of what else goes, such as a question."""

    def ids(self, levels: Iterable[str]) -> list[str]:
        """Let a list of levels follow, each once."""
        found = (heir for level in levels for heir in (self.heirs if level == self.level else (level,)))
        return list(dict.fromkeys(found))

    def paths(self, paths: Iterable[str]) -> list[str]:
        """Let a list of paths follow, each once."""
        return list(dict.fromkeys(heir for path in paths for heir in self.of(path)))

    def of(self, path: str) -> list[str]:
        """Let one path follow; nothing is left of one that leads to what is gone."""
        steps = path.split("/")
        if path in self.gone:
            return []
        if steps[0] != self.framework or len(steps) < 3:
            return [path]
        place = 3 if steps[1] == "cells" else 2
        if steps[1] == "transitions":
            return ["/".join([*steps[:2], key, *steps[3:]]) for key in self.steps.get(steps[2], (steps[2],))]
        if steps[1] not in ("levels", "cells") or steps[place : place + 1] != [self.level]:
            return [path]
        rest = steps[place + 1 :]
        if steps[1] == "levels" and len(rest) == 2:
            rest[1] = self.items.get((rest[0], rest[1]), rest[1])
        return ["/".join([*steps[:place], heir, *rest]) for heir in self.heirs]

    def is_touched(self, path: str) -> bool:
        """Tell whether a path leads to what says something else afterwards, or is gone."""
        steps = path.split("/")
        if path in self.gone:
            return True
        if steps[0] != self.framework or len(steps) < 3:
            return False
        if steps[1] == "transitions":
            return steps[2] in self.steps and self.steps[steps[2]] != (steps[2],)
        level = steps[3:4] if steps[1] == "cells" else steps[2:3] if steps[1] == "levels" else []
        return bool(level) and (level[0] in self.touched or level[0] == self.level)


def key_of(step: Mapping[str, Any]) -> str:
    """Return the key of a transition as it is written."""
    return f"{step['from']}--{step['to']}"
