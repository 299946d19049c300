"""Write a project's pages in Markdown, as someone would have written them: a file each."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import urljoin

from markdownify import ATX, markdownify

from generator.pages import pages
from generator.project import open_project
from generator.render import Renderer
from tests.site.projects import write

_DRAWING = re.compile(r"<svg\b(?:(?!<svg\b).)*?</svg>", re.DOTALL)
"""A drawing that holds no other: from the inside outwards."""
_LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]*)(#[^"]*)?"[^>]*>(.*?)</a>', re.DOTALL)


def write_markdown(project: Path, languages: tuple[str, ...], folder: Path) -> list[str]:
    """Write `folder/<language>/<address>/index.md` for every page; gives addresses, each with its language.

    Pages have what Markdown can say: headings, paragraphs, lists, tables, links. Drawings and the fields of
    a quiz are left out, which spares its readers work. Raises ValueError where the project is not sound.
    """
    # A process a language, since this takes longer than a build.
    with ProcessPoolExecutor(len(languages), get_context("spawn")) as processes:
        made = [processes.submit(_write, project, languages, language, folder) for language in languages]
        return sorted(address for done in made for address in done.result())


def _write(project: Path, languages: tuple[str, ...], language: str, folder: Path) -> list[str]:
    opened, problems = open_project(project, languages)
    if opened is None:
        raise ValueError(f"the project is not sound: {problems[0].message.text()}")
    site = opened.site(language)
    planned = pages(site)
    renderer = Renderer(opened.folders.templates, site)
    known = {page.address for page in planned}
    for page in planned:
        rendered = renderer.page(page)
        text = as_markdown(rendered.html, page.address, known)
        write(folder / language / page.address / "index.md", _front(rendered.title) + text)
    by_hand = _by_hand(opened.folders.docs / language, folder / language)
    return [f"{language}/{address}" for address in (*(page.address for page in planned), *by_hand)]


def as_markdown(html: str, address: str, known: set[str]) -> str:
    """A page's article as Markdown; links to places that are no page of theirs become their words."""

    def link(found: re.Match[str]) -> str:
        href, _, words = found.groups()
        return f'<a href="{href}">{words}</a>' if href and _target(address, href) in known else words

    drawings = 1
    while drawings:
        html, drawings = _DRAWING.subn("", html)
    plain = _LINK.sub(link, html)
    return str(markdownify(plain, heading_style=ATX, strip=["input", "button"])).strip() + "\n"


def _target(address: str, href: str) -> str:
    return urljoin(f"https://pages.example/{address}", href).removeprefix("https://pages.example/")


def _by_hand(docs: Path, folder: Path) -> Iterator[str]:
    for path in sorted(docs.rglob("*.md")):
        address = f"{path.relative_to(docs).with_suffix('').as_posix()}/"
        write(folder / address / "index.md", path.read_text(encoding="utf-8"))
        yield address


def _front(title: str) -> str:
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"
