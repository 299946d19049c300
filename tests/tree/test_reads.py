"""What others may have put into a project `generator.untrusted` reads; here is what else reads a file."""

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent.parent / "generator"
READING = {"read_bytes", "read_text", "open", "fdopen"}

CHECKED_BEFORE = {
    "templates.py": "refused_files has looked at each",
    "site/fingerprint.py": "a digest of plain files, whose content goes nowhere",
    "site/frame/icon.py": "a file of the theme, whose folder refused_files has looked at",
    "l10n/extraction.py": "templates and programs of the project, which are code",
    "cli/tabling.py": "measured first",
    "cli/updating.py": "a framework that has been read",
    "cli/crosswalk/beginning.py": "a crosswalk that has been read",
    "cli/crosswalk/exporting.py": "a crosswalk that has been read",
    "cli/crosswalk/importing.py": "a crosswalk that has been read",
    "cli/edition.py": "data that has been read",
    "cli/l10n/catalogues.py": "settings that have been read",
    "l10n/updating.py": "a catalogue that has been read, beside its new content",
    "prose/versions.py": "a page that has been read",
    "preview/lines.py": "only lines of files that have been read",
    "preview/editor_links.py": "only files of the project, within its folders",
    "preview/language_pages.py": "files that the preview has made",
}
"""What of a project is read directly all the same, and why that is safe."""
OUR_OWN = {
    "untrusted.py",
    "writing.py",
    "cli/__init__.py",
    "cli/chromium.py",
    "editing/starter/making.py",
    "editing/starter/origin.py",
    "editing/tables/package.py",
    "language_facts.py",
    "pictures/lettering.py",
    "preview/responses.py",
    "site/compress.py",
    "site/finished_files.py",
    "site/frame/data_page.py",
    "site/hosting/rules.py",
    "site/offline.py",
    "site/publish.py",
    "site/target.py",
    "site/unchanged.py",
}
"""Modules that read what we have made or ship, or that take apart what has been read."""


def reads(path: Path) -> bool:
    """Whether a module calls something that reads a file."""
    calls = (node.func for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call))
    return any(call.id == "open" if isinstance(call, ast.Name) else _is_method(call) for call in calls)


def _is_method(call: ast.expr) -> bool:
    return isinstance(call, ast.Attribute) and call.attr in READING and ast.unparse(call) != "webbrowser.open"


def test_no_other_module_reads_a_file() -> None:
    found = {path.relative_to(GENERATOR).as_posix() for path in GENERATOR.rglob("*.py") if reads(path)}

    assert found == CHECKED_BEFORE.keys() | OUR_OWN


@pytest.mark.parametrize("code", ["path.read_text()", "open(path)", "os.open(path, 0)", "os.fdopen(0)"])
def test_a_module_that_reads_is_noticed(code: str, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(f"def one(path, os):\n    return {code}\n", encoding="utf-8")
    assert reads(tmp_path / "a.py")
