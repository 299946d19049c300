"""Tables for import from somebody who means harm.

Formulas, workbooks that unpack without end and XML with entities: `tests/editing/tables` and `tests/export`.
"""

from pathlib import Path

import pytest

from generator.cli import main
from generator.editing.tables import UnreadableTableError, read_tables
from generator.load import load
from tests.builders import write_project
from tests.hostile.files import MEGABYTES_50, make_huge, make_pipe
from tests.site.projects import CONFIGURATION, write

Output = pytest.CaptureFixture[str]

TABLE = ";Level 1;Level 2\nCrew;Nobody.;{text}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The invented project, which is the current folder."""
    project = write_project(tmp_path / "project")
    write(project / "mkdocs.yml", CONFIGURATION.replace("  custom_dir: templates/theme\n", ""))
    monkeypatch.chdir(project)
    return project


def test_fifty_megabytes_are_refused_by_their_size_and_not_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    make_huge(project / "table.csv")

    assert main(["--lang", "en", "import", "table.csv", "--id", "quay"]) == 1
    assert f"error[I701]: The file has {MEGABYTES_50:,} bytes; at most" in "".join(capsys.readouterr())


def test_a_pipe_is_refused_without_waiting(project: Path, capsys: Output) -> None:
    make_pipe(project / "table.csv")

    assert main(["--lang", "en", "import", "table.csv", "--id", "quay"]) == 2


@pytest.mark.parametrize("name", ["../../x", "..", "/etc/x", "a/b", "a\0b", "{{7*7}}"])
def test_an_id_that_would_climb_out_of_its_folder_is_refused(
    name: str, project: Path, capsys: Output
) -> None:
    write(project / "table.csv", TABLE.format(text="A crew."))
    before = sorted(project.parent.rglob("*"))

    assert main(["--lang", "en", "import", "table.csv", "--id", name]) in (1, 2)
    assert sorted(project.parent.rglob("*")) == before


@pytest.mark.parametrize(
    "text",
    [
        "A \u202ecrew.",
        "A \u2066crew.",
        "\x07",
        "!!python/object:os.system",
        "*a",
        "&a x",
        "<<: x",
        "{{ 7*7 }}",
    ],
)
def test_a_text_stays_a_text_and_what_hides_is_told(text: str, project: Path, capsys: Output) -> None:
    write(project / "table.csv", TABLE.format(text=text))

    assert main(["--lang", "en", "import", "table.csv", "--id", "quay", "--lang", "en"]) in (0, 1)
    told = "".join(capsys.readouterr())
    written = load(project / "frameworks")[0].frameworks
    [quay] = [document.record for document in written if document.record.id == "quay"]

    assert ("warning[I726]: The invisible character" in told) == (not text.isprintable())
    shown = "".join(sign for sign in text if sign.isprintable())
    assert [*quay.cells["crew"].values()][1:] == [shown or "✎ What this looks like here."]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"|\r-|", None),
        (b"|\n-|\n|\n", None),
        (b"|\n-|\n" + b"|\n" * 3000, "I701"),
    ],
)
def test_a_row_that_is_one_pipe_is_a_row_without_text(content: bytes, told: str | None) -> None:
    """Found by `make fuzz`."""
    if told:
        with pytest.raises(UnreadableTableError) as refusal:
            read_tables(content, "table.md")
        assert refusal.value.problem.code == told
    else:
        [table] = read_tables(content, "table.md").tables
        assert {cell.text for row in table.rows for cell in row} == {""}
