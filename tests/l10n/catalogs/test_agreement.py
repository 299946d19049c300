"""What proofreading calls sound no build refuses, whatever a translator's hand did to a catalogue."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.l10n.catalogs.files import WORDS, catalogue_path, read_catalogues
from generator.l10n.catalogs.lint import Expected, Held, lint
from generator.l10n.catalogs.terms import Subject
from generator.l10n.interface import read_interface
from generator.problems import Problem, errors

HEADER = """msgid ""
msgstr ""
"Language: nl\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
JUDGED = 'msgid "%(n)s judged"\nmsgstr "%(n)s beoordeeld"\n'
BOATS = 'msgid "%(n)s boat"\nmsgid_plural "%(n)s boats"\nmsgstr[0] "%(n)s boot"\nmsgstr[1] "%(n)s boten"\n'
FIND = 'msgid "Find"\nmsgstr "Zoek"\n'
HELD = {
    ("", "%(n)s judged"): Held("%(n)s judged", "en", Subject(WORDS)),
    ("", "%(n)s boat"): Held("%(n)s boat", "en", Subject(WORDS), "%(n)s boats"),
    ("", "Find"): Held("Find", "en", Subject(WORDS)),
}
CONTENT = (
    'msgctxt "title"\nmsgid "Harbour"\nmsgstr "Haven"\n',
    'msgctxt "summary"\nmsgid "A berth for 50% of boats."\nmsgstr "Een ligplaats voor 50% van de boten."\n',
)
CONTENT_HELD = {
    ("title", ""): Held("Harbour", "en", Subject("harbour")),
    ("summary", ""): Held("A berth for 50% of boats.", "en", Subject("harbour"), inline=True),
}
SLIPS = (
    *(
        "%",
        "%s",
        "%%",
        "%(x)s",
        "%(",
        ")s",
        ")d",
        '"',
        "\\",
        '\\"',
        "\\n",
        "\\x",
        "\\r",
        "\t",
        "\u200b",
        "\ufeff",
    ),
    *(
        "\n",
        "# lint: T421, T422\n",
        "#, fuzzy\n",
        "#~ ",
        "#| ",
        "msgstr[0] ",
        'msgstr[2] "x"\n',
        "<<<<<<< a\n",
    ),
    *('msgid "a"\n', 'msgstr "%(b)s"\n', 'msgctxt "c"\n', 'msgid_plural "%(m)s"\n'),
)


def slipped(entries: tuple[str, ...], chance: random.Random) -> str:
    """A catalogue after one to three slips: something typed, taken out, or an entry pasted twice."""
    text = "\n".join((HEADER, *entries))
    for _ in range(chance.randint(1, 3)):
        lines = text.splitlines(keepends=True)
        at, within = chance.randrange(len(text)), chance.randrange(len(lines) + 1)
        match chance.randrange(4):
            case 0:
                text = text[:at] + chance.choice(SLIPS) + text[at:]
            case 1:
                text = text[:at] + text[at + chance.choice((1, 1, 2, 6)) :]
            case 2:
                text = "".join((*lines[:within], chance.choice((*SLIPS, *lines)), *lines[within:]))
            case _:
                text += "\n" + chance.choice(entries)
    return text


def read_both(folder: Path, domain: str, text: str) -> tuple[list[Problem], tuple[Problem, ...]]:
    """What proofreading and what a build say of a catalogue."""
    (folder / "generator").mkdir(exist_ok=True)  # so that it has no words but its own
    path = catalogue_path(folder / "locales", "nl", domain)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    held = HELD if domain == WORDS else CONTENT_HELD
    read = read_interface if domain == WORDS else read_catalogues
    return [*lint(path, path.name, Expected(domain, "nl", held, {}))], read(folder / "locales", "nl")[1]


def many(domain: str) -> Iterator[str]:
    chance = random.Random(18)
    for _ in range(400):
        yield slipped((JUDGED, BOATS, FIND) if domain == WORDS else CONTENT, chance)


@pytest.mark.slow
@pytest.mark.parametrize("domain", [WORDS, "harbour"])
def test_no_build_refuses_what_proofreading_calls_sound(tmp_path: Path, domain: str) -> None:
    refused = 0
    for text in many(domain):
        told, built = read_both(tmp_path, domain, text)
        refused += bool(errors(built))
        assert errors(told) or not errors(built), text
    assert refused > 100, "the slips have to be such that a build refuses many"


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ('# lint: T421\nmsgid "Find"\nmsgstr "Zoek %(x)s"\n', "T421"),
        ('# lint: T422\nmsgid "Find"\nmsgstr "Zoek %s"\n', "T422"),
        ('msgid "Lost"\nmsgstr "Weg %(x)s"\n', "T421"),
        ('msgid "Lost"\nmsgstr "Weg %"\n', "T422"),
        ('msgid "Find"\nmsgstr[0] "Zoek"\nmsgstr[1] "Zoek"\n', "T441"),
    ],
    ids=["allowed gap", "allowed sign", "unused gap", "unused sign", "forms without a number"],
)
def test_what_breaks_a_page_is_an_error_for_both(tmp_path: Path, entry: str, code: str) -> None:
    told, built = read_both(tmp_path, WORDS, f"{HEADER}\n{entry}")

    assert code in [problem.code for problem in errors(told)]
    assert code in [problem.code for problem in errors(built)]
