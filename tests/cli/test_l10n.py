"""`atlas l10n init` and `update`: catalogues begun and kept up to date."""

import errno
from pathlib import Path

import polib
import pytest

from generator.cli import main
from generator.l10n import updating
from tests.cli.leaving import leaving
from tests.site.projects import content, replace

Output = pytest.CaptureFixture[str]

DUTCH = Path("locales/nl/LC_MESSAGES")


def test_update_writes_a_catalogue_for_each_framework_and_one_for_the_interface(project: Path) -> None:
    assert main(["l10n", "update"]) == 0
    written = {path for path in content(project / "locales") if path.startswith("nl/")}
    assert written >= {f"nl/LC_MESSAGES/{name}.po" for name in ("harbour", "shared", "ui")}
    assert not (project / "locales" / "en" / "LC_MESSAGES" / "ui.po").exists()


def test_a_second_update_changes_nothing(up_to_date: Path, capsys: Output) -> None:
    capsys.readouterr()
    assert leaving(up_to_date / "locales", ["l10n", "update"]) == 0
    assert capsys.readouterr().out == "All catalogues are up to date.\n"


def test_check_changes_nothing_and_fails_where_something_is_out_of_date(
    up_to_date: Path, capsys: Output
) -> None:
    assert main(["l10n", "update", "--check"]) == 0
    replace(
        up_to_date / "frameworks" / "harbour.yaml", "    pier: Whoever is there.", "    pier: Anyone at all."
    )
    capsys.readouterr()
    assert leaving(up_to_date / "locales", ["l10n", "update", "--check"]) == 1
    assert capsys.readouterr().out == "out of date: locales/nl/LC_MESSAGES/harbour.po (1 changed)\n"


def test_check_passes_over_lines_that_another_program_wrapped_and_update_unwraps_them(
    up_to_date: Path, capsys: Output
) -> None:
    path = up_to_date / DUTCH / "harbour.po"
    before = content(up_to_date / "locales")
    replace(path, 'msgid "One plank for every boat."', 'msgid ""\n"One plank "\n"for every boat."')
    path.write_bytes(path.read_bytes().replace(b"Harbour: stage 1 ", b"Harbour: stage\n#. 1 "))
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    capsys.readouterr()

    assert main(["l10n", "update", "--check"]) == 0
    assert capsys.readouterr().out == "All catalogues are up to date.\n"

    assert main(["l10n", "update"]) == 0
    assert content(up_to_date / "locales") == before


def test_check_sees_what_another_program_says_otherwise(up_to_date: Path, capsys: Output) -> None:
    path = up_to_date / DUTCH / "harbour.po"
    changed = polib.pofile(str(path), wrapwidth=30)
    changed[0].comment = "Another comment."
    changed.save()
    capsys.readouterr()

    assert main(["l10n", "update", "--check"]) == 1
    assert capsys.readouterr().out.endswith("harbour.po (comments or order only)\n")


def test_one_language_can_be_updated_alone(project: Path) -> None:
    assert main(["l10n", "update", "-l", "nl"]) == 0
    assert {path.partition("/")[0] for path in content(project / "locales")} == {"nl"}


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
    assert greeting.comment.splitlines()[:2] == ["a greeting.", "Where: page 'home', words"]
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


def test_a_word_of_commands_that_pages_show_as_well_moves_to_them_with_its_translation(project: Path) -> None:
    main(["l10n", "update"])
    commands, pages = project / DUTCH / "commands.po", project / DUTCH / "ui.po"
    said = 'msgid "All catalogues are up to date."'
    assert said not in pages.read_text(encoding="utf-8")
    replace(commands, f'{said}\nmsgstr ""', f'{said}\nmsgstr "Alles is bij."')
    template = project / "templates" / "pages" / "home.html"
    template.write_text(
        template.read_text(encoding="utf-8") + '{{ _("All catalogues are up to date.") }}', encoding="utf-8"
    )

    main(["l10n", "update", "-D", "commands"])

    assert f'{said}\nmsgstr "Alles is bij."' in pages.read_text(encoding="utf-8")
    assert said not in commands.read_text(encoding="utf-8")


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


def test_with_errors_in_the_data_no_catalogue_is_touched(project: Path, capsys: Output) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert main(["l10n", "update"]) == 1
    assert "frameworks/mill.yaml:2:7: error[S103]" in capsys.readouterr().err
    assert not (project / "locales").exists()


def test_what_became_of_each_catalogue_s_texts_is_said(up_to_date: Path, capsys: Output) -> None:
    catalogue = up_to_date / DUTCH / "harbour.po"
    replace(
        catalogue, 'msgid "Whoever is there."\nmsgstr ""', 'msgid "Whoever is there."\nmsgstr "Wie er is."'
    )
    framework = up_to_date / "frameworks" / "harbour.yaml"
    replace(framework, "  - id: shore\n    title: On shore", "  - id: land\n    title: Ashore")
    replace(framework, "    group: shore\n", "    group: land\n")
    replace(framework, "A pilot for each boat.", "A pilot for every boat.")
    capsys.readouterr()

    assert main(["l10n", "update", "-l", "nl"]) == 0

    told = capsys.readouterr().out
    assert told == "updated: locales/nl/LC_MESSAGES/harbour.po (1 new, 1 changed, 1 gone)\n"


def test_a_renamed_text_keeps_its_translation_and_is_said(up_to_date: Path, capsys: Output) -> None:
    catalogue = up_to_date / DUTCH / "harbour.po"
    replace(catalogue, 'msgid "On shore"\nmsgstr ""', 'msgid "On shore"\nmsgstr "Aan wal"')
    framework = up_to_date / "frameworks" / "harbour.yaml"
    replace(framework, "  - id: shore\n", "  - id: land\n")
    replace(framework, "    group: shore\n", "    group: land\n")
    capsys.readouterr()

    assert main(["l10n", "update", "-D", "harbour"]) == 0

    assert capsys.readouterr().out == "updated: locales/nl/LC_MESSAGES/harbour.po (1 renamed)\n"
    entry = polib.pofile(str(catalogue)).find("dimension_groups.land.title", by="msgctxt")
    assert entry is not None
    assert (entry.msgstr, entry.fuzzy) == ("Aan wal", False)


def test_one_domain_can_be_updated_alone(project: Path) -> None:
    assert main(["l10n", "update", "-l", "nl", "-D", "mill"]) == 0
    assert set(content(project / "locales")) == {"nl/LC_MESSAGES/mill.po"}


def test_with_one_catalogue_that_cannot_be_read_no_other_is_touched(up_to_date: Path, capsys: Output) -> None:
    catalogue = up_to_date / DUTCH / "mill.po"
    catalogue.write_text("<<<<<<< ours\n" + catalogue.read_text(encoding="utf-8"), encoding="utf-8")
    replace(up_to_date / "frameworks" / "harbour.yaml", "A pilot for each boat.", "A pilot for every boat.")
    capsys.readouterr()

    assert leaving(up_to_date / "locales", ["l10n", "update"]) == 1

    assert "locales/nl/LC_MESSAGES/mill.po:1:1: error[T402]" in capsys.readouterr().err


def test_a_comment_says_where_a_text_stands_and_its_english(up_to_date: Path) -> None:
    english = up_to_date / "locales" / "en" / "LC_MESSAGES" / "lantern.po"
    catalogue = polib.pofile(str(english), wrapwidth=0)
    title = catalogue.find("title", by="msgctxt")
    assert title is not None
    title.msgstr = "The lantern"
    catalogue.save()
    main(["l10n", "init", "-l", "de"])

    german = polib.pofile(str(up_to_date / "locales" / "de" / "LC_MESSAGES" / "lantern.po"))
    entry = german.find("title", by="msgctxt")
    assert entry is not None
    assert entry.comment.splitlines()[1:] == ["frameworks/lantern/", "English: The lantern"]


@pytest.mark.parametrize("language", ["de", "ar", "he", "pt-BR", "ja"])
def test_a_language_is_begun_with_all_that_there_is_to_translate(
    project: Path, capsys: Output, language: str
) -> None:
    assert main(["l10n", "init", "-l", language]) == 0

    told = capsys.readouterr().out.splitlines()
    folder = project / "locales" / language / "LC_MESSAGES"
    assert [path.name for path in sorted(folder.iterdir())] == [
        "commands.po",
        "harbour.po",
        "lantern.po",
        "mill.po",
        "shared.po",
        "ui.po",
    ]
    assert told[-1].startswith(f"Now write 'in_progress: [{language}]' below the plugin's languages")
    assert [line.split(":")[0] for line in told[:-1]] == ["made"] * 6
    assert main(["l10n", "update", "-l", language, "--check"]) == 0


def test_a_folder_of_catalogues_that_nobody_reads_is_told(project: Path, capsys: Output) -> None:
    (project / "locales" / "pt_BR").mkdir(parents=True)

    for command in (
        ["l10n", "update"],
        ["l10n", "lint"],
        ["l10n", "status"],
        ["l10n", "init", "-l", "pt-BR"],
    ):
        capsys.readouterr()
        main(command)
        assert "locales/pt_BR:1:1: warning[T407]: " in capsys.readouterr().err, command


def test_a_language_that_was_begun_and_configured_is_in_the_site(project: Path) -> None:
    main(["l10n", "init", "-l", "de"])
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [en, nl, de]")

    assert main(["validate"]) == 0


def test_the_line_to_write_is_named_where_others_are_in_progress(project: Path, capsys: Output) -> None:
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [en, nl]\n      in_progress: [fr]")

    main(["l10n", "init", "-l", "de"])

    told = capsys.readouterr().out.splitlines()
    assert told[-1] == "Now let line 22 of mkdocs.yml say: in_progress: [fr, de]"


def test_a_language_that_was_begun_is_not_begun_again(project: Path, capsys: Output) -> None:
    main(["l10n", "init", "-l", "de"])
    capsys.readouterr()

    assert leaving(project / "locales", ["l10n", "init", "-l", "de"]) == 1

    told = capsys.readouterr().err
    assert told == "locales/de/LC_MESSAGES has catalogues already; run 'atlas l10n update -l de'\n"


def test_a_disk_that_takes_nothing_is_told_and_every_catalogue_stays(
    up_to_date: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(
        up_to_date / "frameworks" / "harbour.yaml", "One plank for every boat.", "A plank for every boat."
    )
    before = content(up_to_date / "locales")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(updating, "write_files", full)
    assert main(["--lang", "en", "l10n", "update"]) == 1
    said = "Nothing was written: no space is left on the disk. All catalogues are as they were.\n"
    assert capsys.readouterr().err == said
    assert content(up_to_date / "locales") == before


def test_a_catalogue_that_an_id_changed_by_hand_left_behind_is_named(
    up_to_date: Path, capsys: Output
) -> None:
    assert main(["--lang", "en", "l10n", "update"]) == 0
    assert "no framework has this id" not in capsys.readouterr().out
    folder = up_to_date / "locales/nl/LC_MESSAGES"
    (folder / "harbour.po").rename(folder / "haven.po")

    for asked in (["--check"], []):
        main(["--lang", "en", "l10n", "update", *asked])
        said = capsys.readouterr().out.splitlines()[-1]
        assert said.startswith("locales/nl/LC_MESSAGES/haven.po: no framework has this id, so nothing shows")
        assert "'atlas rename'" in said
