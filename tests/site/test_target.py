"""A build replaces a folder only where nothing in it would be lost."""

import subprocess
from pathlib import Path

import pytest

from generator.site.target import MANIFEST, refusal_of, write_manifest
from tests.site.projects import atlas, content, mkdocs, write, write_last_good, write_site_project


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project's folder, as far as it matters here."""
    root = tmp_path / "home" / "project"
    for folder in ("frameworks", "locales/nl", "templates", "docs", ".git"):
        (root / folder).mkdir(parents=True)
    return root


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("frameworks", "is a folder of the project"),
        ("locales", "is a folder of the project"),
        ("locales/nl", "is a folder of the project"),
        ("docs/site", "is a folder of the project"),
        (".git", "is a folder of the project"),
        (".", "holds the project itself"),
        ("..", "holds the project itself"),
        ("mine", "holds letter.txt, which no build has written"),
        ("deep", "holds below/letter.txt, which no build has written"),
        ("link", "is a folder of the project"),
    ],
)
def test_a_folder_with_something_to_lose_is_refused_with_a_way_out(
    root: Path, target: str, reason: str
) -> None:
    write(root / "mine" / "letter.txt", "Dear")
    write_last_good(root / "deep")
    write(root / "deep" / "below" / "letter.txt", "Dear")
    (root / "link").symlink_to("frameworks")

    said = str(refusal_of(root / target, root))

    assert reason in said
    assert "Name " in said or "name another" in said


def test_a_new_folder_an_empty_one_and_one_that_a_build_wrote_are_replaced(root: Path) -> None:
    (root / "empty").mkdir()
    write_last_good(root / "site")
    # Hidden files are kept by each build: settings of a host, or a checkout that publishes the site.
    write(root / "site" / ".nojekyll", "")
    write(root / "site" / ".git" / "HEAD", "main")
    for target in ("new", "empty", "site"):
        assert refusal_of(root / target, root) is None


def test_a_site_lists_what_is_in_it(tmp_path: Path) -> None:
    write(tmp_path / "nl" / "index.html", "")
    write(tmp_path / "index.html", "")
    write_manifest(tmp_path)
    assert (tmp_path / MANIFEST).read_text(encoding="utf-8") == "index.html\nnl/index.html\n"


def test_both_commands_refuse_and_leave_everything(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    write(project / "mine" / "letter.txt", "Dear")
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    before = content(project)
    for run, target in (
        (atlas, "frameworks"),
        (atlas, "mine"),
        (atlas, ".git"),
        (mkdocs, "mine"),
        (mkdocs, "."),
    ):
        done = run(project, "build", "-d", target)
        assert done.returncode == 1, target
        assert "Traceback" not in done.stdout
        assert content(project) == before, target
