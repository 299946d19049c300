"""Write and read XLIFF, the format of translation agencies, in versions 2.1 and 1.2.

https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html and
http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html, with its guide for gettext's catalogues. Plural
forms are units of their own in a group. `state` says what a translation is: of one that waits for a look
version 2.1 says `initial`, version 1.2 `needs-review-translation`. An open text has no state: whoever
translates it with a tool that knows none has translated it.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from generator.l10n.exchange.trees import add, text_of, written
from generator.l10n.exchange.units import Batch, Returned, Unit

_OURS = ("developer", "previous-source")
"""The notes that we write and no translator does."""
_KEEPS_SPACE = {"xml:space": "preserve"}


def write_xliff2(batch: Batch) -> bytes:
    """Write version 2.1."""
    root = Element(
        "xliff",
        {
            "xmlns": "urn:oasis:names:tc:xliff:document:2.0",
            "version": "2.1",
            "srcLang": batch.source_language,
            "trgLang": batch.language,
        },
    )
    for domain, units in batch.by_domain().items():
        file = add(root, "file", given={"id": domain, "original": batch.file(domain)})
        for unit in units:
            parent, named = file, {"name": unit.context} if unit.context else {}
            if len(unit.sources) > 1:
                parent = add(file, "group", given={"id": unit.id, "type": "gettext:plurals", **named})
            for id_, source, target in unit.forms:
                one = add(parent, "unit", given={"id": id_, **named, **_KEEPS_SPACE})
                _notes2(one, unit)
                state = {"state": "initial" if unit.needs_review else "translated"} if target else {}
                segment = add(one, "segment", given=state)
                add(segment, "source", source, _KEEPS_SPACE)
                if target:
                    add(segment, "target", target, _KEEPS_SPACE)
    return written(root)


def _notes2(parent: Element, unit: Unit) -> None:
    said = {"developer": unit.notes, "translator": unit.remarks, "previous-source": unit.previous}
    if any(said.values()):
        notes = add(parent, "notes")
        for category, text in said.items():
            if text:
                add(notes, "note", text, {"category": category})


def write_xliff1(batch: Batch) -> bytes:
    """Write version 1.2."""
    root = Element("xliff", {"xmlns": "urn:oasis:names:tc:xliff:document:1.2", "version": "1.2"})
    for domain, units in batch.by_domain().items():
        given = {
            "original": batch.file(domain),
            "source-language": batch.source_language,
            "target-language": batch.language,
            "datatype": "po",
        }
        body = add(add(root, "file", given=given), "body")
        for unit in units:
            parent, named = body, {"resname": unit.context} if unit.context else {}
            if len(unit.sources) > 1:
                parent = add(body, "group", given={"id": unit.id, "restype": "x-gettext-plurals", **named})
            for id_, source, target in unit.forms:
                sound = bool(target) and not unit.needs_review
                given = {"id": id_, **named, **_KEEPS_SPACE, **({"approved": "yes"} if sound else {})}
                one = add(parent, "trans-unit", given=given)
                add(one, "source", source)
                if target:
                    add(
                        one,
                        "target",
                        target,
                        {"state": "translated" if sound else "needs-review-translation"},
                    )
                for origin, text in (("developer", unit.notes), ("translator", unit.remarks)):
                    if text:
                        add(one, "note", text, {"from": origin})
                if unit.previous and target:
                    other = add(one, "alt-trans", given={"alttranstype": "previous-version"})
                    add(other, "source", unit.previous)
                    add(other, "target", target)
    return written(root)


def read_xliff(root: Element) -> Iterator[Returned]:
    """List what a document of either version brings back."""
    for file in root.iter("file"):
        original = PurePosixPath(file.get("original", "").replace("\\", "/"))
        language = file.get("target-language") or root.get("trgLang") or ""
        domain = original.stem or file.get("id", "")
        for unit in file.iter("trans-unit"):
            target = unit.find("target")
            state = None if target is None else target.get("state")
            yield Returned(
                language,
                domain,
                unit.get("id", ""),
                text_of(unit.find("source")),
                text_of(target),
                None if state is None else state == "new" or state.startswith("needs-"),
                _remarks(note for note in unit.findall("note") if note.get("from") not in _OURS),
            )
        for unit in file.iter("unit"):
            parts = [part for part in unit if part.tag in ("segment", "ignorable")]
            segments = [part for part in parts if part.tag == "segment"]
            states = [part.get("state") for part in segments]
            is_open = any(not text_of(part.find("target")) for part in segments)
            # What stands between segments is the same in both languages unless a tool says otherwise.
            targets = (_first(part.find("target"), part.find("source")) for part in parts)
            yield Returned(
                language,
                domain,
                unit.get("id", ""),
                "".join(text_of(part.find("source")) for part in parts),
                "" if is_open else "".join(map(text_of, targets)),
                "initial" in states if any(states) else None,
                _remarks(note for note in unit.iter("note") if note.get("category") not in _OURS),
            )


def _remarks(notes: Iterable[Element]) -> str:
    return "\n".join(text for note in notes if (text := text_of(note).strip()))


def _first(one: Element | None, other: Element | None) -> Element | None:
    return other if one is None else one
