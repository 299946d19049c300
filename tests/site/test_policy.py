"""A finished page says what a browser may run and load: the site's own, and what the theme wrote in it."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from generator.site.policy import digest, inline_scripts, policy, together, with_policy
from tests.site.built import Site
from tests.site.projects import mkdocs, write, write_site_project

PAGE = '<head>\n<meta charset="utf-8">\n<script>a=1</script><script src="x.js"></script></head>'
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def named(html: str) -> set[str]:
    """The digests that the one policy of a page names."""
    (stated,) = META.findall(html)
    return set(re.findall(r"'sha256-[^']+'", stated))


def test_the_policy_stands_before_all_that_it_is_for() -> None:
    html = with_policy(PAGE, {"a=1"})
    assert html.index("Content-Security-Policy") < html.index("<script>")
    assert html.index("<meta charset") < html.index("Content-Security-Policy")
    assert len(META.findall(html)) == 1


def test_a_script_of_the_theme_is_named_by_its_digest() -> None:
    wanted = base64.b64encode(hashlib.sha256(b"a=1").digest()).decode()
    assert f"script-src 'self' 'sha256-{wanted}';" in with_policy(PAGE, {"a=1"})


def test_a_script_that_is_not_the_themes_is_not_named() -> None:
    assert named(with_policy(PAGE, {"b=2"})) == set()


def test_nothing_unnamed_runs_and_nothing_comes_from_elsewhere() -> None:
    stated = policy([digest("a=1")])
    assert "unsafe" not in stated
    assert "http" not in stated
    assert {"default-src 'self'", "object-src 'none'", "base-uri 'none'"} <= set(stated.split("; "))


def test_scripts_that_only_carry_data_or_lie_in_a_file_are_not_inline() -> None:
    html = (
        '<script type="application/json">{}</script><script src=y.js></script><script type=module>b</script>'
        '<script id="c" type="application/ld+json">{}</script><script></script><SCRIPT>d</SCRIPT>'
    )
    assert tuple(inline_scripts(html)) == ("b", "d")


@pytest.mark.parametrize(
    ("cell", "allowed"),
    [
        ('<td style="text-align: right;">', True),
        ('<td style="color: red">', False),
        ('<td style="text-align: right; background: url(//a.example)">', False),
    ],
)
def test_of_style_attributes_only_the_alignment_of_columns_is_named(cell: str, allowed: bool) -> None:
    value = cell.split('"')[1]
    html = with_policy(PAGE + cell)
    assert (digest(value) in named(html)) == allowed
    assert ("'unsafe-hashes'" in html) == allowed
    assert "'unsafe-inline'" not in html


def test_one_policy_for_many_pages_allows_what_any_of_them_does() -> None:
    pages = [with_policy(PAGE, {"a=1"}), with_policy(PAGE + "<script>b=2</script>", {"b=2"}), "<p>None.</p>"]
    assert together(page.encode() for page in pages) == policy([digest("a=1"), digest("b=2")])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project with an old address, a table in Markdown, and a hook that writes into every page."""
    root = write_site_project(tmp_path_factory.mktemp("project"))
    write(
        root / "frameworks" / "redirects.yaml",
        "redirects:\n  - from: harbour/levels/quay\n    to: harbour/levels/pier\n    since: 2026-01-31\n",
    )
    write(root / "docs" / "en" / "about.md", "# About this\n\n| a |\n| -: |\n| 1 |\n")
    write(
        root / "hook.py",
        "def on_post_page(output, **more):\n"
        "    return output.replace('</title>', '</title><script>evil()</script>')\n",
    )
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")
    done = mkdocs(root, "build")
    assert done.returncode == 0, done.stdout
    (root / "said").write_text(done.stdout, encoding="utf-8")
    return root


def test_every_page_has_one_policy_near_its_start(project: Path) -> None:
    pages = sorted((project / "site").rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        head = page.read_bytes()[:2048].decode(errors="replace")
        assert len(META.findall(head)) == 1, page


def test_a_script_that_a_hook_writes_is_told_once_and_stopped_everywhere(project: Path) -> None:
    said = (project / "said").read_text(encoding="utf-8")
    assert [line for line in said.splitlines() if "evil()" in line and "nl" not in line.split("WARNING")[0]]
    assert said.count("evil()") == 2, "once for each language"
    html = (project / "site" / "frameworks" / "harbour" / "index.html").read_text(encoding="utf-8")
    assert "evil()" in html
    assert digest("evil()") not in html


def test_an_aligned_column_stays_aligned(project: Path) -> None:
    html = (project / "site" / "about" / "index.html").read_text(encoding="utf-8")
    assert 'style="text-align: right;"' in html
    assert digest("text-align: right;") in html


def test_a_strict_build_ends_where_a_policy_stops_a_script(project: Path) -> None:
    before = (project / "site" / "index.html").stat().st_ino
    assert mkdocs(project, "build", "--strict").returncode == 1
    assert (project / "site" / "index.html").stat().st_ino == before


def test_the_shipped_pages_name_only_scripts_that_stand_in_them(site: Site) -> None:
    for page in site.pages.values():
        html = page.file.read_text(encoding="utf-8")
        scripts = {digest(text) for text in inline_scripts(html)}
        assert named(html) == scripts, page
        assert not re.search(r'<[a-z][^>]*\s(style|on[a-z]+)="', html), page
