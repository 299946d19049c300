"""Name what stands at the top of pages: the same for all, or the own pages of the subject of a page."""

from collections.abc import Iterator, Mapping

from markupsafe import escape
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.l10n.page_words import on_pages
from generator.pages import NAVIGATION
from generator.prose.pages import source_at
from generator.site.frame.data_page import DataPage, source_of
from generator.site.plan import LanguagePlan


def tops_of(page: Page, nav: Navigation, of_subjects: Mapping[str, Navigation]) -> Navigation:
    """Choose what stands at the top of a page: `nav`, or what its subject has instead."""
    return of_subjects.get(page.planned.subject, nav) if isinstance(page, DataPage) else nav


def top_level(plan: LanguagePlan) -> Iterator[dict[str, str]]:
    """Name the top level: what is generated or written at each address."""
    names = names_of(plan)
    generated = {page.address for page in plan.pages}
    tags = [language.tag for language in plan.languages]
    for address, _ in NAVIGATION:
        found = source_at(address, plan.project.folders.docs, tags)
        source = source_of(address) if address in generated else found
        if source:
            yield {str(escape(names[address])): source}


def navigations(plan: LanguagePlan, files: Files, nav: Navigation) -> Iterator[tuple[str, Navigation]]:
    """Put the own pages of each further subject where the first has its own."""
    for subject, part in plan.site.by_subject.items():
        if part.folder:
            own = [files.get_file_from_path(f"{part.folder}{top.file.src_uri}") for top in nav.pages]
            items = [
                file.page if file and file.page else top for top, file in zip(nav.pages, own, strict=True)
            ]
            yield subject, Navigation(items, nav.pages)


def names_of(plan: LanguagePlan) -> Mapping[str, str]:
    """Name the top level by addresses; what the language lacks is marked as on any page."""
    words = on_pages(plan.words, plan.language.tag)
    return {address: name.text(words.gettext) for address, name in NAVIGATION}
