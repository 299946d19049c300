"""The last site in, which of its files the new one has as they are out."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.l10n.languages import Language
from generator.site import compression, ledger, spare
from generator.site.compression import Packed
from generator.site.ledger import Ledger, Published, taken_over


@dataclass(frozen=True)
class Unchanged:
    """Files that the new site has as the last one has them, by their path below its folder.

    `here` are those that lie in the new site already; `published` is the last site's folder.
    """

    files: Mapping[str, Published]
    here: frozenset[str]
    published: Path

    def taken(self, name: str, path: str) -> Published | None:
        """What is known of a file that the new site has now at this path; None where it has to be made."""
        known = self.files.get(name)
        if known and (name in self.here or taken_over(f"{self.published}/{name}", path, known)):
            return known
        return None


@dataclass(frozen=True)
class LastSite:
    """A language's site that the new one will replace: its records, its folder, and where a spare one is."""

    record: Ledger
    packed: Mapping[str, Packed]
    published: Path
    spare: Path | None

    @classmethod
    def of(cls, root: Path, target: Path, language: Language, *, clean: bool, compressed: bool) -> "LastSite":
        """That of a project's language; where all is to be made, nothing is known of it.

        `compressed` says whether the new site will have compressed files.
        """
        record = Ledger() if clean else ledger.read(ledger.place(root, target, language.tag))
        packed: Mapping[str, Packed] = {}
        if compressed and not clean:
            packed = compression.read(compression.place(root, target, language.tag))
        spares = ledger.spares(root, target)
        own = spare.spare_of(spares, language.folder) if spares else None
        return cls(record, packed, target / language.folder, own)

    def unchanged(self, keys: Mapping[str, str], site: Path) -> Unchanged:
        """Of files by their path and key, those that have the same key; the new site's folder is `site`.

        What the spare has of them is there afterwards.
        """
        files = {
            name: known
            for name, key in keys.items()
            if (known := self.record.files.get(name)) and known.key == key
        }
        compressed = {
            f"{name}.gz": packed.file
            for name, known in files.items()
            if (packed := self.packed.get(name)) and packed.is_of(known)
        }
        if not files or not self.spare:
            return Unchanged(files, frozenset(), self.published)
        return Unchanged(files, spare.lay_out(self.spare, site, {**files, **compressed}), self.published)
