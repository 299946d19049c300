"""`atlas export` writes the published data without building the site."""

from pathlib import Path

from generator.cli import main
from tests.site.projects import content, replace


def test_the_data_is_written_below_a_folder(project: Path) -> None:
    assert main(["export", "-d", "data"]) == 0
    assert "api/v1/frameworks.json" in content(project / "data")
    assert "api/v1/nl/frameworks/harbour.json" in content(project / "data")


def test_with_errors_nothing_is_written(project: Path) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["export", "-d", "data"]) == 1
    assert not (project / "data").exists()
