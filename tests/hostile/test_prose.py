"""Pages written by somebody who means harm."""

import os
import re
import time
from pathlib import Path

import pytest

from generator.cli import main
from generator.prose.safety import LARGEST, LARGEST_BESIDE, unsafe_prose
from tests.hostile.files import MEGABYTES_50, NO_FILES, make_huge
from tests.site.projects import ROOT, write, write_site_project

PAGE = "docs/en/about.md"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the extensions that ours has; tests write its one page anew."""
    project = write_site_project(tmp_path_factory.mktemp("prose"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    extensions = re.search(r"(?ms)^markdown_extensions:\n(?:  .*?\n)+", settings)
    assert extensions
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write(extensions[0])
    return project


def told(project: Path, text: str) -> list[str]:
    """What is said of a page, without hints and without the code that is the same for all."""
    write(project / PAGE, text)
    found = unsafe_prose(project / "docs", project / "mkdocs.yml")
    assert {problem.code for problem in found} <= {"C606"}
    return [str(problem).split("\n")[0].replace("error[C606]: ", "") for problem in found]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<script>alert(1)</script>", "<script> has no place on a page"),
        ("Text <SCRIPT SRC=x.js></SCRIPT>", "<script> has no place on a page"),
        ("<img src=x onerror=alert(1)>", 'onerror="…" has no place on a page'),
        ("<div><img/src='x'/onerror=alert(1)></div>", 'onerror="…" has no place on a page'),
        ("<details open ontoggle=alert(1)>x</details>", 'ontoggle="…" has no place on a page'),
        ("<svg onload=alert(1)></svg>", 'onload="…" has no place on a page'),
        ("<svg><animate attributeName=href values=javascript:alert(1) /></svg>", "<animate> has no place"),
        ("<iframe src=x></iframe>", "<iframe> has no place on a page"),
        ("<object data=x></object>", "<object> has no place on a page"),
        ("<base href=https://x.example>", "<base> has no place on a page"),
        ("<meta http-equiv=refresh content=0>", "<meta> has no place on a page"),
        ("<form action=https://x.example><input></form>", "<form> has no place on a page"),
        ("<style>body{display:none}</style>", "<style> has no place on a page"),
        ("<math><mi xlink:href=javascript:x>a</mi></math>", "<math> has no place on a page"),
        ("<x-quiz data-quiz='{}'></x-quiz>", "<x-quiz> has no place on a page"),
        ("</body>", "</body> has no place on a page"),
        ("<!--><script>alert(1)</script>-->", "A comment holds < or >"),
        ("<!-- --!><img src=x onerror=y> -->", ""),
        ("[x](javascript:alert(1))", "An address here starts with 'javascript:'"),
        ("[x](JaVaScRiPt:alert(1))", "An address here starts with 'javascript:'"),
        ("[x](&#106;avascript:alert(1))", "An address here starts with 'javascript:'"),
        ("<a href='java\tscript:alert(1)'>x</a>", "An address here starts with 'javascript:'"),
        ("<a href='\u00a0javascript:alert(1)'>x</a>", "An address here starts with 'javascript:'"),
        ("[x][r]\n\n[r]: javascript:alert(1)", "An address here starts with 'javascript:'"),
        ("[x](data:text/html,hello)", "An address here starts with 'data:'"),
        ("[x](vbscript:x)", "An address here starts with 'vbscript:'"),
        ("![x](https://x.example/pixel.png)", "comes from this site, not from 'https://x.example/pixel.png'"),
        ("![x](//x.example/pixel.png)", "comes from this site, not from '//x.example/pixel.png'"),
        ("[x](y.md){: onclick='alert(1)' }", 'onclick="…" has no place on a page'),
        ("# A head { onmouseover=alert(1) }", 'onmouseover="…" has no place on a page'),
        ("<div style='position:fixed'>x</div>", 'style="…" has no place on a page'),
        ("<div markdown onclick='alert(1)'>*x*</div>", 'onclick="…" has no place on a page'),
        ("<a id=__config>x</a>", 'id="…" has no place on a page'),
        ("<a id=atlas-search>x</a>", 'id="…" has no place on a page'),
        ("<img id=getElementById src=p.png>", 'id="…" has no place on a page'),
        ("<img name=querySelector src=p.png>", 'name="…" has no place on a page'),
        ("<label for=__drawer>x</label>", 'for="…" has no place on a page'),
        ("<div data-md-component=search>x</div>", 'data-md-component="…" has no place on a page'),
        ("[x](http://[)", "No address can be read from 'http://['"),
        ("[x](//[)", "No address can be read from '//['"),
        ("[x][r]\n\n[r]: http://[::1", "No address can be read from 'http://[::1'"),
        ("<http://[>", "No address can be read from 'http://['"),
        ("[x](http://a:99999999/)", "No address can be read from 'http://a:99999999/'"),
        ("[x](http://℀.example/)", "No address can be read from"),
        ("A text that \u202eturns", "The invisible character U+202E stands here"),
        ("A text with a\0 zero", "The invisible character U+0000 stands here"),
    ],
)
def test_a_page_that_could_act_for_its_reader_is_refused_where_it_does(
    text: str, what: str, project: Path
) -> None:
    found = told(project, f"# About\n\n{text}\n")

    assert any(what in line for line in found), found
    assert any(line.startswith((f"{PAGE}:3:", f"{PAGE}:5:", f"{PAGE}:1:1:")) for line in found)


@pytest.mark.parametrize(
    "fields",
    [
        "title: '<script>alert(1)</script>'",
        "description: '\"><script>alert(1)</script>'",
    ],
)
def test_what_stands_above_a_page_cannot_become_html(fields: str, project: Path) -> None:
    # The theme puts a page's title and description into its head as they are.
    found = told(project, f"---\n{fields}\n---\n\n# About\n")

    assert found
    assert all("above the page holds what could become HTML" in line for line in found)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: About & more\nhide:\n  - toc\n---\n\n# About\n\n| a | b |\n|:-:|--:|\n| c | d |\n",
        "<details><summary>More</summary>\n\nText\n\n</details>\n",
        "<div class='grid' markdown>\n\n*x*\n\n</div>\n",
        "`<script>` and `javascript:` and \\<b\\> and 1 < 2 and {{ 7*7 }}\n",
        "```html\n<script>alert(1)</script>\n```\n",
        "<!-- A note to editors. -->\n\n[mail](mailto:a@b.example) <https://x.example> [up](../x.md#y)\n",
        "A note[^1]\n\n[^1]: Below.\n\n![A picture](picture.png)\n\nA list:\n\n- [ ] one\n- [x] two\n",
    ],
)
def test_what_a_page_needs_is_left_alone(text: str, project: Path) -> None:
    assert told(project, text) == []


def test_our_own_pages_are_left_alone() -> None:
    assert unsafe_prose(ROOT / "docs", ROOT / "mkdocs.yml") == ()


@pytest.mark.parametrize("kind", sorted(set(NO_FILES) - {"a folder"}))
@pytest.mark.parametrize("name", ["x.md", "x.txt"])
def test_what_is_no_file_of_the_project_is_refused_without_waiting(
    kind: str, name: str, tmp_path: Path
) -> None:
    project = write_site_project(tmp_path)
    make, reason = NO_FILES[kind]
    make(project / "docs" / "en" / name)

    found = unsafe_prose(project / "docs", project / "mkdocs.yml")

    assert [(problem.code, problem.place.file) for problem in found] == [("C607", f"docs/en/{name}")]
    assert reason in str(found[0])


@pytest.mark.parametrize("target", ["/etc", "..", "."])
def test_a_link_to_a_folder_is_refused_wherever_it_leads(target: str, tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    (project / "docs" / "en" / "more").symlink_to(target)

    assert [problem.code for problem in unsafe_prose(project / "docs", project / "mkdocs.yml")] == ["C607"]


def test_fifty_megabytes_are_refused_by_their_size_and_not_read(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    make_huge(project / PAGE)

    [problem] = unsafe_prose(project / "docs", project / "mkdocs.yml")

    assert f"it has {MEGABYTES_50:,} bytes; at most {LARGEST:,} are read" in str(problem)


def test_a_picture_that_is_far_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    write(project / "docs" / "en" / "x.png", "x")
    os.truncate(project / "docs" / "en" / "x.png", 3 * 10**9)

    [problem] = unsafe_prose(project / "docs", project / "mkdocs.yml")

    assert f"it has more than {LARGEST_BESIDE:,} bytes" in str(problem)


@pytest.mark.parametrize("name", [b"a\nb.png", b"\xff.md", b"a\x1b[31mb.md", "a\u2028b.png".encode()])
def test_a_name_with_signs_that_nobody_sees_is_refused(name: bytes, tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    with open(os.fsencode(project / "docs" / "en") + b"/" + name, "wb") as file:  # noqa: PTH123
        file.write(b"x")

    [problem] = unsafe_prose(project / "docs", project / "mkdocs.yml")

    assert (problem.code, problem.place.file) == ("C607", "docs/en")
    assert "has signs that nobody sees or that are no UTF-8" in str(problem)


def test_brackets_without_end_do_not_hold_a_build_up(project: Path) -> None:
    write(project / PAGE, "[" * 50_000)
    start = time.monotonic()

    assert [problem.code for problem in unsafe_prose(project / "docs", project / "mkdocs.yml")] == ["C607"]
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.html", "x"),
        ("x.js", "x"),
        ("x.XHTML", "x"),
        ("x.css", "x"),
        ("x", "x"),
        ("x.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("x.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("x.svg", "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>"),
        ("x.svg", "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>"),
        ("x.SVG", "<svg><s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script></svg>"),
    ],
)
def test_a_file_that_a_browser_would_run_is_not_published(name: str, content: str, tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    write(project / "docs" / "en" / name, content)

    assert [problem.code for problem in unsafe_prose(project / "docs", project / "mkdocs.yml")] == ["C608"]


def test_pictures_and_drawings_that_only_show_are_published(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    write(project / "docs" / "en" / "x.svg", (ROOT / "templates/theme/assets/atlas.svg").read_text("utf-8"))
    (project / "docs" / "en" / "x.png").write_bytes(b"\x89PNG")
    write(project / "docs" / "en" / ".DS_Store", "x")

    assert unsafe_prose(project / "docs", project / "mkdocs.yml") == ()


def test_an_editor_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = write_site_project(tmp_path)
    write(project / PAGE, "# About\n\n[The quiz](javascript:start)\n")
    (project / "docs" / "en" / "hosts.txt").symlink_to("/etc/hosts")
    monkeypatch.chdir(project)

    assert main(["--lang", "en", "validate"]) == 1
    out = capsys.readouterr().out
    assert "error[C607]" in out
    assert "localhost" not in out
    (project / "docs" / "en" / "hosts.txt").unlink()
    assert main(["--lang", "en", "validate"]) == 1
    assert f"{PAGE}:3:12: error[C606]: An address here starts with 'javascript:'" in capsys.readouterr().out
