"""Tags of languages as the world writes them, and folders that are named after none."""

from pathlib import Path

import pytest

from generator.folders import Folders
from generator.l10n.languages import as_tag, folders_of_no_language, suggestion
from tests.golden import told


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("pt_BR", "pt-BR"),
        ("pt-br", "pt-BR"),
        ("PT-BR", "pt-BR"),
        ("zh_Hans", "zh-Hans"),
        ("zh-hans", "zh-Hans"),
        ("zh_CN", "zh-CN"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("fr_FR", "fr-FR"),
        ("fr_FR.UTF-8", "fr-FR"),
        ("NL", "nl"),
        ("nl", "nl"),
        ("dutch", None),
        ("xx", None),
        ("../x", None),
        ("", None),
        (5, None),
    ],
)
def test_a_tag_is_known_in_every_form(written: object, tag: str | None) -> None:
    assert as_tag(written) == tag


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("pt_BR", "Did you mean 'pt-BR'?"),
        ("Brazilian Portuguese", "Did you mean 'pt-BR'?"),
        ("Nederlands", "Did you mean 'nl'?"),
        ("", "None"),
        ("Klingonese", "None"),
    ],
)
def test_what_is_suggested_is_always_a_tag(written: str, said: str) -> None:
    assert str(suggestion(written)) == said


def test_a_folder_that_is_named_after_no_language_is_told(tmp_path: Path) -> None:
    assert folders_of_no_language(Folders(tmp_path)) == ()
    for name in ("nl", "pt-BR", "pt_BR", "notes", ".git"):
        (tmp_path / "locales" / name).mkdir(parents=True)
    (tmp_path / "locales" / "README.md").touch()

    said = "This folder is named after no language tag, so that no catalogue in it counts"
    assert told(folders_of_no_language(Folders(tmp_path))) == (
        f"locales/notes:1:1: warning[T407]: {said}\n"
        "    = Name it as 'en', 'nl' or 'pt-BR'\n"
        f"locales/pt_BR:1:1: warning[T407]: {said}\n"
        "    = Rename it to 'pt-BR'\n"
    )
