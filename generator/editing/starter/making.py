"""Write the files of a new site, so that it is whole in each of its languages.

The texts lie beside this module, all of them in each language, and what a site has in its first language are
files as an editor writes them; in its others they are catalogues, as translators would have left them.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template

import polib

from generator.editing.starter.origin import requirement
from generator.folders import CONFIGURATION
from generator.l10n.catalogs.files import COMMANDS, WORDS, catalogue_path, written
from generator.l10n.interface import has_catalogue
from generator.l10n.updating import brought_up_to_date, open_data
from generator.load import load
from generator.load.json_schema import schema_files
from generator.load.tree import read_tree
from generator.model import texts
from generator.prose.versions import accept_page, translations
from generator.translate import sources
from generator.writing import write_files

_HERE = Path(__file__).parent
_SHARED: Mapping[str, str] = {
    "mkdocs.yml": CONFIGURATION,
    "gitignore": ".gitignore",
    "workflow.yml": ".github/workflows/site.yml",
    "welcome.html": "templates/parts/welcome.html",
    "colours.css": "templates/theme/assets/colours.css",
    "logo.svg": "templates/theme/assets/logo.svg",
}

LANGUAGES = ("en", *sorted(path.parent.name for path in _HERE.glob("*/words.yaml")))
"""The languages that a new site can begin in."""

Texts = Mapping[tuple[str, str], str]
"""Texts in one language, by the catalogue and the context that they stand in."""


def begin_site(root: Path, languages: Sequence[str], title: str) -> None:
    """Write a site into a folder; OSError where that cannot be done."""
    write_files({root / path: text.encode() for path, text in _files(languages, title).items()})
    data, _ = open_data(root)
    if data is None:
        raise ValueError(f"the files of a new site are not sound: {root}")
    # English first: the comments of all catalogues name places in it.
    for language in sorted(languages, key=has_catalogue):
        merged, _ = brought_up_to_date(data, language)
        known = _texts(language)
        write_files(
            {
                catalogue_path(data.folders.locales, language, name): written(_filled(new, name, known))
                for name, (_, new) in merged.items()
                if name != COMMANDS
            }
        )
    for page in translations(data.folders.docs, languages):
        accept_page(data.folders.docs, page, write=True)


def _files(languages: Sequence[str], title: str) -> Mapping[str, str]:
    first = languages[0]
    title = " ".join(title.split())
    # A text in JSON is one in YAML, whatever signs it has.
    given = {
        "title": title,
        "quoted": json.dumps(title, ensure_ascii=False),
        "languages": ", ".join(languages),
    }
    found = {path: _read(_HERE / "shared" / name) for name, path in _SHARED.items()}
    found["README.md"] = _read(_HERE / first / "README.md")
    found = {path: Template(text).substitute(given) for path, text in found.items()}
    for path in (_HERE / first / "frameworks").iterdir():
        kind = path.stem if path.stem in ("themes", "reference-scale", "glossary") else "framework"
        line = f"# yaml-language-server: $schema=../schemas/{kind}.schema.json\n"
        found[f"frameworks/{path.name}"] = line + _read(path)
    for language in languages:
        for path in (_HERE / language / "docs").iterdir():
            found[f"docs/{language}/{path.name}"] = _read(path)
    schemas = {f"schemas/{name}": text for name, text in schema_files().items()}
    return {**found, **schemas, "requirements.txt": f"{requirement()}\n"}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _texts(language: str) -> Texts:
    """Read all that a new site says in a language."""
    atlas = load(_HERE / language / "frameworks")[0].atlas()
    found = {
        (domain, context): text
        for domain, prefix, record, _ in sources(atlas)
        for context, text, _ in texts(record, prefix)
    }
    if has_catalogue(language):
        words = read_tree((_HERE / language / "words.yaml").read_bytes(), "words.yaml").value
        found |= {(WORDS, str(word)): str(text) for word, text in words.items()}
    return found


def _filled(catalogue: polib.POFile, domain: str, known: Texts) -> polib.POFile:
    """Put the translations into a catalogue that has none."""
    for entry in catalogue:
        entry.msgstr = known[domain, entry.msgctxt or entry.msgid]
    return catalogue
