"""Measure what nginx answers per second with our file, beside a bare nginx with the same bytes.

The bare one has one static file, which is the compressed page, and no line of ours. Two rows more tell what
costs the rest: the same with the headers of ours, and a folder's page with `gzip_static` alone, for which
nginx looks twice. They take turns, so that what else the machine does falls on all; what is printed are
medians, also of the ratios, a turn each. Exit 1 where our file gives fewer than 0.95 of the answers of the
bare one.
"""

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.debian import MissingToolError
from tests.servers import tools
from tests.servers.running import include, nginx
from tests.throughput.wrk import Load, measure

ENOUGH = 0.95
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
    with ExitStack() as servers:
        ours = servers.enter_context(nginx(site, place / "ours", include(site)))
        plain = servers.enter_context(nginx(bare, place / "bare", ""))
        answer = ours.ask(f"/{address}", Accept_Encoding="gzip")
        if answer.body != page.read_bytes():
            print(f"/{address} was not sent as {page}", file=sys.stderr)
            return 1
        headers = added(answer.headers, plain.ask("/page").headers)
        headed = servers.enter_context(nginx(bare, place / "headed", headers))
        folder = servers.enter_context(nginx(site, place / "folder", "gzip_static on;"))
        urls = {
            "our file, precompressed page": f"{ours.origin}/{address}",
            "bare nginx, the same bytes": f"{plain.origin}/page",
            "the same with our headers": f"{headed.origin}/page",
            "bare nginx, a page in a folder": f"{folder.origin}/{address}",
        }
        turns = [
            {
                name: measure(url, seconds=given.seconds, connections=given.connections, threads=1)
                for name, url in urls.items()
            }
            for _ in range(given.runs)
        ]
    print(
        f"/{address}: {page.stat().st_size} bytes, {given.connections} connections, one worker, "
        f"{given.runs} runs of {given.seconds} s in turns; load of the machine {os.getloadavg()[0]:.1f}"
    )
    print(f"{'':32}{'requests/s':>12}{'p99 ms':>10}{'ours is':>10}")
    first = next(iter(urls))
    for name in urls:
        rate, slow = (median(getattr(turn[name], field) for turn in turns) for field in ("rate", "p99"))
        print(f"{name:32}{rate:12.0f}{slow:10.2f}{ratio(turns, first, name):10.2f}")
    return 0 if ratio(turns, first, "bare nginx, the same bytes") >= ENOUGH else 1


def added(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """What makes nginx send the headers of one answer that another lacks."""
    return "\n".join(
        f'add_header {name} "{value}" always;' for name, value in ours.items() if name not in theirs
    )


def ratio(turns: Sequence[Mapping[str, Load]], one: str, other: str) -> float:
    """How many answers the one gave for each of the other's: the median of what each turn says."""
    return median(turn[one].rate / turn[other].rate for turn in turns)


if __name__ == "__main__":
    sys.exit(main())
