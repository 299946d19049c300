"""Count the slips that tests noticed, and how many of them the quick tests did."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.mutants.mutants import Mutant


@dataclass(frozen=True)
class Tried:
    """A slip, and the stage whose tests noticed it: `quick`, `slow`, `browser`; None where none did."""

    mutant: Mutant
    stage: str | None


def summary(tried: Sequence[Tried]) -> str:
    """Say how many were noticed and by what, and list each that was not."""
    survivors = [one.mutant for one in tried if one.stage is None]
    readable = [one for one in tried if one.stage != "browser"]
    quick = sum(one.stage == "quick" for one in tried)
    lines = [
        f"{len(tried) - len(survivors)} of {len(tried)} slips were noticed. "
        f"Of {len(readable)} that need no browser the quick tests noticed {quick}"
        + (f" ({100 * quick // len(readable)} %)." if readable else ".")
    ]
    lines += [
        f"No test of {', '.join(mutant.caught_by)} notices: {mutant.harm}\n"
        f"    {mutant.file}\n    - {mutant.change}\n    + {mutant.to}"
        for mutant in survivors
    ]
    return "\n".join(lines)
