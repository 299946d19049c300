"""Write what stands in nginx' `server` block for a site.

No `location` but one that names types: whoever includes the file keeps all of theirs. nginx goes through `if`
and `set` of a server block again for the 404 page, so that this page is cached as pages are.
"""

import re

from generator.export import FILE_TYPES
from generator.site.hosting.rules import FOREVER, HASHED, REVALIDATED, Rules

_TYPES = {ending: kind for ending, kind in FILE_TYPES.items() if ending != "json"}
"""Published files of which nginx' own list of types knows nothing."""
_WITH_CHARSET = (
    "text/css",
    "text/csv",
    "text/markdown",
    "text/plain",
    "text/tab-separated-values",
    "application/javascript",
)


def nginx_conf(rules: Rules) -> str:
    """nginx 1.18 or newer, with its module for compressed files (Debian's has it)."""
    _, default = rules.not_found[0]
    types = " ".join(f"{kind} {ending};" for ending, kind in _TYPES.items())
    lines = [
        "# Written by atlas build, made anew with every site. In the server block whose root holds the site:",
        "#     root /srv/atlas;",
        "#     include /srv/atlas/.hosting/nginx.conf;",
        "charset utf-8;",
        f"charset_types {' '.join(_WITH_CHARSET)};",
        "absolute_redirect off;",
        "gzip_static on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        # A page is looked for as a folder, as its index page and as its compressed file. A new site is seen
        # within five seconds, at once after a reload.
        "open_file_cache max=4000 inactive=60s;",
        "open_file_cache_valid 5s;",
        f"set $atlas_cache {_quoted(REVALIDATED)};",
        f"set $atlas_policy {_quoted(rules.unframed)};",
        f"set $atlas_missing {_quoted(default)};",
        'set $atlas_readers "";',
        _when(HASHED, f"set $atlas_cache {_quoted(FOREVER)};"),
        _when(rules.open_pattern, 'set $atlas_readers "*";'),
        _when(rules.embedded_pattern, f"set $atlas_policy {_quoted(rules.policy)};"),
        *(
            _when(f"^{re.escape(folder)}", f"set $atlas_missing {_quoted(page)};")
            for folder, page in rules.not_found[1:]
        ),
        "# Hidden files, this one among them, and what is meant for other hosts.",
        _when(r"/(\.(?!well-known/)|_headers$)", "return 404;"),
        "error_page 404 $atlas_missing;",
        # A folder without a page of its own is no page either, and its files are not listed.
        "error_page 403 =404 $atlas_missing;",
        "autoindex off;",
        "add_header Cache-Control $atlas_cache always;",
        "add_header Content-Security-Policy $atlas_policy always;",
        "# nginx leaves out a header without a value.",
        "add_header Access-Control-Allow-Origin $atlas_readers always;",
        *(f"add_header {name} {_quoted(value)} always;" for name, value in rules.headers.items()),
        # One pattern for all: nginx tries each with each request, and twice where that is for a folder.
        f"location ~ \\.({'|'.join(_TYPES)})$ {{ types {{ {types} }} }}",
    ]
    return "\n".join(lines) + "\n"


def _when(pattern: str, then: str) -> str:
    return f"if ($uri ~ {_quoted(pattern)}) {{ {then} }}"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'
