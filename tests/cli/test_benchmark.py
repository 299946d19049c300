"""`atlas benchmark add` counts saved results, and refuses what would tell on those who handed them in."""

import json
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.model import Framework
from generator.quiz import quiz_of
from tests.builders import loaded_project

Output = pytest.CaptureFixture[str]
OPTIONS = ("--id", "ports", "--title", "Ports on one sea", "--publisher", "Harbour Office", "--year", "2026")
FILE = Path("frameworks/benchmarks/ports.yaml")


def harbour() -> Framework:
    """The framework whose quiz was taken."""
    return loaded_project().atlas().framework("harbour")


def saved(*places: int, version: str | None = None) -> list[str]:
    """Files of results: each reaches a level, by its number."""
    quiz = quiz_of(harbour())
    for number, place in enumerate(places):
        given = {
            ask.id: next(
                c.value for c in ask.choices if (c.reaches > 0) == (ask.choices[-1].reaches <= place)
            )
            for ask in quiz.questions
        }
        result = {"quiz": "harbour", "version": version or quiz.version, "answers": given}
        Path(f"result-{number}.json").write_text(json.dumps(result))
    return [f"result-{number}.json" for number in range(len(places))]


def test_it_writes_a_sound_benchmark_of_the_counts(up_to_date: Path, capsys: Output) -> None:
    assert main(["benchmark", "add", *saved(*[2] * 12, *[3] * 9), *OPTIONS]) == 0
    found = yaml.safe_load(FILE.read_text())
    assert (found["framework"], found["n"], found["without_level"]) == ("harbour", 21, 0)
    counts = {bar.get("from"): bar["count"] for bar in found["bars"]}
    assert (counts["dock"], counts["port"], sum(counts.values())) == (12, 9, 21)
    assert "21 results" in capsys.readouterr().out
    assert main(["l10n", "update"]) == 0
    assert main(["validate"]) == 0


@pytest.mark.parametrize("few", [[2] * 19, [2] * 16 + [3] * 4])
def test_it_refuses_few_results_and_levels_where_few_stand(
    few: list[int], up_to_date: Path, capsys: Output
) -> None:
    assert main(["benchmark", "add", *saved(*few), *OPTIONS]) == 1
    assert not FILE.exists()
    assert "few" in capsys.readouterr().err.lower()


def test_levels_where_few_stand_can_be_joined(up_to_date: Path) -> None:
    assert main(["benchmark", "add", *saved(*[2] * 16, *[3] * 4), *OPTIONS, "--join"]) == 0
    bars = yaml.safe_load(FILE.read_text())["bars"]
    assert bars[-1] == {"from": "dock", "to": "port", "count": 20}


def test_what_is_no_result_of_this_quiz_is_named(up_to_date: Path, capsys: Output) -> None:
    for content in ("", "[]", '{"quiz": "harbour", "version": 5, "answers": {}}', "\xff"):
        Path("odd.json").write_text(content, encoding="latin-1")
        assert main(["benchmark", "add", "odd.json", *OPTIONS]) == 1
        assert "odd.json is no result" in capsys.readouterr().err
    assert main(["benchmark", "add", *saved(2, version="00000000"), *OPTIONS]) == 1
    assert "another version" in capsys.readouterr().err
    Path("odd.json").write_text('{"quiz": "mill", "version": "1", "answers": {}}')
    assert main(["benchmark", "add", "odd.json", *OPTIONS]) == 1
    assert "'mill'" in capsys.readouterr().err
    assert main(["benchmark", "add", *saved(2), "odd.json", *OPTIONS]) == 1
    assert "several quizzes" in capsys.readouterr().err
    assert not FILE.exists()


def test_a_benchmark_that_is_there_is_not_written_over(up_to_date: Path, capsys: Output) -> None:
    assert main(["benchmark", "add", *saved(*[2] * 20), *OPTIONS]) == 0
    before = FILE.read_text()
    assert main(["benchmark", "add", *saved(*[3] * 20), *OPTIONS]) != 0
    assert FILE.read_text() == before
    assert "there already" in capsys.readouterr().err
