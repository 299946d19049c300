"""`atlas export` writes the published data without building the site, or one framework as a table."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.site.projects import content, replace

Output = pytest.CaptureFixture[str]


def test_the_data_is_written_below_a_folder(project: Path) -> None:
    assert main(["export", "-d", "data"]) == 0
    assert "api/v1/frameworks.json" in content(project / "data")
    assert "api/v1/nl/frameworks/harbour.json" in content(project / "data")


def test_with_errors_nothing_is_written(project: Path) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["export", "-d", "data"]) == 1
    assert not (project / "data").exists()


@pytest.mark.parametrize("form", ["csv", "xlsx", "md"])
def test_one_framework_is_written_as_a_table(project: Path, capsys: Output, form: str) -> None:
    assert main(["export", "harbour", "--format", form]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Wrote harbour.{form}.",
        "The table has no place for: source.further, transitions, claims, on_themes, self_assessment.",
    ]
    before = (project / f"harbour.{form}").read_bytes()
    assert main(["export", "harbour", "--format", form, "-d", "again"]) == 0
    assert (project / "again" / f"harbour.{form}").read_bytes() == before
    assert main(["export", "harbour", "--format", form, "-d", f"named.{form}"]) == 0
    assert (project / f"named.{form}").read_bytes() == before


def test_a_table_that_is_there_and_says_something_else_is_written_over_only_with_force(
    project: Path, capsys: Output
) -> None:
    table = project / "harbour.xlsx"
    table.write_bytes(b"hers")
    assert main(["export", "harbour", "--format", "xlsx"]) == 1
    assert table.read_bytes() == b"hers"
    assert capsys.readouterr().err == (
        "harbour.xlsx is there already, with other content; nothing was written. "
        "To write over it: --force; to write elsewhere: -d PATH\n"
    )
    for _ in range(2):
        assert main(["export", "harbour", "--format", "xlsx", "-d", "mine.xlsx"]) == 0
    assert main(["export", "harbour", "--format", "xlsx", "--force"]) == 0
    assert table.read_bytes() == (project / "mine.xlsx").read_bytes()


def test_the_tables_first_row_is_for_people_and_its_second_for_the_way_back(project: Path) -> None:
    main(["export", "harbour", "--format", "md"])
    lines = (project / "harbour.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "| Id | Dimension | Group | Question | Themes | Pier | Dock | Port |"
    assert lines[2] == "| #harbour/en | #title | #group | #question | #themes | pier | dock | port |"


def test_a_framework_without_a_matrix_cannot_be_a_table(project: Path, capsys: Output) -> None:
    assert main(["export", "mill"]) == 1
    assert capsys.readouterr().err == "'mill' has layers and no levels: there is no matrix to write.\n"
    assert not (project / "mill.csv").exists()
