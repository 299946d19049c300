"""Check that all of a translation is there, in its own language, and says it to readers as other texts do.

Each rule is a function in `WHOLE`; its docstring is the rule.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from generator.l10n.catalogs.pair import Finding, Pair, blanked
from generator.language_facts import facts_of, known_languages
from generator.problems import counted, say

_END = re.compile(r"[.!?…]+[”’“‘»)*_]*\s*$")
_LEAST, _PART = 40, 0.4
"""A translation of a text that is longer than so many signs has at least this part of its length."""
_ENOUGH_WORDS, _ENOUGH_COMMON, _ENOUGH_DIFFERENT = 6, 3, 4
_LEFT = ((4, 3), (5, 1))
"""So many words of the source in a row were left, if so many of them are common in its language only."""
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")
_SENTENCE = re.compile(r"[^.!?;:…]+")


def all_is_translated(pair: Pair) -> Iterator[Finding]:
    """A translation is not the source itself, not much shorter, and not in a third language."""
    text, source = pair.translation, pair.source
    if len(source) >= _LEAST and len(text) < _PART * len(source):
        message = say("The translation is much shorter: %(translation)s characters for %(source)s",
            source=counted(len(source)), translation=counted(len(text)))  # fmt: skip
        yield Finding("T452", message, say("See whether all of it is there"), "warning")
    parts = [blanked(text), *_SENTENCE.findall(blanked(text))]
    language = next(
        (found for part in parts if (found := _looks_like(part, pair.language, pair.source_language))), None
    )
    if text == source and _END.search(source) and len(source.split()) > _ENOUGH_COMMON:
        yield Finding("T452", say("The translation is the source text"), say("Translate it"), "warning")
    elif language is not None:
        message = say("This looks like %(language)s", language=language)
        yield Finding("T452", message, say("Write it in the language of the catalogue"), "warning")
    elif left := _left_in_source(pair):
        message = say("'%(words)s' stands here as in the source", words=left)
        yield Finding("T452", message, say("Translate it"), "warning", max(0, text.find(left)))


def _left_in_source(pair: Pair) -> str | None:
    """Find words in a row that were left in the language of the source."""
    if pair.source_language.partition("-")[0] == pair.language.partition("-")[0]:
        return None
    common = facts_of(pair.source_language).common - facts_of(pair.language).common
    text = blanked(pair.translation)
    for mark in facts_of(pair.language).quotes:
        # What is quoted may be a title, which stays.
        text = re.sub(f"{mark[0]}[^{mark}]*{mark[1]}", lambda quoted: "_" * len(quoted[0]), text)
    words = [*_WORD.finditer(text)]
    source = f" {' '.join(_WORD.findall(blanked(pair.source)))} "
    for length, least in _LEFT:
        for at in range(len(words) - length + 1):
            run = [word[0] for word in words[at : at + length]]
            if sum(word.lower() in common for word in run) >= least and f" {' '.join(run)} " in source:
                return pair.translation[words[at].start() : words[at + length - 1].end()]
    return None


def readers_are_addressed_alike(pair: Pair) -> Iterator[Finding]:
    """A translation addresses its reader as the others of its language do."""
    pattern = facts_of(pair.language).not_said_to_readers
    if pattern and (found := pattern.search(blanked(pair.translation))):
        message = say("'%(word)s' is not how texts of this language address readers", word=found[0])
        yield Finding("T451", message, say("Address them as other texts do"), "warning", found.start())


WHOLE: tuple[Callable[[Pair], Iterator[Finding]], ...] = (all_is_translated, readers_are_addressed_alike)


def _looks_like(text: str, language: str, source_language: str) -> str | None:
    """The language of a text by its commonest words, if that is another one; None where nobody can say."""
    words = _WORD.findall(text.lower())
    counts = {tag: sum(word in facts_of(tag).common for word in words) for tag in known_languages()}
    own = counts.get(language.partition("-")[0])
    if own is None:
        # Of a language that nobody knows the words of, many may look like those of a relative.
        return _looks_like_source(words, source_language)
    best = max(counts, key=lambda tag: counts[tag])
    told = len(words) >= _ENOUGH_WORDS and counts[best] >= max(_ENOUGH_COMMON, 2 * own + 2)
    return best if told and best != language.partition("-")[0] else None


def _looks_like_source(words: Sequence[str], source_language: str) -> str | None:
    """Say that words are those of the source's language, where many different ones of the commonest are."""
    common = {word for word in words if word in facts_of(source_language).common}
    return source_language if len(common) >= _ENOUGH_DIFFERENT and 3 * len(common) >= len(words) else None
