"""What is told of subjects, and what of one subject is left alone by the rules of another."""

from pathlib import Path

from generator.load import load
from generator.validate import coverage, gates, validate
from tests.builders import write_project, write_second_subject
from tests.golden import told


def project(folder: Path, *changes: tuple[str, str, str]) -> Path:
    """The folder of a project about two subjects, with texts of its files changed."""
    write_second_subject(write_project(folder))
    for name, old, new in changes:
        file = folder / "frameworks" / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (name, old)
        file.write_text(text.replace(old, new), encoding="utf-8")
    return folder / "frameworks"


def told_of(folder: Path) -> str:
    """All that an editor is told of a project."""
    loaded, problems = load(folder)
    return told((*problems, *validate(loaded)))


def test_nothing_is_told_of_two_subjects_that_stay_apart(tmp_path: Path) -> None:
    assert told_of(project(tmp_path)) == ""


def test_an_unknown_subject_is_told_with_what_may_be_meant(tmp_path: Path) -> None:
    folder = project(tmp_path, ("oven.yaml", "subject: kitchens", "subject: kitchen"))

    assert told_of(folder) == (
        "frameworks/oven.yaml:2:10: error[F270]: Nothing has the id 'kitchen'\n"
        "    = Did you mean 'kitchens'?\n"
    )


def test_a_subject_stands_in_the_list_once(tmp_path: Path) -> None:
    folder = project(tmp_path, ("subjects.yaml", "  - id: shores", "  - id: kitchens"))

    assert "error[F203]: subjects: the id 'kitchens' stands here twice" in told_of(folder)


def test_a_theme_of_another_subject_is_told_where_it_is_used(tmp_path: Path) -> None:
    folder = project(tmp_path, ("oven.yaml", "themes: [recipes]", "themes: [recipes, people]"))

    assert told_of(folder) == (
        "frameworks/oven.yaml:31:23: error[F272]: 'people' is a theme of another subject: 'shores'\n"
        "    = Refer to a theme of 'kitchens'\n"
    )


def test_a_span_ends_on_the_scale_of_its_subject(tmp_path: Path) -> None:
    folder = project(tmp_path, ("pantry.yaml", "from: 2\n      to: 3", "from: 2\n      to: 4"))

    assert "The span of 'shelf' ends at 4; the scale ends at 3" in told_of(folder)


def test_a_word_is_absent_from_the_frameworks_of_a_subject(tmp_path: Path) -> None:
    folder = project(tmp_path, ("oven.yaml", "One ember for", "One storm for"))

    assert told_of(folder) == ""


def test_pairs_and_gates_count_within_a_subject(tmp_path: Path) -> None:
    data = load(project(tmp_path))[0].atlas()

    counted = [gate.text().rpartition(": ")[2] for gate in gates(data)]

    assert [item.pair for item in coverage(data, {})] == [
        ("harbour", "lantern"),
        ("harbour", "mill"),
        ("lantern", "mill"),
        ("oven", "pantry"),
    ]
    # Two mappings of the kitchens, and a finding: the frameworks of the shores do not count there.
    assert counted == ["0.", "6.", "2.", "0.", "3.", "1."]
