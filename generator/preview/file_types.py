"""Name the type of a file by the ending of its path, as a server does."""

import mimetypes

from generator.export import FILE_TYPES

_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".map": "application/json",
    ".xml": "application/xml",
    ".woff2": "font/woff2",
    **{f".{ending}": kind for ending, kind in FILE_TYPES.items()},
    ".yaml": "text/yaml",
}


def type_of(path: str) -> str:
    """Name the type of a file at a path."""
    suffix = path[path.rfind(".") :].lower()
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
