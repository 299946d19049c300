"""Write `_headers` for a site, as Cloudflare Pages and Netlify read it.

Where two rules name one header, the first of these hosts joins the values and the second takes the last: here
no header is named for an address twice. Neither is asked for `Cache-Control` of what may change, since both
revalidate by themselves, nor for the 404 page, which both look for up the folders.
"""

from collections.abc import Iterator

from generator.site.hosting.rules import FOREVER, OPEN, Rules

MOST_RULES = 100
"""What Cloudflare Pages reads of one file."""


def headers_file(rules: Rules) -> str:
    """Headers for everything, caching of hashed files, who may read data, and who may frame which page.

    Who may frame comes last, and only where all fits: without it a site of many languages keeps the rest.
    """
    common = {"Content-Security-Policy": rules.policy, **rules.headers}
    open_ = {f"{path}*": ["Access-Control-Allow-Origin: *"] for path in OPEN}
    blocks = {
        "*": [f"{name}: {value}" for name, value in common.items()],
        **{path: [f"Cache-Control: {FOREVER}"] for path in rules.hashed},
        **open_,
    }
    frames = {path: [*open_.get(path, ()), "X-Frame-Options: SAMEORIGIN"] for path in _unframed(rules)}
    if len(blocks | frames) <= MOST_RULES:
        blocks |= frames
    lines = ("\n  ".join([f"{rules.root}{path}", *headers]) for path, headers in blocks.items())
    return "\n".join(["# Written by atlas build, for Cloudflare Pages and Netlify.", *lines]) + "\n"


def _unframed(rules: Rules) -> Iterator[str]:
    """Addresses of pages that only the site itself may frame; a frame-ancestors would be a second policy."""
    yield from rules.pages
    yield from (f"{section}*" for section in rules.sections)
