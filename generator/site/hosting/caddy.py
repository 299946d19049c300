"""Write what stands in a site's block of a Caddyfile.

Caddy puts directives of one name in an order of its own: where two speak of one header, they speak of
addresses that exclude each other.
"""

import re
from collections.abc import Iterable

from generator.site.hosting.rules import FOREVER, HASHED, REVALIDATED, Rules


def caddyfile(rules: Rules) -> str:
    """Caddy 2.4 or newer."""
    lines = [
        "# Written by atlas build, made anew with every site. In the block whose root holds the site:",
        "#     root * /srv/atlas",
        "#     import /srv/atlas/.hosting/Caddyfile",
        *_either("hashed", HASHED),
        *_either("embedded", rules.embedded_pattern),
        "header {",
        *(f'\t{name} "{value}"' for name, value in rules.headers.items()),
        "}",
        f'header @atlas_hashed Cache-Control "{FOREVER}"',
        f'header @atlas_not_hashed Cache-Control "{REVALIDATED}"',
        f'header @atlas_embedded Content-Security-Policy "{rules.policy}"',
        f'header @atlas_not_embedded Content-Security-Policy "{rules.unframed}"',
        f'@atlas_open path_regexp "{rules.open_pattern}"',
        'header @atlas_open Access-Control-Allow-Origin "*"',
        "# Hidden files, this one among them, and what is meant for other hosts.",
        "@atlas_hidden {",
        "\tpath */.* */_headers",
        "\tnot path /.well-known/*",
        "}",
        "error @atlas_hidden 404",
        "file_server {",
        "\tprecompressed gzip",
        "}",
        "handle_errors {",
        f'\theader Cache-Control "{REVALIDATED}"',
        *_missing(rules),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _either(name: str, pattern: str) -> Iterable[str]:
    yield f'@atlas_{name} path_regexp "{pattern}"'
    yield f'@atlas_not_{name} not path_regexp "{pattern}"'


def _missing(rules: Rules) -> Iterable[str]:
    """Each language's 404 page; the default language's for what is in no other's folder."""
    others = rules.not_found[1:]
    for number, (folder, page) in enumerate(others):
        yield f"\t@atlas_missing_{number} {{"
        yield f'\t\tpath_regexp "^{re.escape(folder)}"'
        yield "\t\texpression {err.status_code} == 404"
        yield "\t}"
        yield f"\thandle @atlas_missing_{number} {{"
        yield from _page(page)
        yield "\t}"
    yield "\t@atlas_missing expression {err.status_code} == 404"
    yield "\thandle @atlas_missing {"
    yield from _page(rules.not_found[0][1])
    yield "\t}"


def _page(page: str) -> Iterable[str]:
    yield f"\t\trewrite * {page}"
    yield "\t\tfile_server {"
    yield "\t\t\tprecompressed gzip"
    yield "\t\t}"
