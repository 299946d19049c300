"""Crosswalks are begun and listed from the command line, and never stop a build while they are unfinished."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.cli import main
from generator.cli.crosswalk.asked import suggesters
from generator.editing.tables import read_tables
from generator.load import load
from generator.problems import errors
from generator.validate import validate
from tests import builders

Output = pytest.CaptureFixture[str]
FILE = "frameworks/crosswalks/harbour--lantern.yaml"


def ends(project: Path) -> list[str]:
    """The ends that stand in the crosswalk, in its order."""
    [walk] = [
        item.record for item in load(project / "frameworks")[0].crosswalks if item.record.object == "lantern"
    ]
    return [
        *(end for item in walk.mappings for end in (item.subject, item.object)),
        *(item.subject for item in walk.no_counterpart),
    ]


def test_a_new_crosswalk_has_every_level_and_is_no_error(project: Path, capsys: Output) -> None:
    (project / FILE).unlink()

    assert main(["--lang", "en", "crosswalk", "new", "lantern", "harbour", "--author", "editor"]) == 0

    told = capsys.readouterr().out
    loaded, found = load(project / "frameworks")
    assert f"{FILE}: " in told
    assert errors((*found, *validate(loaded))) == ()
    harbour = {f"harbour/levels/{name}" for name in ("pier", "dock", "port")}
    assert harbour | {"lantern/levels/candle", "lantern/levels/lighthouse"} <= set(ends(project))
    text = (project / FILE).read_text(encoding="utf-8")
    assert "# lantern/levels/candle (0–1): " in text
    assert "justification: ✎ " in text
    assert "author: editor" in text


def test_what_is_begun_is_published_nowhere_and_its_page_says_so(project: Path, capsys: Output) -> None:
    (project / FILE).unlink()
    main(["--lang", "en", "crosswalk", "new", "lantern", "harbour"])
    capsys.readouterr()

    assert main(["--lang", "en", "validate"]) == 0
    assert "warning[F222]" in capsys.readouterr().out


def test_only_what_a_crosswalk_passes_over_is_added(project: Path, capsys: Output) -> None:
    path = project / FILE
    text = path.read_text(encoding="utf-8")
    start = text.index("  - id: port-lighthouse")
    kept = text[:start] + "\n# The rest is to come.\n" + text[text.index("no_counterpart:") :]
    path.write_text(kept, encoding="utf-8")

    assert main(["--lang", "en", "crosswalk", "new", "harbour", "lantern"]) == 0

    after = path.read_text(encoding="utf-8")
    assert after.startswith(text[:start])
    assert "# The rest is to come." in after
    assert "lantern/levels/lighthouse" in ends(project)
    assert "Each is a draft" in capsys.readouterr().out
    assert main(["--lang", "en", "crosswalk", "new", "harbour", "lantern"]) == 0
    assert path.read_text(encoding="utf-8") == after


def test_where_a_crosswalk_passes_over_nothing_no_draft_is_spoken_of(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "crosswalk", "new", "harbour", "lantern"]) == 0
    assert capsys.readouterr().out == f"{FILE} passes over nothing.\n"


def test_one_framework_means_all_its_pairs(project: Path, capsys: Output) -> None:
    for path in (project / "frameworks/crosswalks").iterdir():
        path.unlink()

    assert main(["--lang", "en", "crosswalk", "new", "harbour"]) == 0

    written = sorted(path.name for path in (project / "frameworks/crosswalks").iterdir())
    assert written == ["harbour--lantern.yaml", "harbour--mill.yaml"]


def test_the_worklist_is_empty_where_all_is_judged(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "crosswalk", "todo", "harbour", "lantern"]) == 0
    assert capsys.readouterr().out == "5 of 5 levels and layers are judged; 0 stand in drafts.\n"


def test_the_worklist_goes_across_files_and_says_what_may_answer(project: Path, capsys: Output) -> None:
    (project / FILE).unlink()

    assert main(["--lang", "en", "crosswalk", "todo", "-v"]) == 0

    told = capsys.readouterr().out.splitlines()
    [line] = [line for line in told if line.startswith("lantern/levels/candle")]
    assert "harbour" in line
    assert "not judged" in line
    assert any(line.startswith("    ") and "harbour/levels/pier: " in line for line in told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("crosswalk new harbuor", "Did you mean 'harbour'?"),
        ("crosswalk new mill mill", "name two different frameworks"),
        ("new harbour--mill", "atlas crosswalk new harbour mill"),
    ],
)
def test_a_wrong_name_is_answered_with_a_right_one(
    project: Path, line: str, told: str, capsys: Output
) -> None:
    assert main(["--lang", "en", *line.split()]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("pair", "options", "language"),
    [
        ("harbour mill", "", "en"),
        ("harbour lantern", "", "nl"),
        ("harbour mill", "--lang nl", "nl"),
    ],
    ids=["that of both", "that of answers", "as asked for"],
)
def test_a_new_crosswalk_is_in_the_language_of_its_frameworks_or_else_of_answers(
    project: Path, pair: str, options: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATLAS_LANG", "nl")
    path = project / f"frameworks/crosswalks/{pair.replace(' ', '--')}.yaml"
    path.unlink()

    assert main(["crosswalk", "export", *pair.split(), *options.split()]) == 0
    assert main(["crosswalk", "new", *pair.split(), *options.split()]) == 0

    assert f"source_language: {language}\n" in path.read_text(encoding="utf-8")
    book = f"{path.stem}.xlsx"
    rows = read_tables(Path(book).read_bytes(), book).tables[0].rows
    assert rows[1][0].text == f"#crosswalk/{path.stem}/{language}"


def test_words_are_compared_in_the_language_of_both_frameworks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_LANG", "en")
    dutch = (builders.framework(name, source_language="nl") for name in ("ferry", "harbour"))
    data = builders.atlas(*dutch, builders.framework("mill"))
    views = builders.views(data, "en", "nl")
    project: Any = SimpleNamespace(atlas=data, views=views, default_language="en")
    suggester_of = suggesters(project)

    assert suggester_of(("ferry", "harbour")).seen is views["nl"].atlas
    assert suggester_of(("ferry", "mill")).seen is views["en"].atlas


def test_a_level_that_lies_apart_from_all_others_may_have_no_counterpart(
    project: Path, capsys: Output
) -> None:
    (project / FILE).unlink()
    path = project / "frameworks/lantern.yaml"
    text = path.read_text(encoding="utf-8").replace("from: 2", "from: 3")
    path.write_text(text.replace("to: 1", "to: 0.5"), encoding="utf-8")

    assert main(["--lang", "en", "crosswalk", "todo", "harbour", "lantern"]) == 0

    [line] = [line for line in capsys.readouterr().out.splitlines() if line.startswith("harbour/levels/dock")]
    assert line.endswith("no-counterpart?")
