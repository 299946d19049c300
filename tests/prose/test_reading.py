"""What stands above a page is read as strictly as data is, and mkdocs gets what was read."""

import pytest
from mkdocs.utils import meta

from generator.prose.reading import PageSettings, for_mkdocs, read_page

BOMB = "a: &a {x: 1}\n" + "".join(
    f"{new}: &{new} {{<<: [{', '.join(f'*{old}' for _ in range(9))}]}}\n"
    for old, new in zip("abcdefghijk", "bcdefghijkl", strict=True)
)


def told(fields: str) -> list[str]:
    _, _, problems = read_page(f"---\n{fields}\n---\n\n# A page\n", "docs/en/a.md")
    return [
        f"{item.place.line}:{item.place.column} {item.code} {item.message.text(str)}" for item in problems
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("title: Method: how we read", "2:14 Y100"),
        ('title: "open', "Y1"),
        ("hide:\n\t- toc", "3:1 Y10"),
        ("title: A\ndate: 2026-02-31", "3:1 S102 date: unknown key"),
        ("title: &a X\ndescription: *a", "2:8 Y102"),
        ("a: &a {title: X}\n<<: *a", "Y102"),
        (BOMB, "Y102"),
        ("hide: 5", "2:7 S103 hide must be a list"),
        ("hide: [nothing]", "2:8 S103 hide.1: 'nothing' is not allowed here"),
        ("title: [a, b]", "S103 title must be one text, not a list"),
        ("title: 5", "2:8 S103 title must be text, not '5'"),
        ("translates: 5", "S103"),
        ("translates: abc", "S104"),
        ("titel: Method", "2:1 S102 titel: unknown key"),
        ("template: nowhere.html", "2:1 S102 template: unknown key"),
        ("author: 'x\" http-equiv=\"refresh'", "S102"),
        ("title: {a: b}", "S103"),
        ("title: A\ntitle: B", "3:1 Y103 The key 'title' stands here twice; it was first used on line 2"),
        ("title: !!python/name:os.system x", "Y10"),
        ("- a\n- b", "S103"),
        ("description: '\"><script>'", "2:1 C606 'description' above the page holds what could become HTML"),
    ],
)
def test_settings_that_mean_nothing_are_told_with_their_place(fields: str, said: str) -> None:
    found = told(fields)
    assert found
    assert any(said in line for line in found), found


def test_settings_without_an_end_are_told() -> None:
    _, _, [problem] = read_page("---\ntitle: A\n\n# A page\n", "docs/en/a.md")
    assert (problem.code, problem.place.line) == ("C606", 1)
    assert "have no end" in problem.message.text(str)


@pytest.mark.parametrize(
    ("page", "settings", "body"),
    [
        ("# A page\n", PageSettings(), "# A page\n"),
        ("Title: not a setting\n\nText\n", PageSettings(), "Title: not a setting\n\nText\n"),
        ("---\n---\n# A page\n", PageSettings(), "# A page\n"),
        (
            "---\ntitle: 1:30 “é” 🙂\nhide: [toc]\n...\n\n# A\n",
            PageSettings(title="1:30 “é” 🙂", hide=("toc",)),
            "# A\n",
        ),
    ],
)
def test_mkdocs_reads_the_same_settings_and_takes_nothing_else_for_one(
    page: str, settings: PageSettings, body: str
) -> None:
    assert read_page(page, "a.md") == (body, settings, ())
    found, fields = meta.get_data(for_mkdocs(page))
    assert found == body
    assert PageSettings.model_validate(fields) == settings
