"""Date a site with its commit, whatever the day is.

mkdocs dates a site with the variable SOURCE_DATE_EPOCH, and with the clock where that is not set; two builds
of one commit would then differ by the day in the sitemap. See decision 0012.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from generator.problems import say
from generator.site.failure import BuildFailedError, told

VARIABLE = "SOURCE_DATE_EPOCH"
"""Seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/"""

_COMMITTER = re.compile(rb"^committer .*> (\d+) [+-]\d{4}$", re.MULTILINE)
_LAST = 2**32 - 1
"""A compressed file holds no later moment (RFC 1952, section 2.3.1)."""
_PATIENCE = 10.0
"""Seconds that git gets."""


def settle(root: Path) -> None:
    """Let this process and its children date the site with its commit, unless they were told a date.

    Where there is no commit, the clock decides. Raises BuildFailedError for a date that is none.
    """
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        _check(given, root)
        return
    os.environ.pop(VARIABLE, None)
    moment = committed(root)
    if moment is not None:
        os.environ[VARIABLE] = str(moment)


@contextmanager
def settled(root: Path) -> Iterator[None]:
    """The same for as long as something is built."""
    before = os.environ.get(VARIABLE)
    try:
        settle(root)
        yield
    finally:
        os.environ.pop(VARIABLE, None)
        if before is not None:
            os.environ[VARIABLE] = before


def day() -> str:
    """Say the day that a site is dated with, as mkdocs does: that of the variable, else today, in UTC."""
    given = os.environ.get(VARIABLE)
    moment = datetime.fromtimestamp(int(given), UTC) if given else datetime.now(UTC)
    return moment.date().isoformat()


def committed(root: Path) -> int | None:
    """When the commit of a checkout was made, in seconds since 1970; None where there is no commit.

    Read with git's plumbing: unlike `git log` it starts no program that a repository's configuration names.
    """
    # A checkout that belongs to somebody else is read as well: it runs nothing.
    command = ("git", "-c", "safe.directory=*", "-C", str(root), "cat-file", "commit", "HEAD")
    try:
        commit = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=_PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return None
    head, _, _ = commit.stdout.partition(b"\n\n")
    found = _COMMITTER.search(head)
    return int(found[1]) if found else None


def _check(given: str, root: Path) -> None:
    try:
        if not 0 <= int(given) <= _LAST:
            raise ValueError
        datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        wrong = say(
            "%(variable)s is '%(given)s', which is no number of seconds since 1970; the site is as it was.",
            variable=VARIABLE,
            given=given,
        )
        raise BuildFailedError(told(wrong, root)) from error
