"""What is not translated is counted in sentences that are right for every number."""

from pathlib import Path

import pytest

from generator.l10n.catalogs.files import catalogue_path, parse, written
from generator.l10n.gaps import open_texts, what_is_shown
from generator.project import open_project
from generator.writing import write_files
from tests.builders import loaded_project, write_project
from tests.l10n.catalogs.updates import update


@pytest.mark.parametrize(
    ("missing", "stale", "said"),
    [
        (1, 0, "1 text is not translated"),
        (2, 0, "2 texts are not translated"),
        (0, 1, "1 translation is older than its source"),
        (0, 2, "2 translations are older than their source"),
        (2, 1, "2 texts are not translated, 1 is older than its source"),
        (1, 2, "1 text is not translated, 2 are older than their source"),
    ],
)
def test_open_texts_are_counted_in_the_right_form(missing: int, stale: int, said: str) -> None:
    assert str(open_texts(missing, stale)) == said


@pytest.mark.parametrize(
    ("sources", "older", "said"),
    [
        (2, 0, "the site shows the source text there"),
        (0, 2, "the site shows the older translation there"),
        (2, 1000, "the site shows the source text of 2 and the older translation of 1,000"),
    ],
)
def test_what_readers_get_in_their_place_is_told(sources: int, older: int, said: str) -> None:
    assert what_is_shown(sources, older).text() == said


def told_of_mill(project: Path) -> str:
    """What the Dutch catalogue of one framework lacks, and the next step."""
    _, problems = open_project(project, ["en", "nl"])
    found = next(item for item in problems if item.code == "T410" and "mill" in str(item.place.file))
    return f"{found.message.text()}; {found.hint.text() if found.hint else ''}"


def test_the_next_step_is_the_one_that_helps(tmp_path: Path) -> None:
    project, data = write_project(tmp_path), loaded_project().atlas()
    path = catalogue_path(project / "locales", "nl", "mill")
    assert "shows the source text there; Run 'atlas l10n update', then translate: mill:" in told_of_mill(
        project
    )

    update(data, project / "locales", "nl")
    assert "shows the source text there; Translate: mill:" in told_of_mill(project)

    catalogue = parse(path.read_text(encoding="utf-8"))
    for entry in catalogue:
        entry.msgstr = "Een tekst"
    catalogue[1].flags, catalogue[1].previous_msgid = ["fuzzy"], f"{catalogue[1].msgid}!"
    write_files({path: written(catalogue)})
    said = told_of_mill(project)
    assert said.startswith("1 translation is older than its source, of ")
    assert "the site shows the older translation there; Mend what no longer fits, accept what" in said

    catalogue[2].flags, catalogue[2].previous_msgid = ["fuzzy"], f"No {catalogue[2].msgid}"
    write_files({path: written(catalogue)})
    assert "the site shows the source text of 1 and the older translation of 1; Mend" in told_of_mill(project)
