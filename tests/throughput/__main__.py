"""Measure what nginx answers per second with our file, beside a bare nginx with the same bytes.

The bare one has one static file, which is the compressed page, and no line of ours. The two take turns, so
that what else the machine does falls on both; what is printed are medians.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.debian import MissingToolError
from tests.servers import tools
from tests.servers.running import include, nginx
from tests.throughput.wrk import Load, measure

LEVEL = re.compile(r"frameworks/[^/]+/levels/[^/]+/index\.html\.gz")


def largest_level_page(site: Path) -> Path:
    """The compressed file of the heaviest page about a level in the default language."""
    found = [path for path in site.rglob("*.gz") if LEVEL.fullmatch(path.relative_to(site).as_posix())]
    if not found:
        raise FileNotFoundError(f"{site} has no compressed page of a level: build it with precompress: true.")
    return max(found, key=lambda path: (path.stat().st_size, path))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m tests.throughput", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--seconds", type=int, default=5, help="of one run (default: 5)")
    parser.add_argument("--runs", type=int, default=5, help="of each server (default: 5)")
    parser.add_argument("--connections", type=int, default=32)
    given = parser.parse_args(arguments)
    site = given.site.resolve()
    try:
        tools.install("nginx", "wrk")
        page = largest_level_page(site)
    except (MissingToolError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        return _compare(site, page, Path(folder), given)


def _compare(site: Path, page: Path, place: Path, given: argparse.Namespace) -> int:
    bare = place / "root"
    bare.mkdir()
    (bare / "page").write_bytes(page.read_bytes())
    address = page.relative_to(site).as_posix().removesuffix("index.html.gz")
    ours: list[Load] = []
    theirs: list[Load] = []
    with (
        nginx(site, place / "ours", include(site)) as site_server,
        nginx(bare, place / "bare", "") as bare_server,
    ):
        answer = site_server.ask(f"/{address}", Accept_Encoding="gzip")
        if answer.body != page.read_bytes():
            print(f"/{address} was not sent as {page}", file=sys.stderr)
            return 1
        for _ in range(given.runs):
            for found, url in (
                (ours, f"{site_server.origin}/{address}"),
                (theirs, f"{bare_server.origin}/page"),
            ):
                found.append(measure(url, seconds=given.seconds, connections=given.connections, threads=1))
    print(
        f"/{address}: {page.stat().st_size} bytes, {given.connections} connections, one worker, "
        f"{given.runs} runs of {given.seconds} s in turns; load of the machine {os.getloadavg()[0]:.1f}"
    )
    print(f"{'':32}{'requests/s':>12}{'p99 ms':>10}")
    with_file, without = _middle(ours), _middle(theirs)
    for name, load in (("our file, precompressed page", with_file), ("bare nginx, the same bytes", without)):
        print(f"{name:32}{load.rate:12.0f}{load.p99:10.2f}")
    print(f"{'ratio':32}{with_file.rate / without.rate:12.2f}{with_file.p99 / without.p99:10.2f}")
    return 0


def _middle(runs: Sequence[Load]) -> Load:
    return Load(median(run.rate for run in runs), median(run.p99 for run in runs))


if __name__ == "__main__":
    sys.exit(main())
