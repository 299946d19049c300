"""A whole small project on disk, with the real templates, and mkdocs run on it as someone would run it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from generator.folders import Folders
from generator.prose.versions import VERSION_KEY, version_of
from generator.site.target import MANIFEST
from generator.site.unchanged import record_of
from tests.builders import write_project

ROOT = Path(__file__).parent.parent.parent

CONFIGURATION = """\
site_name: Small atlas
site_url: https://small.example/
theme:
  name: material
  custom_dir: templates/theme
  font: false
  features: [navigation.tabs, navigation.instant]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle: {icon: material/weather-sunny}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle: {icon: material/weather-night}
plugins:
  - atlas:
      languages: [en, nl]
validation:
  nav:
    omitted_files: ignore
  links:
    anchors: warn
    unrecognized_links: warn
"""


def write_site_project(folder: Path, *templates: str) -> Path:
    """The invented project with all that a site needs: configuration, templates and pages by hand.

    Who builds none may do with a few `templates`, as all of them are more files than all the rest.
    """
    write_project(folder)
    for name in templates:
        write(folder / "templates" / name, (ROOT / "templates" / name).read_text(encoding="utf-8"))
    if not templates:
        shutil.copytree(ROOT / "templates", folder / "templates", dirs_exist_ok=True)
        _copy_compiled(folder)
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    write(folder / "docs" / "en" / "about.md", "# About this\n\nBy hand.\n\n## Licence\n")
    write(folder / "docs" / "nl" / "about.md", "# Hierover\n\nMet de hand.\n\n## Licence\n")
    for name, title, translated in (
        ("judging", "How we judge", "Zo beoordelen we"),
        ("workshop", "A workshop", "Een workshop"),
    ):
        original = f"# {title}\n"
        front = f'---\n{VERSION_KEY}: "{version_of(original)}"\n---\n'
        write(folder / "docs" / "en" / f"{name}.md", original)
        write(folder / "docs" / "nl" / f"{name}.md", f"{front}# {translated}\n")
    return folder


def _copy_compiled(folder: Path) -> None:
    """Take over what a build of the real project has compiled of the same templates: it takes a second."""
    of = Folders(ROOT).cache / "templates"
    for path in of.rglob("*.cache"):
        place = Folders(folder).cache / "templates" / path.relative_to(of)
        place.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):  # another program's, which a build takes away just now
            shutil.copyfile(path, place)


def copy_built(project: Path, folder: Path) -> Path:
    """Copy a project with its site, so that the next build takes the copied site for its own."""
    shutil.copytree(project, folder)
    record = record_of(project, project / "site", "").parent
    (folder / record.relative_to(project)).rename(record_of(folder, folder / "site", "").parent)
    return folder


LAST_GOOD = {"index.html": b"the last good site", MANIFEST: b"index.html\n"}
"""A site that a build may replace."""


def write_last_good(site: Path) -> None:
    """Put such a site into a folder."""
    for name, content in LAST_GOOD.items():
        write(site / name, content.decode())


def write(path: Path, text: str) -> None:
    """A text file, with the folders that it lies in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def replace(path: Path, old: str, new: str) -> None:
    """Change the one place in a file where something stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def mkdocs(
    project: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run mkdocs in a project; gives its exit code and, as one text, all that it said."""
    return _run(command(*arguments), project, environment)


def atlas(
    project: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `atlas` in a project; the same of it."""
    return _run([sys.executable, "-m", "generator", *arguments], project, environment)


def _run(
    command: list[str], project: Path, environment: Mapping[str, str] | None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=project,
        env=settings(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def command(*arguments: str) -> list[str]:
    """What starts mkdocs."""
    return [sys.executable, "-m", "mkdocs", "--no-color", *arguments]


def settings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a build that depends on no one's shell."""
    own = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "SOURCE_DATE_EPOCH")}
    return {**own, "NO_MKDOCS_2_WARNING": "1", **(more or {})}


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def stages(project: Path) -> list[Path]:
    """What builds have left beside the site."""
    return sorted(project.glob(".site.building-*"))
