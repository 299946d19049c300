"""Write what language models look for: a list of a language's pages, and one file with all that it says.

The list follows https://llmstxt.org: title, summary, and links under headings, here to the Markdown twins.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.citation import LICENSE
from generator.pages import NAVIGATION
from generator.render import Named, Renderer
from generator.site.frame import Page
from generator.site.frame.data_page import title_of
from generator.site.frame.frame import Frame
from generator.site.twins import TWIN, twin
from generator.text import plain

LIST, EVERYTHING = "llms.txt", "llms-full.txt"


def write_lists(frame: Frame) -> None:
    """Write both into the folder of a language whose pages are finished; OSError where one cannot be."""
    plan, folder, home = frame.plan, Path(frame.config.site_dir), frame.config.site_url or ""
    first = next(page for page in plan.pages if not page.address)
    head = [
        f"# {frame.config.site_name}",
        "",
        f"> {plan.renderer.page(first).description}",
        "",
        ": ".join(filter(None, (frame.config.copyright, LICENSE))),
    ]
    if published := plan.project.archive.published:
        head.append(f"{home}editions/#edition-{published.edition.key} ({published.version})")
    named, by_hand = tuple(plan.renderer.named()), frame.pages_by_hand
    for name, lines in (
        (LIST, _list(plan.renderer, home, named, by_hand)),
        (EVERYTHING, _everything(named, by_hand)),
    ):
        (folder / name).write_text("".join(f"{line}\n" for line in (*head, *lines)), encoding="utf-8")


def _list(renderer: Renderer, home: str, named: Iterable[Named], by_hand: Iterable[Page]) -> Iterator[str]:
    """List pages under the names of the top level that they stand below; `home` is the language's address."""
    lines: dict[str, list[str]] = {address: [] for address, _ in NAVIGATION}
    for item in named:
        address = item.thing.address
        if "#" not in address:
            about = f": {plain(item.thing.texts[0])}" if item.thing.texts else ""
            line = f"- [{item.title}]({home}{address}{TWIN}) ({item.label}){about}"
            lines[_top(address)].append(line)
    for page in by_hand:
        lines["about/"].append(f"- [{title_of(page)}]({home}{page.url}{TWIN})")
    for address, name in NAVIGATION:
        title = name.text(renderer.site.ui.gettext)
        yield from ("", f"## {title}", "", f"- [{title}]({home}{address}{TWIN})", *lines[address])
    yield f"- [{EVERYTHING}]({home}{EVERYTHING})"


def _everything(named: Iterable[Named], by_hand: Iterable[Page]) -> Iterator[str]:
    """List every text below the id of what it belongs to, then the pages by hand."""
    for thing, title, label in named:
        if thing.identity:
            first, *rest = map(plain, thing.texts or ("",))
            yield from ("", f"## {title} ({label})", f"id: {thing.identity.name}", "", first)
            yield from (f"- {text}" for text in rest)
    for page in by_hand:
        yield from ("", twin(page.content or "").strip())


def _top(address: str) -> str:
    top = f"{address.partition('/')[0]}/"
    return top if any(top == known for known, _ in NAVIGATION) else ""
