"""An SVG file is published if it draws and does nothing else, however it is written."""

import pytest

from generator.prose.drawings import more_than_a_drawing

X = "xmlns='http://www.w3.org/2000/svg'"
H = "xmlns:h='http://www.w3.org/1999/xhtml'"
XLINK = "xmlns:q='http://www.w3.org/1999/xlink'"


def told(drawing: str | bytes) -> str:
    found = more_than_a_drawing(drawing.encode() if isinstance(drawing, str) else drawing)
    return f"{found[0]}: {found[1].text(str)}" if found else ""


@pytest.mark.parametrize(
    ("drawing", "what"),
    [
        (f"<svg {X}><script>1</script></svg>", "<script"),
        (f"<svg {X} xmlns:a-b='http://www.w3.org/2000/svg'><a-b:script>1</a-b:script></svg>", "<script"),
        (f"<svg {X} xmlns:é='http://www.w3.org/2000/svg'><é:script>1</é:script></svg>", "<script"),
        ("<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script>1</s:script></s:svg>", "<script"),
        (f"<svg {X} {H}><h:meta http-equiv='refresh' content='0;url=/nl/'/></svg>", "<meta"),
        (f"<svg {X} {H}><h:img src='https://x.example/p.png'/></svg>", "<img"),
        (f"<svg {X} {H}><h:style>p {{color: red}}</h:style></svg>", "<style"),
        (f"<svg {X} {H}><h:form action='https://x.example'/></svg>", "<form"),
        (
            f"<svg {X}><foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject></svg>",
            "<for",
        ),
        (f"<svg {X}><g onload='1'/></svg>", "onload="),
        (f"<svg {X}><animate attributeName='x' values='1'/></svg>", "<animate"),
        (f"<svg {X}><a href='javascript:alert(1)'><text>x</text></a></svg>", "href=javascript:alert(1)"),
        (f"<svg {X}><a href='&#106;avascript:alert(1)'/></svg>", "href=javascript:alert(1)"),
        (f"<svg {X} {XLINK}><a q:href='javascript:alert(1)'/></svg>", "href=javascript:alert(1)"),
        (f"<svg {X}><image href='https://x.example/p.png'/></svg>", "href=https://x.example/p.png"),
        (f"<svg {X}><image href='data:image/svg+xml,x'/></svg>", "href=data:image/svg+xml,x"),
        (f"<svg {X}><use href='/x.svg#a'/></svg>", "href=/x.svg#a"),
        (f"<svg {X}><style>@import 'a.css'</style></svg>", "@"),
        (f"<svg {X}><style>&#64;import 'a.css'</style></svg>", "@"),
        (f"<svg {X}><style>@\\69mport 'a.css'</style></svg>", "@"),
        (f"<svg {X}><style>*{{fill:u\\72l(a)}}</style></svg>", "\\"),
        (f"<svg {X}><style>*{{background:image-set('a' 1x)}}</style></svg>", "image-set("),
        (f"<svg {X}><rect style='fill:url(https://x.example/a)'/></svg>", "url("),
        (f"<svg {X}><rect mask=\"url('//x.example/a#b')\"/></svg>", "url("),
        (f"<?xml-stylesheet href='x'?><svg {X}/>", "<?xml-stylesheet"),
        (f"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg {X}>&a;</svg>", "<!DOCTYPE"),
    ],
)
def test_what_is_more_than_a_drawing_is_named_as_a_browser_reads_it(drawing: str, what: str) -> None:
    assert told(drawing).startswith(f"1: The drawing holds '{what}")


@pytest.mark.parametrize(
    ("drawing", "words"),
    [
        ("<svg><script>1</script></svg>", "This is no SVG drawing: it begins with <svg>"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "it begins with <html>"),
        (f"<svg {X}>\n<g>\n</svg>", "3: The drawing is not XML: mismatched tag"),
        ("hello", "The drawing is not XML"),
        ("", "The drawing is not XML"),
        (
            f"<?xml version='1.0' encoding='utf-7'?><svg {X}>+ADw-script+AD4-</svg>",
            "it is utf-7; save it as UTF-8",
        ),
        (f"<?xml version='1.0' encoding='utf-16'?><svg {X}/>".encode("utf-16"), "it is utf-16"),
        (f"<svg {X}>{'<g>' * 200}{'</g>' * 200}</svg>", "Nested deeper than 100 levels"),
    ],
)
def test_what_is_no_drawing_in_utf_8_is_told(drawing: str | bytes, words: str) -> None:
    assert words in told(drawing)


@pytest.mark.parametrize(
    "drawing",
    [
        f"\ufeff<?xml version='1.0' encoding='UTF-8'?><svg {X} id='a'><title>A &amp; b</title></svg>",
        f"<svg {X}><defs><linearGradient id='a'/></defs><rect fill='url(#a)' style='stroke:red'/></svg>",
        f"<svg {X}><style>@media print {{ a {{ fill: url('#a') }} }}</style><a href='#a'/></svg>",
        f"<svg {X} {XLINK} aria-label='x: //'><use q:href='#a'/></svg>",
        f"<svg {X}><image href='data:image/png;base64,iVBORw0KGgo='/></svg>",
    ],
)
def test_what_only_draws_is_left_alone(drawing: str) -> None:
    assert told(drawing) == ""
