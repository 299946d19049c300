"""`atlas poster` prints a poster of the built site, whole or not at all, and says what it lacks."""

import re
import stat
from pathlib import Path

import pytest

from generator.cli import chromium, main
from tests.browser import tools
from tests.site.built import Site
from tests.site.projects import write

Output = pytest.CaptureFixture[str]


@pytest.fixture
def small(project: Path) -> Path:
    """The small project with pages where a build puts posters."""
    own = ("frameworks/harbour/poster/", "subjects/kitchens/poster/", "nl/frameworks/harbour/poster/")
    for place in ("", "poster/", "nl/poster/", *own):
        write(project / "site" / place / "index.html", "<!doctype html><title>A poster</title><p>A poster")
    return project


def fake(folder: Path, does: str) -> str:
    """A program in Chromium's place."""
    path = folder / "fake-chromium"
    write(path, f"#!/bin/sh\n{does}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def millimetres(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each sheet."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) for width, height in boxes]


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "file", "size"),
    [
        (["ruler", "--size", "a1"], "ruler-a1.pdf", (841, 594)),
        (["clearhead", "-l", "nl", "--both"], "clearhead-a3-nl-both.pdf", (420, 297)),
    ],
)
def test_a_poster_of_the_built_site_becomes_one_sheet_of_the_size_asked_for(
    arguments: list[str],
    file: str,
    size: tuple[int, int],
    project: Path,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Output,
) -> None:
    monkeypatch.setenv("CHROMIUM", tools.chromium())
    assert main(["poster", *arguments, "-d", str(site.folder), "--to", "wall"]) == 0
    assert capsys.readouterr().out == f"Wrote wall/{file}.\n"
    assert millimetres((project / "wall" / file).read_bytes()) == [size]


@pytest.mark.parametrize("poster", ["harbour", "ruler", "kitchens"])
def test_without_chromium_it_says_how_to_get_one(
    poster: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "NAMES", ("no-such-browser",))
    assert main(["poster", poster]) == 1
    assert "apt-get install chromium" in capsys.readouterr().err
    assert not list(small.glob("*.pdf"))


def test_a_chromium_that_is_named_and_not_there_is_told(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    assert main(["poster", "harbour"]) == 1
    assert capsys.readouterr().err == "CHROMIUM names no-such-browser, which is no program.\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "does",
    [
        "exit 1",
        'for word; do case "$word" in --print-to-pdf=*) printf "%%PDF-1.4 half" > "${word#*=}";; esac; done',
    ],
)
def test_a_chromium_that_fails_leaves_the_poster_of_before(
    does: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    write(small / "harbour-a3.pdf", "the last good poster")
    monkeypatch.setenv("CHROMIUM", fake(small, does))
    assert main(["poster", "harbour"]) == 1
    assert "printed no PDF" in capsys.readouterr().err
    assert [path.name for path in small.glob("*.pdf*")] == ["harbour-a3.pdf"]
    assert (small / "harbour-a3.pdf").read_text() == "the last good poster"


@pytest.mark.slow
def test_the_page_of_the_language_and_size_is_printed_into_the_file_that_was_named(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    says = (
        'for word; do case "$word" in --print-to-pdf=*) file="${word#*=}";; http*) url="$word";; esac; done'
    )
    program = fake(small, f'{says}\nprintf "%%PDF-1.4 %s\\n%%%%EOF\\n" "$url" > "$file"')
    monkeypatch.setenv("CHROMIUM", program)
    assert main(["poster", "harbour", "-l", "nl", "--size", "a1", "--to", "out/wall.pdf"]) == 0
    printed = (small / "out" / "wall.pdf").read_text()
    assert re.search(r"http://127\.0\.0\.1:\d+/nl/frameworks/harbour/poster/#a1\n", printed)


def test_without_a_built_site_it_says_to_build_one(project: Path, capsys: Output) -> None:
    assert main(["poster", "harbour"]) == 1
    assert capsys.readouterr().err == (
        "No built site is in site. Run 'atlas build' first: posters are printed from its pages.\n"
    )


def test_a_page_that_the_site_lacks_is_named(small: Path, capsys: Output) -> None:
    assert main(["poster", "harbour", "--both"]) == 1
    assert capsys.readouterr().err.startswith(
        "site/frameworks/harbour/poster/languages/index.html is not there."
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["habour"], "the site has no poster of 'habour'. Did you mean 'harbour'?"),
        (["../harbour"], "the site has no poster of '../harbour'. Did you mean 'harbour'?"),
        (["harbour", "-l", "fr"], "-l fr: the site has en, nl"),
    ],
)
def test_a_wrong_command_line_says_what_was_meant(
    arguments: list[str], said: str, small: Path, capsys: Output
) -> None:
    assert main(["poster", *arguments]) == 2
    assert capsys.readouterr().err == f"atlas: {said}\n"


def test_where_nothing_may_be_written_the_reason_is_told(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr("generator.cli.chromium.print_page", lambda program, url: b"%PDF-1.4\n%%EOF\n")
    monkeypatch.setattr("generator.cli.chromium.find_chromium", lambda: "chromium")
    write(small / "wall", "a file where a folder should be")
    assert main(["poster", "ruler", "--to", "wall/poster.pdf"]) == 1
    assert "cannot be written" in capsys.readouterr().err
