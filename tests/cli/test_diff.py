"""`atlas diff` tells what differs in the content, between editions and between commits of git."""

import json
import re
import shutil
from contextlib import chdir
from pathlib import Path

import polib
import pytest
from markdown_it import MarkdownIt

from generator.cli import main
from generator.edition import Content, file_of
from generator.history import Change, applied
from tests.cli.test_edition import HARBOUR, Day
from tests.site.projects import content, replace, write
from tests.site.test_reproducible import commit, git

Output = pytest.CaptureFixture[str]
NOTES = "notes:\n"
RAFT = """\
id: raft
kind: levels
level_word: level
source_language: en
title: The raft
short_title: Raft
summary: Two levels.
source:
  document: "A talk"
levels:
  - id: first
    title: First
    summary: One team tries something.
    span: {from: 0, to: 2, confidence: medium, justification: Nobody is known.}
  - id: second
    title: Second
    summary: Every team does it.
    span: {from: 2, to: 4, confidence: medium, justification: All are known.}
"""
DUTCH = "locales/nl/LC_MESSAGES/harbour.po"


def told(capsys: Output, *arguments: str) -> str:
    """What the command says of what differs."""
    capsys.readouterr()
    assert main(["diff", *arguments]) == 0
    return capsys.readouterr().out


def refused(capsys: Output, *arguments: str) -> tuple[int, str]:
    """How the command ends where it cannot, and what it says."""
    capsys.readouterr()
    code = main(["diff", *arguments])
    said = capsys.readouterr()
    assert said.out == ""
    return code, said.err


def translate(project: Path, **texts: str) -> None:
    """Translate texts of the harbour into Dutch, by their sources."""
    catalogue = polib.pofile(str(project / DUTCH), wrapwidth=0)
    for entry in catalogue:
        entry.msgstr = texts.get(entry.msgid, entry.msgstr)
    catalogue.save()


@pytest.fixture(scope="module")
def made(made_up_to_date: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an edition that is a commit, and files that were changed since; made once."""
    project = tmp_path_factory.mktemp("edited") / "project"
    shutil.copytree(made_up_to_date, project)
    translate(project, Pier="Steiger")
    with chdir(project), pytest.MonkeyPatch.context() as patch:
        patch.setattr("generator.cli.edition.datetime.date", Day)
        assert main(["edition"]) == 0
    commit(project)
    replace(project / HARBOUR, "One plank for every boat.", "One wide plank for every boat.")
    replace(project / HARBOUR, "to: 2.5\n      confidence: medium", "to: 3\n      confidence: low")
    replace(project / HARBOUR, "title: Pier", "title: The pier")
    translate(project, Port="Haven")
    return project


@pytest.fixture
def edited(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which is the current folder."""
    project = shutil.copytree(made, tmp_path / "edited")
    monkeypatch.setattr("generator.cli.edition.datetime.date", Day)
    monkeypatch.chdir(project)
    return project


@pytest.mark.parametrize("old", ["2026.03", "HEAD"])
def test_an_edition_and_its_commit_differ_alike_from_the_files_of_today(
    old: str, edited: Path, capsys: Output
) -> None:
    said = told(capsys, old)
    assert said.splitlines() == [
        f"6 changes from {old} to the files of today "
        "(reworded: 2, moved on the scale: 1, judged otherwise: 1, translated: 1, "
        "translation out of date: 1)",
        "",
        "harbour",
        "  levels/dock span: moved on the scale: 1–2.5 → 1–3",
        "  levels/dock span.confidence: judged otherwise: medium → low",
        "  levels/pier summary: reworded: One {+wide +}plank for every boat.",
        "  levels/pier title: reworded: [-Pier-]{+The pier+}",
        "  levels/pier title (nl): translation out of date: Steiger",
        "  levels/port title (nl): translated: Haven",
    ]


def test_of_a_long_text_a_line_has_what_is_near_the_difference(edited: Path, capsys: Output) -> None:
    long = "A word and another word " * 20
    replace(edited / HARBOUR, "A berth for each kind of boat.", f"{long}here {long}")
    replace(edited / HARBOUR, "claims:\n", f"{NOTES}  first: {long}\nclaims:\n")
    git(edited, "commit", "--quiet", "--all", "--message", "Long")
    replace(edited / HARBOUR, f"{long}here {long}", f"{long}there {long}")
    replace(edited / HARBOUR, f"{NOTES}  first: {long}\n", "")
    assert told(capsys, "HEAD").splitlines()[3:] == [
        f"  levels/dock summary: reworded: …{long[-60:]}[-here-]{{+there+}} {long[:59]}…",
        f"  notes: removed: {long[:120].rsplit(' ', 1)[0]} …",
    ]


def test_two_revisions_are_compared_whatever_the_files_are_like(edited: Path, capsys: Output) -> None:
    git(edited, "commit", "--quiet", "--all", "--message", "Edited")
    later = told(capsys, "2026.03")
    write(edited / HARBOUR, "id: [\n")
    assert told(capsys, "2026.03", "HEAD").replace("HEAD", "the files of today") == later
    assert "Nothing differs between 2026.03 and HEAD~1." in told(capsys, "2026.03", "HEAD~1")


def test_new_and_gone_things_are_one_line_each(edited: Path, capsys: Output) -> None:
    git(edited, "checkout", "--quiet", "--", ".")
    replace(edited / HARBOUR, "claims:\n", f"{NOTES}  first: A note.\nclaims:\n")
    replace(edited / HARBOUR, "    question: Who ties the ropes?\n", "")
    assert told(capsys, "HEAD").splitlines()[3:] == [
        "  dimensions/crew question: removed: Who ties the ropes?",
        "  notes.first: added: A note.",
    ]


def test_of_what_is_new_each_text_stands_beside_its_translation(edited: Path, capsys: Output) -> None:
    write(edited / "frameworks" / "raft.yaml", RAFT)
    write(
        edited / "locales/nl/LC_MESSAGES/raft.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "levels.first.title"\nmsgid "First"\nmsgstr "Eerst"\n',
    )
    lines = told(capsys, "HEAD").splitlines()
    assert lines[lines.index("raft") + 1 :] == [
        "  ·: added: The raft",
        "  levels/first span.justification: added: Nobody is known.",
        "  levels/first summary: added: One team tries something.",
        "  levels/first title: added: First",
        "  levels/first title (nl): translated: Eerst",
        "  levels/second span.justification: added: All are known.",
        "  levels/second summary: added: Every team does it.",
        "  levels/second title: added: Second",
        "  short_title: added: Raft",
        "  summary: added: Two levels.",
        "  title: added: The raft",
    ]


def test_json_holds_all_that_is_needed_to_make_the_newer_content(edited: Path, capsys: Output) -> None:
    old = json.loads(file_of(edited / "frameworks", "2026.03").read_bytes())
    said = json.loads(told(capsys, "2026.03", "--format", "json"))
    changes = [Change(**{**item, "path": tuple(item["path"])}) for item in said["changes"]]
    assert main(["edition"]) == 0
    new = json.loads(file_of(edited / "frameworks", "2026.03.2").read_bytes())
    held = [Content({key: of[key] for key in ("languages", "ids", "records", "texts")}) for of in (old, new)]
    assert applied(held[0], changes) == held[1]


HOSTILE = (
    "@someone #12 https://evil.example/ <img src=x onerror=y> [a](https://b.example) ``` & **bold** :+1:"
)


def test_in_a_comment_no_text_of_the_data_is_more_than_text(edited: Path, capsys: Output) -> None:
    replace(edited / HARBOUR, "publisher: Harbour Office", f"publisher: '{HOSTILE}'")
    comment = told(capsys, "HEAD", "--format", "markdown")
    tokens = MarkdownIt("commonmark").parse(comment)
    kinds = {token.type for token in tokens} | {
        child.type for token in tokens for child in token.children or ()
    }
    assert kinds <= {
        *("heading_open", "heading_close", "inline", "text", "code_inline", "fence", "softbreak"),
        *("bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"),
        *("paragraph_open", "paragraph_close"),
    }
    fences = [token for token in tokens if token.type == "fence"]
    assert {token.info for token in fences} == {"diff"}
    assert f"- Harbour Office\n+ {HOSTILE}\n" in [token.content for token in fences]
    assert "- One plank for every boat.\n+ One {+wide +}plank for every boat.\n" in [
        token.content for token in fences
    ]
    plain = [child.content for token in tokens for child in token.children or () if child.type == "text"]
    assert not any(re.search(r"[@#<\[:]\w", words) for words in plain), plain


def test_what_a_terminal_obeys_is_not_printed(edited: Path, capsys: Output) -> None:
    file = file_of(edited / "frameworks", "2026.03")
    replace(file, '"publisher": "Harbour Office"', '"publisher": "Harbour\\u001b[2J\\nOffice"')
    assert "Harbour�[2J↵Office → Harbour Office" in told(capsys, "2026.03")


def test_of_very_much_the_rest_is_counted(
    edited: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.reports.changes.MOST", 3000)
    notes = "".join(f"  n{number}: {'Many words. ' * 9}\n" for number in range(50))
    replace(edited / HARBOUR, "claims:\n", f"{NOTES}{notes}claims:\n")
    for form in ("text", "markdown"):
        said, everything = (told(capsys, "HEAD", "--format", form, *more) for more in ((), ("--all",)))
        assert len(said) < 3300 < len(everything)
        [left_out] = re.findall(r"(\d+) more changes are left out; --all shows everything\.", said)
        assert everything.count("Many words. Many") - said.count("Many words. Many") > 0
        assert 0 < int(left_out) < 56


def test_nothing_of_another_time_is_run(edited: Path, capsys: Output, tmp_path: Path) -> None:
    """Neither what a configuration names, nor a filter of git, nor a link."""
    ran = tmp_path / "ran"
    write(edited / "mkdocs.yml", f"hooks: [x.py]\nplugins: !!python/object/apply:os.mkdir ['{ran}']\n")
    write(edited / "x.py", f"open({str(ran)!r}, 'w')\n")
    write(edited / ".gitattributes", "* filter=own\n")
    (edited / "frameworks" / "mill-too.yaml").symlink_to("/etc/passwd")
    commit(edited)
    git(edited, "checkout", "--quiet", "HEAD~1", "--", "mkdocs.yml")
    (edited / "frameworks" / "mill-too.yaml").unlink()
    for kind in ("smudge", "clean", "process"):
        git(edited, "config", f"filter.own.{kind}", f"touch {ran}")
    before = content(edited)
    assert "6 changes from HEAD~1 to HEAD" in told(capsys, "HEAD~1", "HEAD")
    assert not ran.exists()
    assert content(edited) == before


def test_a_project_below_the_folder_of_its_repository_is_read(
    up_to_date: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = up_to_date / "below"
    folder.mkdir()
    for path in list(up_to_date.iterdir()):
        if path != folder:
            path.rename(folder / path.name)
    commit(up_to_date)
    monkeypatch.chdir(folder)
    assert "Nothing differs" in told(capsys, "HEAD")
    replace(folder / HARBOUR, "title: Pier", "title: The pier")
    assert "1 change from HEAD" in told(capsys, "HEAD")


def test_what_is_not_there_is_told_with_what_is(edited: Path, capsys: Output) -> None:
    code, said = refused(capsys, "2026.04")
    assert code == 2
    assert "'2026.04' is no edition, and no revision of git: 'git log' lists those." in said
    assert "Did you mean '2026.03'?" in said
    assert refused(capsys, "--", "--upload-pack=x")[0] == 2
    assert refused(capsys, "HEAD:frameworks")[0] == 2


def test_without_a_repository_there_are_editions_only(
    up_to_date: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    code, said = refused(capsys, "HEAD")
    assert code == 2
    assert (
        "'HEAD' is no edition, and there is no repository for git here: fatal: not a git repository" in said
    )


def test_languages_that_cannot_be_read_are_told(edited: Path, capsys: Output) -> None:
    replace(edited / "mkdocs.yml", "languages: [en, nl]", "languages: [english]")
    code, said = refused(capsys, "HEAD", "2026.03")
    assert (code, "mkdocs.yml" in said) == (1, True)


def test_without_git_a_way_is_named(edited: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, said = refused(capsys, "HEAD")
    assert (code, "git is not installed" in said) == (1, True)
    assert "6 changes" in told(capsys, "2026.03")


@pytest.mark.parametrize(
    "damage", ["{", '{"edition": "2026.03", "languages": 1, "ids": [], "records": {}, "texts": {}}']
)
def test_a_damaged_edition_is_told(damage: str, edited: Path, capsys: Output) -> None:
    write(file_of(edited / "frameworks", "2026.03"), damage)
    code, said = refused(capsys, "2026.03")
    assert (code, "error[F250]" in said) == (1, True)


def test_what_cannot_be_read_is_told_with_its_first_mistakes(edited: Path, capsys: Output) -> None:
    git(edited, "checkout", "--quiet", "--", ".")
    replace(edited / HARBOUR, "kind: levels", "kind: ladders")
    git(edited, "commit", "--quiet", "--all", "--message", "Wrong")
    git(edited, "checkout", "--quiet", "HEAD~1", "--", ".")
    code, said = refused(capsys, "HEAD")
    assert code == 1
    assert "frameworks/harbour.yaml:2:7: error[" in said
    assert "The data of 'HEAD' cannot be read by this version of atlas." in said
