"""Write and read the glossary as TBX (ISO 30042), all languages in one file.

An entry is a concept; a language has of it the term, what it is short for, and the definition. What a
language lacks is left out, and so is what is out of date.
"""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from generator.l10n.exchange.trees import add, text_of, written
from generator.l10n.exchange.units import Returned
from generator.model import Atlas
from generator.text import LocalText
from generator.translate import SHARED_DOMAIN

_CONTEXT = "glossary.terms"


def write_glossary(views: Mapping[str, Atlas], source_language: str) -> bytes:
    """Write the terms as each language has them; the language that they are written in comes first."""
    root = Element("martif", {"type": "TBX", "xml:lang": source_language})
    description = add(add(root, "martifHeader"), "fileDesc")
    add(add(description, "sourceDesc"), "p", "Maturity Atlas")
    body = add(add(root, "text"), "body")
    order = sorted(views, key=lambda language: language != source_language)
    for number, term in enumerate(views[source_language].shared.glossary.terms):
        entry = add(body, "termEntry", given={"id": term.id})
        for language in order:
            here = views[language].shared.glossary.terms[number]
            title, expansion, definition = map(_own, (here.title, here.expansion, here.definition))
            if not title:
                continue
            words = add(entry, "langSet", given={"xml:lang": language})
            if definition:
                add(words, "descrip", definition, {"type": "definition"})
            add(add(words, "tig"), "term", title)
            if expansion:
                long = add(words, "tig")
                add(long, "term", expansion)
                add(long, "termNote", "fullForm", {"type": "termType"})
    return written(root)


def _own(text: str | None) -> str:
    """Give a text that is in its language, and not out of date."""
    is_sound = not isinstance(text, LocalText) or text.state in ("original", "translated")
    return str(text) if text and is_sound else ""


def read_glossary(root: Element) -> Iterator[Returned]:
    """List what a glossary brings back; the first language of an entry is the one that it is written in."""
    for entry in root.iter("termEntry"):
        sets = [(found.get("lang") or "", dict(_parts(found))) for found in entry.findall("langSet")]
        for language, parts in sets[1:]:
            for part, text in parts.items():
                yield Returned(
                    language,
                    SHARED_DOMAIN,
                    f"{_CONTEXT}.{entry.get('id')}.{part}",
                    sets[0][1].get(part, ""),
                    text,
                )


def _parts(words: Element) -> Iterator[tuple[str, str]]:
    """Read the fields of a term from the words of a language."""
    for note in words.findall("descrip"):
        if note.get("type") == "definition":
            yield "definition", text_of(note)
    for one in words.findall("tig"):
        is_long = any(text_of(note) == "fullForm" for note in one.findall("termNote"))
        yield ("expansion" if is_long else "title"), text_of(one.find("term"))
