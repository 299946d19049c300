"""Find the contents that break a target's promise, guided by which lines a content reaches.

A target takes bytes and says everything by its answer: any exception is a finding, and so is taking too long.
Coverage comes from the interpreter's own tracing of the modules below `generator/`; a content that passes
from one line to another as none did before is kept, and changed further.
"""

import random
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

PROGRAM = str(Path(__file__).parent.parent.parent / "generator")
LONGEST = 2.0
"""Seconds of work that a content may take, untraced, whatever it holds: a busy machine is not its fault."""

_LARGEST = 200_000
_SMALLER_TRIED = 400


@dataclass(frozen=True)
class Target:
    """What is tried, the contents to start from, and words that its grammar knows."""

    name: str
    run: Callable[[bytes], object]
    seeds: Sequence[bytes]
    words: Sequence[bytes]


@dataclass(frozen=True)
class Finding:
    """A content, as small as it could be made, and what it did."""

    target: str
    content: bytes
    reason: str


@dataclass(frozen=True)
class Outcome:
    """How many contents were tried, how many of them were new, and what was found."""

    tried: int
    kept: int
    edges: int
    findings: tuple[Finding, ...]


def fuzz(target: Target, seconds: float, seed: int) -> Outcome:
    """Try changed contents for a time; one finding for each place where something breaks."""
    dice = random.Random(seed)
    seen: set[int] = set()
    pool = [content for content in target.seeds if len(content) <= _LARGEST]
    found: dict[str, Finding] = {}
    for content in pool:
        seen |= _edges(target, content)[0]
    tried, kept, end = 0, 0, time.monotonic() + seconds
    while time.monotonic() < end:
        # The newest are the most promising, the seeds never forgotten.
        base = pool[-1 - int(len(pool) * dice.random() ** 2)]
        content = mutated(base, pool, target.words, dice)
        tried += 1
        edges, reason = _edges(target, content)
        if reason and reason not in found:
            found[reason] = Finding(target.name, _smaller(target, content, reason, dice), reason)
        if edges - seen:
            seen |= edges
            pool.append(content)
            kept += 1
    return Outcome(tried, kept, len(seen), tuple(found.values()))


def mutated(base: bytes, pool: Sequence[bytes], words: Sequence[bytes], dice: random.Random) -> bytes:
    """A content that differs in one to eight places."""
    content = bytearray(base)
    for _ in range(1 << dice.randrange(4)):
        at = dice.randrange(len(content) + 1)
        length = min(len(content) - at, 1 << dice.randrange(10))
        match dice.randrange(9):
            case 0:
                del content[at : at + length]
            case 1:
                content[at:at] = content[at : at + length] * dice.choice((1, 2, 40))
            case 2 | 3:
                content[at:at] = dice.choice(words)
            case 4:
                content[at : at + length] = dice.choice(words)
            case 5 if at < len(content):
                content[at] ^= 1 << dice.randrange(8)
            case 6:
                content[at:at] = bytes(dice.randrange(256) for _ in range(dice.randrange(1, 6)))
            case 7:
                other = dice.choice(pool)
                start = dice.randrange(len(other) + 1)
                content[at : at + length] = other[start : start + (1 << dice.randrange(10))]
            case _:
                content[at:at] = dice.choice(words) * dice.choice((2, 40, 3000))
        del content[_LARGEST:]
    return bytes(content)


def reason_of(target: Target, content: bytes) -> str:
    """What breaks, and where; nothing for a content that is answered in time."""
    start = time.process_time()
    try:
        target.run(content)
    except Exception as error:  # whatever it is, it was not promised
        return _place(error)
    took = time.process_time() - start
    return f"takes more than {LONGEST:.0f} s" if took > LONGEST else ""


def _edges(target: Target, content: bytes) -> tuple[set[int], str]:
    """Every step from line to line of the program, and what breaks."""
    edges: set[int] = set()

    def entered(frame: FrameType, event: str, _: Any) -> Any:
        if not frame.f_code.co_filename.startswith(PROGRAM):
            return None
        before = frame.f_lineno

        def stepped(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal before
            if event == "line":
                edges.add(hash((frame.f_code, before, frame.f_lineno)))
                before = frame.f_lineno
            return stepped

        return stepped

    old = sys.gettrace()
    threading.settrace(None)
    sys.settrace(entered)
    try:
        start = time.process_time()
        reason = reason_of(target, content)
        slow = time.process_time() - start > LONGEST
    finally:
        sys.settrace(old)
    # Tracing is slow itself: what took long is timed once more without it.
    return edges, reason_of(target, content) if slow else reason


def _smaller(target: Target, content: bytes, reason: str, dice: random.Random) -> bytes:
    """A part of a content that still does the same."""
    end = time.monotonic() + 20
    for _ in range(_SMALLER_TRIED):
        if len(content) < 2 or time.monotonic() > end:
            break
        at = dice.randrange(len(content))
        length = 1 << dice.randrange(len(content).bit_length())
        less = content[:at] + content[at + length :]
        if reason_of(target, less) == reason:
            content = less
    return content


def _place(error: BaseException) -> str:
    step, place = error.__traceback__, ""
    while step is not None:
        code = step.tb_frame.f_code
        if code.co_filename.startswith(PROGRAM):
            place = f"{Path(code.co_filename).relative_to(PROGRAM)}:{step.tb_lineno}"
        step = step.tb_next
    return f"{type(error).__name__} at {place}"
