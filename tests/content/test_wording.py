"""Hold the catalogues to words that a native reader would use: mistakes of translation found before."""

import re
from functools import cache
from pathlib import Path

import polib
import pytest

PROJECT = Path(__file__).parent.parent.parent

# A pattern, the languages it is a mistake in, and why.
MISTAKES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (r"\bdat (nog niet het volle )?vertrouwen heeft\b", ("nl",), "trusted: 'dat vertrouwen geniet'"),
    (r"\bwebcijfers\b", ("nl",), "a Dutch marketer says 'webstatistieken'"),
    (r"\b[Hh]ealth scores?\b", ("nl",), "one word in Dutch, as 'leadscore' is"),
    (r"komen in beide voor|[Ii]n beide[,.;:]", ("nl",), "'beide' wants its noun: 'bij allebei'"),
    (r"leest iets af wat", ("nl",), "a rule looks at something: 'kijkt naar iets wat'"),
    (r"naar het systeem van", ("nl",), "as the system asks: 'zoals … ingesteld'"),
    (r"op de eerste plaats te komen|eindigt ermee dat", ("nl",), "English order of the sentence"),
    (
        r"verdeelt mensen op|Als werk gaat testen|Hun bereiken delen|soort ding|stap van uitleg",
        ("nl",),
        "English",
    ),
    (r"\b[Rr]eal time\b|één-op-één", ("nl",), "spelt 'realtime', 'een-op-een'"),
    (r"dieser Mensch\b|einzelne[nrs]? Mensch|von Mensch zu Mensch", ("de",), "one of many: 'Person'"),
    (r"\b(ge)?speis(en|t)\b", ("de",), "data flows, it does not dine: 'versorgen', 'liefern'"),
    (r"\bRACI\b(?!-Matrix)", ("de",), "a letter word wants its noun: 'RACI-Matrix'"),
    (r"mit gutem Gewissen", ("de",), "confidence, not conscience: 'souverän'"),
    (
        r"(?<!\w)'(%\((title|text|term|translation|group|corner)\)s|[A-ZÄÖÜ]?[a-zäöüß]+( [\wäöüß]+)+ …)'",
        ("de",),
        "words and titles stand in „…“; '…' is for code",
    ),
    (r"“[^”“„]*”|„[^“„]*[”\"]", ("de",), "German marks are „…“"),
    (r"\b[Mm]ulti-channel\b|\b[Oo]mni-channel\b", ("en",), "one spelling: 'multichannel', 'omnichannel'"),
    (r"\bhandwork\b|\bsteer by\b|next best-action|\bCLV leads\b", ("en",), "Dutch in English words"),
    (r"Growth is to come|specialists are there|\bA Dutch table\b", ("en",), "Dutch in English words"),
)


@cache
def _texts(language: str) -> list[str]:
    """Read what a language says: its translations, and the sources, which are written in English."""
    catalogues = sorted((PROJECT / "locales" / language / "LC_MESSAGES").glob("*.po"))
    said = [text for path in catalogues for entry in polib.pofile(str(path)) for text in _translations(entry)]
    if language != "en":
        return said
    shared = sorted((PROJECT / "locales" / "nl" / "LC_MESSAGES").glob("*.po"))
    sources = [entry.msgid for path in shared for entry in polib.pofile(str(path)) if not entry.obsolete]
    return [*said, *sources]


def _translations(entry: polib.POEntry) -> list[str]:
    return [] if entry.obsolete else [entry.msgstr, *entry.msgstr_plural.values()]


CASES = [(language, pattern, why) for pattern, languages, why in MISTAKES for language in languages]


@pytest.mark.parametrize(("language", "pattern", "why"), CASES)
def test_no_text_makes_a_mistake_of_translation_that_was_mended(
    language: str, pattern: str, why: str
) -> None:
    assert [text for text in _texts(language) if re.search(pattern, text)] == [], why


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("nl", "Een Center of Excellence dat vertrouwen heeft."),
        ("nl", "Een health score onder de 60"),
        ("de", "Für den einzelnen Menschen"),
        ("de", "'%(title)s' steht zweimal"),
        ("de", "eine RACI"),
        ("en", "A multi-channel funnel"),
    ],
)
def test_the_table_knows_a_mistake_when_it_sees_one(language: str, text: str) -> None:
    assert [pattern for tag, pattern, _ in CASES if tag == language and re.search(pattern, text)] != []
