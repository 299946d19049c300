"""Try every target for its share of a number of seconds, and print what was found; exit 1 then.

Run by `make fuzz`. Each finding becomes a test in `tests/hostile/`, with the content that is printed.
"""

import argparse
import shutil
import sys
import time

from tests.fuzz.fuzzer import Finding, fuzz
from tests.fuzz.targets import FOLDERS, targets


def main() -> int:
    """Try everything."""
    parser = argparse.ArgumentParser(prog="make fuzz")
    parser.add_argument("--time", type=float, default=60, help="seconds for all targets together")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 2**32, help="repeats an earlier run")
    parser.add_argument("targets", nargs="*", help="only these")
    given = parser.parse_args()
    chosen = [target for target in targets() if not given.targets or target.name in given.targets]
    print(f"seed {given.seed}")
    found: list[Finding] = []
    try:
        for target in chosen:
            outcome = fuzz(target, given.time / len(chosen), given.seed)
            print(
                f"{target.name}: {outcome.tried} tried, {outcome.kept} kept, {outcome.edges} steps, "
                f"{len(outcome.findings)} found"
            )
            found += outcome.findings
    finally:
        for folder in FOLDERS:
            shutil.rmtree(folder, ignore_errors=True)
    for finding in found:
        print(f"\n{finding.target}: {finding.reason}\n    {finding.content[:2000]!r}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
