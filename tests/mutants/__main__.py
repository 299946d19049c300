"""Try every slip of the table and report those that no test notices; exit 1 if there is one.

Run by `make mutants`. Exit 2 means that tests fail without any slip.
"""

import argparse
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.mutants import Mutant, read_mutants
from tests.mutants.report import Tried, summary
from tests.mutants.trial import UnsoundError, caught_at, copy_project, raise_unless_sound


def main() -> int:
    """Try them."""
    parser = argparse.ArgumentParser(prog="make mutants")
    parser.add_argument("--jobs", type=int, default=2, help="how many are tried at once")
    parser.add_argument("words", nargs="*", help="only slips whose file or harm has one of these words")
    given = parser.parse_args()
    chosen = [
        mutant
        for mutant in read_mutants()
        if not given.words or any(word in mutant.file or word in mutant.harm for word in given.words)
    ]
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        try:
            tried = try_all(chosen, Path(folder), given.jobs)
        except UnsoundError as error:
            print(f"Tests fail without a slip, or cannot be run:\n{error}", file=sys.stderr)
            return 2
    print(f"\n{summary(tried)}")
    return 1 if any(one.stage is None for one in tried) else 0


def try_all(mutants: list[Mutant], folder: Path, jobs: int) -> list[Tried]:
    """Try slips side by side, each in a copy of the project, and say of each how it went."""
    copies: SimpleQueue[Path] = SimpleQueue()
    for number in range(jobs):
        copies.put(copy_project(folder / str(number)))
    sound: set[tuple[str, tuple[str, ...]]] = set()

    def check_sound(stage: str, copy: Path, mutant: Mutant) -> None:
        if (stage, mutant.caught_by) not in sound:
            raise_unless_sound(stage, copy, mutant.caught_by)
            sound.add((stage, mutant.caught_by))

    def trial(mutant: Mutant) -> Tried:
        copy, start = copies.get(), time.monotonic()
        try:
            stage = caught_at(mutant, copy, check_sound)
        finally:
            copies.put(copy)
        print(
            f"{stage or 'SURVIVED'}, {time.monotonic() - start:.0f} s: {mutant.file}: {mutant.harm}",
            flush=True,
        )
        return Tried(mutant, stage)

    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(trial, mutants))


if __name__ == "__main__":
    sys.exit(main())
