"""Let the links of a hand-written page follow the addresses that a renaming changes."""

import posixpath
import re
from collections.abc import Collection, Mapping
from pathlib import PurePosixPath
from typing import Final

from generator.addresses import ANCHORS, PAGES
from generator.editing.rename.renaming import Renaming
from generator.model import Name

# The target of a link, of a link defined elsewhere on the page, and of a link in HTML.
_TARGET: Final = re.compile(
    r"""(?P<before>\]\(\s*<?|^[ ]{0,3}\[[^\]\n]+\]:\s*<?|\b(?:href|src)\s*=\s*["'])(?P<to>[^\s()<>"']+)""",
    re.MULTILINE,
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#")
_TRANSLATES = re.compile(r"""^(?P<before>translates:[ ]*["']?)(?P<version>[0-9a-f]+)""", re.MULTILINE)
_INDEX = re.compile(r"(?:index\.(?:md|html))?$")


def changed_addresses(names: Collection[Name], renaming: Renaming) -> dict[str, str]:
    """Look up every address and anchor that changes; `names` are those of all things today."""
    changed: dict[str, str] = {}
    for place in (*PAGES, *ANCHORS):
        for ids in place.everywhere(names):
            after = place.ids_of([renaming.name(name) for name in place.about(ids)])
            if after is not None and place.at(after) != place.at(ids):
                changed[place.at(ids)] = place.at(after)
    return changed


def renamed_prose(text: str, page: str, changed: Mapping[str, str]) -> tuple[str, int]:
    """Rename in a page at a path such as `guides/start.md`, and count the links that changed."""
    count = 0

    def renamed(found: re.Match[str]) -> str:
        nonlocal count
        after = _target(found["to"], page, changed)
        count += after != found["to"]
        return found["before"] + after

    return _TARGET.sub(renamed, text), count


def following(text: str, versions: Mapping[str, str]) -> str:
    """Let a translated page name its original's new version: what it translates says what it said."""

    def renamed(found: re.Match[str]) -> str:
        return found["before"] + versions.get(found["version"], found["version"])

    return _TRANSLATES.sub(renamed, text, count=1)


def _target(to: str, page: str, changed: Mapping[str, str]) -> str:
    path, sharp, fragment = to.partition("#")
    if not path or _ELSEWHERE.match(to):
        return to
    # A link in Markdown starts from its file's folder, one in HTML from the page's own address.
    own = PurePosixPath(page)
    start = own.parent if path.endswith(".md") or own.name == "index.md" else own.with_suffix("")
    address = posixpath.normpath(posixpath.join(str(start), _INDEX.sub("", path))) + "/"
    on_page = changed.get(f"{address}#{fragment}")
    new = on_page or changed.get(address)
    if new is None:
        return to
    page_now, _, anchor = new.partition("#")
    return _aligned(path, address, page_now) + sharp + (anchor if on_page else fragment)


def _aligned(path: str, old: str, new: str) -> str:
    """Make a relative path lead to the new address, changing only steps that it shares with the old one."""
    ending = _INDEX.search(path)
    steps = path[: ending.start() if ending else None].rstrip("/").split("/")
    rest = path[len("/".join(steps)) :]
    pairs = zip(reversed(old.strip("/").split("/")), reversed(new.strip("/").split("/")), strict=True)
    for back, (was, becomes) in enumerate(pairs, 1):
        if back > len(steps) or steps[-back] != was:
            break
        steps[-back] = becomes
    return "/".join(steps) + rest
