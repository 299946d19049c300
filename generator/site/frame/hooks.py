"""Tell the theme's templates of each page what they have to know, and give finished pages their policy.

mkdocs tells plugins of each step of a page; this one stands in the place of ours while a language is made.
"""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from babel.dates import format_date
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.addresses import is_published_at
from generator.foreign import resolved
from generator.l10n.page_words import safe_words
from generator.l10n.pseudo import locale_of
from generator.site.dates import day
from generator.site.frame.alternates import absolute_surroundings, surroundings
from generator.site.frame.data_page import DataPage, title_of
from generator.site.frame.empty_lines import without_empty_lines
from generator.site.frame.policies import Policies
from generator.site.frame.prose_pages import changed_original, language_of
from generator.site.pictures import PREVIEW, Pictures
from generator.site.plan import LanguagePlan


class FrameHooks(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """What mkdocs asks while it makes the pages of one language."""

    def __init__(self, plan: LanguagePlan) -> None:
        self.plan = plan
        self.policies: Policies | None = None
        self.pictures: Pictures | None = None
        """Those of pages that each have one."""

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the frame where and of when the page is, and a borrowed page its language."""
        plan, docs = self.plan, self.plan.project.folders.docs
        around = surroundings(plan.languages, plan.language.tag, page.url, plan.site_url)
        written = language_of(page.file, docs, plan.languages)
        borrowed = written if written != plan.language else None
        original = changed_original(page.file, written, plan.project.prose)
        changed = next((item for item in around.alternates if item.language.tag == original), None)
        preview = self._preview(page) if self.pictures else None
        return self._extended(
            context,
            atlas=around,
            subjects=self._subjects(page),
            borrowed=borrowed,
            changed=changed,
            preview=preview,
            address=page.canonical_url if is_published_at(plan.site_url) else "",
            dated=format_date(date.fromisoformat(day()), "long", locale=locale_of(plan.language.tag)),
        )

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Tell the 404 page, shown at any address, where the homes are and what to say in which language."""
        plan = self.plan
        root = urlsplit(plan.site_url or "/").path
        around = absolute_surroundings(plan.languages, plan.language.tag, root)
        words = plan.project.words
        sayings = [
            (item, safe_words(words[item.language.tag], item.language.tag)) for item in around.alternates
        ]
        sayings.sort(key=lambda saying: not saying[0].current)
        return self._extended(
            context, atlas=around, subjects=self._subjects(), borrowed=None, changed=None, sayings=sayings
        )

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say in the page what a browser may run and load, after every other plugin."""
        lighter = without_empty_lines(resolved(output).html)
        return self.policies.applied(lighter, page.url) if self.policies else lighter

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the 404 page."""
        html = resolved(output).html
        return self.policies.applied(html, template_name) if self.policies else html

    def _subjects(self, page: Page | None = None) -> list[tuple[str, str, bool]]:
        """Name each subject of a site with several: where its home is, and whether the page is about it."""
        own = page.planned.subject if isinstance(page, DataPage) else ""
        parts = self.plan.site.by_subject.items()
        return [(part.subject.title, part.folder or ".", id_ == own) for id_, part in parts if part.subject]

    def _preview(self, page: Page) -> tuple[str, str]:
        """The address of the picture that a link to a page shows, and the title that stands on it."""
        assert self.pictures is not None
        return f"{page.canonical_url}{PREVIEW}", self.pictures.title_on(title_of(page))

    def _extended(self, context: TemplateContext, **more: Any) -> TemplateContext:
        if self.policies:
            self.policies.expect({**context})
        context.update(more)  # type: ignore[typeddict-item]
        return context
