"""One line in the model is all that a new field needs: it is then everywhere that a field can be."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

from generator.model import Dimension, Framework, Layer, Level, Record
from generator.model.fields import fields_of
from tests.site.projects import ROOT, write_site_project


@dataclass(frozen=True)
class Added:
    """A field as a newcomer adds it, and a value for it in the invented project.

    `published` is where its value stands in the framework's JSON, `says` the value as a reader sees it, and
    `context` where it stands in the catalogue, if it is translated.
    """

    record: str
    name: str
    type: str
    head: str
    file: str
    after: str
    line: str
    says: str
    page: str
    published: tuple[str | int, ...]
    context: str

    @property
    def framework(self) -> str:
        """The id of the framework that has a value."""
        return self.file.partition(".")[0]


LEVEL = Added(
    "Level",
    "typical_duration",
    "Label | None",
    "Typical duration",
    "harbour.yaml",
    "    summary: One plank for every boat.\n",
    "    typical_duration: Two summers\n",
    "Two summers",
    "frameworks/harbour/levels/pier/index.html",
    ("levels", 0, "typical_duration"),
    "levels.pier.typical_duration",
)
MONTHS = Added(
    "Level",
    "months",
    "float | None",
    "Months",
    "harbour.yaml",
    LEVEL.line,
    "    months: 1.5\n",
    "1.5",
    "frameworks/harbour/levels/pier/index.html",
    ("levels", 0, "months"),
    "",
)
ADDED = (
    LEVEL,
    MONTHS,
    Added(
        "Dimension",
        "who_asks",
        "Text | None",
        "Who asks",
        "harbour.yaml",
        "    question: Who ties the ropes?\n",
        "    who_asks: The harbour master\n",
        "The harbour master",
        "frameworks/harbour/dimensions/crew/index.html",
        ("dimensions", 0, "who_asks"),
        "dimensions.crew.who_asks",
    ),
    Added(
        "Layer",
        "tools",
        "Texts",
        "Tools of the trade",
        "mill.yaml",
        "    summary: The water turns it.\n",
        "    tools:\n      axle: An axle of oak\n",
        "An axle of oak",
        "frameworks/mill/layers/wheel/index.html",
        ("layers", 0, "tools", 0, "text"),
        "layers.wheel.tools.axle",
    ),
    Added(
        "Framework",
        "audience",
        "Text | None",
        "Written for",
        "harbour.yaml",
        "summary: Three stages from a loose pier to a port.\n",
        "audience: Harbour masters\n",
        "Harbour masters",
        "frameworks/harbour/index.html",
        ("audience",),
        "audience",
    ),
)
EACH = pytest.mark.parametrize("added", ADDED, ids=lambda added: added.name)


@dataclass(frozen=True)
class Project:
    """A copy of the project, its program with it."""

    root: Path

    def atlas(self, *arguments: str) -> str:
        """Run the copy's own program; gives what it says."""
        environment = {
            **{name: value for name, value in os.environ.items() if name not in ("SITE_URL", "ATLAS_LANG")},
            **{"PYTHONPATH": str(self.root), "NO_MKDOCS_2_WARNING": "1", "LC_ALL": "C"},
        }
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout
        return done.stdout

    def text(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_text(encoding="utf-8-sig")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project whose model has a field more in each kind of record, with catalogues and a site made anew."""
    root = write_site_project(tmp_path_factory.mktemp("fields"))
    shutil.copytree(
        ROOT / "generator",
        root / "generator",
        ignore=shutil.ignore_patterns("__pycache__"),
        dirs_exist_ok=True,
    )
    for added in ADDED:
        _declare(root, added)
        data = root / "frameworks" / added.file
        before = data.read_text(encoding="utf-8")
        assert before.count(added.after) == 1
        data.write_text(before.replace(added.after, added.after + added.line), encoding="utf-8")
    made = Project(root)
    made.atlas("l10n", "init", "-l", "nl")
    made.atlas("schema")
    made.atlas("build", "-q", "-d", "site")
    return made


def _declare(root: Path, added: Added) -> None:
    """Write one line at the end of a record: no other file of the program is touched."""
    [path] = [
        path
        for path in (root / "generator" / "model").glob("*.py")
        if f"class {added.record}(Record):" in path.read_text(encoding="utf-8")
    ]
    text = path.read_text(encoding="utf-8")
    start = text.index(f"class {added.record}(Record):")
    end = text.find("\n\n\nclass ", start)
    end = len(text.rstrip()) if end < 0 else end
    default = "Field(default={})" if added.type == "Texts" else "None"
    line = f'    {added.name}: Annotated[{added.type}, Shown(say("{added.head}"))] = {default}'
    said = f'    """What a test adds: {added.head.lower()}."""'
    path.write_text(f"{text[:end]}\n{line}\n{said}\n{text[end:]}", encoding="utf-8")


@EACH
def test_a_new_field_is_in_the_schema_of_editors(project: Project, added: Added) -> None:
    schema = json.loads(project.text("schemas/framework.schema.json"))
    record = schema["$defs"].get(added.record, schema)

    assert record["properties"][added.name]["description"] == f"What a test adds: {added.head.lower()}."


@EACH
@pytest.mark.parametrize("language", ["en", "nl"])
def test_a_new_field_is_on_its_page_under_its_name(project: Project, added: Added, language: str) -> None:
    page = project.text(f"site/{'' if language == 'en' else 'nl/'}{added.page}")
    article = page[page.index("<article") : page.index("</article>")]

    # No word of the new field is translated.
    assert re.search(rf">{added.head}</(dt|h2|span)>", article)
    says = "1,5" if (added, language) == (MONTHS, "nl") else added.says
    assert says in re.sub(r"<[^>]+>", "", article)


@EACH
def test_a_new_field_is_in_json_and_in_its_schema(project: Project, added: Added) -> None:
    found = json.loads(project.text(f"site/api/v1/en/frameworks/{added.framework}.json"))
    for step in added.published:
        found = found[step]
    schema = json.loads(project.text("site/api/v1/schemas/framework.schema.json"))
    record = schema["$defs"].get(added.record, schema)

    assert str(found) == added.says
    assert added.name in record["properties"]
    assert added.name in record["required"]


@EACH
def test_a_new_field_is_in_csv(project: Project, added: Added) -> None:
    rows = list(csv.reader(project.text(f"site/api/v1/en/frameworks/{added.framework}.csv").splitlines()))
    cells = [cell for row in rows for cell in row]

    assert added.head in cells
    assert added.says in cells


def test_the_csv_of_levels_without_a_matrix_has_a_column_for_a_new_field(project: Project) -> None:
    lantern = project.root / "frameworks" / "lantern.yaml"
    before = lantern.read_text(encoding="utf-8")
    text = before.replace("    needs:\n", "    typical_duration: Eén zomer\n    needs:\n")
    lantern.write_text(text.replace("source:\n", "audience: Vuurtorenwachters\nsource:\n"), encoding="utf-8")
    try:
        project.atlas("export", "-d", "data")
    finally:
        lantern.write_text(before, encoding="utf-8")
    head, *rows = csv.reader(project.text("data/api/v1/nl/frameworks/lantern.csv").splitlines())

    assert [row[head.index("Typical duration")] for row in rows] == ["Eén zomer", ""]
    assert [row[head.index("Written for")] for row in rows] == ["Vuurtorenwachters"] * 2


def test_new_fields_come_back_from_a_workbook_as_they_were(project: Project) -> None:
    path = project.root / "frameworks" / "harbour.yaml"
    before = path.read_bytes()
    said = project.atlas("export", "harbour", "--format", "xlsx")
    project.atlas("export", "harbour", "--format", "csv")

    assert "frameworks/harbour.yaml says the same." in project.atlas("import", "harbour.xlsx", "--update")
    assert path.read_bytes() == before
    for added in ADDED:
        if added.file == "harbour.yaml":
            assert added.name not in said
            assert re.search(rf"#{added.name}\b", project.text("harbour.csv"))


def test_a_new_field_that_is_changed_in_a_table_is_changed_in_the_file(project: Project) -> None:
    path = project.root / "frameworks" / "harbour.yaml"
    before = path.read_text(encoding="utf-8")
    project.atlas("export", "harbour", "--format", "csv")
    table = project.root / "harbour.csv"
    text = table.read_text(encoding="utf-8-sig")
    for added in ADDED:
        text = text.replace(added.says, "2.5" if added is MONTHS else f"{added.says} again")
    table.write_text(text, encoding="utf-8")
    try:
        project.atlas("import", "harbour.csv", "--update")
        after = path.read_text(encoding="utf-8")
    finally:
        path.write_text(before, encoding="utf-8")

    expected = before.replace(MONTHS.line, "    months: 2.5\n")
    for added in ADDED:
        if added.file == "harbour.yaml" and added is not MONTHS:
            expected = expected.replace(added.line, f"{added.line.rstrip()} again\n")
    assert after == expected


def test_a_new_framework_s_file_names_new_fields(project: Project) -> None:
    project.atlas("new", "flow", "--lang", "en")
    project.atlas("new", "house", "--lang", "en", "--kind", "layers")
    files = {name: project.text(f"frameworks/{name}.yaml") for name in ("flow", "house")}
    for name in files:
        (project.root / "frameworks" / f"{name}.yaml").unlink()

    comments = {name: re.sub(r"\n *# ", " ", text) for name, text in files.items()}
    assert re.search(r"A level may also have: [^.]*\btypical_duration\b", comments["flow"])
    assert re.search(r"A dimension may also have: [^.]*\bwho_asks\b", comments["flow"])
    assert "A framework may also have: audience." in comments["flow"]
    assert re.search(r"A layer may also have: [^.]*\btools\b", comments["house"])


@EACH
def test_a_new_field_is_in_the_catalogues_with_its_place_and_its_name(project: Project, added: Added) -> None:
    texts = _catalogue(project, added.framework)
    words = {entry.msgid for entry in polib.pofile(str(project.root / "locales/nl/LC_MESSAGES/ui.po"))}

    assert added.head in words
    if added.context:
        entry = texts[added.context]
        assert entry.msgid == added.says
        place = added.page.removesuffix("index.html")
        assert f"{place}#{added.name.replace('_', '-')}" in entry.comment


def _catalogue(project: Project, domain: str) -> Mapping[str, polib.POEntry]:
    path = project.root / "locales" / "nl" / "LC_MESSAGES" / f"{domain}.po"
    return {entry.msgctxt: entry for entry in polib.pofile(str(path)) if entry.msgctxt}


@pytest.mark.parametrize("kind", [Level, Dimension, Layer, Framework])
def test_a_field_that_says_nothing_of_itself_is_refused(kind: type[Record]) -> None:
    assert fields_of(kind)

    unnamed = type(
        "Unnamed", (kind,), {"__annotations__": {"colour": str}, "colour": "", "__module__": __name__}
    )
    with pytest.raises(TypeError, match=r"Unnamed\.colour: say what it is called"):
        fields_of(unnamed)
