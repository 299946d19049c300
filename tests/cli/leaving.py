"""Run a command of which nothing may come but what it says."""

from collections.abc import Sequence
from pathlib import Path

from generator.cli import main
from tests.site.projects import content


def leaving(folder: Path, arguments: Sequence[str]) -> int:
    """Run a command that leaves a folder as it is; gives how it ended."""
    before = content(folder)
    ended = main(arguments)
    assert content(folder) == before
    return ended
