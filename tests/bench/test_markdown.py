"""Pages in Markdown have what Markdown can say of them, and no link that leads nowhere."""

from tests.bench.markdown import as_markdown

KNOWN = {"frameworks/flow/", "frameworks/flow/levels/pier/"}


def test_headings_lists_and_tables_stay() -> None:
    html = (
        "<h1>Flow</h1><ul><li>One</li><li>Two</li></ul>"
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    )

    text = as_markdown(html, "frameworks/flow/", KNOWN)

    assert text.splitlines() == [
        "# Flow",
        "",
        "* One",
        "* Two",
        "",
        "| A | B |",
        "| --- | --- |",
        "| 1 | 2 |",
    ]


def test_a_drawing_goes_with_the_drawings_within_it_and_what_follows_stays() -> None:
    html = "<p>Before</p><svg><g><svg><text>1</text></svg><text>2</text></g></svg><p>After</p>"

    assert as_markdown(html, "", KNOWN) == "Before\n\nAfter\n"


def test_links_to_pages_stay_and_others_become_their_words() -> None:
    html = (
        '<p><a href="levels/pier/#signs">Pier</a> <a href="#below">below</a> '
        '<a class="file" href="../../api/v1/flow.json">JSON</a> <a href="https://example.org/">out</a></p>'
    )

    assert as_markdown(html, "frameworks/flow/", KNOWN) == "[Pier](levels/pier/) below JSON out\n"
