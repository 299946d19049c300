"""Read requests per second and the slowest of a hundred answers from what wrk prints."""

import re
import subprocess
from dataclasses import dataclass

from tests.servers.tools import program

_RATE = re.compile(r"^Requests/sec:\s+([\d.]+)$", re.M)
_SLOW = re.compile(r"^\s+99%\s+([\d.]+)(us|ms|s)$", re.M)
_WRONG = re.compile(r"^\s*(Non-2xx or 3xx responses: .*|Socket errors: .*)$", re.M)
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True)
class Load:
    """One run: requests answered per second, and the milliseconds that 99 of 100 answers took at most."""

    rate: float
    p99: float


def measure(url: str, *, seconds: int, connections: int, threads: int) -> Load:
    """Ask for an address, over and over, as a browser that can unpack does."""
    command = (
        program("wrk"), "--latency", f"-d{seconds}s", f"-c{connections}", f"-t{threads}",
        "-H", "Accept-Encoding: gzip", url,
    )  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=True)
    return read(done.stdout)


def read(text: str) -> Load:
    """The figures in wrk's report; ValueError where an answer was wrong or a figure is missing."""
    if wrong := _WRONG.search(text):
        raise ValueError(wrong[1].strip())
    rate, slow = _RATE.search(text), _SLOW.search(text)
    if not rate or not slow:
        raise ValueError(f"wrk did not say how it went: {text}")
    return Load(float(rate[1]), float(slow[1]) * _MILLISECONDS[slow[2]])
