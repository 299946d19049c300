"""What commands do in a project about two subjects."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.load import load
from generator.problems import errors
from generator.validate import validate
from tests.builders import write_second_subject
from tests.site.projects import write

Output = pytest.CaptureFixture[str]


@pytest.fixture
def two(project: Path) -> Path:
    """The small project with a second subject, which is the current folder."""
    return write_second_subject(project)


def test_a_new_framework_of_a_subject_is_spread_over_its_scale_and_told_its_themes(two: Path) -> None:
    assert main(["new", "spoon", "--subject", "kitchens", "--levels", "3"]) == 0

    text = (two / "frameworks" / "spoon.yaml").read_text(encoding="utf-8")
    loaded, problems = load(two / "frameworks")
    spoon = next(item.record for item in loaded.frameworks if item.record.id == "spoon")
    assert problems == ()
    assert spoon.subject == "kitchens"
    assert [level.span.end for level in spoon.levels if level.span] == [1, 2, 3]
    assert "0–1 Raw; 1–2 Warm; 2–3 Done" in text
    assert "- recipes: " in text
    assert "- people: " not in text
    assert not errors(validate(loaded))


def test_without_a_subject_it_is_of_the_first(two: Path) -> None:
    assert main(["new", "oar"]) == 0

    text = (two / "frameworks" / "oar.yaml").read_text(encoding="utf-8")
    assert "subject:" not in text
    assert "0–1 Ebb; 1–2 Rising; 2–3 High; 3–4 Spring tide" in text


def test_a_table_becomes_a_framework_of_a_subject(two: Path) -> None:
    write(two / "table.md", "| | Level 1 | Level 2 |\n|---|---|---|\n| Cook | Nobody. | A cook. |\n")

    assert main(["import", "table.md", "--id", "spoon", "--subject", "kitchens"]) == 0

    text = (two / "frameworks" / "spoon.yaml").read_text(encoding="utf-8")
    assert "source_language: en\n" in text
    assert "subject: kitchens\n" in text
    assert "to: 3\n" in text


def test_a_subject_that_is_not_there_is_refused_with_what_may_be_meant(two: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "new", "spoon", "--subject", "kitchen"]) == 2

    assert "no subject has the id 'kitchen'. Did you mean 'kitchens'?" in capsys.readouterr().err
    assert not (two / "frameworks" / "spoon.yaml").exists()


def test_crosswalks_are_begun_and_listed_within_a_subject(two: Path, capsys: Output) -> None:
    (two / "frameworks" / "crosswalks" / "oven--pantry.yaml").unlink()

    assert main(["--lang", "en", "crosswalk", "todo", "oven"]) == 0
    listed = capsys.readouterr().out
    assert main(["--lang", "en", "crosswalk", "new", "oven"]) == 0

    assert "harbour" not in listed
    assert listed.endswith("0 of 4 levels and layers are judged; 0 stand in drafts.\n")
    assert sorted(path.stem for path in (two / "frameworks" / "crosswalks").glob("*oven*")) == [
        "oven--pantry"
    ]


def test_a_pair_of_two_subjects_is_refused(two: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "crosswalk", "new", "oven", "harbour"]) == 2

    assert "'oven' and 'harbour' are about different subjects" in capsys.readouterr().err


def test_a_subject_gets_another_id_wherever_it_is_named(two: Path) -> None:
    assert main(["rename", "subjects/kitchens", "subjects/cooks"]) == 0

    loaded, problems = load(two / "frameworks")
    assert problems == ()
    assert [subject.id for subject in loaded.atlas().shared.subjects.subjects] == ["shores", "cooks"]
    assert [item.id for item in loaded.atlas().by_subject["cooks"].frameworks] == ["oven", "pantry"]
    assert not validate(loaded)
