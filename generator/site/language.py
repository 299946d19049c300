"""Make all files of one language: assets, pages, search, and what is compressed of them."""

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from jinja2 import TemplateError

from generator.pictures import png
from generator.site.assistants import write_lists
from generator.site.compress import compress_rest
from generator.site.failure import BuildFailedError
from generator.site.fingerprint import digest, own_modules
from generator.site.finished_files import FinishedFiles
from generator.site.frame import Page
from generator.site.frame.cast import Caster
from generator.site.frame.data_page import DataPage, title_of
from generator.site.frame.drawn_file import DrawnFile
from generator.site.frame.errors import mkdocs_reason
from generator.site.frame.frame import Frame, open_frame
from generator.site.frame.framed_file import FramedFile
from generator.site.oembed import write_oembed
from generator.site.offline import write_offline
from generator.site.page_keys import PageKeys
from generator.site.pictures import PREVIEW
from generator.site.plan import LanguagePlan
from generator.site.settings import Settings
from generator.site.template_errors import template_failure
from generator.site.twins import TWIN, twin

Said = tuple[int, str]
"""A line of mkdocs' log: its level and its words."""


@dataclass(frozen=True)
class MadeLanguage:
    """What came of one language: how many pages it has, and how many files were taken from the last site.

    `record` is for the next build, `modules` are the files of programs that hooks brought, `failure` says why
    it is not whole.
    """

    tag: str
    said: tuple[Said, ...]
    pages: int = 0
    taken: int = 0
    record: bytes = b""
    modules: tuple[str, ...] = ()
    failure: str | None = None
    seconds: tuple[float, ...] = ()
    """What each step took: assets, pages, search, compression."""

    @property
    def warnings(self) -> int:
        """How many warnings mkdocs logged."""
        return sum(level >= logging.WARNING for level, _ in self.said)


def make_language(
    settings: Settings,
    plan: LanguagePlan,
    keys: PageKeys,
    folder: Path,
    record: Path | None,
    count: Callable[[], None],
) -> MadeLanguage:
    """Make a language into a folder; `record` knows its files of the last site, `count` hears of each page.

    OSError where a file cannot be written; what nobody foresaw is raised as it is.
    """
    last = settings.target / plan.language.folder
    files = FinishedFiles(folder, last, record, compress=settings.compresses)
    tag = plan.language.tag
    ends = [time.monotonic()]
    with _log() as said:
        try:
            with explained(plan):
                if settings.languages.index(plan.language) % 2:
                    # While the process before compiles the theme's: each finds the other's on the disk.
                    plan.templates.compile(plan.renderer.environment)
                frame = open_frame(plan, settings.configuration(folder), published=settings.is_published)
                copy_assets(frame, files, keys)
                frame.write_templates()
            ends.append(time.monotonic())
            render_pages(frame, files, keys, count)
            render_pages_by_hand(frame, files, keys, count)
            ends.append(time.monotonic())
            with explained(plan):
                frame.end()
                if frame.has_address:
                    write_lists(frame)
                    write_oembed(frame)
                    write_offline(frame)
        except BuildFailedError as failure:
            return MadeLanguage(tag, tuple(said), failure=str(failure))
    ends.append(time.monotonic())
    if settings.compresses:
        compress_rest(folder, files.files)
    ends.append(time.monotonic())
    modules = tuple(map(str, own_modules()))
    return MadeLanguage(
        tag,
        tuple(said),
        len(frame.pages) + sum(isinstance(file, FramedFile) for file in frame.other_files),
        files.taken,
        files.written_record(),
        modules,
        seconds=tuple(end - start for start, end in pairwise(ends)),
    )


def copy_assets(frame: Frame, files: FinishedFiles, keys: PageKeys) -> None:
    """Copy the theme's files and those beside pages by hand; write our pages that need no frame."""
    for file in frame.other_files:
        if isinstance(file, DrawnFile):
            files.get(file.dest_uri, keys.of_picture(file.key), file.drawn)
            continue
        if isinstance(file, FramedFile):
            with explained(frame.plan, file.planned.address):
                files.get(file.dest_uri, keys.of_page(file.planned, frame.plan.language.tag), file.made)
            continue
        content = file.content_bytes

        def make(content: bytes = content) -> bytes:
            return content

        files.get(file.dest_uri, digest([content.hex()]), make)


def render_pages(frame: Frame, files: FinishedFiles, keys: PageKeys, count: Callable[[], None]) -> None:
    """Render the pages that are made from data."""
    caster, language = Caster(frame), frame.plan.language.tag
    for page in frame.data_pages:

        def make(page: DataPage = page) -> bytes:
            with explained(frame.plan, page.planned.address):
                html = caster.finish(page)
            return html.encode("utf-8", errors="xmlcharrefreplace")

        key = keys.of_page(page.planned, language)
        files.get(page.file.dest_uri, key, make)
        add_twin(frame, files, page, key)
        draw_preview(frame, files, page, keys.of_picture(key, frame.pictures.key))
        page.forget()
        count()


def render_pages_by_hand(
    frame: Frame, files: FinishedFiles, keys: PageKeys, count: Callable[[], None]
) -> None:
    """Render the pages that pass through Markdown."""
    for page in frame.pages_by_hand:
        with explained(frame.plan, page.url):
            html = frame.finish(page)
        path = Path(page.file.abs_dest_path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html.encode("utf-8", errors="xmlcharrefreplace"))
        add_twin(frame, files, page, digest([page.content or ""]))
        draw_preview(frame, files, page, keys.of_picture(title_of(page), frame.pictures.key))
        count()


def add_twin(frame: Frame, files: FinishedFiles, page: Page, key: str) -> None:
    """Write a page once more as Markdown, where its address is known."""
    if not frame.has_address:
        return

    def make() -> bytes:
        article = page.rendered.html if isinstance(page, DataPage) else page.content or ""
        return twin(article).encode("utf-8", errors="xmlcharrefreplace")

    files.get(page.file.dest_uri.removesuffix("index.html") + TWIN, key, make)


def draw_preview(frame: Frame, files: FinishedFiles, page: Page, key: str) -> None:
    """Draw what a link to a page shows, where pages have such a picture."""
    if not frame.has_address:
        return

    def make() -> bytes:
        planned = page.planned if isinstance(page, DataPage) else None
        with explained(frame.plan, page.url):
            return png(frame.pictures.of_page(title_of(page), planned))

    files.get(page.file.dest_uri.removesuffix("index.html") + PREVIEW, key, make)


@contextmanager
def explained(plan: LanguagePlan, page: str | None = None) -> Iterator[None]:
    """Raise BuildFailedError for what stops in a template or in a plugin, with its place.

    `page` is the address of what is being made, where that is known.
    """
    try:
        yield
    except BuildFailedError:
        raise
    except Exception as error:
        words = mkdocs_reason(error)
        # To Jinja a template that is not there is a file that is not there.
        if words is None and (isinstance(error, TemplateError) or not isinstance(error, OSError)):
            words = template_failure(error, plan.project.folders, page)
        if words is None:
            raise
        raise BuildFailedError(words) from error


class _Collector(logging.Handler):
    def __init__(self, said: list[Said]) -> None:
        super().__init__(logging.INFO)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the level and the words."""
        self.said.append((record.levelno, record.getMessage()))


@contextmanager
def _log() -> Iterator[list[Said]]:
    """Collect what mkdocs logs, instead of letting it be printed: languages are made beside each other."""
    logger = logging.getLogger("mkdocs")
    before = logger.handlers[:], logger.propagate
    said: list[Said] = []
    logger.handlers, logger.propagate = [_Collector(said)], False
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = before
