"""Give a finished page a policy: a browser runs and loads only what is the site's own.

Content Security Policy Level 3, https://www.w3.org/TR/CSP3/. Everything comes from the site itself. Of inline
scripts only those run that the theme's own templates write, each named by its digest: a script that got into
a page by any other way is in no policy.
"""

import base64
import hashlib
import re
from collections.abc import Collection, Iterable, Iterator

from generator.prose.allowed_html import ALIGNMENT

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([^\"'\s>]*)")
_SOURCE = re.compile(r"\bsrc\s*=")
_PROGRAMS = ("", "module", "text/javascript")
_STYLE = re.compile(r'\sstyle="([^"]*)"')
_CHARSET = re.compile(r'<meta charset="[^"]*">')
_META = '<meta http-equiv="Content-Security-Policy" content="{}">'
_STATED = re.compile(_META.format('([^"]*)').encode())
_NAMED = re.compile(r"(script|style)-src [^;]*")
_DIGEST = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")

HEAD = 2048
"""Bytes at the start of a page within which its policy stands."""


def policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """A policy that names the digests of inline scripts and of style attributes, and allows no others."""
    own_styles = sorted(set(styles))
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(["script-src 'self'", *sorted(set(scripts))]),
            # Without this word a digest does not speak of an attribute.
            " ".join(["style-src 'self'", *(["'unsafe-hashes'"] if own_styles else []), *own_styles]),
            "img-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
        )
    )


def digest(text: str) -> str:
    """How a policy names an inline script or the value of a style attribute."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inline_scripts(html: str) -> Iterator[str]:
    """The texts of a page's inline scripts, apart from those that only carry data."""
    for script in _SCRIPT.finditer(html):
        kind = _TYPE.search(script["attributes"])
        runs = (kind[1].casefold() if kind else "") in _PROGRAMS
        if runs and script["text"] and not _SOURCE.search(script["attributes"]):
            yield script["text"]


def with_policy(html: str, known: Collection[str] = ()) -> str:
    """The page with its policy, before anything that the policy is for; `known` are the theme's scripts.

    Of style attributes those are named that align a column, as tables in Markdown do.
    """
    scripts = (digest(text) for text in inline_scripts(html) if text in known)
    styles = (digest(text) for text in _STYLE.findall(html) if ALIGNMENT.fullmatch(text))
    element = _META.format(policy(scripts, styles))
    return _CHARSET.sub(lambda charset: f"{charset[0]}\n      {element}", html, count=1)


def without_digests(html: str) -> str:
    """A page without the digests of its policy: they are random letters to whoever looks for a mark."""
    return _DIGEST.sub("", html)


def together(heads: Iterable[bytes]) -> str:
    """One policy for all pages that begin so: it allows what the policy of any of them allows."""
    stated = {found[1] for head in heads if (found := _STATED.search(head))}
    named: dict[str, set[str]] = {"script": set(), "style": set()}
    for text in stated:
        for directive in _NAMED.finditer(text.decode()):
            named[directive[1]].update(_DIGEST.findall(directive[0]))
    return policy(named["script"], named["style"])
