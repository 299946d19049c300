"""Say what came of a build: problems of the data, what mkdocs logged, and what was made."""

import logging
from collections.abc import Sequence
from pathlib import Path

from generator.problems import Message, Problem, say, say_many
from generator.project import Project
from generator.site.failure import BuildFailedError, answering, told
from generator.site.finished_files import FinishedFiles
from generator.site.language import MadeLanguage
from generator.site.settings import Settings

log = logging.getLogger("mkdocs.plugins.atlas")


def say_problem(root: Path, problem: Problem) -> None:
    """Log a warning of the data, which stops no build."""
    log.info("%s", problem.text(answering(root)))


def what_was_read(project: Project) -> Message:
    """Count what a site is made from."""
    return say(
        "Read and checked: %(frameworks)s, %(crosswalks)s, %(languages)s.",
        frameworks=say_many("%(number)s framework", "%(number)s frameworks", len(project.atlas.frameworks)),
        crosswalks=say_many("%(number)s crosswalk", "%(number)s crosswalks", len(project.atlas.crosswalks)),
        languages=say_many("%(number)s language", "%(number)s languages", len(project.views)),
    )


def what_was_made(made: Sequence[MadeLanguage], data: FinishedFiles) -> Message:
    """Count what a site consists of."""
    return say(
        "Made: %(pages)s, %(data)s; %(taken)s taken from the last site.",
        pages=say_many("%(number)s page", "%(number)s pages", sum(item.pages for item in made)),
        data=say_many("%(number)s data file", "%(number)s data files", len(data.files)),
        taken=say_many("%(number)s file", "%(number)s files", sum(item.taken for item in made) + data.taken),
    )


def what_took(item: MadeLanguage) -> Message:
    """Say where the time of one language went."""
    assets, pages, search, compression = (f"{seconds:.2f}" for seconds in item.seconds)
    return say(
        "%(language)s: assets %(assets)s s, pages %(pages)s s, search %(search)s s, "
        "compression %(compression)s s",
        language=item.tag,
        assets=assets,
        pages=pages,
        search=search,
        compression=compression,
    )


def check_made(made: Sequence[MadeLanguage], settings: Settings) -> None:
    """Say what mkdocs logged of each language; BuildFailedError where one is not whole."""
    for item in made:
        for level, words in item.said:
            # Other languages say what the default one says; a failed one is heard in full.
            other = item is not made[0]
            heard = logging.DEBUG if other and level < logging.WARNING and item.failure is None else level
            log.log(heard, "%s", f"[{item.tag}] {words}" if other else words)
    if failures := [item.failure for item in made if item.failure is not None]:
        raise BuildFailedError("\n".join(dict.fromkeys(filter(None, failures))))
    if settings.config.strict and (number := sum(item.warnings for item in made)):
        refused = say_many(
            "%(number)s warning fails a strict build; the site is as it was.",
            "%(number)s warnings fail a strict build; the site is as it was.",
            number,
        )
        raise BuildFailedError(told(refused, settings.root))
