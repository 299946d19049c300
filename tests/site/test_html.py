"""Every page is valid HTML, as the Nu checker sees it, with one main part and one first heading."""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.browser import tools
from tests.site.built import Page, Site


@dataclass(frozen=True)
class Message:
    """One remark of the checker."""

    page: str
    line: int
    text: str
    extract: str

    def __str__(self) -> str:
        """The page, the line, the remark and the markup that it is about."""
        return f"{self.page}:{self.line}: {self.text}\n    {self.extract.strip()}"


@dataclass(frozen=True)
class Allowed:
    """A remark about markup that is the theme's own, and why it harms no reader."""

    text: str
    extract: str
    reason: str

    def covers(self, message: Message) -> bool:
        """Whether this is the remark."""
        return bool(re.search(self.text, message.text) and re.search(self.extract, message.extract))


ALLOWED = (
    Allowed(
        text="Attribute “autocomplete” is only allowed when",
        extract='class="md-toggle"',
        reason="keeps a browser from restoring an open drawer; does nothing else",
    ),
    Allowed(
        text="“for” attribute of the “label” element must be the ID of a non-hidden form control",
        extract='for="__toc"',
        reason="the theme gives the contents list's title a label even where there is no switch to label",
    ),
)


ADDRESS = ("href", "xlink:href")
GROUPED = ("radio", "checkbox")
LEGEND = re.compile(r"[^>]*>\s*<legend[^>]*>(.*?)</legend>", re.DOTALL)


@dataclass(frozen=True)
class Report:
    """The pages that the checker looked at, and everything that it says about them."""

    seen: frozenset[Path]
    messages: tuple[Message, ...]


@pytest.fixture(scope="module")
def report(site: Site) -> Report:
    """The checker's view of the whole site, from one run."""
    files = (str(page.file) for page in site.pages.values())
    run = subprocess.run(
        (*tools.html_checker(), "--errors-only", "--verbose", "--format", "json", "--stdout", *files),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert run.stdout, f"the HTML checker ended with {run.returncode}:\n{run.stderr}"
    return Report(
        seen=frozenset(map(Path, run.stderr.splitlines())),
        messages=tuple(
            Message(
                page=unquote(message.get("url", "")).partition(str(site.folder))[2],
                line=message.get("lastLine", 0),
                text=message["message"],
                extract=message.get("extract", ""),
            )
            for message in json.loads(run.stdout)["messages"]
        ),
    )


def test_the_checker_saw_every_page(report: Report, site: Site) -> None:
    assert {page.file for page in site.pages.values()} <= report.seen


def test_every_page_is_valid_apart_from_what_the_theme_is_allowed(report: Report) -> None:
    faults = [
        message for message in report.messages if not any(allowed.covers(message) for allowed in ALLOWED)
    ]
    assert not faults, "\n".join(map(str, faults))


@pytest.mark.parametrize("allowed", ALLOWED, ids=lambda allowed: allowed.extract)
def test_what_the_theme_is_allowed_is_still_needed(report: Report, allowed: Allowed) -> None:
    assert any(map(allowed.covers, report.messages)), f"remove from ALLOWED what no page needs: {allowed}"


@pytest.mark.parametrize("tag", ["main", "h1"])
def test_every_page_has_exactly_one(site: Site, tag: str) -> None:
    counts = {str(page): sum(1 for _ in page.all(tag)) for page in site.pages.values()}
    assert {page: count for page, count in counts.items() if count != 1} == {}


def test_every_link_in_the_content_has_an_address(site: Site) -> None:
    links = [(str(page), link) for page in site.pages.values() for link in page.all("a", within="main")]
    assert [(page, str(link)) for page, link in links if link.attributes.keys().isdisjoint(ADDRESS)] == []


def test_every_group_of_controls_has_a_legend(site: Site) -> None:
    assert [f"{page}: {fault}" for page in site.pages.values() for fault in groups_without_legend(page)] == []


def groups_without_legend(page: Page) -> Iterator[str]:
    """Controls that share a name outside of a fieldset, and fieldsets that do not say what they ask."""
    controls = [item for item in page.all("input", within="main") if item.attributes.get("type") in GROUPED]
    counts = Counter(item.attributes.get("name") for item in controls)
    for item in controls:
        if counts[item.attributes.get("name")] > 1 and "fieldset" not in item.within:
            yield f"{item} stands in no fieldset"
    for after in page.file.read_text(encoding="utf-8").split("<fieldset")[1:]:
        legend = LEGEND.match(after)
        if not legend or not re.sub("<[^>]*>", "", legend[1]).strip():
            yield f"no legend: <fieldset{after[:200]}"
