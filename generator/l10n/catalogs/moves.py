"""Offer translations where their source text stands now: swapped, moved along, or in a second place.

What is offered is fuzzy and names the place that it was made for (`#| msgctxt`), so that nobody takes it
unseen. It pushes no other translation out: where one would be lost, and of texts that were split or merged,
a comment tells of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import polib

from generator.l10n.catalogs.files import MEANING_CHANGED
from generator.problems import Message, say
from generator.translate import alike

_WORD = re.compile(r"\w+")
_RUN = 3
"""A text is taken for a part of another from so many words in a row on, and shorter texts for nobody's."""
_MOST = 0.85
"""The share of a text's words that stand in one row of the other, where it is a part of that."""
_MOST_BESIDE = 0.5
"""The same for texts of one list, of which one is mostly split in two there, and begun anew."""
_HINTS = 3
_SAME, _PART, _WHOLE = "Same text as {}: {}", "Was part of {}: {}", "Holds what was {}: {}"
_HINT = re.compile(r"^(?:Same text as|Was part of|Holds what was) \S+: .*\n?", re.MULTILINE)


@dataclass(frozen=True)
class Known:
    """A translation, the text that it was made from, and the context that it was made for.

    It has moved where another text stands at that context now, or none.
    """

    context: str
    source: str
    translation: str
    moved: bool = False


@dataclass(frozen=True)
class Translations:
    """The translations that a catalogue has and nobody doubts, by what they translate and as they are."""

    by_source: Mapping[str, Sequence[Known]]
    by_translation: Mapping[str, Sequence[Known]]


def known_translations(entries: Iterable[polib.POEntry], current: Mapping[str, str]) -> Translations:
    """Gather the translations of entries, obsolete ones too; `current` are the texts by context."""
    found = []
    for entry in entries:
        source = made_from(entry)
        if entry.msgctxt and entry.msgstr and source is not None:
            context = (entry.fuzzy and entry.previous_msgctxt) or entry.msgctxt
            moved = entry.obsolete or current.get(entry.msgctxt) != source
            found.append(Known(context, source, entry.msgstr, moved))
    found.sort(key=lambda item: (item.context, item.translation))
    by_source: dict[str, list[Known]] = {}
    by_translation: dict[str, list[Known]] = {}
    for item in found:
        by_source.setdefault(item.source, []).append(item)
        by_translation.setdefault(item.translation, []).append(item)
    return Translations(by_source, by_translation)


def made_from(entry: polib.POEntry) -> str | None:
    """The text that an entry's translation was made from; None for one that somebody doubted."""
    source: str | None = entry.previous_msgid if entry.fuzzy else entry.msgid
    return source


def offer(catalogue: polib.POFile) -> None:
    """Give open entries the translation of the very same text elsewhere, and hints where that cannot be."""
    current = {entry.msgctxt: entry.msgid for entry in catalogue if not entry.obsolete}
    known = known_translations(catalogue, current)
    found: dict[str, Known] = {}
    open_entries = [entry for entry in catalogue if not entry.obsolete and _is_open(entry)]
    for entry in open_entries:
        items = known.by_source.get(entry.msgid, [])
        own = [item for item in items if item.context == entry.msgctxt]
        if own or len({item.translation for item in items}) == 1:
            found[entry.msgctxt] = (own or items)[0]
    while lost := _pushed_out(catalogue, open_entries, found):
        found = {context: item for context, item in found.items() if context not in lost}
    for entry in open_entries:
        if entry.msgctxt in found:
            _take(entry, found[entry.msgctxt])
    known = known_translations(catalogue, current)
    left = [entry for entry in catalogue if entry.obsolete or made_from(entry) not in (None, entry.msgid)]
    part_of = _parts(chain(*known_translations(left, {}).by_source.values()))
    for entry in catalogue:
        entry.comment = _HINT.sub("", entry.comment).rstrip("\n")
        if not entry.obsolete and _is_open(entry):
            same = (_SAME.format(*_said(item)) for item in known.by_source.get(entry.msgid, ()))
            hints = dict.fromkeys(chain(same, part_of(entry)))
            entry.comment = "\n".join([*filter(None, [entry.comment]), *[*hints][:_HINTS]])


def offer_across(catalogues: Mapping[str, polib.POFile], languages: Mapping[tuple[str, str], str]) -> None:
    """Give entries without a translation that of the very same text, which has moved from another catalogue.

    `languages` are those of the texts by domain and context: a word may be written alike in two of them.
    """
    left: dict[str, list[tuple[str, Known]]] = {}
    for domain, catalogue in catalogues.items():
        current = {entry.msgctxt: entry.msgid for entry in catalogue if not entry.obsolete}
        for item in chain(*known_translations(catalogue, current).by_source.values()):
            if item.moved:
                context = item.context if ":" in item.context else f"{domain}:{item.context}"
                left.setdefault(item.source, []).append((domain, replace(item, context=context)))
    spoken: dict[str, set[str]] = {}
    for (domain, _), written_in in languages.items():
        spoken.setdefault(domain, set()).add(written_in)
    for domain, catalogue in catalogues.items():
        for entry in catalogue:
            if entry.obsolete or not _is_open(entry):
                continue
            language = languages.get((domain, entry.msgctxt))
            found = [
                item
                for elsewhere, item in left.get(entry.msgid, ())
                if elsewhere != domain and language in spoken.get(elsewhere, ())
            ]
            if not entry.msgstr and len({item.translation for item in found}) == 1:
                _take(entry, found[0])
                continue
            hints = (_SAME.format(*_said(item)) for item in found)
            entry.comment = "\n".join([*filter(None, [entry.comment]), *[*hints][:_HINTS]])


def belongs_elsewhere(text: Known, known: Translations, *, looked_at: bool = False) -> Message | None:
    """Say that a translation is that of another text, or that this text came from where it has another.

    Short texts come twice by chance: of those somebody is told only who looks at one.
    """
    is_long = len(_WORD.findall(text.source)) >= _RUN
    for other in known.by_source.get(text.source, ()):
        differs = other.context != text.context and other.translation != text.translation
        if differs and other.moved and (is_long or looked_at):
            return say("This text was %(context)s, with another translation", context=other.context)
    for other in known.by_translation.get(text.translation, ()):
        long_too = is_long and len(_WORD.findall(other.source)) >= _RUN
        if other.context != text.context and long_too and not alike(other.source, text.source):
            return say("This is the translation of %(context)s, another text", context=other.context)
    return None


def _is_open(entry: polib.POEntry) -> bool:
    """Say whether an entry waits for a translation, and neither for a look at an offer nor at a doubt."""
    return not entry.msgstr or made_from(entry) not in (None, entry.msgid)


def _pushed_out(
    catalogue: polib.POFile, open_entries: Iterable[polib.POEntry], found: Mapping[str, Known]
) -> set[str]:
    """Find the entries whose own translation would stand nowhere any more."""
    stay = {entry.msgstr for entry in catalogue if entry.obsolete or entry.msgctxt not in found}
    stay |= {item.translation for item in found.values()}
    return {
        entry.msgctxt
        for entry in open_entries
        if entry.msgctxt in found and entry.msgstr and entry.msgstr not in stay
    }


def _take(entry: polib.POEntry, item: Known) -> None:
    """Put a translation into an entry: for good where it was made for this text here, else as an offer."""
    entry.msgstr = item.translation
    entry.flags = [flag for flag in entry.flags if flag not in ("fuzzy", MEANING_CHANGED)]
    entry.previous_msgctxt = entry.previous_msgid = None
    if item.context != entry.msgctxt:
        entry.flags.append("fuzzy")
        entry.previous_msgctxt, entry.previous_msgid = item.context, item.source


def _parts(left: Iterable[Known]) -> Callable[[polib.POEntry], Iterator[str]]:
    """Return what finds, of texts that are no more, those that an entry's was a part of, or has as a part."""
    by_run: dict[tuple[str, ...], dict[Known, list[str]]] = {}
    for item in left:
        words = _WORD.findall(item.source.casefold())
        for run in _runs(words):
            by_run.setdefault(run, {})[item] = words

    def hints(entry: polib.POEntry) -> Iterator[str]:
        words = _WORD.findall(entry.msgid.casefold())
        near = {item: other for run in _runs(words) for item, other in by_run.get(run, {}).items()}
        for item, other in near.items():
            shared = _longest(words, other)
            if item.context == entry.msgctxt or item.source == entry.msgid:
                continue
            most = _MOST_BESIDE if _list_of(item.context) == _list_of(entry.msgctxt) else _MOST
            if shared >= most * min(len(words), len(other)):
                yield (_PART if len(words) < len(other) else _WHOLE).format(*_said(item))

    return hints


def _list_of(context: str) -> str:
    return context.rpartition(".")[0]


def _runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def _longest(these: list[str], those: list[str]) -> int:
    """Count the words of the longest row that two texts share."""
    before, longest = [0] * (len(those) + 1), 0
    for word in these:
        now = [0, *(before[at] + 1 if word == other else 0 for at, other in enumerate(those))]
        before, longest = now, max(longest, *now)
    return longest


def _said(item: Known) -> tuple[str, str]:
    return item.context, " ".join(item.translation.split())
