"""mkdocs' configuration and the prose in, what does not fit this plugin out."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.l10n.languages import Language, pseudo_languages, read_languages
from generator.pages import Page
from generator.problems import Place, Problem, say
from generator.site.prose import pages_by_hand, sources_of


def read_options(
    option: Any, config: MkDocsConfig, dirty: bool, pseudo: bool
) -> tuple[tuple[Language, ...], tuple[Problem, ...]]:
    """The site's languages, `pseudo` ones on demand, and the settings under which no site can be made."""
    file = Path(config.config_file_path).name
    languages, problems = read_languages(option, file)
    if pseudo:
        languages += pseudo_languages()
    return languages, (*problems, *_unfit(config, dirty, file))


def _unfit(config: MkDocsConfig, dirty: bool, file: str) -> Iterator[Problem]:
    if not config.use_directory_urls:
        message = say("use_directory_urls: pages have addresses such as /frameworks/, so this must be true")
        yield Problem("C603", Place(file), message, say("Remove the setting"))
    if dirty:
        message = say("A dirty build would mix old pages with new ones")
        yield Problem("C604", Place(file), message, say("Build without --dirty"))


def clashes(planned: Iterable[Page], docs: Path, languages: Sequence[Language]) -> Iterator[Problem]:
    """No page written by hand stands at the address of a generated one."""
    written = {language.tag: pages_by_hand(docs / language.tag) for language in languages}
    for page in planned:
        for tag, pages in written.items():
            for uri in sources_of(page.address):
                if uri in pages:
                    place = Place((docs / tag / uri).relative_to(docs.parent).as_posix())
                    message = say("The page '/%(address)s' is made from the data", address=page.address)
                    yield Problem("C605", place, message, say("Give this page another name"))
