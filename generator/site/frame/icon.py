"""Turn the icon of the theme's pages into an address that needs no request."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from mkdocs.theme import Theme

_SMALL = 1024
"""Bytes up to which an icon is lighter in each page than a request for it."""

_TYPE = "data:image/svg+xml,"
# What may stand in an attribute and in a `data:` address as it is: RFC 2397, RFC 3986.
_PLAIN = "/:=!*'(),;@"


def icon_of(theme: Theme, assets: Mapping[str, bytes]) -> str | None:
    """Find the icon that the theme names: a small SVG as a `data:` address, any other as it is named."""
    named: str | None = theme.get("favicon")
    if not named or not named.endswith(".svg"):
        return named
    found = next((path for folder in theme.dirs if (path := Path(folder, named)).is_file()), None)
    if found is None:
        return named
    content = assets.get(str(found)) or found.read_bytes()
    if len(content) > _SMALL:
        return named
    drawing = " ".join(content.decode("utf-8").split())
    return _TYPE + quote(drawing.replace('"', "'"), safe=_PLAIN)
