"""Write and read TMX, the format of translation memories: it holds what is translated for good.

https://www.gala-global.org/tmx-14b
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.l10n.exchange.trees import add, text_of, written
from generator.l10n.exchange.units import Batch, Returned


def write_memory(batch: Batch) -> bytes:
    """Write every sound translation of a pair of languages."""
    root = Element("tmx", {"version": "1.4"})
    header = {
        "creationtool": "maturity-atlas",
        "creationtoolversion": "1",
        "segtype": "block",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": batch.source_language,
        "datatype": "plaintext",
    }
    add(root, "header", given=header)
    body = add(root, "body")
    for unit in batch.units:
        for id_, source, target in unit.forms if unit.is_translated and not unit.needs_review else ():
            one = add(body, "tu", given={"tuid": f"{unit.domain}:{id_}"})
            for text in filter(None, (unit.notes, unit.remarks)):
                add(one, "note", text)
            if unit.context:
                add(one, "prop", unit.context, {"type": "x-context"})
            for language, text in ((batch.source_language, source), (batch.language, target)):
                add(add(one, "tuv", given={"xml:lang": language}), "seg", text)
    return written(root)


def read_memory(root: Element) -> Iterator[Returned]:
    """List what a memory brings back; a unit without the id that we gave it belongs to no text."""
    header = root.find("header")
    standard = "" if header is None else header.get("srclang", "")
    for unit in root.iter("tu"):
        domain, _, id_ = unit.get("tuid", "").partition(":")
        source_language = unit.get("srclang", standard).casefold()
        texts = {(one.get("lang") or ""): text_of(one.find("seg")) for one in unit.findall("tuv")}
        sources = [text for language, text in texts.items() if language.casefold() == source_language]
        for language, text in texts.items():
            if language.casefold() != source_language and sources:
                yield Returned(language, domain, id_, sources[0], text)
