"""Measure builds at some sizes and write the report: `make bench`.

Each size is a project of so many invented frameworks in two languages.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.bench.measure import FailedError
from tests.bench.report import report
from tests.bench.rounds import UnequalError, measured, planned
from tests.bench.tools import PEERS, versions
from tests.site.projects import ROOT

SIZES = (5, 50, 200, 475)
"""Frameworks; the last is the first round number with 10,000 pages."""

BUSY = 0.5
"""A load from which times are not to be trusted."""


def main() -> int:
    """Measure, print, and write the report; 1 where something could not be measured."""
    parser = argparse.ArgumentParser(
        prog="make bench", description="Measures builds beside other generators."
    )
    parser.add_argument("--sizes", type=_count, nargs="+", default=SIZES, help="frameworks in a project")
    parser.add_argument("--runs", type=_count, default=5, help="of each build; the median counts")
    parser.add_argument("--peers", nargs="*", choices=list(PEERS), default=list(PEERS), help="the others")
    parser.add_argument("--resume", action="store_true", help="go on from the last complete round")
    parser.add_argument("--work", type=Path, default=ROOT / "build/bench", help="where projects are built")
    parser.add_argument("--report", type=Path, default=ROOT / "docs/bench", help="the report's folder")
    given = parser.parse_args()
    if os.getloadavg()[0] > BUSY:
        print("Something else runs on this machine: these times will not be good for much.", file=sys.stderr)
    setting, sizes, text = _setting(), [], ""
    try:
        for count in sorted(set(given.sizes)):
            peers, runs = planned(count, given.peers, given.runs)
            sizes.append(measured(count, peers, runs, given.work.absolute(), setting, resume=given.resume))
            text = report(sizes, given.report)
    except (FailedError, UnequalError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. 'make bench ARGS=--resume' goes on from the last complete round.", file=sys.stderr)
        return 130
    print(f"\n{text}")
    return 0


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _setting() -> dict[str, Any]:
    """What the times depend on: the report names it, and rounds of different settings are not mixed."""
    processor = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True)
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": processor[1] if processor else platform.machine(),
        "versions": versions(),
        "revision": head.stdout.strip(),
    }


if __name__ == "__main__":
    sys.exit(main())
