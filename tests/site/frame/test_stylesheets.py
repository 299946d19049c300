"""A lighter style sheet says what the one that was written says."""

import pytest

from generator.site.frame.stylesheets import lightened


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
