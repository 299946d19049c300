"""`atlas l10n` keeps catalogues up to date and counts what is open."""

from pathlib import Path

import polib
import pytest

from generator.cli import main
from tests.site.projects import content, replace

DUTCH = Path("locales/nl/LC_MESSAGES")


def test_update_writes_a_catalogue_for_each_framework_and_one_for_the_interface(project: Path) -> None:
    assert main(["l10n", "update"]) == 0
    written = {path for path in content(project / "locales") if path.startswith("nl/")}
    assert written >= {f"nl/LC_MESSAGES/{name}.po" for name in ("harbour", "shared", "ui")}
    assert not (project / "locales" / "en" / "LC_MESSAGES" / "ui.po").exists()


def test_a_second_update_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["l10n", "update"])
    before = content(project / "locales")
    capsys.readouterr()
    assert main(["l10n", "update"]) == 0
    assert content(project / "locales") == before
    assert capsys.readouterr().out == "All catalogues are up to date.\n"


def test_check_changes_nothing_and_fails_where_something_is_out_of_date(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["l10n", "update"])
    assert main(["l10n", "update", "--check"]) == 0
    replace(
        project / "frameworks" / "harbour.yaml", "    pier: Whoever is there.", "    pier: Anyone at all."
    )
    before = content(project / "locales")
    capsys.readouterr()
    assert main(["l10n", "update", "--check"]) == 1
    assert content(project / "locales") == before
    assert capsys.readouterr().out == "out of date: locales/nl/LC_MESSAGES/harbour.po\n"


def test_one_language_can_be_updated_alone(project: Path) -> None:
    assert main(["l10n", "update", "-l", "nl"]) == 0
    assert {path.partition("/")[0] for path in content(project / "locales")} == {"nl"}


def test_a_language_that_the_site_lacks_is_a_wrong_command_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["l10n", "update", "-l", "dutch"]) == 2
    assert capsys.readouterr().err == "atlas: -l dutch: the site has en, nl. Did you mean 'nl'?\n"


def test_words_of_templates_and_program_are_collected_with_their_plurals(project: Path) -> None:
    template = project / "templates" / "pages" / "home.html"
    template.write_text(
        template.read_text(encoding="utf-8")
        + '{# Translators: a greeting. #}{{ _("Ahoy, %(who)s", who=language) }}'
        + "{% trans count=2 %}{{ count }} boat{% pluralize %}{{ count }} boats{% endtrans %}",
        encoding="utf-8",
    )
    main(["l10n", "update"])
    words = polib.pofile(str(project / DUTCH / "ui.po"))
    greeting = words.find("Ahoy, %(who)s")
    assert greeting is not None
    assert greeting.comment == "a greeting."
    assert greeting.flags == ["python-format"]
    assert greeting.occurrences == [("templates/pages/home.html", "")]
    boats = words.find("%(count)s boat")
    assert boats is not None
    assert boats.msgid_plural == "%(count)s boats"
    assert boats.msgstr_plural == {0: "", 1: ""}
    assert words.find("Frameworks") is not None
    assert "Plural-Forms" in words.metadata
    assert not [name for name in words.metadata if name.endswith("Date")]


def test_a_word_that_is_gone_stays_as_obsolete_and_comes_back_with_its_translation(project: Path) -> None:
    template = project / "templates" / "pages" / "home.html"
    before = template.read_text(encoding="utf-8")
    template.write_text(before + '{{ _("Ahoy") }}', encoding="utf-8")
    main(["l10n", "update"])
    catalogue = project / DUTCH / "ui.po"
    replace(catalogue, 'msgid "Ahoy"\nmsgstr ""', 'msgid "Ahoy"\nmsgstr "Ahoi"')
    template.write_text(before, encoding="utf-8")
    main(["l10n", "update"])
    assert [entry.msgstr for entry in polib.pofile(str(catalogue)).obsolete_entries()] == ["Ahoi"]
    template.write_text(before + '{{ _("Ahoy") }}', encoding="utf-8")
    main(["l10n", "update"])
    back = polib.pofile(str(catalogue)).find("Ahoy")
    assert back is not None
    assert (back.msgstr, back.obsolete) == ("Ahoi", False)


def test_a_changed_word_never_inherits_a_translation(project: Path) -> None:
    template = project / "templates" / "pages" / "home.html"
    before = template.read_text(encoding="utf-8")
    template.write_text(before + '{{ _("Two boats leave at nine") }}', encoding="utf-8")
    main(["l10n", "update"])
    catalogue = project / DUTCH / "ui.po"
    replace(catalogue, 'leave at nine"\nmsgstr ""', 'leave at nine"\nmsgstr "Om negen"')
    template.write_text(before + '{{ _("Two boats leave at ten") }}', encoding="utf-8")
    main(["l10n", "update"])
    changed = polib.pofile(str(catalogue)).find("Two boats leave at ten")
    assert changed is not None
    assert changed.msgstr == ""


def test_status_counts_each_catalogue(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["l10n", "update"])
    capsys.readouterr()
    assert main(["l10n", "status", "-l", "nl"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["language", "domain", "translated", "stale", "missing"]
    harbour = next(row for row in rows if row[1] == "harbour")
    assert harbour[:4] == ["nl", "harbour", "0", "0"]
    assert int(harbour[4]) > 20
    assert rows[-1][:2] == ["nl", "ui"]


def test_with_errors_in_the_data_no_catalogue_is_touched(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["l10n", "update"]) == 1
    assert "frameworks/mill.yaml:2:7: error[S103]" in capsys.readouterr().err
    assert not (project / "locales").exists()
