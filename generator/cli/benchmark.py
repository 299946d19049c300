"""Add the command `atlas benchmark add`, which counts saved results into a benchmark."""

import argparse
import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND, Commands, FailedError, UsageError, command, group
from generator.cli.telling import put, short, tell
from generator.problems import say, say_many

if TYPE_CHECKING:
    from generator.model import Framework
    from generator.quiz import Count, Quiz

_MOST = 1024 * 1024


def add(commands: Commands) -> None:
    """Describe the command."""
    example = (
        "atlas benchmark add results/*.json --id ports --title 'Ports on one sea' --publisher 'The office'"
    )
    parser = command(
        group(commands, "benchmark", "count saved results into a benchmark", example),
        "add",
        run,
        "count results that people hand in as files, and write a benchmark of them",
        example,
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a result saved from the quiz")
    parser.add_argument("--id", required=True, help="the benchmark's id, and the name of its file")
    parser.add_argument("--title", required=True, help="who was counted, in a few words")
    parser.add_argument("--publisher", required=True, help="who stands for the count")
    parser.add_argument("--document", help="the title of what it is published in; the title without it")
    parser.add_argument("--year", type=int, help="the year of the count; this year without it")
    parser.add_argument(
        "--join", action="store_true", help="put levels where fewer than five stand together with the next"
    )


def run(given: argparse.Namespace) -> int:
    """Count the files of one quiz and write `frameworks/benchmarks/ID.yaml`, or say why not."""
    from generator.load.documents import parse_document
    from generator.model import LEAST, Benchmark
    from generator.quiz import count, joined, quiz_of

    root = project_folder()
    project = sound_project(root)
    path = project.folders.frameworks / "benchmarks" / f"{given.id}.yaml"
    if path.exists():
        raise UsageError("%(path)s is there already", path=short(path))
    results = {file: _read(file) for file in dict.fromkeys(given.files)}
    ids = {result["quiz"] for result in results.values()}
    known = {item.id: item for item in project.atlas.frameworks}
    if len(ids) > 1:
        raise FailedError("These are results of several quizzes: %(ids)s.", ids=", ".join(sorted(ids)))
    framework = known.get(next(iter(ids)))
    if framework is None or not framework.levels:
        raise FailedError("No framework with levels has the quiz '%(id)s'.", id=next(iter(ids)))
    quiz = quiz_of(framework)
    counted = count(quiz, [_fitting(quiz, file, result) for file, result in results.items()])
    if counted.n < LEAST:
        raise FailedError(
            "%(n)s results are too few: fewer than %(least)s say more of who took part than of others.",
            n=counted.n,
            least=LEAST,
        )
    bars = joined(counted.bars) if given.join else counted.bars
    if any(bar.tells_on_people for bar in bars):
        raise FailedError(
            "Fewer than five stand at a level, and could be known by it. With --join such levels are "
            "put together with the next."
        )
    text = _written(given, framework, replace(counted, bars=bars))
    read, problems = parse_document(text.encode(), path.name, Benchmark)
    if read is None or problems:
        raise FailedError(problems[0].message)
    put(path, text.encode())
    tell(
        say_many(
            "Wrote %(path)s: %(number)s result.",
            "Wrote %(path)s: %(number)s results.",
            counted.n,
            path=short(path),
        )
    )
    tell(say("Next: say in 'about' how they were found and who answered, then 'atlas l10n update'."))
    return SOUND


def _read(file: Path) -> Mapping[str, Any]:
    from generator.untrusted import read_file

    content = read_file(file, file.parent, _MOST)
    try:
        data = json.loads(content) if isinstance(content, bytes) else None
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or not isinstance(data.get("answers"), dict):
        data = {}
    if not all(isinstance(data.get(key), str) for key in ("quiz", "version")):
        raise FailedError("%(path)s is no result that was saved from a quiz.", path=short(file))
    return data


def _fitting(quiz: "Quiz", file: Path, result: Mapping[str, Any]) -> Mapping[str, str]:
    """The answers; those to another version of the quiz would count something else."""
    if result["version"] != quiz.version:
        raise FailedError("%(path)s holds answers to another version of this quiz.", path=short(file))
    return {str(ask): answer for ask, answer in result["answers"].items() if isinstance(answer, str)}


def _written(given: argparse.Namespace, framework: "Framework", counted: "Count") -> str:
    import yaml

    ids = [None, *(level.id for level in framework.levels)]
    bars: Sequence[Mapping[str, Any]] = [
        {
            **({"from": ids[bar.low]} if bar.low else {}),
            **({"to": ids[bar.high]} if bar.high > bar.low else {}),
            "count": bar.count,
        }
        for bar in counted.bars
    ]
    data = {
        "id": given.id,
        "source_language": framework.source_language,
        "framework": framework.id,
        "title": given.title,
        "document": given.document or given.title,
        "publisher": given.publisher,
        "year": given.year or datetime.date.today().year,
        "n": counted.n,
        "bars": bars,
        "without_level": counted.without_level,
    }
    head = "# yaml-language-server: $schema=../../schemas/benchmark.schema.json\n"
    return head + yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)
