"""Write the project in which the guides are true: the invented atlas, partly in Dutch, with a branch."""

import shutil
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path

from generator.cli import main
from generator.prose.versions import VERSION_KEY, version_of
from tests.cli.test_diff import translate
from tests.site.projects import ROOT, replace, write, write_site_project
from tests.site.test_reproducible import commit, git

FOLDER = ROOT / "guides"
LANGUAGES = ("en", "nl")
BRANCH = "wider-plank"
DUTCH = {
    "The harbour ladder": "De havenladder",
    "Three stages from a loose pier to a port.": "Drie fasen, van een losse steiger tot een haven.",
    "Pier": "Steiger",
    "One plank for every boat.": "Eén plank voor elke boot.",
    "Dock": "Kade",
    "A berth for each kind of boat.": "Een ligplaats voor elk soort boot.",
    "Port": "Haven",
}
_HARBOUR = "frameworks/harbour.yaml"


def write_guided_project(project: Path, *templates: str) -> Path:
    """The invented atlas on a branch `main`; what a colleague changed stands on another branch."""
    write_site_project(project, *templates)
    _settle_page(project / "docs")
    for name in ("ui.po", "commands.po"):
        words = Path("locales", "nl", "LC_MESSAGES", name)
        (project / words).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / words, project / words)
    _update(project)
    translate(project, **DUTCH)
    for path in FOLDER.glob("*.xlsx"):
        shutil.copy(path, project)
    write(project / ".gitignore", "*.xlsx\n.cache/\nbuild/\n")
    git(commit(project), "branch", "--move", "main")
    git(project, "switch", "--quiet", "--create", BRANCH)
    replace(project / _HARBOUR, "One plank for every boat.", "One plank of 80 cm for every boat.")
    replace(project / _HARBOUR, "to: 2.5\n      confidence: medium", "to: 3\n      confidence: high")
    replace(project / _HARBOUR, "from: 2.5\n", "from: 3\n")
    _update(project)
    git(project, "commit", "--quiet", "--all", "--message", "Measure the plank")
    git(project, "switch", "--quiet", "main")
    return project


def _settle_page(docs: Path) -> None:
    """Let the Dutch page say which version of the English one it translates."""
    version = version_of((docs / "en" / "about.md").read_text(encoding="utf-8"))
    page = docs / "nl" / "about.md"
    page.write_text(
        f'---\n{VERSION_KEY}: "{version}"\n---\n{page.read_text(encoding="utf-8")}', encoding="utf-8"
    )


def _update(project: Path) -> None:
    with chdir(project), redirect_stdout(StringIO()):
        assert main(["l10n", "update"]) == 0
