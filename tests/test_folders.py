"""A project lays its templates and words over those that come with the program, each by itself."""

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from generator.folders import Folders
from generator.l10n.extraction import merged_words
from generator.l10n.interface import read_words
from generator.templates import read_templates
from tests.site.projects import CONFIGURATION, ROOT, write, write_site_project

WORDS = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Sources"
msgstr "Waar het staat"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of which the program is no part, and which has no templates."""
    root = write_site_project(tmp_path / "project")
    (root / "generator").rmdir()
    shutil.rmtree(root / "templates")
    write(root / "mkdocs.yml", CONFIGURATION.replace("  custom_dir: templates/theme\n", ""))
    return root


def test_a_template_of_the_project_counts_and_the_others_come_with_the_program(project: Path) -> None:
    brought = read_templates(Folders(project).layers).files
    write(project / "templates" / "pages" / "glossary.html", "Own.")

    files = read_templates(Folders(project).layers).files

    assert files == {**brought, "pages/glossary.html": "Own."}
    assert brought["pages/glossary.html"] == (ROOT / "templates/pages/glossary.html").read_text(
        encoding="utf-8"
    )


def test_a_project_with_the_program_in_it_has_only_its_own_templates(project: Path) -> None:
    write(project / "templates" / "pages" / "home.html", "Own.")
    (project / "generator").mkdir()

    assert read_templates(Folders(project).layers).files == {"pages/home.html": "Own."}


def test_a_word_of_the_project_counts_and_the_others_come_with_the_program(project: Path) -> None:
    write(project / "locales" / "nl" / "LC_MESSAGES" / "ui.po", WORDS)

    words, problems = read_words(project / "locales", "nl")

    assert (words.gettext("Sources"), words.gettext("Levels")) == ("Waar het staat", "Niveaus")
    assert problems == ()


def test_commands_answer_in_words_that_come_with_the_program(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for place in (project, tmp_path):  # in a project, and in none
        monkeypatch.chdir(place)
        assert main(["--lang", "fr", "explain", "P501"]) == 2
        assert "the words are there in en, de, nl" in capsys.readouterr().err

    assert main(["--lang", "nl", "validate"]) == 2
    assert "ga eerst naar de map van het project" in capsys.readouterr().err


def test_only_words_that_the_project_adds_are_its_to_translate(project: Path) -> None:
    assert merged_words(Folders(project), "nl") == ({}, ())
    write(
        project / "templates" / "pages" / "glossary.html", '{{ _("Levels") }} {{ _("Sources of our town") }}'
    )

    merged, _ = merged_words(Folders(project), "nl")

    assert {name: [entry.msgid for entry in new] for name, (_, new) in merged.items()} == {
        "ui": ["Sources of our town"]
    }


def test_a_word_that_the_project_says_in_its_own_way_stays_its_own(project: Path) -> None:
    write(project / "locales" / "nl" / "LC_MESSAGES" / "ui.po", WORDS)

    merged, _ = merged_words(Folders(project), "nl")

    assert [(entry.msgid, entry.msgstr) for entry in merged["ui"][1]] == [("Sources", "Waar het staat")]
