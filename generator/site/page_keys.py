"""Give each finished file a key, a digest of all that it is made from: it changes when the file may."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.crosswalk import Crosswalks
from generator.l10n.catalogs.files import catalogue_path
from generator.pages import Page
from generator.pages.kinds import kind_of
from generator.project import Project
from generator.site.dates import day
from generator.site.fingerprint import Fingerprint, digest


@dataclass(frozen=True)
class PageKeys:
    """The keys of the files of one project."""

    fingerprint: Fingerprint
    project: Project

    def of_page(self, page: Page, language: str) -> str:
        """The key of a page."""
        reads = _READS[kind_of(page).reads](self, page.ids)
        return digest([self._common, language, page.kind, page.address, *reads])

    def of_data(self, path: str, about: tuple[str, ...] | None) -> str:
        """The key of a file for other programs that is about these frameworks: see `DataFile`."""
        reads = self._everything() if about is None else self._beside(about)
        return digest([self._common, path, *reads])

    def of_picture(self, *shown: str) -> str:
        """The key of a picture that shows this."""
        return digest([self.fingerprint.program, *shown])

    def _everything(self, *_: object) -> Iterator[str]:
        yield self.fingerprint.everything

    def _together(self, ids: tuple[str, ...]) -> Iterator[str]:
        """Frameworks, and what was judged between two of them."""
        yield from (self._frameworks[id_] for id_ in ids)
        yield self._pairs.get(tuple(sorted(ids)), "-")

    def _with_partners(self, ids: tuple[str, ...]) -> Iterator[str]:
        """A framework, and those that share a page with it."""
        return self._beside((ids[0], *self._partners.get(ids[0], ())))

    def _beside(self, ids: tuple[str, ...]) -> Iterator[str]:
        """A framework, if any, and what was judged between it and each of the others."""
        yield from self._together(ids[:1])
        for other in ids[1:]:
            yield from self._together((ids[0], other))

    @cached_property
    def _partners(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for one, other in Crosswalks(self.project.atlas).pairs:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
        return found

    @cached_property
    def _common(self) -> str:
        """All but what belongs to one framework or pair, and the day, which each page names on paper."""
        own = {file for files in self._own_files.values() for file in files} | {*self._pair_files.values()}
        others = [file for file in self.fingerprint.files if file not in own]
        edition = repr(self.project.archive.published)
        known = (day(), self.fingerprint.program, self.fingerprint.rest, edition)
        return digest([*known, self.fingerprint.of(others)])

    @cached_property
    def _own_files(self) -> Mapping[str, tuple[str, ...]]:
        """The file of each framework, and its catalogues."""
        folders, tags = self.project.folders, self.project.views

        def catalogue(tag: str, id_: str) -> str:
            return catalogue_path(folders.locales, tag, id_).relative_to(folders.root).as_posix()

        return {
            item.record.id: (item.file, *(catalogue(tag, item.record.id) for tag in tags))
            for item in self.project.loaded.frameworks
        }

    @cached_property
    def _pair_files(self) -> Mapping[tuple[str, ...], str]:
        crosswalks = self.project.loaded.crosswalks
        return {(item.record.subject, item.record.object): item.file for item in crosswalks}

    @cached_property
    def _frameworks(self) -> Mapping[str, str]:
        return {id_: self.fingerprint.of(files) for id_, files in self._own_files.items()}

    @cached_property
    def _pairs(self) -> Mapping[tuple[str, ...], str]:
        """What was judged of each pair; its translations stand in a catalogue that all pages depend on."""
        return {pair: self.fingerprint.of([file]) for pair, file in self._pair_files.items()}


_READS: Mapping[str, Callable[[PageKeys, tuple[str, ...]], Iterator[str]]] = {
    "everything": PageKeys._everything,
    "framework": PageKeys._with_partners,
    "pair": PageKeys._together,
}
