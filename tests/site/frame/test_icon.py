"""A page's icon costs no request, where it is small enough to stand in the page."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from mkdocs.theme import Theme

from generator.site.frame.icon import icon_of

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg">\n  <path fill="#fff" d="M1 2h3"/>\n</svg>\n'


def theme(folder: Path, icon: str | None, content: str = DRAWING) -> Theme:
    if icon:
        (folder / "assets").mkdir(exist_ok=True)
        (folder / icon).write_text(content, encoding="utf-8")
    return Theme(custom_dir=str(folder), favicon=icon)


def test_a_small_drawing_stands_in_the_address_itself(tmp_path: Path) -> None:
    icon = icon_of(theme(tmp_path, "assets/own.svg"), {})
    assert icon is not None
    kind, _, drawing = icon.partition(",")
    assert kind == "data:image/svg+xml"
    assert (
        unquote(drawing) == "<svg xmlns='http://www.w3.org/2000/svg'> <path fill='#fff' d='M1 2h3'/> </svg>"
    )
    assert not set(icon) & set('"<> #')


@pytest.mark.parametrize(
    ("icon", "content"),
    [("assets/own.svg", DRAWING + " " * 1024), ("assets/own.png", "p")],
    ids=["large", "png"],
)
def test_any_other_icon_is_asked_for(tmp_path: Path, icon: str, content: str) -> None:
    assert icon_of(theme(tmp_path, icon, content), {}) == icon


def test_an_icon_that_is_not_there_is_left_as_it_is_named(tmp_path: Path) -> None:
    assert icon_of(Theme(custom_dir=str(tmp_path), favicon="assets/none.svg"), {}) == "assets/none.svg"
    assert icon_of(Theme(custom_dir=str(tmp_path)), {}) is None


def test_what_was_embedded_once_stays(tmp_path: Path) -> None:
    embedded = icon_of(theme(tmp_path, "assets/own.svg"), {})
    assert icon_of(Theme(custom_dir=str(tmp_path), favicon=embedded), {}) == embedded
