"""One commit is one site, to the byte, whoever builds it, where and when."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.site.dates import committed
from tests.site.built import ADDRESS, PROJECT
from tests.site.projects import (
    LAST_GOOD,
    content,
    replace,
    settings,
    write,
    write_last_good,
    write_site_project,
)

MADE = 1769860800  # 2026-01-31, 12:00 UTC

# Another day, and folders that list their files in the other order. Python runs it before anything else.
ELSEWHEN = """\
import datetime
import os
import time

AHEAD = 400 * 86400
_day, _moment, _time, _listed, _scanned = datetime.date, datetime.datetime, time.time, os.listdir, os.scandir


class Later(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls.__mro__[1])


class Moment(_moment, metaclass=Later):
    @classmethod
    def now(cls, tz=None):
        return _moment.now(tz) + datetime.timedelta(seconds=AHEAD)


class Day(_day, metaclass=Later):
    @classmethod
    def today(cls):
        return _day.fromtimestamp(_time() + AHEAD)


class Scanned:
    def __init__(self, found):
        self.found = iter(sorted(found, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.found

    def __next__(self):
        return next(self.found)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        pass


def scandir(path="."):
    with _scanned(path) as found:
        return Scanned(found)


time.time = lambda: _time() + AHEAD
datetime.datetime, datetime.date = Moment, Day
os.listdir = lambda path=".": sorted(_listed(path), reverse=True)
os.scandir = scandir
"""


def environment_of_git() -> dict[str, str]:
    """The environment of somebody who committed at that moment and set up nothing."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    named = ("AUTHOR_NAME", "AUTHOR_EMAIL", "COMMITTER_NAME", "COMMITTER_EMAIL")
    somebody = {f"GIT_{name}": "somebody" for name in named}
    dates = {"GIT_AUTHOR_DATE": "1000000000 +0000", "GIT_COMMITTER_DATE": f"{MADE} +0900"}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return {**own, **somebody, **dates, **alone}


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder as that somebody."""
    subprocess.run(
        ["git", "-c", "core.hooksPath=/dev/null", *arguments],
        cwd=folder,
        env=environment_of_git(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )


def commit(folder: Path) -> Path:
    """Make a folder a checkout of one commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All of it")
    return folder


def building(project: Path, umask: int, environment: Mapping[str, str]) -> subprocess.Popen[str]:
    """A build of a whole site, which nobody told a date."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--strict", "--quiet", "--clean"],
        cwd=project,
        env=settings(environment),
        umask=umask,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def test_two_builds_of_one_commit_are_the_same_bytes(tmp_path: Path) -> None:
    """In another folder, on another day, in another time zone and language, with other hashes and rights.

    Python leaves out docstrings and assertions in the one.
    """
    made = write_site_project(tmp_path / "made")
    # With an address that may be somebody's there are pictures of pages, twins and copies to take along.
    replace(made / "mkdocs.yml", "https://small.example/", ADDRESS)
    commit(made)
    here, there = tmp_path / "here", tmp_path / "somewhere else"
    for folder in (here, there):
        git(tmp_path, "clone", "--quiet", str(made), str(folder))
    elsewhen = tmp_path / "elsewhen"
    write(elsewhen / "sitecustomize.py", ELSEWHEN)
    path = str(PROJECT)
    builds = (
        building(
            here,
            0o022,
            {"PYTHONPATH": path, "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
        ),
        building(
            there,
            0o077,
            {
                "PYTHONPATH": os.pathsep.join((str(elsewhen), path)),
                "PYTHONHASHSEED": "2",
                "TZ": "America/Los_Angeles",
                "LC_ALL": "POSIX",
                "LANG": "nl_NL.ISO-8859-1",
                "PYTHONCOERCECLOCALE": "0",
                "PYTHONUTF8": "0",
                "PYTHONOPTIMIZE": "2",
            },
        ),
    )
    for build in builds:
        said = build.communicate()[0]
        assert build.returncode == 0, said

    one, other = (content(folder / "site") for folder in (here, there))

    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert b"<lastmod>2026-01-31</lastmod>" in one["sitemap.xml"]
    assert len(one) > 400


def test_the_second_day_of_the_test_is_another_day(tmp_path: Path) -> None:
    write(tmp_path / "sitecustomize.py", ELSEWHEN)
    ask = "from mkdocs.utils import get_build_date; print(get_build_date())"
    days = [
        subprocess.run(
            [sys.executable, "-c", ask],
            env=settings({"PYTHONPATH": first}),
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for first in (str(PROJECT), str(tmp_path))
    ]
    assert days[0] != days[1]


def test_a_site_is_dated_with_its_commit_and_not_with_who_wrote_it(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "committer nobody <nobody> 5 +0000\n")
    assert committed(commit(tmp_path)) == MADE


def test_a_checkout_of_somebody_else_is_dated_with_its_commit_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.txt", "a")
    commit(tmp_path)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    asked = subprocess.run(["git", "-C", str(tmp_path), "log"], capture_output=True, text=True)

    assert "dubious ownership" in asked.stderr
    assert committed(tmp_path) == MADE


def test_a_folder_without_commits_has_no_date_of_its_own(tmp_path: Path) -> None:
    assert committed(tmp_path) is None
    git(tmp_path, "init", "--quiet")
    assert committed(tmp_path) is None


def test_where_there_is_no_git_the_clock_dates_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "a.txt", "a")
    commit(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert committed(tmp_path) is None


@pytest.mark.parametrize("given", ["yesterday", "1.5", "-1", str(2**32)])
def test_a_date_that_is_none_is_told_and_the_site_stays(tmp_path: Path, given: str) -> None:
    project = write_site_project(tmp_path)
    write_last_good(project / "site")
    build = building(project, 0o022, {"SOURCE_DATE_EPOCH": given})
    said = build.communicate()[0]
    assert build.returncode == 1
    assert f"SOURCE_DATE_EPOCH is '{given}', which is no number of seconds since 1970" in said
    assert "Traceback" not in said
    assert content(project / "site") == LAST_GOOD
