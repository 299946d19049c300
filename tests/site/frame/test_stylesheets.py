"""A lighter style sheet says what the one that was written says."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files

from generator.site.frame.stylesheets import lightened, lighter, own_styles
from tests.site.projects import write


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("/* why */ a { color: red; }", "a{color:red}"),
        ("a { margin: 0.5rem -0.25em 10.5px; }", "a{margin:.5rem -.25em 10.5px}"),
        ("a { margin: 0; opacity: 0.0; }", "a{margin:0;opacity:.0}"),
        ('[name="link"], [class*="a-"] { top: 0 }', "[name=link],[class*=a-]{top:0}"),
        ('[href="/x"], [rel="a b"], [data-n="1"] { top: 0 }', '[href="/x"],[rel="a b"],[data-n="1"]{top:0}'),
        ("@media (min-width: 45.25em) { a { top: 0 } }", "@media (min-width:45.25em){a{top:0}}"),
    ],
)
def test_comments_spaces_and_needless_signs_go_and_nothing_else(written: str, published: str) -> None:
    assert lightened(written) == published


def test_a_project_s_colours_stand_behind_the_main_style_sheet_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    write(tmp_path / "mkdocs.yml", "site_name: Small\n")
    config = load_config(str(tmp_path / "mkdocs.yml"), plugins=[])
    config.plugins._current_plugin = "atlas"  # as while mkdocs tells a plugin of files
    names = ("atlas.css", "atlas-poster.css", "colours.css", "own.css")
    for name in names:
        write(tmp_path / "assets" / name, f"{name[:5]} {{ top: 0 }}\n")
    files = Files([File(f"assets/{name}", str(tmp_path), config.site_dir, True) for name in names])

    written = {file.src_uri: file for file in own_styles(files, config)}
    write(tmp_path / "assets" / "colours.css", "b { top: 1px }\n")

    assert written["assets/atlas.css"].content_bytes == b"atlas { top: 0 }\nb { top: 1px }\n"
    assert {file.src_uri: file.content_string for file in lighter(files, config)} == {
        "assets/atlas.css": "atlas{top:0}b{top:1px}",
        "assets/atlas-poster.css": "atlas{top:0}",
    }
    assert [file.src_uri for file in files] == ["assets/own.css"]
