"""Read XML that anybody may have written, and write it.

No document type may define anything: no entity can grow, and nothing is fetched. That a type is named is no
harm, and usual in TMX and TBX.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, TreeBuilder, indent, tostring
from xml.parsers import expat

from generator.l10n.exchange.units import UnreadableExchangeError
from generator.problems import say

DEEPEST = 100
_KNOWN = ("urn:oasis:names:tc:xliff:document:", "urn:iso:std:iso:30042")
_XML = "http://www.w3.org/XML/1998/namespace"


def read_tree(content: bytes) -> Element:
    """Read a document; names of the exchange formats lose their namespace, so does `xml:lang`.

    Raise UnreadableExchangeError where it is no XML, or more than that.
    """
    builder = TreeBuilder()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start(name: str, given: Mapping[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise UnreadableExchangeError(say("its elements are nested too deep"))
        builder.start(_local(name), {_local(key): value for key, value in given.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_local(name))

    def refuse(*_: object) -> None:
        raise UnreadableExchangeError(say("it defines entities, which no translation tool writes"))

    def doctype(_name: str, _system: str | None, _public: str | None, has_own: bool) -> None:
        if has_own:
            refuse()

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = doctype
    parser.EntityDeclHandler = parser.SkippedEntityHandler = refuse
    try:
        parser.Parse(content, True)
        return builder.close()
    except (expat.ExpatError, ValueError, LookupError, AssertionError) as error:
        raise UnreadableExchangeError(say("it is damaged: %(reason)s", reason=error)) from error


def _local(name: str) -> str:
    namespace, _, local = name.rpartition(" ")
    known = not namespace or namespace == _XML or namespace.startswith(_KNOWN)
    return local if known else f"{{{namespace}}}{local}"


def text_of(element: Element | None) -> str:
    """Read the text of an element as a person sees it: what stands for a piece of code is that code."""
    if element is None:
        return ""
    parts = [element.text or ""]
    for child in element:
        inside = text_of(child) or child.get("equiv-text") or child.get("equiv") or ""
        parts += (inside, child.tail or "")
    return "".join(parts)


def add(parent: Element, name: str, text: str = "", given: Mapping[str, str] | None = None) -> Element:
    """Add an element behind the others of its parent."""
    element = Element(name, dict(given or {}))
    element.text = text or None
    parent.append(element)
    return element


def written(root: Element) -> bytes:
    """Write a document, an element a line."""
    indent(root)
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + tostring(root, encoding="unicode").encode() + b"\n"
