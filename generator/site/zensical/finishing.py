"""A language's pages as Zensical wrote them in, the same pages as they are published out.

Every finished page passes here once, before the new site takes the old one's place.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from generator.site.policy import inline_scripts, with_policy

Step = Callable[[str, str], str]
"""Takes a page's address below its language's root and its HTML; gives its HTML."""

_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_TAB = re.compile(r'<li class="md-tabs__item">\s*<a href="([^"]*)"')


def plain_slashes(address: str, html: str) -> str:
    """Slashes as such: MiniJinja's filter `e` writes a slash as `&#x2f;`, which means the same."""
    return html.replace("&#x2f;", "/")


def section_marked(address: str, html: str) -> str:
    """The tab of a page's section, marked as mkdocs does: Zensical sees no section in unlisted pages."""
    here = f"/{address}"
    for href in _TAB.findall(html):
        section = urlsplit(urljoin(here, href)).path
        if section not in ("/", here) and here.startswith(section):
            item = re.compile(
                rf'<li class="md-(tabs|nav)__item">(?=\s*<a href="{re.escape(href)}" class="md-\1__link")'
            )
            return item.sub(r'<li class="md-\1__item md-\1__item--active">', html)
    return html


def policy_stated(address: str, html: str) -> str:
    """The page with its policy, which names the frame's inline scripts: one in the article is in no policy.

    Styles are free here, since Zensical's search writes its own into the page.
    """
    frame = _ARTICLE.sub("", html)
    return with_policy(html, frozenset(inline_scripts(frame)), any_style=frame != html)


STEPS: tuple[Step, ...] = (plain_slashes, section_marked, policy_stated)


def finish_pages(site: Path, steps: Sequence[Step] = STEPS) -> None:
    """Take every page in a language's folder through the steps, in their order."""
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        before = after = path.read_bytes().decode("utf-8")
        for step in steps:
            after = step(address, after)
        if after != before:
            path.write_bytes(after.encode("utf-8"))
