"""Run `atlas crosswalk new`, which writes drafts of what nobody has judged yet."""

import argparse
import datetime
from pathlib import Path

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND, FailedError
from generator.cli.crosswalk.asked import Pair, asked_pairs, language_of_pair, suggesters
from generator.cli.drafting import answer_in_language, words
from generator.cli.telling import put, short, spoken, tell
from generator.editing.crosswalks.drafting import Draft, Outset, added_to, draft, whole_file
from generator.editing.crosswalks.suggesting import Suggester
from generator.editing.crosswalks.worklist import empty_walk
from generator.load.documents import parse_document
from generator.model import Crosswalk
from generator.problems import errors, say, say_many


def run_new(given: argparse.Namespace) -> int:
    """Write a file for each pair, or add to it what it passes over."""
    root = project_folder()
    answer_in_language(given, root)
    project = sound_project(root, drafts=True)
    pairs = asked_pairs(project.atlas, [given.one, *([given.other] if given.other else [])])
    suggester_of = suggesters(project)
    begun = []
    for pair in pairs:
        language = language_of_pair(project, pair, given.language)
        outset = Outset(language, given.author, datetime.date.today())
        begun.append(_begin(root, pair, project.atlas.crosswalks, suggester_of(pair), outset))
    if any(begun):
        tell(say("Each is a draft till its reason is written: 'atlas crosswalk todo' lists what is left."))
    return SOUND


def _begin(
    root: Path, pair: Pair, known: tuple[Crosswalk, ...], suggester: Suggester, outset: Outset
) -> bool:
    """Write the drafts of a pair; say whether there are any."""
    speak = words(spoken(root))
    path = root / "frameworks" / "crosswalks" / f"{'--'.join(pair)}.yaml"
    walk = next((item for item in known if (item.subject, item.object) == pair), None)
    made = draft(walk or empty_walk(*pair), suggester, outset, speak)
    count = len(made.mappings) + len(made.absences)
    if walk is not None and not count:
        tell(say("%(path)s passes over nothing.", path=short(path)))
        return False
    if walk is None:
        put(path, whole_file(empty_walk(*pair), made, outset, speak).encode())
    else:
        put(path, _added(path, walk, made))
    message = say_many(
        "%(path)s: %(number)s draft to judge.",
        "%(path)s: %(number)s drafts to judge.",
        count,
        path=short(path),
    )
    tell(message)
    return True


def _added(path: Path, walk: Crosswalk, made: Draft) -> bytes:
    """Add drafts to a file; fail where that is written in a form to which nothing can be added."""
    content = added_to(path.read_text(encoding="utf-8"), made).encode()
    read, problems = parse_document(content, path.name, Crosswalk)
    kept = read is not None and (
        read.record.mappings[: len(walk.mappings)] == walk.mappings
        and read.record.no_counterpart[: len(walk.no_counterpart)] == walk.no_counterpart
        and len(read.record.mappings) == len(walk.mappings) + len(made.mappings)
        and len(read.record.no_counterpart) == len(walk.no_counterpart) + len(made.absences)
    )
    if errors(problems) or not kept:
        raise FailedError(
            "%(path)s is written in a form to which nothing can be added; give 'mappings:' and "
            "'no_counterpart:' a line with '- ' for each item.",
            path=short(path),
        )
    return content
