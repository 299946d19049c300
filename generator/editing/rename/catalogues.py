"""Rename the contexts of a catalogue's entries in its text.

The text is never written anew: how a translator's program wrapped and ordered it is not ours to change.
"""

import re
from collections.abc import Mapping

from generator.editing.rename.renaming import Renaming
from generator.translate import SHARED_DOMAIN

# In use, obsolete (`#~`) and previous (`#|`) entries; a context may go on over several lines.
_CONTEXT = re.compile(
    r"^(?P<start>(?:\#~\|?|\#\|)?[ \t]*)msgctxt[ \t]+"
    r'(?P<text>"(?:[^"\\\n]|\\.)*"(?:[ \t]*\r?\n(?P=start)"(?:[^"\\\n]|\\.)*")*)',
    re.MULTILINE,
)
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def renamed_catalogue(
    text: str, domain: str, renaming: Renaming, known: Mapping[str, str]
) -> tuple[str, int]:
    """Rename the contexts of a catalogue, and count those that changed.

    `known` has the new context for each one that the data has; those of texts that are gone, such as
    obsolete entries have, are read step by step.
    """
    count = 0

    def renamed(found: re.Match[str]) -> str:
        nonlocal count
        before = "".join(_QUOTED.findall(found["text"]))
        after = known.get(before) or renaming.context(domain, before, SHARED_DOMAIN)
        if after == before:
            return found[0]
        count += 1
        head = found[0][: found.start("text") - found.start()]
        first, newline, _ = found["text"].partition("\n")
        broken = f"{first}{newline}{found['start']}" if first.rstrip() == '""' else ""
        return f'{head}{broken}"{after}"'

    result = _CONTEXT.sub(renamed, text)
    if renaming.is_framework and domain == renaming.old[0]:
        result = _with_domain(result, *renaming.old, *renaming.new)
    return result, count


def _with_domain(text: str, old: str, new: str) -> str:
    """Rename the domain in the catalogue's head, and the file that its texts stand in."""
    text = text.replace(f'"X-Domain: {old}\\n"', f'"X-Domain: {new}\\n"', 1)
    reference = re.compile(rf"^(#:.*?)\bframeworks/{re.escape(old)}\.yaml(?=\s|$)", re.MULTILINE)
    return reference.sub(rf"\1frameworks/{new}.yaml", text)
