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
        "The table has no place for: source.further, transitions, claims, self_assessment.",
    ]
    before = (project / f"harbour.{form}").read_bytes()
    assert main(["export", "harbour", "--format", form, "-d", "again"]) == 0
    assert (project / "again" / f"harbour.{form}").read_bytes() == before
    assert main(["export", "harbour", "--format", form, "-d", f"named.{form}"]) == 0
    assert (project / f"named.{form}").read_bytes() == before


def test_the_tables_first_row_is_for_people_and_its_second_for_the_way_back(project: Path) -> None:
    main(["export", "harbour", "--format", "md"])
    lines = (project / "harbour.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "| Id | Dimension | Group | Question | Themes | Pier | Dock | Port |"
    assert lines[2] == "| #harbour/en | #title | #group | #question | #themes | pier | dock | port |"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["habour"], 2, "atlas: no framework has the id 'habour'. Did you mean 'harbour'?"),
        (["--format", "md"], 2, "atlas: name a framework: atlas export ID --format md"),
        (["harbour", "-l", "fr"], 2, "atlas: -l fr: the site has en, nl"),
        (["mill"], 1, "'mill' has layers and no levels: there is no matrix to write."),
    ],
)
def test_what_cannot_be_a_table_is_told(
    project: Path, capsys: Output, arguments: list[str], code: int, said: str
) -> None:
    assert main(["export", *arguments]) == code
    assert capsys.readouterr().err == f"{said}\n"
    assert not [path.name for path in project.iterdir() if path.suffix in (".csv", ".md", ".xlsx")]
