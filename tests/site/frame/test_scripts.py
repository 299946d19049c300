"""A script without its comments does what the one that was written does."""

import pytest

from generator.site.frame.scripts import uncommented


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("// why\nlet a = 1;\n", "let a = 1;\n"),
        ("  /* why,\n     and how */\n  let a = 1;\n", "  let a = 1;\n"),
        ("/* one */ let a = 1;\n/* two */\nlet b = 2;\n", "/* one */ let a = 1;\nlet b = 2;\n"),
        ("let a = 1; // why\n", "let a = 1; // why\n"),
        ('let a = "/* no comment */";\n', 'let a = "/* no comment */";\n'),
        ("let a = /\\/\\*/;\nlet b = `\nhttps://a.example\n`;\n", None),
        ("", ""),
    ],
)
def test_comments_on_lines_of_their_own_go_and_nothing_else(written: str, published: str | None) -> None:
    assert uncommented(written) == (written if published is None else published)
