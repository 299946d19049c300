"""Find whatever in an SVG drawing is more than a drawing, with the line where it stands.

A drawing is a page of its own to whoever opens its address, and a browser reads it as XML: it is parsed as
that, and what is allowed is listed (https://www.w3.org/TR/SVG2/), by names as a browser knows them and not as
they are written.
"""

import re
from xml.parsers import expat

from generator.problems import Message, say

SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_BETWEEN = " "  # between a namespace and a name; no name has one
_DEEPEST = 100


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS = _names(
    """
    svg g path rect circle ellipse line polyline polygon text tspan textPath title desc metadata defs
    symbol use image a linearGradient radialGradient stop clipPath mask pattern marker style switch
    filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
    feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur
    feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile
    feTurbulence
    """
)
_ATTRIBUTES = _names(
    """
    id class style lang role tabindex focusable version baseProfile x y x1 y1 x2 y2 cx cy r rx ry fx fy
    fr width height d points transform viewBox preserveAspectRatio offset gradientUnits
    gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits
    maskUnits maskContentUnits markerWidth markerHeight markerUnits refX refY orient dx dy rotate
    textLength lengthAdjust pathLength startOffset method spacing side href in in2 result stdDeviation
    mode operator k1 k2 k3 k4 values type scale xChannelSelector yChannelSelector surfaceScale
    specularConstant specularExponent diffuseConstant tableValues slope intercept amplitude exponent
    radius order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha baseFrequency
    numOctaves seed stitchTiles azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle
    filterUnits primitiveUnits alignment-baseline baseline-shift clip clip-path clip-rule color
    color-interpolation color-interpolation-filters color-rendering direction display dominant-baseline
    enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
    font-size font-size-adjust font-stretch font-style font-variant font-weight image-rendering
    letter-spacing lighting-color marker marker-end marker-mid marker-start mask mix-blend-mode opacity
    overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
    text-anchor text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility
    word-spacing writing-mode
    """
)
_NAMESPACED = frozenset(
    f"{space}{_BETWEEN}{name}"
    for space, name in ((_XLINK, "href"), (_XLINK, "title"), (_XML, "lang"), (_XML, "space"))
)
_DATA = re.compile(r"(aria|data)-[a-z0-9-]+")
_HREF = re.compile(r"#\S*|data:image/(png|jpeg|webp|gif);base64,[\w+/=\s]+")
# Styles are not parsed: what could name an address in them has no place.
_REACHES = re.compile(
    r"\\|@(?!media\b)|:\s*//|(?<![\w-])(?:image-set|image|src|expression|element)\(|url\((?!\s*[\"']?#)",
    re.IGNORECASE,
)


class _FoundError(Exception):
    def __init__(self, message: Message) -> None:
        self.message = message


class _Reader:
    def __init__(self) -> None:
        self.parser = expat.ParserCreate("utf-8", _BETWEEN)
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = lambda *_: _refuse("<!DOCTYPE")
        self.parser.ProcessingInstructionHandler = lambda target, _: _refuse(f"<?{target}")
        self.parser.buffer_text = True
        self.open: list[str] = []

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in ("utf-8", "utf8"):
            message = say("The drawing says that it is %(encoding)s; save it as UTF-8", encoding=encoding)
            raise _FoundError(message)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(_BETWEEN)
        if not self.open and (space, local) != (SVG, "svg"):
            raise _FoundError(say("This is no SVG drawing: it begins with <%(tag)s>", tag=local))
        if space != SVG or local not in _ELEMENTS:
            _refuse(f"<{local}")
        self.open.append(local)
        if len(self.open) > _DEEPEST:
            raise _FoundError(say("Nested deeper than %(limit)s levels", limit=_DEEPEST))
        for attribute, value in attributes.items():
            _check(attribute, value)

    def _end(self, _: str) -> None:
        self.open.pop()

    def _text(self, words: str) -> None:
        if self.open[-1:] == ["style"] and (found := _REACHES.search(words)):
            _refuse(found[0])


def _check(attribute: str, value: str) -> None:
    local = attribute.rpartition(_BETWEEN)[2]
    if not (attribute in _ATTRIBUTES or attribute in _NAMESPACED or _DATA.fullmatch(attribute)):
        _refuse(f"{local}=")
    if local == "href" and not _HREF.fullmatch(value):
        _refuse(f"{local}={value[:40]}")
    if local != "href" and not _DATA.fullmatch(attribute) and (found := _REACHES.search(value)):
        _refuse(found[0])


def _refuse(what: str) -> None:
    raise _FoundError(say("The drawing holds '%(what)s', which could run", what=what))


def more_than_a_drawing(content: bytes) -> tuple[int, Message] | None:
    """Find the first thing in a drawing that has no place in one, with its line; None where there is none."""
    reader = _Reader()
    try:
        reader.parser.Parse(content.removeprefix(b"\xef\xbb\xbf"), True)
    except _FoundError as found:
        return reader.parser.CurrentLineNumber, found.message
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        return error.lineno, say("The drawing is not XML: %(reason)s", reason=reason)
    return None
