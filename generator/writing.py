"""Write files to disk: each whole, and all of them or none."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_files(contents: Mapping[Path, bytes]) -> list[Path]:
    """Write what changed, each file whole; the first byte of the first is written when all can be.

    Return the files that changed; raise OSError where one cannot be written, and then none of them is.
    """
    changed = [path for path, after in contents.items() if not path.is_file() or differs(path, after)]
    ready: list[tuple[Path, Path]] = []
    try:
        for path in changed:
            path.parent.mkdir(parents=True, exist_ok=True)
            ready.append((set_aside(path, contents[path], path), path))
        for temporary, path in ready:
            temporary.replace(path)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
    return changed


def differs(path: Path, content: bytes) -> bool:
    """Say whether a file is there with other content; raise OSError where it cannot be read."""
    return path.is_file() and path.read_bytes() != content


def set_aside(path: Path, content: bytes, like: Path) -> Path:
    """Write a file beside the one that it is to replace, with the rights of `like` where there is one.

    Raise OSError where it cannot be written, and leave nothing behind.
    """
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    aside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        aside.chmod(like.stat().st_mode & 0o777 if like.exists() else 0o644)
    except OSError:
        aside.unlink()
        raise
    return aside
