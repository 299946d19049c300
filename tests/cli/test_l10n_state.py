"""`atlas l10n lint`, `status` and `accept`: what is wrong, what is open, and what was found to fit."""

import json
import re
import shutil
from contextlib import chdir
from pathlib import Path

import polib
import pytest

from generator.cli import main
from generator.load import load
from generator.prose.versions import version_of
from tests.site.projects import content, replace

Output = pytest.CaptureFixture[str]

DUTCH = Path("locales/nl/LC_MESSAGES")


@pytest.fixture(scope="package")
def made_translated(made_up_to_date: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with Dutch for one text, which is then edited: the translation is stale."""
    folder = tmp_path_factory.mktemp("translated") / "project"
    shutil.copytree(made_up_to_date, folder)
    translate(folder, "cells.crew.pier", "Wie er is.")
    translate(folder, "levels.port.summary", "Een loods voor elke boot.")
    replace(folder / "frameworks" / "harbour.yaml", "A pilot for each boat.", "A pilot for every boat.")
    with chdir(folder):
        assert main(["l10n", "update"]) == 0
    return folder


@pytest.fixture
def translated(project: Path, made_translated: Path) -> Path:
    """A copy of it, which is the current folder."""
    shutil.copytree(made_translated, project, dirs_exist_ok=True)
    return project


def translate(project: Path, context: str, translation: str, domain: str = "harbour") -> None:
    path = project / DUTCH / f"{domain}.po"
    catalogue = polib.pofile(str(path), wrapwidth=0)
    entry = catalogue.find(context, by="msgctxt")
    assert entry is not None
    entry.msgstr = translation
    catalogue.save()


def entry(project: Path, context: str) -> polib.POEntry:
    found = polib.pofile(str(project / DUTCH / "harbour.po")).find(context, by="msgctxt")
    assert found is not None
    return found


def test_a_number_that_differs_is_shown_with_its_line(translated: Path, capsys: Output) -> None:
    replace(translated / "frameworks" / "harbour.yaml", "Whoever is there.", "80 people.")
    main(["l10n", "update"])
    translate(translated, "cells.crew.pier", "Maar 80 mensen.")
    main(["l10n", "accept", "-l", "nl", "cells.crew.pier"])
    translate(translated, "cells.crew.pier", "Maar 8 mensen.")
    line = next(
        number
        for number, text in enumerate((translated / DUTCH / "harbour.po").read_text().splitlines(), 1)
        if "Maar 8" in text
    )
    capsys.readouterr()

    assert main(["l10n", "lint", "-l", "nl", "-D", "harbour"]) == 1

    assert capsys.readouterr().out == (
        f"locales/nl/LC_MESSAGES/harbour.po:{line}:14: error[T430]: "
        "Numbers differ: source 80, translation 8\n"
        f'    {line} | msgstr "Maar 8 mensen."\n'
        f"    {' ' * len(str(line))} |              ^\n"
        "        = Write the source's numbers, as the translation's language writes them\n"
        "1 error, 0 warnings in 1 file\n"
    )


def test_a_msgid_edited_by_hand_is_shown_with_its_line(translated: Path, capsys: Output) -> None:
    catalogue = translated / DUTCH / "harbour.po"
    replace(catalogue, 'msgid "On shore"', 'msgid "On the shore"')
    line = catalogue.read_text().splitlines().index('msgid "On the shore"') + 1

    assert main(["l10n", "lint", "-D", "harbour"]) == 1

    told = capsys.readouterr().out
    assert told == (
        f"locales/nl/LC_MESSAGES/harbour.po:{line}:11: error[T436]: "
        "The msgid is not the current source text\n"
        f'    {line} | msgid "On the shore"\n'
        f"    {' ' * len(str(line))} |           ^^^\n"
        f"    {' ' * len(str(line))} = Run 'atlas l10n update'; edit msgstr, never msgid\n"
        "1 error, 0 warnings in 1 file\n"
    )
    assert main(["l10n", "update"]) == 0
    assert main(["l10n", "lint", "-D", "harbour"]) == 0


def test_every_catalogue_is_linted_even_where_one_cannot_be_read(translated: Path, capsys: Output) -> None:
    translate(translated, "cells.crew.pier", "Wie er is. ")
    catalogue = translated / DUTCH / "mill.po"
    catalogue.write_text("<<<<<<< ours\n" + catalogue.read_text(), encoding="utf-8")

    assert main(["l10n", "lint", "--format", "json"]) == 1

    codes = [item["code"] for item in json.loads(capsys.readouterr().out)]
    assert codes == ["T433", "T402"]


def test_warnings_fail_where_that_is_asked_for(translated: Path, capsys: Output) -> None:
    translate(translated, "cells.crew.pier", "Wie er is. ")
    assert main(["l10n", "lint"]) == 0
    assert main(["l10n", "lint", "--strict"]) == 1
    assert "error[T433]" in capsys.readouterr().out


@pytest.mark.slow
def test_the_glossary_s_translation_is_asked_for(translated: Path, capsys: Output) -> None:
    [term] = load(translated / "frameworks")[0].atlas().shared.glossary.terms
    translate(translated, f"glossary.terms.{term.id}.title", "Kade", domain="shared")
    framework = translated / "frameworks" / "harbour.yaml"
    replace(framework, "Whoever is there.", f"One {term.title.lower()} only.")
    main(["l10n", "update"])
    main(["l10n", "accept", "-l", "nl", "cells.crew.pier"])
    translate(translated, "cells.crew.pier", "Maar één steiger.")
    capsys.readouterr()

    main(["l10n", "lint", "-D", "harbour"])

    assert f"warning[T434]: The glossary's '{term.title}' is 'Kade'" in capsys.readouterr().out


def test_nothing_wrong_is_said_too(translated: Path, capsys: Output) -> None:
    assert main(["l10n", "lint"]) == 0
    assert capsys.readouterr().out == "No problems in en, nl.\n"


def test_a_language_without_catalogues_is_told_to_have_none(project: Path, capsys: Output) -> None:
    assert main(["l10n", "lint", "-l", "nl", "-D", "mill"]) == 0
    told = capsys.readouterr().out
    assert "locales/nl/LC_MESSAGES/mill.po:1:1: warning[T438]: The catalogue is not there" in told


def test_status_counts_each_catalogue_and_all_of_a_language(translated: Path, capsys: Output) -> None:
    assert main(["l10n", "status", "-l", "nl"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["language", "domain", "translated", "stale", "missing", "done"]
    harbour = next(row for row in rows if row[1] == "harbour")
    assert harbour[2:4] == ["1", "1"]
    assert int(harbour[4]) > 20
    assert [row[1] for row in rows[1:7]] == ["harbour", "mill", "shared", "ui", "docs", "all"]
    counts = [[int(number.replace(",", "")) for number in row[2:5]] for row in rows[1:7]]
    assert [sum(column) for column in zip(*counts[:-1], strict=True)] == counts[-1]


def test_what_commands_say_is_counted_behind_what_readers_see_and_apart(
    translated: Path, capsys: Output
) -> None:
    assert main(["l10n", "status", "-l", "nl"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    domains = [row[1] for row in rows]
    assert domains[domains.index("all") + 1] == "commands"


def test_status_is_there_for_other_programs(translated: Path, capsys: Output) -> None:
    assert main(["l10n", "status", "-l", "nl", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    harbour = next(item for item in found["catalogues"] if item["domain"] == "harbour")
    assert (harbour["translated"], harbour["stale"]) == (1, 1)
    assert harbour["total"] == harbour["translated"] + harbour["stale"] + harbour["missing"]
    assert found["pages"] == [
        {"language": "nl", "page": "about.md", "original": "en", "state": "unversioned"},
        {"language": "nl", "page": "judging.md", "original": "en", "state": "translated"},
        {"language": "nl", "page": "workshop.md", "original": "en", "state": "translated"},
    ]
    assert [item["language"] for item in found["languages"]] == ["nl"]
    shares = {item["domain"]: item["done"] for item in found["catalogues"]}
    main(["l10n", "status", "-l", "nl"])
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    told = {row[1]: row[-1] for row in rows if len(row) == 6 and row[1] in shares}
    assert told == {domain: f"{share:.0%}" for domain, share in shares.items()}


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--fail-under", "0"], 0, ""),
        (["--fail-under", "90"], 1, r"nl: \d% is translated, less than 90%\n"),
        (["--fail-on", "stale"], 1, "nl: 2 translations are older than their source\n"),
        (["--fail-on", "missing"], 1, r"nl: [\d,]+ texts are not translated\n"),
    ],
)
def test_status_fails_where_that_is_asked_for(
    translated: Path, capsys: Output, options: list[str], code: int, told: str
) -> None:
    assert main(["l10n", "status", "-l", "nl", *options]) == code
    assert re.match(told, capsys.readouterr().err)


def test_a_catalogue_that_cannot_be_read_is_not_counted_in_silence(translated: Path, capsys: Output) -> None:
    catalogue = translated / DUTCH / "mill.po"
    catalogue.write_text("<<<<<<< ours\n" + catalogue.read_text(), encoding="utf-8")

    assert main(["l10n", "status"]) == 1

    assert "error[T402]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "name", ["harbour:levels.port.summary", "levels.port.summary", "levels.port.*", "harbour:*"]
)
def test_a_translation_that_still_fits_is_accepted(translated: Path, capsys: Output, name: str) -> None:
    assert entry(translated, "levels.port.summary").fuzzy

    assert main(["l10n", "accept", "-l", "nl", name]) == 0

    found = entry(translated, "levels.port.summary")
    assert (found.fuzzy, found.previous_msgid, found.msgid) == (False, None, "A pilot for every boat.")
    assert found.msgstr == "Een loods voor elke boot."
    assert capsys.readouterr().out == (
        "harbour:levels.port.summary\n"
        "  was: A pilot for [-each-] boat.\n"
        "  now: A pilot for {+every+} boat.\n"
        "  nl: Een loods voor elke boot.\n"
    )
    assert main(["l10n", "update", "--check"]) == 0


def test_a_translation_is_accepted_before_the_catalogue_was_updated(translated: Path) -> None:
    replace(translated / "frameworks" / "harbour.yaml", "Whoever is there.", "Whoever is around.")

    assert main(["l10n", "accept", "-l", "nl", "-D", "harbour"]) == 0

    assert entry(translated, "cells.crew.pier").msgid == "Whoever is around."
    assert main(["l10n", "update", "--check"]) == 0


@pytest.fixture
def in_two(translated: Path) -> Path:
    """The same with German for the text as well, stale like the Dutch."""
    shutil.copytree(translated / DUTCH, translated / "locales" / "de" / "LC_MESSAGES")
    for path in (translated / "locales" / "de" / "LC_MESSAGES").glob("*.po"):
        replace(path, "Language: nl", "Language: de")
    return translated


def flags(project: Path, language: str) -> list[str]:
    """What the entry of the text is flagged with."""
    path = project / "locales" / language / "LC_MESSAGES" / "harbour.po"
    found = polib.pofile(str(path)).find("levels.port.summary", by="msgctxt")
    assert found is not None
    return list(found.flags)


def test_a_text_that_means_the_same_is_accepted_in_every_language_at_once(in_two: Path) -> None:
    assert main(["l10n", "accept", "--unchanged-meaning", "harbour:levels.port.summary"]) == 0

    assert (flags(in_two, "nl"), flags(in_two, "de")) == ([], [])


def test_nobody_can_say_that_another_number_means_the_same(in_two: Path, capsys: Output) -> None:
    replace(in_two / "frameworks" / "harbour.yaml", "A pilot for every boat.", "A pilot for every 2 boats.")

    assert main(["l10n", "accept", "--unchanged-meaning", "levels.port.summary"]) == 1

    assert (flags(in_two, "nl"), flags(in_two, "de")) == (["fuzzy"], ["fuzzy"])
    told = capsys.readouterr().err
    assert "nl, harbour:levels.port.summary: not accepted, as a number changed, so the meaning did." in told
    assert "de, harbour:levels.port.summary: not accepted, as a number changed" in told


def test_what_lint_calls_an_error_is_not_accepted(translated: Path, capsys: Output) -> None:
    replace(
        translated / "frameworks" / "harbour.yaml", "A pilot for every boat.", "A pilot for every 2 boats."
    )

    assert main(["--lang", "en", "l10n", "accept", "-l", "nl", "levels.port.summary"]) == 1

    assert flags(translated, "nl") == ["fuzzy"]
    said = "not accepted, as Numbers differ: source 2, translation –. Mend the translation"
    assert said in capsys.readouterr().err


@pytest.fixture
def swapped(translated: Path) -> Path:
    """The same with two cells, both translated, that an editor has swapped since."""
    path = translated / "frameworks" / "harbour.yaml"
    translate(translated, "cells.crew.dock", "Drie ploegen per dag.")
    replace(path, "Whoever is there.", "…")
    replace(path, entry(translated, "cells.crew.dock").msgid, "Whoever is there.")
    replace(path, "…", entry(translated, "cells.crew.dock").msgid)
    return translated


def test_swapped_texts_are_offered_each_other_s_translation_and_accepted_as_such(
    swapped: Path, capsys: Output
) -> None:
    pier, dock = entry(swapped, "cells.crew.pier"), entry(swapped, "cells.crew.dock")

    assert main(["l10n", "update"]) == 0

    assert (
        "  atlas l10n accept -l nl harbour:cells.crew.pier harbour:cells.crew.dock\n"
        in capsys.readouterr().out
    )
    assert main(["l10n", "accept", "-l", "nl", "cells.crew.*"]) == 0
    assert (entry(swapped, "cells.crew.pier").msgid, entry(swapped, "cells.crew.pier").msgstr) == (
        dock.msgid,
        dock.msgstr,
    )
    assert (entry(swapped, "cells.crew.dock").msgid, entry(swapped, "cells.crew.dock").msgstr) == (
        pier.msgid,
        pier.msgstr,
    )
    assert "  This translation was made for the same text at cells.crew.dock.\n" in capsys.readouterr().out
    assert main(["l10n", "update", "--check"]) == 0
    assert main(["l10n", "lint", "-D", "harbour"]) == 0


@pytest.mark.parametrize("says", [["-l", "nl"], ["--unchanged-meaning"]])
def test_a_translation_whose_text_has_moved_away_is_not_accepted_for_another(
    swapped: Path, capsys: Output, says: list[str]
) -> None:
    before = content(swapped / "locales")

    assert main(["l10n", "accept", *says, "cells.crew.*"]) == 1

    assert content(swapped / "locales") == before
    said = "harbour:cells.crew.pier: not accepted, as This text was cells.crew.dock, with another translation"
    assert said in capsys.readouterr().err


def test_a_text_that_means_something_else_is_flagged_until_it_is_translated_anew(in_two: Path) -> None:
    assert main(["l10n", "accept", "--changed-meaning", "levels.port.*"]) == 0

    both = ["fuzzy", "meaning-changed"]
    assert (flags(in_two, "nl"), flags(in_two, "de")) == (both, both)
    assert entry(in_two, "levels.port.summary").previous_msgid == "A pilot for each boat."
    assert main(["l10n", "update", "--check", "-D", "harbour"]) == 0
    replace(in_two / DUTCH / "harbour.po", "#, fuzzy, meaning-changed", "#, meaning-changed")
    assert main(["l10n", "update", "-l", "nl", "-D", "harbour"]) == 0
    assert (flags(in_two, "nl"), flags(in_two, "de")) == ([], both)
    assert main(["l10n", "accept", "-l", "de", "levels.port.*"]) == 0
    assert flags(in_two, "de") == []


def test_an_update_offers_to_keep_translations_where_only_the_spelling_changed(
    translated: Path, capsys: Output
) -> None:
    replace(translated / "frameworks" / "harbour.yaml", "Whoever is there.", "Whoever is there!")
    replace(translated / "frameworks" / "harbour.yaml", "A pilot for every boat.", "No pilot at all.")

    assert main(["l10n", "update"]) == 0

    assert "  atlas l10n accept --unchanged-meaning harbour:cells.crew.pier\n" in capsys.readouterr().out


def test_a_dry_run_accepts_nothing(translated: Path, capsys: Output) -> None:
    before = content(translated / "locales") | content(translated / "docs")

    assert main(["l10n", "accept", "-l", "nl", "--all", "-n"]) == 0

    assert content(translated / "locales") | content(translated / "docs") == before
    assert capsys.readouterr().out.endswith("Nothing was written.\n")


def test_a_name_that_nothing_stale_has_is_told_with_the_nearest(translated: Path, capsys: Output) -> None:
    assert main(["l10n", "accept", "-l", "nl", "levels.prot.summary"]) == 1
    told = capsys.readouterr().err
    assert told == "levels.prot.summary: nothing stale has this name. Did you mean 'levels.port.summary'?\n"
    assert main(["l10n", "accept", "-l", "nl", "-D", "mill"]) == 1
    assert capsys.readouterr().err == "Nothing is stale here.\n"


def test_every_name_must_fit_something(translated: Path, capsys: Output) -> None:
    assert main(["l10n", "accept", "-l", "nl", "levels.port.*", "levels.prot.*"]) == 1
    assert "levels.prot.*: nothing stale has this name" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["docs/about.md", "docs/nl/about.md"])
def test_a_page_that_was_looked_at_names_its_original_as_it_is(
    translated: Path, capsys: Output, name: str
) -> None:
    version = version_of((translated / "docs" / "en" / "about.md").read_text())

    assert main(["l10n", "accept", "-l", "nl", name]) == 0

    page = (translated / "docs" / "nl" / "about.md").read_text()
    assert page == f'---\ntranslates: "{version}"\n---\n\n# Hierover\n\nMet de hand.\n\n## Licence\n'
    assert capsys.readouterr().out == f"docs/nl/about.md: translates version {version}\n"
    main(["l10n", "status", "-l", "nl"])
    assert "docs/nl/about.md" not in capsys.readouterr().out
    replace(translated / "docs" / "en" / "about.md", "By hand.", "By other hands.")
    main(["l10n", "status", "-l", "nl"])
    assert "docs/nl/about.md: docs/en/about.md has changed since\n" in capsys.readouterr().out


def test_a_page_that_is_not_utf_8_is_told_and_stays(translated: Path, capsys: Output) -> None:
    page = translated / "docs" / "nl" / "about.md"
    page.write_bytes("# Hierover één\n".encode("latin-1"))
    assert main(["--lang", "en", "l10n", "accept", "-l", "nl", "docs/about.md"]) == 1
    assert capsys.readouterr().err == "docs/about.md is not UTF-8; save it as UTF-8\n"
    assert page.read_bytes() == "# Hierover één\n".encode("latin-1")
