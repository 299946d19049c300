"""A build reads each source file once, and once more to tell whether it has changed."""

import os
from collections import Counter
from pathlib import Path

from tests.site.projects import ROOT, atlas, write, write_site_project

WATCH = """\
import os
import sys

LOG = os.open(os.environ["ATLAS_TEST_LOG"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
HERE = os.getcwd() + os.sep


def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)) and not (arguments[2] & os.O_WRONLY):
        path = os.path.abspath(os.fsdecode(arguments[0]))
        if path.startswith(HERE):
            os.write(LOG, (path.removeprefix(HERE) + "\\n").encode())


sys.addaudithook(watch)
"""
SOURCES = ("frameworks/", "locales/", "docs/", "templates/", "mkdocs.yml")


def test_each_source_file_is_opened_at_most_twice(tmp_path: Path) -> None:
    project = write_site_project(tmp_path / "project")
    write(tmp_path / "watch" / "sitecustomize.py", WATCH)
    log = tmp_path / "opened.txt"
    path = os.pathsep.join((str(tmp_path / "watch"), str(ROOT)))

    done = atlas(project, "build", environment={"PYTHONPATH": path, "ATLAS_TEST_LOG": str(log)})

    assert done.returncode == 0, done.stdout
    opened = Counter(
        line for line in log.read_text(encoding="utf-8").splitlines() if line.startswith(SOURCES)
    )
    assert opened["frameworks/harbour.yaml"] == 2
    assert {name: times for name, times in opened.items() if times > 2} == {}
