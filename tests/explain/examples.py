"""Apply an explanation's example to the invented project, and collect the codes that are reported."""

import re
import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import polib
import pytest
import xlsxwriter
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator.cli import main
from generator.editing.tables.table import MAX_BYTES as MAX_TABLE
from generator.explain import Explanation
from generator.explain.crosswalk_tables import CROSSWALK, SSSOM
from generator.folders import Folders
from generator.load.tree import MAX_BYTES
from generator.preview.mkdocs_warnings import prose_warnings, unknown_problem
from generator.preview.reading import Reading, read
from generator.problems import Problem
from generator.site.build import build_site
from generator.site.failure import BuildFailedError
from generator.site.settings import Request
from generator.site.template_errors import template_problem
from tests.builders import catalogues, loaded_project, write_project
from tests.site.projects import CONFIGURATION, replace, write

HARBOUR = "frameworks/harbour.yaml"
WORDS = """\
msgid ""
msgstr ""
"Language: nl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "judged"
msgstr "beoordeeld"

#, python-format
msgid "Edition %(id)s, with later changes"
msgstr "Editie %(id)s, met latere wijzigingen"

#, python-format
msgid "%(number)s file"
msgid_plural "%(number)s files"
msgstr[0] "%(number)s bestand"
msgstr[1] "%(number)s bestanden"
"""
TRANSLATED = {
    "levels.pier.summary": "Eén plank voor elke boot.",
    "levels.pier.title": "Steiger",
    "levels.pier.signs.one-plank": "Er is *één* plank.",
    "levels.dock.summary": "Een ligplaats voor elk soort boot.",
    "claims.most-stay.figure": "80%",
    "transitions.pier--dock.actions.build-berths": "Bouw ligplaatsen.",
    "self_assessment.has-berths.question": "Heeft elk soort boot een ligplaats?",
    "glossary.terms.berth.title": "Ligplaats",
    "crosswalks.harbour--mill.mappings.port-stones.justification": "Brood voor de bemanning.",
}

TRANSLATED_PAGE = """\
---
title: Hierover
translates: "de682a30b257"
---

# Hierover
"""


def backwards(text: str) -> str:
    """A text in words of no language, with the marks, numbers and capitals that it has."""

    def turned(word: re.Match[str]) -> str:
        back = word[0][::-1].lower()
        return back.capitalize() if word[0][0].isupper() else back

    return re.sub(r"(?<![\w/.:(-])[A-Za-z]+(?![\w/:-])", turned, text)


def translated_project(folder: Path) -> Path:
    """The invented project in two languages, translated to the last text: there is nothing to tell of it."""
    write_project(folder)
    write(folder / "mkdocs.yml", CONFIGURATION.replace("  custom_dir: templates/theme\n", ""))
    for language in ("en", "nl"):
        for domain, entries in catalogues(loaded_project().atlas(), language).items():
            catalogue = polib.POFile(wrapwidth=0)
            catalogue.metadata = {"Language": language, "Content-Type": "text/plain; charset=UTF-8"}
            for context, entry in entries.items():
                translation = TRANSLATED.get(context) or backwards(entry.source)
                catalogue.append(polib.POEntry(msgctxt=context, msgid=entry.source, msgstr=translation))
            write(folder / "locales" / language / "LC_MESSAGES" / f"{domain}.po", f"{catalogue}\n")
    write(folder / "locales" / "nl" / "LC_MESSAGES" / "ui.po", WORDS)
    write(folder / "docs" / "en" / "about.md", "# About\n\n[The quiz](quiz/index.md)\n")
    write(folder / "docs" / "nl" / "about.md", TRANSLATED_PAGE)
    return folder


def do(project: Path, example: Explanation, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """Make an example's mistake in a project, which is the current folder; gives the codes told of it."""
    if example.code in _DONE:
        _DONE[example.code](project)
    elif example.file:
        _write(project / example.file, example.wrong, example.right)
    return _told(example, example.wrong, capsys)


def do_right(project: Path, example: Explanation, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The same with what is right; only where that is not what the project has anyway."""
    if example.file and example.code not in _DONE:
        _write(project / example.file, example.right, example.right)
    return _told(example, example.right, capsys)


def _write(file: Path, text: str, place: str) -> None:
    """A text in a file's own place for it, or as a file of its own."""
    before = file.read_text(encoding="utf-8") if file.exists() else place
    assert before.count(place) == 1, f"{file.name} has not once:\n{place}"
    file.parent.mkdir(parents=True, exist_ok=True)
    # The replacement character stands for a byte that is not UTF-8.
    file.write_bytes(before.replace(place, text).encode().replace("\ufffd".encode(), b"\xe9"))


def _told(example: Explanation, lines: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The codes of all that the commands tell with which one meets an example."""
    if example.code in ("C603", "C604", "C605"):
        return _told_of_a_build(Path.cwd(), dirty="--dirty" in lines)
    if example.code.startswith("P"):
        return {problem.code for problem in _told_by_a_preview(Path.cwd(), example.code)}
    commands = lines.splitlines() if not example.file else _commands(example)
    capsys.readouterr()
    for command in commands:
        main(["--lang", "en", *shlex.split(command)[1:]])
    return set(re.findall(r"(?:error|warning)\[([A-Z]\d{3})\]: ", "".join(capsys.readouterr())))


def _commands(example: Explanation) -> list[str]:
    if example.file in (CROSSWALK, SSSOM):
        return [f"atlas crosswalk import {example.file}"]
    if example.code in ("I725", "I738"):
        return [f"atlas import {example.file} --id harbour --update"]
    if example.code == "I713":
        return [f"atlas import {example.file} --id example --lang en --table 1"]
    if example.code.startswith("I"):
        return [f"atlas import {example.file} --id example --lang en"]
    if example.code == "R810":
        return ["atlas remove harbour"]
    if example.code == "R812":
        return ["atlas level remove harbour/dock"]
    if example.code == "R813":
        return ["atlas level split harbour/pier --into pier quay"]
    if example.code == "R809":
        return ["atlas rename harbour quay"]
    if example.code == "R808":
        return ["atlas rename harbour/dock harbour/quay"]
    if example.code.startswith("R"):
        return ["atlas rename harbour/pier harbour/quay"]
    if example.file.endswith(".po"):
        return ["atlas validate", f"atlas l10n lint -l nl -D {Path(example.file).stem}"]
    return ["atlas validate"]


def _told_of_a_build(project: Path, *, dirty: bool) -> set[str]:
    """The codes of all for which a build refuses to build a project; there must be something."""
    with pytest.raises(BuildFailedError) as refusal:
        build_site(Request(project, project / "site", dirty=dirty))
    return set(re.findall(r"\[([A-Z]\d{3})\]: ", str(refusal.value)))


def _told_by_a_preview(project: Path, code: str) -> Iterable[Problem]:
    """What `atlas serve` says of a template, of a page by hand, of its settings and of itself."""
    if code == "P500":
        return [unknown_problem("quiz/")]
    if code == "P510":
        page = project / "docs" / "en" / "about.md"
        found = re.findall(r"\]\((\w+\.md)\)", page.read_text(encoding="utf-8"))
        return prose_warnings(
            [f"contains a link '{link}', but there is no such page" for link in found], page, project
        )
    if code in ("P505", "P520"):
        return read(project, Reading()).problems
    templates = project / "templates"
    write(templates / "parts" / "part.html", "A part.")
    environment = Environment(loader=FileSystemLoader(templates), undefined=StrictUndefined)
    try:
        environment.get_template("pages/example.html").render(title="A title")
    except (TemplateError, TypeError) as error:
        problem = template_problem(error, Folders(project), "")
        return [problem] if problem else []
    return []


def _grow(project: Path) -> None:
    file = project / "frameworks" / "mill.yaml"
    file.write_bytes(b"#" * (MAX_BYTES + 1 - file.stat().st_size) + file.read_bytes())


def _make_folder(project: Path) -> None:
    file = project / "frameworks" / "mill.yaml"
    file.unlink()
    file.mkdir()


def _removes(name: str) -> Callable[[Path], None]:
    return lambda project: (project / name).unlink()


def _end_in_yml(project: Path) -> None:
    file = project / "frameworks" / "mill.yaml"
    file.rename(file.with_suffix(".yml"))


def _name_a_product(project: Path) -> None:
    for path in (project / HARBOUR, project / "locales" / "nl" / "LC_MESSAGES" / "harbour.po"):
        replace(path, "One plank for every boat.", "One plank for every HubSpot.")


def _leave_a_catalogue_behind(project: Path) -> None:
    folder = project / "locales" / "nl" / "LC_MESSAGES"
    write(folder / "quay.po", (folder / "harbour.po").read_text(encoding="utf-8"))


def _workbook(fill: Callable[[Any, Any], None]) -> Callable[[Path], None]:
    """A workbook with a table that is right but for what is filled in."""

    def made(project: Path) -> None:
        with xlsxwriter.Workbook(project / "table.xlsx") as book:
            sheet = book.add_worksheet()
            for row, texts in enumerate((("", "Level 1", "Level 2"), ("Crew", "Nobody.", "A crew."))):
                sheet.write_row(row, 0, texts)
            fill(book, sheet)

    return made


def _name_two_subjects(project: Path) -> None:
    lines = "  - id: {0}\n    title: {0}\n    summary: About {0}.\n"
    listed = "".join(map(lines.format, ("shores", "light")))
    write(project / "frameworks" / "subjects.yaml", f"subjects:\n{listed}")


def _use_a_theme_of_another_subject(project: Path) -> None:
    _name_two_subjects(project)
    band = "  - id: bright\n    number: 1\n    title: Bright\n    summary: Seen.\n    subject: light\n"
    for name, lines in (("reference-scale", band), ("themes", "    subject: light\n")):
        with (project / "frameworks" / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(lines)


_DONE: Mapping[str, Callable[[Path], object]] = {
    "Y104": _grow,
    "Y109": _make_folder,
    "C610": lambda project: write(project / "docs" / "fr" / "about.md", "# À propos\n"),
    "F200": _removes("frameworks/glossary.yaml"),
    "F219": _end_in_yml,
    "F271": _name_two_subjects,
    "F272": _use_a_theme_of_another_subject,
    "M313": _removes("frameworks/crosswalks/lantern--mill.yaml"),
    "T411": _removes("locales/nl/LC_MESSAGES/ui.po"),
    "I700": lambda project: (project / "table.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    "I701": lambda project: (project / "table.csv").write_bytes(b"x" * (MAX_TABLE + 1)),
    "I714": _workbook(lambda book, sheet: sheet.write_formula("C2", '="A "&"crew."', None, "A crew.")),
    "I715": _workbook(lambda book, sheet: sheet.merge_range("B2:C2", "A crew.")),
    "I716": _workbook(lambda book, sheet: sheet.write_number("C2", 0.8)),
    "I735": _workbook(lambda book, sheet: sheet.write_comment("B2", "Really?")),
    "I717": _workbook(lambda book, sheet: sheet.write_formula("C2", "=#REF!", None, "#REF!")),
    "I718": _workbook(lambda book, sheet: sheet.set_row(1, None, None, {"hidden": True})),
    "R802": lambda project: replace(project / HARBOUR, "- id: has-pilots", "- id: pier"),
    "R809": _leave_a_catalogue_behind,
    "T453": _name_a_product,
    "C604": lambda project: None,
    "P500": lambda project: None,
    "P505": lambda project: None,
    "C607": lambda project: (project / "docs" / "en" / "hosts.txt").symlink_to("/etc/hosts"),
    "C608": lambda project: write(project / "docs" / "en" / "start.js", "start();"),
    "C605": lambda project: write(project / "docs" / "en" / "quiz.md", "# A quiz\n"),
}
"""The mistakes that no text in one file can show."""
