"""A disk that is full or cannot be written leaves the last good site, and the message says so."""

import re
import resource
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.disks import with_mounts
from tests.site.projects import (
    LAST_GOOD,
    content,
    settings,
    stages,
    write,
    write_last_good,
    write_site_project,
)

ATLAS = f"{shlex.quote(sys.executable)} -m generator build -q"
MKDOCS = f"{shlex.quote(sys.executable)} -m mkdocs build -q"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with a last good site in `last`."""
    root = write_site_project(tmp_path / "project")
    write_last_good(root / "last")
    (root / "disk").mkdir()
    return root


def built_on(project: Path, mount: str, build: str) -> tuple[int, str, Mapping[str, bytes], list[str]]:
    """Build into `disk/site`: the exit code, what was said, the site, and all that lies on the disk."""
    done = with_mounts(
        f"mount -t tmpfs -o size=50m tmpfs disk; cp -a last disk/site; {mount}\n"
        f"code=0; {build} -d disk/site || code=$?\n"
        "cp -a disk/site after; ls -A disk; exit $code",
        project,
    )
    return done.returncode, done.stderr, content(project / "after"), done.stdout.split()


@pytest.mark.parametrize(("build", "size"), [(ATLAS, "200k"), (ATLAS, "1500k"), (MKDOCS, "1500k")])
def test_a_full_disk_leaves_the_last_good_site(project: Path, size: str, build: str) -> None:
    code, said, site, found = built_on(project, f"mount -o remount,size={size} disk", build)
    assert code == 1
    assert re.search(
        r"disk/site could not be built: .*no space is left on the disk\. It is as it was\.", said
    )
    assert "Traceback" not in said
    assert site == LAST_GOOD
    assert found == ["site"]


def test_a_disk_that_can_only_be_read_leaves_the_last_good_site(project: Path) -> None:
    code, said, site, found = built_on(project, "mount -o remount,ro disk", ATLAS)
    assert code == 1
    assert "Nothing can be written beside" in said
    assert "the file system can only be read. It is as it was." in said
    assert "Traceback" not in said
    assert site == LAST_GOOD
    assert found == ["site"]


def test_a_site_that_is_a_mount_point_is_told_with_a_way_out(project: Path) -> None:
    done = with_mounts(
        "mount -t tmpfs tmpfs disk; cp -a last/. disk\n"
        f"code=0; {ATLAS} -d disk || code=$?\n"
        f"cp -a disk after; {ATLAS} -d disk/site; ls -A disk; exit $code",
        project,
    )
    assert done.returncode == 1
    assert (
        f"{project}/disk is a mount point, which cannot be replaced in one step. It is as it was."
        in done.stderr
    )
    assert f"Build into a folder in it, such as {project}/disk/site." in done.stderr
    assert "Traceback" not in done.stderr
    assert content(project / "after") == LAST_GOOD
    assert done.stdout.split() == [*sorted(LAST_GOOD), "site"]
    assert stages(project) == []


@pytest.mark.parametrize("options", ["ro", "size=8k"])
def test_a_cache_that_cannot_be_kept_fails_no_build(project: Path, options: str) -> None:
    done = with_mounts(
        f"mkdir -p .cache; mount -t tmpfs -o {options} tmpfs .cache\n{ATLAS}; find .cache -name '*.json.*'",
        project,
    )
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "")
    assert len(content(project / "site")) > 100


def test_a_file_larger_than_the_system_allows_is_told(project: Path) -> None:
    (project / "last").rename(project / "site")
    done = build(project, most=100_000)
    assert done.returncode == 1
    assert "a file would be larger than the system allows. It is as it was." in done.stderr
    assert "Traceback" not in done.stderr
    assert content(project / "site") == LAST_GOOD
    assert stages(project) == []


def test_a_link_that_leads_nowhere_is_followed_and_a_file_where_the_cache_belongs_fails_no_build(
    project: Path,
) -> None:
    (project / "site").symlink_to("public/atlas")
    shutil.rmtree(project / ".cache", ignore_errors=True)
    write(project / ".cache", "mine")
    done = build(project)
    assert (done.returncode, done.stderr) == (0, "")
    assert (project / ".cache").read_text(encoding="utf-8") == "mine"
    assert (project / "site").is_symlink()
    assert (project / "public" / "atlas" / "index.html").exists()
    assert [path.name for path in (project / "public").iterdir()] == ["atlas"]


def test_a_link_that_leads_to_itself_is_told(project: Path) -> None:
    (project / "site").symlink_to("site")
    done = build(project)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert re.search(r"project/site could not be built: .*\. It is as it was\.", done.stderr)


def build(project: Path, *arguments: str, most: int | None = None) -> subprocess.CompletedProcess[str]:
    """A build that may write files of at most so many bytes."""

    def limit() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "-q", *arguments],
        cwd=project,
        env=settings({"SOURCE_DATE_EPOCH": "0"}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        preexec_fn=limit,
    )
