"""`atlas rename` changes an id wherever it is named, or says why not and touches nothing."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.leaving import leaving
from tests.site.projects import content, replace, write
from tests.site.test_reproducible import commit, git

Output = pytest.CaptureFixture[str]


def test_a_renaming_says_what_it_changed(up_to_date: Path, capsys: Output) -> None:
    assert main(["rename", "harbour/pier", "harbour/jetty"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "harbour/levels/pier is now harbour/levels/jetty: 18 places in 6 files."
    assert said[0] == "frameworks/harbour.yaml"
    assert any(line.startswith("new: frameworks/redirects.yaml; ") for line in said)
    assert main(["validate"]) == 0


def test_catalogues_that_were_up_to_date_still_are(up_to_date: Path, capsys: Output) -> None:
    for old, new in (("harbour/pier", "jetty"), ("harbour", "port"), ("themes/people", "crowd")):
        assert main(["rename", old, new]) == 0
        capsys.readouterr()
        assert main(["l10n", "update", "--check"]) == 0, capsys.readouterr().out


def test_a_translation_is_kept_and_not_in_doubt(up_to_date: Path) -> None:
    catalogue = up_to_date / "locales" / "nl" / "LC_MESSAGES" / "harbour.po"
    replace(
        catalogue, 'msgid "Whoever is there."\nmsgstr ""', 'msgid "Whoever is there."\nmsgstr "Wie er is."'
    )
    assert main(["rename", "harbour/pier", "jetty"]) == 0
    text = catalogue.read_text(encoding="utf-8")
    assert 'msgctxt "cells.crew.jetty"\nmsgid "Whoever is there."\nmsgstr "Wie er is."' in text
    assert "fuzzy" not in text


def test_a_dry_run_shows_a_diff_and_changes_nothing(up_to_date: Path, capsys: Output) -> None:
    assert leaving(up_to_date, ["rename", "--dry-run", "harbour", "port"]) == 0
    said = capsys.readouterr().out
    assert "--- a/frameworks/harbour.yaml\n+++ b/frameworks/port.yaml\n" in said
    assert "\n-id: harbour\n+id: port\n" in said
    assert "--- /dev/null\n+++ b/frameworks/redirects.yaml\n" in said
    assert said.splitlines()[-1].startswith("harbour would be port: ")


def test_without_a_redirect_going_back_leaves_no_trace(up_to_date: Path) -> None:
    before = content(up_to_date)
    assert main(["rename", "lantern", "a-lamp"]) == 0
    assert main(["rename", "a-lamp", "lantern", "--no-redirect"]) == 0
    assert content(up_to_date) == before


def test_with_errors_in_the_data_nothing_is_renamed(project: Path, capsys: Output) -> None:
    replace(project / "frameworks" / "mill.yaml", "kind: layers", "kind: steps")
    assert leaving(project, ["rename", "harbour/pier", "jetty"]) == 1
    said = capsys.readouterr().err
    assert "frameworks/mill.yaml:2:7: error[S103]" in said
    assert said.endswith("Nothing was renamed.\n")


def test_a_file_that_cannot_be_written_leaves_all_as_it_was(
    up_to_date: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = content(up_to_date)
    original = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if target.name == "redirects.yaml":
            raise OSError(28, "No space left on device")
        return original(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    assert main(["rename", "harbour/pier", "jetty"]) == 1
    assert capsys.readouterr().err == "no space is left on the disk: nothing was changed\n"
    assert content(up_to_date) == before


def test_prose_follows(project: Path) -> None:
    write(
        project / "docs" / "en" / "guide.md", "# Guide\n\n[Pier](frameworks/harbour/levels/pier/index.md)\n"
    )
    assert main(["rename", "harbour/pier", "jetty"]) == 0
    text = (project / "docs" / "en" / "guide.md").read_text(encoding="utf-8")
    assert text == "# Guide\n\n[Pier](frameworks/harbour/levels/jetty/index.md)\n"


def files_but_gits(project: Path) -> dict[str, bytes]:
    """All files of a project that git does not keep for itself."""
    return {file: held for file, held in content(project).items() if not file.startswith(".git/")}


def test_every_file_that_git_would_leave_when_it_goes_back_is_named(up_to_date: Path, capsys: Output) -> None:
    commit(up_to_date)
    before = files_but_gits(up_to_date)
    assert main(["--lang", "en", "rename", "harbour", "port"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("new: ")]
    git(up_to_date, "checkout", "--quiet", ".")
    for file in line.removeprefix("new: ").partition(";")[0].split(", "):
        (up_to_date / file).unlink()
    assert files_but_gits(up_to_date) == before
    assert line.endswith("git leaves these there when you go back, so delete them then")


def test_what_a_renaming_made_is_named_where_git_brought_back_the_old(
    up_to_date: Path, capsys: Output
) -> None:
    commit(up_to_date)
    for old, new in (("harbour", "port"), ("mill/wheel", "rotor")):
        assert main(["rename", old, new]) == 0
    git(up_to_date, "checkout", "--quiet", ".")
    capsys.readouterr()

    assert main(["--lang", "en", "validate"]) == 1

    said = capsys.readouterr().out
    assert "delete this redirect and what the renaming made, such as frameworks/port.yaml" in said
    assert "Take the redirect away, also where git brought it back" in said


def test_an_id_changed_by_hand_is_answered_with_the_command_that_keeps_translations(
    project: Path, capsys: Output
) -> None:
    replace(project / "frameworks/lantern.yaml", "id: lantern", "id: lamp")
    assert main(["--lang", "en", "validate"]) == 1
    said = capsys.readouterr().out
    assert "put that back, and let all that names it follow: atlas rename lantern lamp. " in said
    assert "Else rename the file to lamp.yaml" in said


def test_a_file_whose_name_is_no_id_has_only_to_be_renamed(project: Path, capsys: Output) -> None:
    (project / "frameworks/lantern.yaml").rename(project / "frameworks/lantern (1).yaml")
    assert main(["--lang", "en", "validate"]) == 1
    said = capsys.readouterr().out
    assert "= Rename the file to lantern.yaml\n" in said
    assert "atlas rename" not in said
