"""Hold a text as it leaves for another tool, and as it comes back."""

import json
from dataclasses import dataclass
from hashlib import sha256

from generator.l10n.catalogs.files import WORD_DOMAINS
from generator.problems import Message


@dataclass(frozen=True)
class Unit:
    """A text with its translation; a word that counts has a source and a target for each plural form.

    `needs_review` says of a translation that nobody has confirmed it for this source: `previous` is the
    source that it was made from, where that was another. `notes` say where the text stands, `remarks` are
    translators' own.
    """

    domain: str
    id: str
    context: str
    source_language: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    needs_review: bool = False
    previous: str = ""
    notes: str = ""
    remarks: str = ""

    @property
    def is_translated(self) -> bool:
        """Whether there is a translation in every form, be it one to look at."""
        return all(self.targets)

    @property
    def forms(self) -> tuple[tuple[str, str, str], ...]:
        """The id, source and target of each form."""
        ids = [self.id] if len(self.sources) == 1 else [f"{self.id}.{n}" for n in range(len(self.sources))]
        return tuple(zip(ids, self.sources, self.targets, strict=True))


@dataclass(frozen=True)
class Batch:
    """The texts for one pair of languages; `file` names each domain's catalogue."""

    source_language: str
    language: str
    units: tuple[Unit, ...]

    @property
    def name(self) -> str:
        """What a file with these texts is called."""
        return f"{self.source_language}-{self.language}"

    def file(self, domain: str) -> str:
        """Name the catalogue of a domain, as tools name the original that a text is from."""
        return f"locales/{self.language}/LC_MESSAGES/{domain}.po"

    def by_domain(self) -> dict[str, list[Unit]]:
        """Put the texts of each domain together, in their order."""
        result: dict[str, list[Unit]] = {}
        for unit in self.units:
            result.setdefault(unit.domain, []).append(unit)
        return result


@dataclass(frozen=True)
class Returned:
    """A text as it came back from a tool: what `id` stood for, or a form of it.

    `needs_review` is what the tool says; None where it says nothing of it. `remarks` are translators' own
    notes, as in a `Unit`; none means that the tool has none or keeps none.
    """

    language: str
    domain: str
    id: str
    source: str
    target: str
    needs_review: bool | None = None
    remarks: str = ""
    unclear: str = ""
    table: str = ""

    @property
    def text_id(self) -> str:
        """The id of the text, without that of a plural form: only words of the interface have forms."""
        return self.id.partition(".")[0] if self.domain in WORD_DOMAINS else self.id

    @property
    def form(self) -> int:
        """The number of the plural form; 0 where there is none."""
        number = self.id.partition(".")[2] if self.domain in WORD_DOMAINS else ""
        return int(number) if number.isascii() and number.isdigit() and len(number) == 1 else 0


@dataclass(frozen=True)
class ReturnedFile:
    """What a file brings back; `unread` are the columns of a table that hold something and mean nothing."""

    texts: tuple[Returned, ...]
    unread: tuple[str, ...] = ()


class UnreadableExchangeError(Exception):
    """Raised for a file that nobody can say the meaning of."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def id_of(domain: str, context: str, source: str) -> str:
    """Name a text for tools: content by its context, a word of the interface by a digest of what it says."""
    if domain not in WORD_DOMAINS:
        return context
    return f"ui-{sha256(json.dumps([context, source]).encode()).hexdigest()[:12]}"
