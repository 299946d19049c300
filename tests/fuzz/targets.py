"""List the readers of what comes from outside as targets: each takes bytes, answers, and raises nothing."""

import contextlib
import io
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.editing.tables import Sheet, UnreadableTableError, read_tables, whole, write_tables
from generator.l10n.catalogs.files import read_po, written
from generator.l10n.catalogs.plurals import parsed_rule
from generator.l10n.exchange.memory import write_memory
from generator.l10n.exchange.reading import read_returned
from generator.l10n.exchange.rows import write_rows
from generator.l10n.exchange.units import Batch, Unit, UnreadableExchangeError
from generator.l10n.exchange.xliff import write_xliff1, write_xliff2
from generator.l10n.interface import read_words
from generator.load import load_contents
from generator.load.documents import OPTIONAL_FILES, SHARED_FILES, parse_document
from generator.mkdocs_yml import UnreadableSettingsError, read_content
from generator.model import Framework, Record
from generator.prose.drawings import more_than_a_drawing
from generator.prose.safety import unsafe_prose
from generator.text import inline_html, marks, plain
from generator.validate import validate
from tests.builders import PROJECT
from tests.fuzz import crosswalks
from tests.fuzz.fuzzer import Target

ROOT = Path(__file__).parent.parent.parent


def _words(*words: bytes) -> tuple[bytes, ...]:
    """Words of a notation, with those that are hostile in any."""
    signs = (b"\0", b"\xff", b"\r", b"\n", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xc2\x85")
    return (*words, *signs, b"../../x", b"9" * 20)


_YAML = _words(
    *(b": ", b"- ", b"[", b"{", b"&a ", b"*a", b"<<: ", b"!!python/object/apply:os.system ", b">-\n", b"|\n"),
    *(b"---\n", b"\t", b"'", b'"', b"#", b"null", b"1e9"),
)
_PO = _words(
    *(b'msgid "', b'msgstr "', b'msgctxt "', b"msgstr[0] ", b'msgid_plural "', b"#~ ", b"#, fuzzy\n"),
    *(b'"\n', b"\\", b"%(n)s", b"%", b"nplurals=2; plural=n/0;", b"charset=rot13", b"#| msgid ", b"<<<<<<<"),
    *(b"plural=", b"(", b"9999999*", b"\f", b"msgstr[99999999999] "),
)
_TABLE = _words(
    *(b"|", b"|---|---|\n", b";", b",", b"\t", b'"', b'""', b"\\|", b"=1+1", b"\xff\xfe", b"PK\x03\x04"),
    *(b"sep=;\n", b"# x\n", b"`", b"<b>", b"\xef\xbb\xbf", b"\xe9"),
)
_XML = _words(
    *(b'<c r="A1">', b"<v>", b"</v>", b'<!DOCTYPE a [<!ENTITY b "b">]>', b"&b;", b"<f>", b' t="s"'),
    *(b' r="ZZZ9"', b'<mergeCell ref="A1:XFD1048576"/>', b'r="-1"', b"&#0;", b'max="999999999"'),
)
_PROSE = _words(
    *(b"<script>", b"<", b">", b"](", b"javascript:", b"{: onclick=x }", b"---\n", b"title: ", b"<!--"),
    *(b"-->", b"`", b"> ", b"    ", b"* ", b"[", b"](x)", b"&lt;", b"&#", b"|", b"```\n", b"[^1]"),
    b"<div markdown>\n",
)


def _files(*patterns: str, root: Path = ROOT) -> Sequence[bytes]:
    return [path.read_bytes() for pattern in patterns for path in sorted(root.glob(pattern))]


def _data(content: bytes) -> None:
    """One file of a sound project is another."""
    contents = {path.relative_to(PROJECT).as_posix(): path.read_bytes() for path in _DATA}
    contents["frameworks/harbour.yaml"] = content
    loaded, _ = load_contents(contents, "frameworks")
    validate(loaded)
    kinds: Sequence[type[Record]] = (*SHARED_FILES.values(), *OPTIONAL_FILES.values(), Framework)
    for kind in kinds:
        parse_document(content, "frameworks/other.yaml", kind)


_DATA = (*sorted(PROJECT.glob("frameworks/*.yaml")), *sorted(PROJECT.glob("frameworks/crosswalks/*.yaml")))


def _redirects(content: bytes) -> None:
    contents = {path.relative_to(PROJECT).as_posix(): path.read_bytes() for path in _DATA}
    contents["frameworks/redirects.yaml"] = content
    loaded, _ = load_contents(contents, "frameworks")
    validate(loaded)
    if loaded.redirects is not None:
        for name in (("harbour",), ("harbour", "levels", "pier")):
            loaded.redirects.record.today(name)
            loaded.redirects.record.former(name)


def _in_project(place: str) -> Callable[[bytes], Path]:
    """Writes a content at a place of a project; gives the project's folder, which goes with the program."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    (folder / place).parent.mkdir(parents=True)
    FOLDERS.append(folder)

    def write(content: bytes) -> Path:
        (folder / place).write_bytes(content)
        return folder

    return write


FOLDERS: list[Path] = []
"""What is to be removed at the end."""


def _catalogue() -> Callable[[bytes], None]:
    write = _in_project("locales/nl/LC_MESSAGES/ui.po")

    def run(content: bytes) -> None:
        root = write(content)
        file, _ = read_po(root / "locales/nl/LC_MESSAGES/ui.po", "ui.po")
        if file is not None:
            written(file)
            parsed_rule(str(file.metadata.get("Plural-Forms", "")))
        words, _ = read_words(root / "locales", "nl")
        for number in (0, 1, 2, 10**6):
            words.ngettext("%(number)s file", "%(number)s files", number)
        for entry in file or ():
            inline_html(words.pgettext(entry.msgctxt or "", entry.msgid))

    return run


def _tables(name: str) -> Callable[[bytes], None]:
    def run(content: bytes) -> None:
        try:
            found = read_tables(content, name)
            for table in found.tables:
                whole(table)
        except UnreadableTableError:
            pass

    return run


def _exchange(ending: str) -> Callable[[bytes], None]:
    write = _in_project(f"out/back.{ending}")

    def run(content: bytes) -> None:
        root = write(content)
        try:
            for item in read_returned(root / f"out/back.{ending}").texts:
                assert item.form < 10, item
        except UnreadableExchangeError:
            pass

    return run


_TEXT = Unit(
    "ui", "ui-1", "", "en", ("%(n)s boat", "%(n)s boats"), ("boot", "boten"), notes="A word.", previous="x"
)
_BATCH = Batch("en", "nl", (_TEXT,))


def _sheet(content: bytes) -> None:
    """A workbook with another sheet."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_WORKBOOK)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == _SHEET else old.read(name))
    _tables("table.xlsx")(packed.getvalue())


_ROWS = (("", "Level 1", "Level 2"), ("Crew", "Nobody.", "A crew."))
_MATRIX = Sheet(_ROWS, "Matrix")
_WORKBOOK = write_tables([_MATRIX], "xlsx")
_SHEET = "xl/worksheets/sheet1.xml"


def _prose() -> Callable[[bytes], None]:
    write = _in_project("docs/en/about.md")

    def run(content: bytes) -> None:
        root = write(content[:4_000])
        unsafe_prose(root / "docs", ROOT / "mkdocs.yml")

    return run


def _settings() -> Callable[[bytes], None]:
    """The file is looked at before mkdocs runs what it says; here that is all."""
    write = _in_project("docs/mkdocs.yml")

    def run(content: bytes) -> None:
        with contextlib.suppress(UnreadableSettingsError):
            read_content(write(content) / "docs" / "mkdocs.yml")

    return run


def _drawing(content: bytes) -> None:
    more_than_a_drawing(content)


_ELEMENTS = (
    *("<em>", "</em>", "<strong>", "</strong>", "<code>", "</code>", "</a>", '<a href="', "<br>"),
    *('<span role="list">', '<span role="listitem">', '<span aria-hidden="true">', "</span>"),
)
"""What a text of the data may become: marks in a line, paragraphs and lists."""


def _inline(content: bytes) -> None:
    """A text of the data becomes no other element than the listed ones."""
    text = content.decode("utf-8", "replace")[:4000]
    html = inline_html(text)
    plain(text)
    marks(text)
    left = html
    for allowed in _ELEMENTS:
        left = left.replace(allowed, "")
    assert "<" not in left, html
    assert 'href="javascript:' not in html.lower(), html


def targets() -> tuple[Target, ...]:
    """Everything that is tried."""
    with zipfile.ZipFile(io.BytesIO(_WORKBOOK)) as book:
        sheet = book.read(_SHEET)
    made = [write_tables([_MATRIX], "csv"), write_tables([_MATRIX], "md")]
    return (
        Target("data", _data, _files("frameworks/*.yaml", root=PROJECT), _YAML),
        Target("redirects", _redirects, [_REDIRECTS], _YAML),
        Target("catalogue", _catalogue(), [_CATALOGUE], _PO),
        Target("csv", _tables("table.csv"), made, _TABLE),
        Target("markdown table", _tables("table.md"), made, _TABLE),
        Target("crosswalk", crosswalks.run, crosswalks.SAMPLES, _TABLE),
        Target("workbook", _tables("table.xlsx"), [_WORKBOOK], _TABLE),
        Target("sheet", _sheet, [sheet], _XML),
        Target("xliff", _exchange("xlf"), [write_xliff2(_BATCH), write_xliff1(_BATCH)], _XML),
        Target("tmx", _exchange("tmx"), [write_memory(_BATCH), _GLOSSARY], _XML),
        Target("translations as csv", _exchange("csv"), [write_rows(_BATCH, ",")], _TABLE),
        Target("prose", _prose(), _files("docs/en/*.md"), _PROSE),
        Target("settings", _settings(), _files("mkdocs.yml"), _YAML),
        Target("drawing", _drawing, _files("templates/theme/assets/*.svg", "docs/bench/*.svg"), _XML),
        Target("inline", _inline, [b"*a* **b** `c` [d](https://e.example)", b"[x](javascript:y)"], _PROSE),
    )


_GLOSSARY = b"""<martif type="TBX"><text><body><termEntry id="a">
<langSet xml:lang="en"><descrip type="definition">A place.</descrip><tig><term>Berth</term></tig></langSet>
<langSet xml:lang="nl"><tig><term>Plek</term><termNote type="termType">fullForm</termNote></tig></langSet>
</termEntry></body></text></martif>"""
_REDIRECTS = b"""\
redirects:
  - from: quay
    to: harbour
  - from: harbour/levels/jetty
    to: harbour/levels/pier
"""
_CATALOGUE = rb"""msgid ""
msgstr ""
"Language: nl\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#. A comment.
#: frameworks/harbour.yaml
#, fuzzy, python-format
#| msgid "before"
msgctxt "levels.pier.title"
msgid "judged"
msgstr "beoordeeld"

#, python-format
msgid "%(number)s file"
msgid_plural "%(number)s files"
msgstr[0] "%(number)s bestand"
msgstr[1] "%(number)s bestanden"

#~ msgid "old"
#~ msgstr "oud"
"""
