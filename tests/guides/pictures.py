"""Draw the pictures of the guides: the workbook, the preview and the pages that their commands make."""

import os
from base64 import b64decode
from contextlib import chdir, redirect_stdout
from html import escape
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Locator, sync_playwright
from playwright.sync_api import Page as Tab
from python_calamine import CalamineWorkbook

from generator.cli import main
from generator.cli.chromium import QUIET
from generator.l10n.message_language import VARIABLE
from tests.browser import tools
from tests.guides.playing import played
from tests.guides.project import BRANCH, FOLDER, LANGUAGES, write_guided_project
from tests.preview.previewed import previewing
from tests.site.projects import replace
from tests.site.test_reproducible import git

SHEETS = {"en": "ladder.xlsx", "nl": "veerladder.xlsx"}
MADE = {"en": ("ferry", "water-taxi", ""), "nl": ("veer", "watertaxi", "nl/")}
"""The framework that a guide makes, its last level, and where its language's pages begin."""

WRONG = {"en": "water-taxi: A skipper", "nl": "watertaxi: Een schipper"}
"""The beginning of a cell's line, in which a slip is made."""

_SIZE = {"width": 1000, "height": 640}
_QUALITY = 60
_STYLE = """
body { margin: 0; font: 15px/1.45 Inter, Arial, sans-serif; color: #1f2430; background: #fff }
table { border-collapse: collapse } td, th { border: 1px solid #c9ced8; padding: 5px 9px; text-align: start;
vertical-align: top; max-width: 170px } th { background: #eef1f5; font-weight: 400; color: #5a6272 }
article { padding: 12px 24px; width: 620px } pre { background: #f5f6f8; padding: 8px 12px; margin: 4px 0 }
tr:nth-child(2) td { white-space: nowrap } h3, h4 { margin: 12px 0 6px } p, ul { margin: 6px 0 }
"""


def draw_pictures() -> None:
    """Draw each picture in each language."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=list(QUIET))
        for language in LANGUAGES:
            os.environ[VARIABLE] = language
            with TemporaryDirectory() as folder:
                project = write_guided_project(Path(folder).resolve())
                replace(project / "mkdocs.yml", "plugins:\n", "extra_css: [assets/atlas.css]\nplugins:\n")
                _draw_sheet(browser, language)
                _draw_comment(browser, project, language)
                _draw_pages(browser, project, language)
        browser.close()


def _draw_sheet(browser: Browser, language: str) -> None:
    rows = CalamineWorkbook.from_path(str(FOLDER / SHEETS[language])).get_sheet_by_index(0).to_python()
    head = "".join(f"<th>{letter}</th>" for letter in " ABCDEFGHIJ"[: len(rows[0]) + 1])
    body = "".join(
        f"<tr><th>{n}</th>{''.join(f'<td>{escape(_shown(cell))}</td>' for cell in row)}</tr>"
        for n, row in enumerate(rows, 1)
    )
    tab = _tab(browser)
    tab.set_content(f"<style>{_STYLE}</style><table><tr>{head}</tr>{body}</table>")
    _keep(tab, f"sheet-{language}", tab.locator("table"))


def _shown(cell: object) -> str:
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def _draw_comment(browser: Browser, project: Path, language: str) -> None:
    git(project, "stash", "--quiet")
    git(project, "switch", "--quiet", BRANCH)
    with chdir(project), redirect_stdout(StringIO()) as said:
        assert main(["diff", "main", "--format", "markdown"]) == 0
    git(project, "switch", "--quiet", "main")
    git(project, "stash", "pop", "--quiet")
    tab = _tab(browser)
    tab.set_content(f"<style>{_STYLE}</style><article>{MarkdownIt().render(said.getvalue())}</article>")
    _keep(tab, f"diff-{language}", tab.locator("article"))


def _draw_pages(browser: Browser, project: Path, language: str) -> None:
    made, last, start = MADE[language]
    guide = (FOLDER / language / "framework-from-a-spreadsheet.md").read_text(encoding="utf-8")
    played(guide, project, until="\n## 6.")
    with previewing(project) as running:
        tab = _tab(browser)
        tab.goto(f"{running.origin}/{start}frameworks/harbour/levels/pier/")
        _keep(tab, f"pencil-{language}")
        tab.goto(f"{running.origin}/nl/frameworks/harbour/levels/pier/")
        tab.locator("article [data-pair]").nth(2).focus()
        tab.locator(".atlas-beside").wait_for()
        _keep(tab, f"pairs-{language}")
        tab.goto(f"{running.origin}/{start}frameworks/{made}/")
        tab.add_style_tag(content=".atlas-preview, .atlas-edit { display: none !important }")
        tab.locator(f"[id$=-{last}]").last.evaluate("cell => cell.scrollIntoView({block: 'center'})")
        _keep(tab, f"page-{language}")
        tab.goto(f"{running.origin}/{start}frameworks/{made}/")
        tab.locator(".atlas-preview").wait_for()
        # A cell whose level is written wrongly: the guide says that the page stays, with a mark.
        running.change(f"frameworks/{made}.yaml", WRONG[language], WRONG[language].replace("x", "k"))
        tab.locator(".atlas-preview summary").click()
        tab.locator(".atlas-mark").first.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        _keep(tab, f"preview-{language}")


def _tab(browser: Browser) -> Tab:
    return browser.new_page(viewport=_SIZE, color_scheme="light", reduced_motion="reduce")  # type: ignore[arg-type]


def _keep(tab: Tab, name: str, part: Locator | None = None) -> None:
    """Keep what a tab shows, or a part of it, as WebP, which only Chromium's own protocol writes."""
    shown: dict[str, object] = {"format": "webp", "quality": _QUALITY}
    if part is not None and (box := part.bounding_box()):
        shown |= {"clip": {**box, "scale": 1}, "captureBeyondViewport": True}
    taken = tab.context.new_cdp_session(tab).send("Page.captureScreenshot", shown)
    (FOLDER / "pictures" / f"{name}.webp").write_bytes(b64decode(taken["data"]))
