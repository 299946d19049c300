"""What `atlas validate` calls sound is built; what is not is told by both at the same places."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.load import load
from generator.problems import errors
from generator.site.build import build_site
from generator.site.failure import BuildFailedError
from generator.site.settings import Request
from generator.validate import validate
from tests.golden import CASES, Case, cases, change, changed_project
from tests.site.projects import replace, write, write_site_project

DATA: list[Case] = [
    case.values[0]
    for name in ("load/documents", *(f"validate/{path.stem}" for path in (CASES / "validate").glob("*.yaml")))
    for case in cases(name)
]
FILES = [path for folder in ("prose", "yaml") for path in sorted((CASES / folder).iterdir())]
FOLDERS = {".md": "docs/en", ".svg": "docs/en", ".yaml": "frameworks"}

Told = set[tuple[str, str]]
"""The files with errors, and the codes of these."""


def told_by_validate(project: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """What the command lists."""
    main(["validate", "--format", "json", str(project)])
    found = json.loads(capsys.readouterr().out)
    return {(item["file"], item["code"]) for item in found if item["severity"] == "error"}


def told_by_a_build(project: Path) -> Told:
    """What a build lists, which makes a site where that is nothing."""
    try:
        build_site(Request(project, project / "site"))
    except BuildFailedError as failure:
        found = re.findall(r"^(\S+):\d+:\d+: error\[(\w+)\]", str(failure), re.MULTILINE)
        return set(found) or {(str(failure), "")}
    return set()


def is_sound(case: Case, folder: Path) -> bool:
    loaded, problems = load(changed_project(folder, case) / "frameworks")
    return not errors((*problems, *validate(loaded)))


def projects_with(found: list[Case], folder: Path) -> Iterator[Path]:
    """Projects with all of these changes, as many in each as fit together."""
    while found:
        project = write_site_project(folder / str(len(found)))
        left = []
        for case in found:
            try:
                change(project, case)
            except AssertionError:
                left.append(case)
        assert len(left) < len(found)
        yield project
        found = left


def test_all_cases_of_data_that_are_sound_are_built(tmp_path: Path) -> None:
    found = [case for number, case in enumerate(DATA) if is_sound(case, tmp_path / f"case-{number}")]

    assert len(found) > 10
    for project in projects_with(found, tmp_path):
        assert told_by_a_build(project) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_somebody_is_told_by_both_in_the_same_way(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_site_project(tmp_path)
    (project / FOLDERS[path.suffix] / path.name.lstrip("0123456789-")).write_bytes(path.read_bytes())

    told = told_by_validate(project, capsys)

    assert told
    assert told == told_by_a_build(project)


BOMB = "a0: &a0 {k: v}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda text: text + BOMB, "Its aliases stand for more than 100000 values"),
        (lambda text: f"{text}a: &a [*a]\n", "stand for more than"),
        (lambda text: f"{text}a: {'[' * 5000}\n", "nested too deeply"),
        (lambda text: text + "#" * 1_000_000, "at most 1,000,000 are read"),
        (lambda text: text.replace("  - atlas:", "  - nothing:"), "nothing"),
        (lambda text: f"{text}docs_dir: nowhere\n", "nowhere"),
        (lambda text: f"{text}use_directory_urls: false\n", "use_directory_urls"),
    ],
    ids=["bomb", "circle", "depth", "size", "plugin", "folder", "addresses"],
)
def test_settings_of_which_no_site_can_be_built_are_told_by_both(
    changed: Callable[[str], str],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    project = write_site_project(tmp_path)
    file = project / "mkdocs.yml"
    file.write_text(changed(file.read_text(encoding="utf-8")), encoding="utf-8")

    assert main(["--lang", "en", "validate", str(project)]) == 1
    assert said in capsys.readouterr().out
    caplog.clear()
    with pytest.raises(BuildFailedError) as failure:
        build_site(Request(project, project / "site"))
    assert said in f"{failure.value}{caplog.text}"


def test_settings_that_lie_elsewhere_are_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = write_site_project(tmp_path / "project")
    (project / "mkdocs.yml").rename(tmp_path / "other.yml")
    (project / "mkdocs.yml").symlink_to(tmp_path / "other.yml")

    assert main(["--lang", "en", "validate", str(project)]) == 1
    assert "it is a link that leads out of the project" in capsys.readouterr().out
    with pytest.raises(BuildFailedError, match="leads out of the project"):
        build_site(Request(project, project / "site"))


def test_a_template_that_no_engine_reads_is_told_by_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_site_project(tmp_path)
    replace(project / "templates" / "pages" / "quiz.html", "{% set title", "{% sot title")

    told = told_by_validate(project, capsys)

    assert told == {("templates/pages/quiz.html", "P501")}
    assert told == told_by_a_build(project)


def test_files_by_hand_that_stand_in_the_way_are_told_by_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_site_project(tmp_path)
    write(project / "docs/en/assets/atlas.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(project / "docs/nl/about/index.md", "# Hierover\n")

    told = told_by_validate(project, capsys)

    assert told == {("docs/en/assets", "C605"), ("docs/nl/about/index.md", "C605")}
    assert told == told_by_a_build(project)
