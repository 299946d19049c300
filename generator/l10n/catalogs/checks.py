"""Check a translation against its source text; each rule is a function in `CHECKS`.

A rule's docstring is the rule. It knows nothing of files; `lint` finds the line and column of what it says.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from generator.l10n.catalogs.numbers import unmatched
from generator.l10n.catalogs.pair import Finding, Pair
from generator.l10n.catalogs.signs import SIGNS
from generator.l10n.catalogs.slips import SLIPS
from generator.l10n.catalogs.terms import missed
from generator.l10n.catalogs.whole import WHOLE
from generator.l10n.placeholders import placeholders
from generator.language_facts import facts_of
from generator.problems import counted, did_you_mean, say
from generator.text import marks

LONGER_BY, WORD_LONGER_BY = 40, 25
"""A translation may be twice as long as its source, or this many signs longer; less for a word of a page."""

_PLACEHOLDER = re.compile(r"%%|%\((\w+)\)[#0\- +]*\d*(?:\.\d+)?([a-zA-Z])|%")
_SIGN_OF_PERCENT = re.compile(r"[%٪﹪％](?!.{1,6}\d\s?[%٪﹪％])")
"""Of two that stand close, such as those of 50%–60%, one may stand for both."""
_DOUBLE_SPACE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_BREAK = re.compile(r"[\t\n]")


def numbers_agree(pair: Pair) -> Iterator[Finding]:
    """A translation has the numbers of its source, each written as its language writes it."""
    found = [
        unmatched(source, pair.source_language, pair.translation, pair.language)
        for source in (pair.source, *pair.others)
    ]
    if not all(there or here for there, here in found):
        return
    there, here = found[0]
    said = [", ".join(number.text for number in side) or "–" for side in (there, here)]
    message = say(
        "Numbers differ: source %(source)s, translation %(translation)s", source=said[0], translation=said[1]
    )
    hint = say("Write the source's numbers, as the translation's language writes them")
    yield Finding("T430", message, hint, index=here[0].start if here else 0)


def percents_stay(pair: Pair) -> Iterator[Finding]:
    """A translation has as many signs of per cent as its source, or words for them."""
    words = facts_of(pair.language).percent
    there, here = (len(_SIGN_OF_PERCENT.findall(_filled(text))) for text in (pair.source, pair.translation))
    here += sum(word in words for word in re.findall(r"\w+", pair.translation.casefold()))
    if here < there and not pair.others:
        message = say("The source says per cent, and the translation does not")
        yield Finding("T430", message, say("Write the sign behind its number"))


def _filled(text: str) -> str:
    """Return a text as it is read: with a number in each gap, and one sign for two."""
    return re.sub(r"%\(\w+\)s", "0", text).replace("%%", "%")


def placeholders_are_known(pair: Pair) -> Iterator[Finding]:
    """A word of the interface has no placeholder that its source lacks, and leaves none out."""
    known = {name for text in (pair.source, *pair.others) for name in _names(text)}
    if not pair.is_word or not (known or "%" in pair.translation):
        return
    for found in _PLACEHOLDER.finditer(pair.translation):
        name = found[1]
        if found[0] == "%%":
            continue
        if name is None:
            if _is_format(pair.source):
                message = say("The translation breaks at a percent sign")
                yield Finding("T422", message, say("Write '%%%%' for a percent sign"), index=found.start())
        elif name not in known:
            yield unknown_placeholder(name, known, found.start())
        elif found[0] != f"%({name})s":
            message = say(
                "The translation has %(found)s in place of %(name)s", found=found[0], name=f"%({name})s"
            )
            yield Finding("T422", message, say("Write it as the source does"), index=found.start())
    missing = sorted(set(_names(pair.source)) - set(_names(pair.translation)))
    if missing and not pair.single:
        names = ", ".join(f"%({name})s" for name in missing)
        message = say("The translation leaves %(names)s out", names=names)
        yield Finding("T423", message, say("A reader misses what stands there"))


def unknown_placeholder(name: str, known: set[str], index: int = 0) -> Finding:
    """Report a placeholder that the source lacks, with the one that may have been meant."""
    if not known:
        message = say("%%(%(name)s)s is not in the source, which has no placeholders", name=name)
        return Finding("T421", message, say("Take it out"), index=index)
    has = ", ".join(f"%({one})s" for one in sorted(known))
    message = say("%%(%(name)s)s is not in the source; it has %(known)s", name=name, known=has)
    return Finding("T421", message, did_you_mean(name, known) if len(known) > 1 else None, index=index)


def marks_agree(pair: Pair) -> Iterator[Finding]:
    """A translation marks as many words as its source, with links to the same addresses."""
    if not pair.inline:
        return
    there, here = marks(pair.source), marks(pair.translation)
    links = [Counter(target for kind, target in side if kind == "link") for side in (there, here)]
    lost, added = links[0] - links[1], links[1] - links[0]
    for target in added:
        message = say("The link leads to %(target)s, which is not in the source", target=target)
        index = max(0, pair.translation.find(target))
        yield Finding("T432", message, say("Keep the address of the source"), index=index)
    for target in lost if not added else ():
        message = say("The link to %(target)s is missing", target=target)
        yield Finding("T432", message, say("Link the same words, as [words](address)"))
    left = [Counter(sign for kind, sign in side if kind == "left") for side in (there, here)]
    for sign in left[1] - left[0]:
        message = say("%(sign)s opens or closes nothing", sign=sign)
        hint = say("Marks come in pairs: *emphasis*, **strong**, `code`, [link](address)")
        yield Finding("T431", message, hint, index=max(0, pair.translation.find(sign)))
    made = [Counter(kind for kind, _ in side if kind not in ("left", "link")) for side in (there, here)]
    if made[0] != made[1] and left[0] == left[1]:
        message = say(
            "Marks differ: source %(source)s, translation %(translation)s",
            source=_listed(made[0]),
            translation=_listed(made[1]),
        )
        yield Finding("T431", message, say("Mark the same words as the source does"))


def spaces_are_even(pair: Pair) -> Iterator[Finding]:
    """A translation has a space at its ends only where its source has one, and none twice in a row."""
    text = pair.translation
    if text[:1].isspace() != pair.source[:1].isspace():
        message = say("A space at the beginning differs from the source")
        yield Finding("T433", message, say("Begin as the source does"), "warning")
    if text[-1:].isspace() != pair.source[-1:].isspace():
        message = say("A space at the end differs from the source")
        yield Finding("T433", message, say("End as the source does"), "warning", len(text) - 1)
    double = _DOUBLE_SPACE.search(text)
    if double and not _DOUBLE_SPACE.search(pair.source):
        yield Finding("T433", say("Two spaces in a row"), say("Keep one"), "warning", double.start())
    broken = _BREAK.search(text.strip())
    if broken and not _BREAK.search(pair.source):
        message = say("A tab or the end of a line stands here, and none in the source")
        yield Finding("T433", message, say("Write a space"), "warning", text.index(broken[0]))


def terms_are_kept(pair: Pair) -> Iterator[Finding]:
    """A term of the glossary has in every text the translation that the glossary gives it."""
    for term in missed(pair.source, pair.translation, pair.terms, pair.subject):
        message = say(
            "The glossary's '%(term)s' is '%(translation)s'",
            term=term.title,
            translation=term.translations[0],
        )
        hint = say(
            "Use that word if the term is meant; if not, write '# lint: %(code)s' above the entry",
            code="T434",
        )
        yield Finding("T434", message, hint, "warning")


def length_is_in_proportion(pair: Pair) -> Iterator[Finding]:
    """A translation is not more than twice as long as its source, unless both are short."""
    longest = max(map(len, (pair.source, *pair.others)))
    beyond = len(pair.translation) - longest
    if len(pair.translation) > 2 * longest and beyond > (WORD_LONGER_BY if pair.is_word else LONGER_BY):
        message = say(
            "The translation is much longer: %(translation)s characters for %(source)s",
            source=counted(longest),
            translation=counted(len(pair.translation)),
        )
        yield Finding("T435", message, say("See whether it still fits where it stands"), "warning")


CHECKS: tuple[Callable[[Pair], Iterator[Finding]], ...] = (
    numbers_agree,
    percents_stay,
    placeholders_are_known,
    marks_agree,
    spaces_are_even,
    terms_are_kept,
    length_is_in_proportion,
    *SLIPS,
    *SIGNS,
    *WHOLE,
)


def findings(pair: Pair) -> Iterator[Finding]:
    """Find what every rule has to say of a translation."""
    for check in CHECKS:
        yield from check(pair)


def _is_format(text: str) -> bool:
    """Say whether a text can be filled in: a page does so with every word, be it without a gap."""
    try:
        placeholders(text)
    except ValueError:
        return False
    return True


def _names(text: str) -> list[str]:
    return [found[1] for found in _PLACEHOLDER.finditer(text) if found[1]]


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items())) or "–"
