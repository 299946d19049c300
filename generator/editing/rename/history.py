"""Add a renaming to the file of redirects, or take one away that was undone.

Going back to an old id takes its redirect away. All other lines stay as they are.
"""

import datetime
from collections.abc import Mapping
from typing import Any

from generator.editing.inplace import Editable
from generator.editing.rename.renaming import Renaming
from generator.load.tree import read_tree
from generator.problems import Place, Problem, say

FILE = "redirects.yaml"
START = b"# yaml-language-server: $schema=../schemas/redirects.schema.json\nredirects: []\n"
"""The file as it begins, and ends where nothing is left in it."""


def with_redirect(
    content: bytes | None, file: str, renaming: Renaming, since: datetime.date | None
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Return the file after a renaming, None where it is gone; without a date nothing is added to it.

    What it leads to has its new name already. An entry that would lead to itself goes.
    """
    if content is None and since is None:
        return None, ()
    edit = Editable(content or START, file)
    entries = edit.value.get("redirects") or []
    if misplaced := _misplaced(edit.content, file):
        message = say("The redirects are not written as a list with a line for each key")
        hint = say("Write each as '- from: …', with 'to: …' on the next line")
        return content, (Problem("R807", misplaced, message, hint),)
    kept = [item for item in entries if item["from"] != item["to"]]
    if since is not None:
        kept.append({"from": "/".join(renaming.old), "to": "/".join(renaming.new), "since": since})
    if kept != entries:
        edit.value["redirects"] = kept
    after = edit.written()
    return (None if entries and after == START else after), ()


def notice(content: bytes | None, file: str, *withdrawn: Mapping[str, Any]) -> Editable:
    """Add notices to the file of redirects that something was withdrawn."""
    edit = Editable(content or START, file)
    edit.value["withdrawn"] = [*(edit.value.get("withdrawn") or ()), *withdrawn]
    if content is None:
        del edit.value["redirects"]
    return edit


def _misplaced(content: bytes, file: str) -> Place | None:
    """Find the first redirect that does not begin on a line of its own, with a hyphen."""
    lines = content.decode("utf-8-sig").splitlines()
    for path, (line, _) in read_tree(content, file).positions.values.items():
        if len(path) == 2 and path[0] == "redirects" and not lines[line - 1].lstrip().startswith("- "):
            return Place(file, line)
    return None
