"""A build stops where nothing has changed, and never where anything has that the site is made from."""

import importlib
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.project import open_project
from generator.site import workers
from generator.site.build import build_site
from generator.site.fingerprint import take_fingerprint
from generator.site.settings import Request, read_settings
from tests.site.projects import content, replace, write, write_site_project

HOOK = """\
import beside

def on_page_content(html, **more):
    import later
    return html + beside.WORDS + later.WORDS
"""


def digest(root: Path) -> str:
    """What the site would be made from."""
    return take_fingerprint(read_settings(Request(root, root / "site"))).everything


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that is made from more than its folders."""
    root = write_site_project(tmp_path / "project")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    shutil.move(root / "templates" / "theme", root / "look")
    settings = settings.replace("templates/theme", "look").replace("site_name: Small atlas\n", "")
    write(root / "base.yml", settings + "extra: {motto: one}\n")
    write(
        root / "mkdocs.yml",
        "INHERIT: base.yml\nsite_name: !ENV [ATLAS_TEST_NAME, Small atlas]\nhooks: [hook.py]\n"
        "markdown_extensions:\n  - pymdownx.snippets: {base_path: [snippets]}\n",
    )
    write(root / "hook.py", HOOK)
    write(root / "modules" / "beside.py", "WORDS = 'one'\n")
    write(root / "modules" / "later.py", "WORDS = 'one'\n")
    write(root / "snippets" / "words.md", "Once.\n")
    write(root / "docs" / "en" / "here" / "guide.md", '# Guide\n\n--8<-- "words.md"\n')
    monkeypatch.syspath_prepend(str(root / "modules"))
    for module in ("beside", "later"):
        # Another test's project has modules of these names as well.
        monkeypatch.delitem(sys.modules, module, raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    return root


@pytest.fixture
def built(project: Path) -> Path:
    """The same with its site."""
    assert build_site(Request(project, project / "site")).changed
    return project


def edits(root: Path, environment: pytest.MonkeyPatch) -> dict[str, Callable[[], object]]:
    """A change of each kind of thing that counts."""
    name = "ATLAS_TEST_NAME"
    return {
        "a folder of pages gets another name": lambda: (root / "docs/en/here").rename(root / "docs/en/there"),
        "a file that mkdocs.yml inherits from": lambda: replace(
            root / "base.yml", "motto: one", "motto: two"
        ),
        "a variable that mkdocs.yml names": lambda: environment.setenv(name, "Another atlas"),
        "a theme outside templates": lambda: write(root / "look" / "assets" / "extra.css", "a{}"),
        "the hook": lambda: replace(root / "hook.py", "html +", "html + 'so' +"),
        "a folder that a setting names": lambda: write(root / "snippets" / "words.md", "Twice.\n"),
        "a template": lambda: write(root / "templates" / "parts" / "new.html", ""),
        "a cell": lambda: replace(root / "frameworks/harbour.yaml", "Whoever is there.", "Anyone."),
        "a catalogue": lambda: write(root / "locales/nl/LC_MESSAGES/mill.po", 'msgid ""\nmsgstr ""\n'),
    }


@pytest.mark.slow
def test_whatever_counts_makes_another_digest(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest(project)
    assert digest(project) == before
    for what, edit in edits(project, monkeypatch).items():
        edit()
        after = digest(project)
        assert after != before, what
        before = after


@pytest.mark.slow
def test_a_module_that_python_compiles_is_no_change(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "installed"
    write(installed / "__init__.py", "")
    monkeypatch.setattr("generator.site.fingerprint._INSTALLED", (f"{installed}{os.sep}",))
    replace(project / "base.yml", "custom_dir: look", f"custom_dir: {installed}")
    shutil.copytree(project / "look", installed, dirs_exist_ok=True)
    before = digest(project)

    for folder in (installed, project / "docs"):
        write(folder / "__pycache__" / "__init__.cpython-311.opt-2.pyc", "compiled")
    assert digest(project) == before

    write(installed / "main.html", "by hand")
    assert digest(project) != before


def test_what_modules_of_a_hook_say_now_stands_on_every_page(built: Path) -> None:
    assert not build_site(Request(built, built / "site")).changed
    replace(built / "frameworks" / "harbour.yaml", "Whoever is there.", "Anyone.")
    assert build_site(Request(built, built / "site")).changed

    for module, words in (("beside", "umpteen"), ("later", "dozens")):
        write(built / "modules" / f"{module}.py", f"WORDS = '{words}'\n")
        if module in sys.modules:
            # As it is in the next process.
            importlib.reload(sys.modules[module])
        assert build_site(Request(built, built / "site")).changed
        pages = {
            name: text
            for name, text in content(built / "site").items()
            if name.endswith("index.html") and not re.match(r"(nl/)?(id|embed)/", name)
        }
        assert [name for name, text in pages.items() if words.encode() not in text] == []


def test_a_module_that_a_hook_loads_in_this_process_makes_no_second_build(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_can_copy", lambda: False)
    assert build_site(Request(built, built / "site", clean=True)).changed
    assert not build_site(Request(built, built / "site")).changed


WAYS: dict[str, Callable[[str], str]] = {
    "mark": lambda text: f"\ufeff{text}",
    "quoted": lambda text: text.replace("id: quoted", '"id": quoted'),
    "spaced": lambda text: text.replace("id: spaced", "id : spaced"),
    "indented": lambda text: "".join(f"  {line}" for line in text.splitlines(keepends=True)),
    "mac": lambda text: text.replace("\n", "\r"),
    "windows": lambda text: text.replace("\n", "\r\n"),
    "commented": lambda text: f"# mine\n---\n{text}",
    "last": lambda text: text.replace("id: last\n", "", 1) + "id: last\n",
    "json": lambda text: json.dumps(yaml.safe_load(text)),
}


def test_what_is_sound_is_built_however_its_id_is_written(tmp_path: Path) -> None:
    root = write_site_project(tmp_path)
    text = (root / "frameworks" / "lantern.yaml").read_text(encoding="utf-8")
    for name, way in WAYS.items():
        own = way(text.replace("id: lantern", f"id: {name}", 1))
        (root / "frameworks" / f"{name}.yaml").write_bytes(own.encode())

    _, problems = open_project(root, ["en", "nl"])

    assert [str(problem) for problem in problems if problem.severity == "error"] == []
    build_site(Request(root, root / "site"))
    site = content(root / "site")
    assert [name for name in WAYS if f"frameworks/{name}/index.html" not in site] == []
