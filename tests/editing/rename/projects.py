"""Give tests of renaming the files of two projects, the invented and the shipped one, with translations."""

import datetime
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from generator.editing.rename.disk import read_files
from generator.editing.rename.planning import Files, Plan, plan
from generator.l10n.catalogs.files import parse, written
from generator.l10n.catalogs.merging import merge, notes, wanted_texts
from generator.load import Loaded, load_contents
from generator.model import Atlas
from generator.prose.versions import version_of
from generator.translate import Catalogues, Entry, view
from tests.builders import PROJECT

ROOT = Path(__file__).parents[3]


@cache
def invented() -> Files:
    """The invented project, translated, with a page by hand that links to everything."""
    data = read(PROJECT).data
    loaded = load_contents(data, "frameworks")[0]
    files = Files(data, {}, {}, version_of=version_of)
    return Files(data, full_catalogues(loaded.atlas(), ("en", "nl")), PROSE, version_of=files.version_of)


@cache
def shipped() -> Files:
    """The shipped project."""
    return read(ROOT)


def read(root: Path) -> Files:
    """A project's files."""
    files, problems = read_files(root)
    assert problems == ()
    return files


ORIGINAL = """# Guide

[one](frameworks/harbour/index.md), [two](frameworks/harbour/levels/pier/index.md#cell-crew "Pier"),
[three](frameworks/harbour/index.md#crew-pier), [four](../en/glossary/index.md#berth), [five][]
and <a href="../themes/people/">six</a>.

[five]: crosswalks/harbour--mill/index.md#wheel-dock

Not these: frameworks/harbour/index.md, [x](https://a.example/frameworks/harbour/), [y](#crew-pier).
"""
PROSE = {
    "docs/en/guide.md": ORIGINAL.encode(),
    "docs/nl/guide.md": f'---\ntranslates: "{version_of(ORIGINAL)}"\n---\n\n# Gids\n'.encode(),
    "docs/en/deep/er.md": b"[up](../frameworks/harbour/levels/dock/index.md)\r\n",
}


def full_catalogues(atlas: Atlas, languages: Iterable[str]) -> dict[str, bytes]:
    """Catalogues as an update writes them, with every text translated."""
    result = {}
    for language in languages:
        everything = wanted_texts(atlas, language)
        said = notes(everything, view(atlas, "en", {}).atlas, language)
        for domain, wanted in everything.items():
            pairs = [(item.context, item.text) for item in wanted]
            comments = {item.context: said[domain, item.context] for item in wanted}
            catalogue = merge(None, pairs, language, domain, comments)
            for entry in catalogue:
                entry.msgstr = f"{language}: {entry.msgid}"
            result[f"locales/{language}/LC_MESSAGES/{domain}.po"] = written(catalogue)
    return result


def after(files: Files, planned: Plan) -> Files:
    """The project when every change of a plan is made."""
    parts = [dict(files.data), dict(files.catalogues), dict(files.prose)]
    for change in planned.changes:
        part = parts[
            ("frameworks", "locales", "docs").index(str(change.after or change.before).split("/")[0])
        ]
        part.pop(str(change.before), None)
    for change in planned.changes:
        if change.after:
            part = parts[("frameworks", "locales", "docs").index(change.after.split("/")[0])]
            part[change.after] = change.new
    data, catalogues, prose = (dict(sorted(part.items())) for part in parts)
    return Files(data, catalogues, prose, version_of=files.version_of)


def renamed(files: Files, old: str, new: str, since: datetime.date | None = None) -> Files:
    """The project after a renaming that nothing stands in the way of."""
    planned, problems = plan(files, old, new, since)
    assert planned is not None, "\n".join(map(str, problems))
    return after(files, planned)


def loaded(files: Files) -> Loaded:
    """The data of a project, which can be read."""
    found, problems = load_contents(files.data, "frameworks")
    assert problems == ()
    return found


def catalogues(files: Files, language: str) -> Catalogues:
    """A language's catalogues as the site reads them."""
    result = {}
    for file, content in files.catalogues.items():
        if Path(file).parts[-3] == language:
            entries = (entry for entry in parse(content.decode()) if entry.msgctxt and not entry.obsolete)
            result[Path(file).stem] = {
                entry.msgctxt: Entry(entry.msgid, entry.msgstr, entry.fuzzy) for entry in entries
            }
    return result


def languages(files: Files) -> list[str]:
    """The languages that a project has catalogues in."""
    return sorted({Path(file).parts[-3] for file in files.catalogues})
