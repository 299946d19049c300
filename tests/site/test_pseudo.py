"""A trial build with pseudo-locales: no string escapes the catalogues, nothing of the project is touched."""

import csv
import datetime
import html
import json
import re
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from babel.dates import format_date
from mkdocs.utils.yaml import yaml_load

from generator.l10n.pseudo import PSEUDO, locale_of
from generator.load import load
from generator.model import Record
from generator.model.base import mark_of
from generator.translate import sources
from tests.site.built import PAGE_TYPES, PROJECT, Page, Site, search_entries
from tests.site.projects import content, replace, write_site_project
from tests.site.shown import Shown, outside, shown_on

LATIN = re.compile("[A-Za-z]")

# What stands as it is in every language, and why.
SAID_ALIKE = {
    "JSON-LD": "a format's name",
    "OSCAL": "a format's name",
    "Excel": "a program's name",
    "JSON": "a format's name",
    "CSV": "a format's name",
    "SSSOM": "a format's name",
    "BibTeX": "a format's name",
    "CSL-JSON": "a format's name",
    "RIS": "a format's name",
    "Material for MkDocs": "the theme's name",
    "MIT": "a licence's name",
    "A1": "a size of paper",
    "A3": "a size of paper",
    "CC BY 4.0": "a licence's name",
    "Maturity Atlas": "the site's name, which mkdocs.yml gives",
    "EN-XA": "the language's tag",
    "AR-XB": "the language's tag",
}
# An id of a derived relation, which a citation carries; those of judged ones are known from the data.
RELATION_ID = re.compile(r"/id/\S+|\b[a-z0-9-]+--[a-z0-9-]+\b")
# Keys, ids and addresses in data: no word that a reader sees has this form.
TOKEN = re.compile(rf"(?:{'|'.join(PSEUDO)}|[a-z0-9_./:?#=,+-])+")


@pytest.mark.parametrize("tag", PSEUDO)
def test_every_word_on_every_page_comes_from_a_catalogue(
    tag: str, trial: Site, alike: re.Pattern[str]
) -> None:
    escaped = {
        f"{shown.place} {left}": str(page)
        for page in trial.pages.values()
        if page.language == tag
        for shown in shown_on(page)
        if shown.language == tag and (left := untranslated(shown.text, alike)) and not borrowed(page, shown)
    }
    assert not escaped, told(escaped)


@pytest.mark.parametrize("tag", PSEUDO)
def test_every_type_of_page_was_looked_at(tag: str, trial: Site) -> None:
    paths = [page.path for page in trial.pages.values() if page.language == tag]
    missing = [
        name for name, form in PAGE_TYPES.items() if not any(re.fullmatch(form, path) for path in paths)
    ]
    assert not missing


@pytest.mark.parametrize("tag", PSEUDO)
def test_every_text_of_the_published_data_comes_from_a_catalogue(
    tag: str, trial: Site, alike: re.Pattern[str]
) -> None:
    folder = trial.folder / "api" / "v1" / tag
    files = sorted(folder.rglob("*.json"))
    escaped = {
        left: file.relative_to(folder).as_posix()
        for file in files
        for text in strings(json.loads(file.read_text(encoding="utf-8")))
        if not TOKEN.fullmatch(text) and (left := untranslated(text, alike))
    }
    assert files
    assert not escaped, told(escaped)


@pytest.mark.parametrize("tag", PSEUDO)
def test_every_cell_of_a_table_for_spreadsheets_comes_from_a_catalogue(
    tag: str, trial: Site, alike: re.Pattern[str]
) -> None:
    files = sorted((trial.folder / "api" / "v1" / tag).rglob("*.csv"))
    escaped = {
        left: file.name
        for file in files
        for row in csv.reader(file.read_text(encoding="utf-8-sig").splitlines())
        for text in row
        if not TOKEN.fullmatch(text) and (left := untranslated(text, alike))
    }
    assert files
    assert not escaped, told(escaped)


@pytest.mark.parametrize("tag", PSEUDO)
def test_search_shows_translated_titles_only(tag: str, trial: Site, alike: re.Pattern[str]) -> None:
    found = search_entries(trial.folder / tag)
    generated = [
        entry for entry in found if not entry["location"].startswith(("about/", "judging/", "workshop/"))
    ]
    escaped = {
        left: entry["location"]
        for entry in generated
        if (left := untranslated(html.unescape(entry["title"]), alike))
    }
    assert generated
    assert not escaped, told(escaped)


def test_a_string_that_escapes_is_found(tmp_path: Path, alike: re.Pattern[str]) -> None:
    file = tmp_path / "index.html"
    file.write_text(
        '<html lang="en-XA"><p title="Bare">⟦Å <a href="#">⟦þåĝéé⟧</a> ñöŵ⟧ left over</p>'
        '<p lang="nl">Bron</p>',
        encoding="utf-8",
    )
    found = list(shown_on(Page(file, "", "en-XA", "")))
    assert [(shown.language, untranslated(shown.text, alike)) for shown in found] == [
        ("en-XA", "Bare"),
        ("en-XA", "left over"),
        ("nl", "Bron"),
    ]


@pytest.mark.parametrize("tag", PSEUDO)
def test_every_page_says_which_way_it_runs(tag: str, trial: Site) -> None:
    wrong = [
        str(page)
        for page in trial.pages.values()
        if page.language == tag
        and (
            page.elements[0].attributes["lang"] != tag
            or (page.elements[0] if page.is_view else next(page.all("body"))).attributes["dir"]
            != ("rtl" if tag == "ar-XB" else "ltr")
        )
    ]
    assert not wrong


@pytest.mark.slow
def test_a_trial_leaves_the_project_and_its_site_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.cli import main

    project = write_site_project(tmp_path)
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [en]")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("the site", encoding="utf-8")
    before = content(project)
    monkeypatch.chdir(project)

    assert main(["build", "--pseudo"]) == 0

    assert "\nBuilt build/pseudo in " in capsys.readouterr().out
    after = content(project)
    assert {path: after[path] for path in before} == before
    # The record of what was built lies apart from both.
    assert {path.split("/")[0] for path in after.keys() - before.keys()} == {"build", ".cache"}
    assert {tag for tag in PSEUDO if f"build/pseudo/{tag}/index.html" in after} == set(PSEUDO)


def test_a_pseudo_locale_is_no_language_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from generator.cli import main

    project = write_site_project(tmp_path)
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [en, ar-XB]")
    monkeypatch.chdir(project)

    assert main(["build"]) == 1

    assert "A pseudo-locale has no files of its own: run 'atlas build --pseudo'" in capsys.readouterr().err


@pytest.fixture(scope="module")
def alike() -> re.Pattern[str]:
    """What may stand in any language: names, ids of relations, the theme's own words, CLDR's dates."""
    allowed = {*SAID_ALIKE, *names(), *theme_words()}
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in sorted(allowed, key=len)[::-1]))


def untranslated(text: str, alike: re.Pattern[str]) -> str:
    """What of a text has Latin letters, stands in no brackets, and may not be said alike in all languages."""
    left = outside(text)
    if LATIN.search(left):
        left = alike.sub("", RELATION_ID.sub("", left))
    return left.strip(" ,.·:-()“”") if LATIN.search(left) else ""


def told(escaped: Mapping[str, str]) -> str:
    """What escaped, a line each, with one place where it stands."""
    return "\n".join(f"{where}: {what}" for what, where in escaped.items())


def borrowed(page: Page, shown: Shown) -> bool:
    """Whether a hand-written page of another language says this in its frame, which has one language only."""
    source = PROJECT / "docs" / "en" / f"{page.path.rstrip('/')}.md"
    if not source.is_file():
        return False
    return any(
        text in source.read_text(encoding="utf-8") for text in (shown.text, shown.text.split(" - ")[0])
    )


def names() -> Iterator[str]:
    """What no translator is given: the data's names and compound ids, its dates and languages by CLDR."""
    atlas = load(PROJECT / "frameworks")[0].atlas()
    yield from (word for finding in atlas.shared.findings.findings for word in finding.absent)
    for _, _, record, source_language in sources(atlas):
        yield from (str(locale_of(tag).languages[source_language]) for tag in PSEUDO)
        for value in values(record):
            if isinstance(value, datetime.date):
                yield from (format_date(value, "long", locale=locale_of(tag)) for tag in PSEUDO)
            elif not TOKEN.fullmatch(value) or "-" in value:
                yield value


def values(value: Any) -> Iterator[Any]:
    """Every string and date inside a record, apart from what is translated; or inside published data."""
    if isinstance(value, str | datetime.date):
        yield value
    elif isinstance(value, Record):
        for name, field in type(value).model_fields.items():
            if mark_of(field) is None:
                yield from values(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from values(item)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from values(item)


def strings(data: Any) -> Iterator[str]:
    """Every string in published data."""
    yield from (value for value in values(data) if isinstance(value, str))


def theme_words() -> Iterator[str]:
    """The theme's words in English, which it falls back to."""
    theme = find_spec("material")
    assert theme
    assert theme.origin
    source = Path(theme.origin).parent / "templates" / "partials" / "languages" / "en.html"
    found = re.search(r"\{\{ (\{.*\})\[key\]", source.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    yield from yaml_load(found[1]).values()
