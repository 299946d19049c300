"""Lead readers to the file in which a page's text is improved, if mkdocs.yml says where the project is kept.

`repo_url`, `edit_uri` and `edit_uri_template` are settings of mkdocs: its address of a page by hand is right
for sites of one language only, and a page from data has none there.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import splitext
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from mkdocs.config.config_options import EditURITemplate
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.l10n.catalogs.files import catalogue_path
from generator.load import Document
from generator.model import Framework
from generator.pages import Page as PlannedPage
from generator.pages.kinds import FRAMEWORK, PAIR, kind_of
from generator.site.frame.data_page import DataPage
from generator.site.plan import LanguagePlan
from generator.translate import SHARED_DOMAIN

# Where issues have forms, each with an address.
_WITH_FORMS = "github.com"
FORM = "suggestion.yml"
"""The form for a suggestion, in `.github/ISSUE_TEMPLATE/`."""

# Of these a page shows all there is, or one of them.
_SHARED = {
    "themes": "themes",
    "theme": "themes",
    "findings": "findings",
    "band": "scale",
    "glossary": "glossary",
}


def improve(files: Files, plan: LanguagePlan, config: MkDocsConfig) -> None:
    """Give each page the address at which its text is changed, and all of them that of the form."""
    folders = plan.project.folders
    for file in files.documentation_pages():
        if (page := file.page) is None:
            continue
        path = None
        if isinstance(page, DataPage):
            path = written_in(page.planned, plan)
        elif file.src_dir is not None and Path(file.src_dir).is_relative_to(folders.docs):
            path = (Path(file.src_dir) / file.src_uri).relative_to(folders.root).as_posix()
        page.edit_url = _edited(config, folders.docs.name, path)
    has_forms = urlsplit(config.repo_url or "").hostname == _WITH_FORMS
    form = f"{(config.repo_url or '').rstrip('/')}/issues/new?template={FORM}"
    config.extra["suggest"] = form if has_forms else None


def written_in(page: PlannedPage, plan: LanguagePlan) -> str | None:
    """Name the file that holds the text of a page from data, or its translation; None where none does."""
    document = next(_documents(page, plan), None)
    if document is None:
        return None
    folders, tag = plan.project.folders, plan.language.tag
    domain = document.record.id if isinstance(document.record, Framework) else SHARED_DOMAIN
    catalogue = catalogue_path(folders.locales, tag, domain)
    if document.record.source_language == tag or not catalogue.is_file():
        return document.file
    return catalogue.relative_to(folders.root).as_posix()


def _documents(page: PlannedPage, plan: LanguagePlan) -> Iterator[Document[Any]]:
    kind, loaded = kind_of(page), plan.project.loaded
    if kind.frame is not None:
        return
    if kind.reads == FRAMEWORK:
        yield from (item for item in loaded.frameworks if item.record.id == page.ids[0])
    elif kind.reads == PAIR:
        yield from (
            item for item in loaded.crosswalks if (item.record.subject, item.record.object) == page.ids
        )
    elif shared := getattr(loaded, _SHARED.get(kind.name, ""), None):
        yield shared


def _edited(config: MkDocsConfig, docs: str, path: str | None) -> str | None:
    """Where a file of the project is changed: mkdocs's settings lead to the pages by hand in it."""
    uri, template = config.edit_uri or "", config.edit_uri_template
    if path is None:
        return None
    if template:
        below = re.sub(rf"\b{re.escape(docs)}(/|%2F)(?={{path)", "", str(template))
        bare, ending = splitext(path)
        # A template that writes the ending itself is one for pages by hand.
        if below == str(template) or ("{path_noext" in below and ending != ".md"):
            return None
        uri = EditURITemplate.Formatter().vformat(below, (), {"path": path, "path_noext": bare})
    elif uri.endswith(f"{docs}/"):
        uri = f"{uri.removesuffix(f'{docs}/')}{quote(path)}"
    else:
        return None
    if not config.repo_url:
        return uri if urlsplit(uri).netloc else None
    return urljoin(config.repo_url if uri.startswith(("?", "#")) else f"{config.repo_url.rstrip('/')}/", uri)
