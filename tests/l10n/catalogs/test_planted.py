"""Faults planted one by one in the shipped Dutch and German are found; what a translator may do is not."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path

import polib
import pytest

from generator.l10n.catalogs.files import WORDS, catalogue_path, parse
from generator.l10n.catalogs.lint import Expected, lint
from generator.l10n.proofreading import expected_texts
from generator.l10n.updating import Data, open_data

Edit = Callable[[str], str]

ROOT = Path(__file__).parents[3]
SUMMARY, COOL, MODEL = "levels.cro.summary", "levels.continuous.examples.coolblue", "scoringsmodel"
NEEDS, TYPICAL = "levels.continuous.needs.scoring-model", "levels.experiments.typical"
STRAIGHT = str.maketrans("‘’", "''")
ENGLISH = str.maketrans("‘’", "“”")
BAND = "glossary.terms.band.differs"
HALF = "That is useful work, but the whole audience counts as one group."
LEFT = "laptops gives you another homepage than viewing coffee machines"
BOTH, MINUTES = "%(one)s and %(other)s", "about %(num)s minute"
FRENCH = (
    "Coolblue : après avoir vu des ordinateurs portables, la page d'accueil diffère de celle des machines."
)
GERMAN = "Coolblue: Wer Laptops ansieht, bekommt eine andere Startseite als wer Kaffeemaschinen ansieht."


def swap(old: str, new: str, count: int = -1) -> Edit:
    return lambda text: text.replace(old, new, count)


PLANTED: list[tuple[str, str, str, Edit, str]] = [
    ("another number", "io", "claims.level-5-case.figure", swap("50", "60"), "T430"),
    ("a lost placeholder", WORDS, f"{BOTH} side by side", lambda _: "%(one)s naast elkaar", "T423"),
    ("two spaces", "io", SUMMARY, swap(" ", "  ", 1), "T433"),
    ("a space at the end", "io", COOL, lambda text: f"{text} ", "T433"),
    ("a sign that nobody sees", "io", COOL, lambda text: f"{text[:5]}\u200b{text[5:]}", "T406"),
    ("too long for a button", WORDS, "Find", lambda text: f"{text} en nog veel meer dan erop past", "T435"),
    ("an empty plural form", WORDS, MINUTES, lambda _: "", "T441"),
    ("marks that do not close", "io", SUMMARY, lambda text: f"**{text}", "T431"),
    ("a term of one's own", "io", NEEDS, swap(MODEL, "puntenstelsel"), "T434"),
    ("French", "io", COOL, lambda _: FRENCH, "T452"),
    ("German", "io", COOL, lambda _: GERMAN, "T452"),
    ("a Cyrillic letter", "io", NEEDS, swap("scoring", "s\u0441oring"), "T452"),
    ("another abbreviation", "io", TYPICAL, swap("B2B", "B2C"), "T434"),
    ("no full stop", "io", COOL, lambda text: text[:-1], "T451"),
    ("another sign at the end", "io", COOL, lambda text: f"{text[:-1]}!", "T451"),
    ("the source", "io", COOL, lambda _: "SOURCE", "T452"),
    ("an element of HTML", "io", COOL, lambda text: f"<p>{text}</p>", "T451"),
    ("three dots", "io", COOL, lambda text: f"{text[:-1]}...", "T451"),
    ("a shop's name", "io", COOL, swap("Coolblue", "Koelblauw"), "T453"),
    ("a name with an ending", "io", "levels.cross-channel.examples.booking-com", swap("oo", "oe", 1), "T453"),
    ("a sign for a key", WORDS, "Find", lambda text: f"&{text}", "T451"),
    ("a word twice", "io", COOL, swap("krijg je", "krijg je je"), "T451"),
    ("a small letter", "io", TYPICAL, lambda text: text[0].lower() + text[1:], "T451"),
    ("cut off", "io", SUMMARY, lambda text: text[:60], "T452"),
    ("quoted", "io", COOL, lambda text: f'"{text}"', "T451"),
    ("work left to do", "io", COOL, lambda text: f"TODO {text}", "T451"),
    (
        "straight quotation marks",
        "shared",
        "glossary.terms.band.differs",
        lambda t: t.translate(STRAIGHT),
        "T451",
    ),
    # Nobody can tell it from another order of words that is right.
    ("from and to", WORDS, "from %(start)s to %(end)s", lambda _: "van %(end)s naar %(start)s", ""),
    ("another form of a gap", WORDS, MINUTES, swap("%(num)s", "%(num)d"), "T422"),
    ("a no-break space", "io", COOL, swap(" ", "\u00a0", 1), "T451"),
    ("another order", WORDS, BOTH, lambda _: "%(other)s en %(one)s", ""),
    ("another form of one gap", WORDS, BOTH, lambda _: "%(one)d en %(other)s", "T422"),
    ("the form for programmers", WORDS, MINUTES, swap("%(num)s", "%(num)r"), "T422"),
    ("a lone per cent sign", WORDS, "Find", lambda text: f"{text} %", "T422"),
    ("a gap without a name", WORDS, "Find", lambda text: f"{text} %s", "T422"),
    ("half a gap", WORDS, BOTH, lambda _: "%(one)s en %(other)", "T422"),
    ("a hyphen that nobody sees", "io", COOL, lambda text: f"{text[:12]}\u00ad{text[12:]}", "T451"),
    ("a tab", "io", COOL, swap(" ", "\t", 1), "T433"),
    ("the end of a line", "io", COOL, swap(" ", "\n", 1), "T433"),
    ("no per cent", "io", "claims.level-5-case.figure", swap("%", "", 1), "T430"),
    ("the word for per cent", "io", "claims.level-5-case.figure", swap("%", " procent"), ""),
    ("a bracket that does not close", "io", COOL, lambda text: f"{text[:-1]} (zie ook.", "T451"),
    ("a bracket that does not open", "io", COOL, lambda text: f"{text[:-1]}).", "T451"),
    ("a quotation that does not close", "shared", BAND, swap("’", "", 1), "T451"),
    ("a quotation that does not open", "shared", BAND, swap("‘", "", 1), "T451"),
    ("a gap twice", WORDS, BOTH, lambda text: f"{text} %(one)s", "T451"),
    ("half of it in English", "io", SUMMARY, lambda text: f"{text[:120]} {HALF}", "T452"),
    ("the source from the middle on", "io", COOL, lambda _: f"Coolblue: bekijk je {LEFT}.", "T452"),
    ("English quotation marks", "shared", BAND, lambda text: text.translate(ENGLISH), "T451"),
    ("a joiner", "io", COOL, lambda text: f"{text[:5]}\u200d{text[5:]}", "T451"),
    ("a letter that was lost", "io", COOL, lambda text: f"{text[:3]}\ufffd{text[3:]}", "T451"),
    ("letters in a wrong encoding", "io", COOL, swap("e", "Ã©", 1), "T451"),
    ("a space before a comma", "io", SUMMARY, swap(",", " ,", 1), "T451"),
    ("a space before the full stop", "io", COOL, lambda text: f"{text[:-1]} .", "T451"),
    ("no space between sentences", "io", SUMMARY, swap(". ", ".", 1), "T451"),
    ("hyphens for a dash", "io", COOL, swap(" ", " -- ", 1), "T451"),
    ("a note in brackets", "io", COOL, lambda text: f"{text[:-1]} [nakijken].", "T451"),
    ("two versions", "io", COOL, lambda text: f"{text} / {text}", "T451"),
    ("another form of address", "io", COOL, swap("krijg je", "krijgt u"), "T451"),
]

IN_GERMAN: list[tuple[str, str, str, Edit, str]] = [
    ("du", "ui", "Your result", lambda _: "Dein Ergebnis", "T451"),
    ("English quotation marks", "shared", BAND, swap("“", "”"), "T451"),
    ("a quotation that does not open", "shared", BAND, swap("„", "", 1), "T451"),
    ("a joiner", "io", SUMMARY, lambda text: f"{text[:5]}\u200d{text[5:]}", "T451"),
    ("an umlaut in a wrong encoding", "io", SUMMARY, swap("ü", "Ã¼", 1), "T451"),
    ("a tab", "io", SUMMARY, swap(" ", "\t", 1), "T433"),
    ("a space before a comma", "io", SUMMARY, swap(",", " ,", 1), "T451"),
    ("no space between sentences", "io", SUMMARY, swap(". ", ".", 1), "T451"),
    ("a note in brackets", "io", SUMMARY, lambda text: f"{text[:-1]} [prüfen].", "T451"),
    ("a sentence in English", "io", SUMMARY, lambda text: f"{text[:150]} {HALF}", "T452"),
]


@cache
def data() -> Data:
    found, _ = open_data(ROOT)
    assert found is not None
    return found


@cache
def shipped(domain: str, language: str = "nl") -> tuple[polib.POFile, Expected]:
    """A catalogue as it ships, and what it must hold."""
    text = catalogue_path(ROOT / "locales", language, domain).read_text(encoding="utf-8")
    return parse(text), next(expected_texts(data(), language, domain))


def planted(folder: Path, domain: str, name: str, edit: Edit, language: str = "nl") -> list[str]:
    """The codes that are told of a catalogue with nothing but one entry, which has a fault."""
    catalogue, expected = shipped(domain, language)
    entry = deepcopy(next(entry for entry in catalogue if name in (entry.msgctxt, entry.msgid)))
    field = entry.msgstr_plural if entry.msgid_plural else {0: entry.msgstr}
    last = max(field)
    field[last] = edit(field[last]).replace("SOURCE", entry.msgid)
    entry.msgstr = "" if entry.msgid_plural else field[0]
    alone = polib.POFile(wrapwidth=0)
    alone.metadata = catalogue.metadata
    alone.append(entry)
    path = folder / f"{domain}.po"
    path.write_text(str(alone), encoding="utf-8")
    key = (entry.msgctxt or "", entry.msgid if domain == WORDS else "")
    problems = lint(path, path.name, replace(expected, texts={key: expected.texts[key]}))
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("domain", "name", "edit", "code"),
    [fault[1:] for fault in PLANTED],
    ids=[fault[0] for fault in PLANTED],
)
def test_a_planted_fault_is_found(tmp_path: Path, domain: str, name: str, edit: Edit, code: str) -> None:
    assert planted(tmp_path, domain, name, lambda text: text) == []

    found = planted(tmp_path, domain, name, edit)

    assert code in found if code else found == []


@pytest.mark.parametrize(
    ("domain", "name", "edit", "code"),
    [fault[1:] for fault in IN_GERMAN],
    ids=[fault[0] for fault in IN_GERMAN],
)
def test_a_fault_in_german_is_found(tmp_path: Path, domain: str, name: str, edit: Edit, code: str) -> None:
    assert planted(tmp_path, domain, name, lambda text: text, "de") == []

    assert code in planted(tmp_path, domain, name, edit, "de")
