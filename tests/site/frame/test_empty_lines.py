"""Empty lines before elements are taken out of pages, but for those in code."""

from generator.site.frame.empty_lines import without_empty_lines


def test_empty_lines_before_an_element_are_taken_out() -> None:
    assert without_empty_lines("<p>a</p>\n  \n\n  <p>b</p>\n  <p>c</p>") == "<p>a</p>\n<p>b</p>\n  <p>c</p>"


def test_empty_lines_in_code_stay() -> None:
    code, script = "<pre><code><b>a</b>\n\n<b>b</b></code></pre>", "<script>a\n\n<b></script>"
    assert without_empty_lines(f"\n\n{code}\n\n{script}") == f"\n{code}\n{script}"
