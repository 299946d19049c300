"""One language's data and the digests of its files in, each page's key out: it changes when a page may."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from generator.model import Framework
from generator.pages import Page, SiteData
from generator.pages.kinds import kind_of
from generator.site.inputs import Inputs, digest
from generator.translate import Gap, View


@dataclass(frozen=True)
class Keys:
    """The keys of one language's pages, and of files that hold all the languages in `views`."""

    site: SiteData
    inputs: Inputs
    views: Mapping[str, View]

    def key(self, page: Page) -> str:
        """A digest of all that the page is made from, and of more rather than of less."""
        reads = _READS[kind_of(page).reads](self, page)
        return digest([self.inputs.common, self.site.language, page.kind, page.address, *reads])

    def data_key(self, path: str, about: tuple[str, ...] | None) -> str:
        """The same of a file for other programs that is about these frameworks: see `DataFile`."""
        if about is None:
            return digest([self.inputs.common, path, self._outlines_in_every_language])
        reads = [self.inputs.frameworks[own] for own in about]
        return digest(
            [self.inputs.common, path, *reads, self.inputs.pairs.get("--".join(sorted(about)), "-")]
        )

    def everything(self, _: Page) -> Iterator[str]:
        """All data."""
        yield self.inputs.data

    def all_outlines(self, _: Page) -> Iterator[str]:
        """All data but the words in cells."""
        yield self._outlines_together

    def framework(self, page: Page) -> Iterator[str]:
        """One framework, those that share a page with it, and what was judged of them."""
        own = page.ids[0]
        yield self.inputs.frameworks[own]
        for other in self.site.walks.partners(own):
            yield self.inputs.frameworks[other]
            yield self.inputs.pairs.get("--".join(sorted((own, other))), "-")

    def pair(self, page: Page) -> Iterator[str]:
        """Two frameworks, and what was judged of them."""
        one, other = page.ids
        yield self.inputs.frameworks[one]
        yield self.inputs.frameworks[other]
        yield self.inputs.pairs.get("--".join(sorted(page.ids)), "-")

    def theme(self, page: Page) -> Iterator[str]:
        """All outlines, and the words in the cells of dimensions on one theme."""
        yield self._outlines_together
        for framework in self.site.atlas.frameworks:
            for dimension in framework.dimensions:
                if page.ids[0] in dimension.themes:
                    yield from framework.cells.get(dimension.id, {}).values()
                    yield from (gap.context for gap in self._gaps.get(framework.id, ()))

    @cached_property
    def _outlines_together(self) -> str:
        return digest(self._outlines(self.site.view, self._gaps))

    @cached_property
    def _outlines_in_every_language(self) -> str:
        return digest(
            text for view in self.views.values() for text in self._outlines(view, _gaps_by_domain(view))
        )

    @cached_property
    def _gaps(self) -> Mapping[str, tuple[Gap, ...]]:
        return _gaps_by_domain(self.site.view)

    def _outlines(self, view: View, gaps: Mapping[str, tuple[Gap, ...]]) -> Iterator[str]:
        for framework in view.atlas.frameworks:
            yield digest(_outline(framework, gaps.get(framework.id, ())))
        yield from (*self.inputs.pairs, *self.inputs.pairs.values())


def _gaps_by_domain(view: View) -> Mapping[str, tuple[Gap, ...]]:
    gaps = sorted(view.gaps, key=lambda gap: gap.domain)
    return {domain: tuple(found) for domain, found in groupby(gaps, key=lambda gap: gap.domain)}


def _outline(framework: Framework, gaps: Iterable[Gap]) -> Iterator[str]:
    yield repr(framework.model_dump(exclude={"cells"}))
    yield from (f"{dimension}/{level}" for dimension, row in framework.cells.items() for level in row)
    for gap in gaps:
        if not gap.context.startswith("cells."):
            yield f"{gap.context} {gap.state}"


_READS: Mapping[str, Callable[[Keys, Page], Iterator[str]]] = {
    "everything": Keys.everything,
    "outlines": Keys.all_outlines,
    "framework": Keys.framework,
    "pair": Keys.pair,
    "theme": Keys.theme,
}
