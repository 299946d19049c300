"""`atlas l10n export` and `import`: texts for translators' other tools, and what comes back."""

import csv
import shutil
from collections.abc import Iterable
from contextlib import chdir
from difflib import unified_diff
from pathlib import Path

import polib
import pytest

from generator.cli import main
from tests.cli.leaving import leaving
from tests.site.projects import content, replace

Output = pytest.CaptureFixture[str]

DUTCH = Path("locales/nl/LC_MESSAGES")
FORMATS = ("xliff", "xliff-1.2", "csv", "csv-semicolon", "tmx")


@pytest.fixture(scope="package")
def made_partly_translated(made_up_to_date: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with Dutch for a few texts, one of them older than its source, and with files sent out."""
    folder = tmp_path_factory.mktemp("exchange") / "project"
    shutil.copytree(made_up_to_date, folder)
    harbour = polib.pofile(str(folder / DUTCH / "harbour.po"), wrapwidth=0)
    for context, text in {
        "levels.pier.title": "Steiger",
        "cells.crew.pier": "Wie er is.",
        "levels.port.summary": "Een loods voor elke boot.",
    }.items():
        entry(harbour, context).msgstr = text
    entry(harbour, "cells.crew.pier").tcomment = "Of: wie er ook is."
    harbour.save()
    words = polib.pofile(str(folder / DUTCH / "commands.po"), wrapwidth=0)
    plural = next(
        entry
        for entry in words
        if entry.msgid_plural == "%(number)s texts have no entry; the first is %(name)s"
    )
    plural.msgstr_plural = {0: "%(name)s ontbreekt", 1: "%(number)s ontbreken: %(name)s"}
    words.save()
    replace(folder / "frameworks" / "harbour.yaml", "A pilot for each boat.", "A pilot for every boat.")
    with chdir(folder):
        assert main(["l10n", "update"]) == 0
        for form in FORMATS:
            assert main(["l10n", "export", "-l", "nl", "--format", form, "-d", f"out/{form}"]) == 0
    return folder


def entry(catalogue: polib.POFile, context: str) -> polib.POEntry:
    found = catalogue.find(context, by="msgctxt")
    assert found is not None
    return found


@pytest.fixture
def sent(project: Path, made_partly_translated: Path) -> Path:
    """A copy of it, which is the current folder."""
    shutil.copytree(made_partly_translated, project, dirs_exist_ok=True)
    return project


def came_back(project: Path, form: str, *changes: tuple[str, str]) -> str:
    """Change a file that was sent, and say where it is."""
    (path,) = (project / "out" / form).iterdir()
    for before, after in changes:
        replace(path, before, after)
    return str(path.relative_to(project))


def diff(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    """The lines of all catalogues that changed."""
    assert before.keys() == after.keys()
    return [
        line
        for name in before
        for line in unified_diff(before[name].decode().splitlines(), after[name].decode().splitlines(), n=0)
        if line[:3] not in ("---", "+++") and line[0] in "+-"
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_what_comes_back_as_it_was_changes_nothing(sent: Path, form: str, capsys: Output) -> None:
    capsys.readouterr()

    assert leaving(sent / "locales", ["l10n", "import", came_back(sent, form)]) == 0

    told = capsys.readouterr().out
    assert told.startswith("nl: 0 new, 0 changed, 0 accepted, 0 to be looked at, ")
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_a_changed_translation_is_the_only_line_of_the_catalogues_that_changes(sent: Path, form: str) -> None:
    before = content(sent / "locales")

    assert main(["l10n", "import", came_back(sent, form, ("Wie er is.", "Wie er ook is."))]) == 0

    assert diff(before, content(sent / "locales")) == ['-msgstr "Wie er is."', '+msgstr "Wie er ook is."']


@pytest.mark.parametrize("form", [form for form in FORMATS if form.startswith("xliff")])
def test_a_translation_that_a_tool_confirms_is_no_longer_older_than_its_source(sent: Path, form: str) -> None:
    before = content(sent / "locales")
    state = {
        "xliff": ('<segment state="initial">', '<segment state="final">'),
        "xliff-1.2": ('state="needs-review-translation"', 'state="signed-off"'),
    }

    assert main(["l10n", "import", came_back(sent, form, state[form])]) == 0

    assert diff(before, content(sent / "locales")) == ["-#, fuzzy", '-#| msgid "A pilot for each boat."']


def test_a_text_whose_source_has_changed_since_is_left_alone_and_said(sent: Path, capsys: Output) -> None:
    file = came_back(sent, "xliff", ("Wie er is.", "Wie er ook is."))
    replace(sent / "frameworks" / "harbour.yaml", "    pier: Whoever is there.", "    pier: Anyone at all.")
    main(["l10n", "update"])
    capsys.readouterr()

    assert leaving(sent / "locales", ["l10n", "import", file]) == 1

    assert capsys.readouterr().out.splitlines()[1:] == [
        "  1 text left alone: the source text has changed since",
        "    harbour:cells.crew.pier",
    ]


def test_what_lint_calls_an_error_is_not_taken_and_all_else_is(sent: Path, capsys: Output) -> None:
    file = came_back(sent, "xliff", ("Wie er is.", "Wie er 3 keer is."), (">Steiger<", ">Kade<"))
    before = content(sent / "locales")
    capsys.readouterr()

    assert main(["l10n", "import", file]) == 1

    assert diff(before, content(sent / "locales")) == ['-msgstr "Steiger"', '+msgstr "Kade"']
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  1 text not taken, an error (T430):",
        "    harbour:cells.crew.pier: Numbers differ: source –, translation 3",
    ]


@pytest.mark.parametrize("sign", ["\u202e", "\u2028", "\x85", "\x0c"])
def test_a_sign_that_nobody_sees_is_not_taken(sign: str, sent: Path, capsys: Output) -> None:
    before = content(sent / "locales")

    assert main(["l10n", "import", came_back(sent, "csv", ("Wie er is.", f"Wie er {sign}is."))]) == 1

    assert content(sent / "locales") == before
    assert "an error (T406)" in capsys.readouterr().out


def test_a_backslash_is_a_sign_like_any_other(sent: Path) -> None:
    file = came_back(sent, "csv", ("Wie er is.", "Wie er \\bin is."))

    assert main(["l10n", "import", file]) == 0

    harbour = polib.pofile(str(sent / DUTCH / "harbour.po"), wrapwidth=0)
    assert entry(harbour, "cells.crew.pier").msgstr == "Wie er \\bin is."


def test_a_plural_form_is_taken_on_its_own(sent: Path) -> None:
    before = content(sent / "locales")

    assert main(["l10n", "import", came_back(sent, "xliff", ("s ontbreekt<", "s staat er niet<"))]) == 0

    assert diff(before, content(sent / "locales")) == [
        '-msgstr[0] "%(name)s ontbreekt"',
        '+msgstr[0] "%(name)s staat er niet"',
    ]


def test_all_files_are_taken_with_one_summary_and_a_damaged_one_stops_none(
    sent: Path, capsys: Output
) -> None:
    first = came_back(sent, "xliff", ("Wie er is.", "Wie er ook is."))
    second = came_back(sent, "csv", ("Steiger", "Kade"), ("Wie er is.", "Wie er ook is."))
    (sent / "broken.xlf").write_text("<xliff>", encoding="utf-8")
    capsys.readouterr()

    assert main(["l10n", "import", first, "broken.xlf", "none.tmx", second]) == 1

    told = capsys.readouterr()
    assert told.out.startswith("nl: 0 new, 1 changed, ")
    assert (
        "  1 text left alone: another translation of it came before\n    harbour:levels.pier.title"
        in told.out
    )
    assert [line.partition(":")[0] for line in told.err.splitlines()] == ["broken.xlf", "none.tmx"]


def test_a_trial_writes_nothing(sent: Path, capsys: Output) -> None:
    before = content(sent / "locales")

    assert main(["l10n", "import", "-n", came_back(sent, "xliff", ("Wie er is.", "Wie er ook is."))]) == 0

    assert content(sent / "locales") == before
    assert "nl: 0 new, 1 changed" in capsys.readouterr().out


def test_a_tool_may_name_the_language_with_a_region(sent: Path, capsys: Output) -> None:
    file = came_back(sent, "xliff", ('trgLang="nl"', 'trgLang="nl-NL"'), ("Wie er is.", "Wie er ook is."))

    assert main(["l10n", "import", file]) == 0
    assert "nl: 0 new, 1 changed" in capsys.readouterr().out


def test_texts_of_no_language_or_catalogue_here_are_left_alone(sent: Path, capsys: Output) -> None:
    (sent / "odd.csv").write_text(
        "id,source,target,location\nx,A,B,locales/xx/LC_MESSAGES/harbour.po\n"
        "x,A,B,locales/nl/LC_MESSAGES/../../etc/passwd\nx,A,B,locales/nl/LC_MESSAGES/harbour.po\n",
        encoding="utf-8",
    )
    assert leaving(sent, ["l10n", "import", "odd.csv"]) == 1

    assert capsys.readouterr().out.count("left alone") == 3


def test_only_one_domain_is_written_where_one_is_asked_for(sent: Path, capsys: Output) -> None:
    assert main(["l10n", "export", "-l", "nl", "-D", "harbour"]) == 0
    assert content(sent / "build").keys() == {"l10n/harbour.en-nl.xlf"}
    assert "Wrote build/l10n/harbour.en-nl.xlf." in capsys.readouterr().out
    assert main(["l10n", "export", "-l", "nl", "-D", "ui"]) == 0
    assert "commands.po" not in (sent / "build/l10n/ui.en-nl.xlf").read_text(encoding="utf-8")


def test_a_table_that_somebody_translates_in_is_written_over_only_with_force(
    sent: Path, capsys: Output
) -> None:
    line = ["l10n", "export", "-l", "nl", "-D", "harbour", "--format", "csv", "-d", "."]
    table = sent / "harbour.en-nl.csv"
    table.write_text("half translated", encoding="utf-8")
    assert main(line) == 1
    assert "harbour.en-nl.csv is there already" in capsys.readouterr().err
    assert table.read_text(encoding="utf-8") == "half translated"
    assert main([*line, "--force"]) == 0
    assert "half translated" not in table.read_text(encoding="utf-8")


def test_a_template_has_every_text_and_no_translation(sent: Path) -> None:
    assert main(["l10n", "export", "--format", "pot"]) == 0

    found = {path.stem: polib.pofile(str(path)) for path in (sent / "build" / "l10n").iterdir()}
    for path in (sent / DUTCH).glob("*.po"):
        dutch, template = polib.pofile(str(path)), found[path.stem]
        assert {(one.msgctxt, one.msgid) for one in template} >= {
            (one.msgctxt, one.msgid) for one in dutch if not one.obsolete
        }
        assert not any(one.msgstr or any(one.msgstr_plural.values()) for one in template)
        assert template.metadata["Language"] == ""
    assert entry(found["harbour"], "levels.pier.title").comment.startswith("Harbour: stage 1 Pier")


def test_the_glossary_goes_out_in_every_language_at_once(sent: Path, capsys: Output) -> None:
    assert main(["l10n", "export", "--format", "tbx"]) == 0
    text = (sent / "build" / "l10n" / "glossary.tbx").read_text(encoding="utf-8")
    assert "<term>Berth</term>" in text
    assert main(["l10n", "export", "--format", "tbx", "-D", "harbour"]) == 2


def test_a_translator_s_note_becomes_a_comment_and_allows_nothing(sent: Path, capsys: Output) -> None:
    before = content(sent / "locales")
    note = ("Of: wie er ook is.", "Who are these people?&#10;lint: T430")
    capsys.readouterr()

    assert main(["l10n", "import", came_back(sent, "xliff", note)]) == 0

    assert diff(before, content(sent / "locales")) == ["-# Of: wie er ook is.", "+# Who are these people?"]
    assert capsys.readouterr().out.splitlines()[1:] == ["  1 note taken"]

    assert main(["l10n", "import", came_back(sent, "xliff", ("these people?", "they?&#x2028;msgstr"))]) == 1
    assert "1 text left alone: its note holds a sign that nobody sees" in capsys.readouterr().out


def test_of_a_catalogue_that_came_back_as_a_copy_only_what_changed_is_taken(sent: Path) -> None:
    before = content(sent / "locales")
    copy = polib.pofile(str(sent / DUTCH / "harbour.po"), wrapwidth=40)
    entry(copy, "levels.pier.title").msgstr = "Pier"
    entry(copy, "levels.pier.summary").tcomment = "Which pier?"
    copy.sort()
    copy.save(str(sent / "harbour-done.po"))

    assert main(["l10n", "import", "harbour-done.po"]) == 0

    assert [line for line in diff(before, content(sent / "locales")) if line[1:]] == [
        '-msgstr "Steiger"',
        '+msgstr "Pier"',
        "+# Which pier?",
    ]


def test_of_a_table_with_a_column_that_was_sorted_apart_nothing_is_taken(sent: Path, capsys: Output) -> None:
    table = sent / "out" / "csv" / "en-nl.csv"
    words = (
        "Een kade voor wie wil.",
        "Wie de boten vastlegt.",
        "Hoe diep het water is.",
        "Waar men betaalt.",
    )
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = [*csv.reader(file)]
    texts = [row for row in rows if "harbour.po" in row[0] and row[1].count(" ") > 1][-len(words) :]

    def put(order: Iterable[str]) -> None:
        for row, word in zip(texts, order, strict=True):
            row[2] = word
        with table.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)

    put(words)
    assert main(["l10n", "import", "out/csv/en-nl.csv"]) == 0
    put(reversed(words))
    capsys.readouterr()

    assert leaving(sent / "locales", ["l10n", "import", "out/csv/en-nl.csv"]) == 1

    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("nl: 0 new, 0 changed, 0 accepted, 0 to be looked at, 0 as they were")
    assert "in the column 'target' of en-nl.csv texts stand in rows of others" in told[1]


@pytest.mark.parametrize(("word", "count"), [("WAAR", "0 accepted"), ("ONWAAR", "1 accepted")])
def test_a_spreadsheet_may_say_in_dutch_what_waits_for_a_look(
    word: str, count: str, sent: Path, capsys: Output
) -> None:
    assert main(["l10n", "import", "-n", came_back(sent, "csv", ('"True"', f'"{word}"'))]) == 0

    assert count in capsys.readouterr().out


def test_a_mark_that_nobody_knows_settles_no_translation(sent: Path, capsys: Output) -> None:
    file = came_back(sent, "csv", ('"True"', '"Perhaps"'))

    assert leaving(sent / "locales", ["l10n", "import", file]) == 1

    assert "text left alone: its column 'fuzzy' holds 'Perhaps'" in capsys.readouterr().out


def test_a_column_that_somebody_inserted_is_said_to_be_left_out(sent: Path, capsys: Output) -> None:
    file = came_back(sent, "csv", ('"context"', '"Remark"'))
    capsys.readouterr()

    assert leaving(sent / "locales", ["l10n", "import", file]) == 0

    assert capsys.readouterr().out.startswith(f"{file}: the column 'Remark' is left out; a note goes in")


@pytest.mark.parametrize("text", ["Één steiger voor ‘iedereen’", "Ça va à l’œil"])
def test_a_translation_that_was_read_in_a_wrong_encoding_is_left_alone(
    text: str, sent: Path, capsys: Output
) -> None:
    assert main(["l10n", "import", came_back(sent, "csv", ("Wie er is.", text))]) == 0
    misread = text.encode().decode("cp1252")
    capsys.readouterr()

    assert leaving(sent / "locales", ["l10n", "import", came_back(sent, "csv", (text, misread))]) == 1

    assert "1 text left alone: it was opened as Windows-1252 though it is UTF-8" in capsys.readouterr().out
