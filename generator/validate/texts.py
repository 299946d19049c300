"""Check all texts for characters and markup that mislead a reader."""

import re
from collections.abc import Iterator

from generator.encodings import GARBLED
from generator.load import Loaded
from generator.load.tree import Path
from generator.problems import Message, Place, Problem, say
from generator.text import marks
from generator.unwritten import HIDDEN, HTML_TAG, MARK, sign_of

_BOX = re.compile("[\ue000-\uf8ff]")
_ILLEGIBLE = re.compile(f"{GARBLED.pattern}|{_BOX.pattern}|\xad")
_ADDRESSES = ("https://", "http://", "mailto:", "tel:")
_UNCLOSED = re.compile(r"\*\*\w|\w\*\*")


def texts_are_visible(loaded: Loaded) -> Iterator[Problem]:
    """No text holds invisible or direction-changing characters."""
    for document, path, text in loaded.strings:
        found = HIDDEN.search(text)
        if found:
            code_point = f"U+{ord(found[0]):04X}"
            message = say(
                "%(name)s: the invisible character %(code)s", name=document.named(path), code=code_point
            )
            yield Problem("F215", document.value(*path), message, say("Remove it"))


def texts_are_legible(loaded: Loaded) -> Iterator[Problem]:
    """No text holds letters of another encoding, or signs that most readers see as a box or not at all."""
    for document, path, text in loaded.strings:
        if text.isascii() or not _ILLEGIBLE.search(text):
            continue
        name, place = document.named(path), document.value(*path)
        if found := GARBLED.search(text):
            message = say(
                "%(name)s: %(message)s",
                name=name,
                message=say("'%(sign)s' is what a wrong encoding made of a letter", sign=found[0]),
            )
            hint = say("Write the letter; save files as UTF-8")
            yield Problem("F215", place, message, hint, "warning")
        elif found := _BOX.search(text):
            code = f"U+{ord(found[0]):04X}"
            message = say("%(name)s: the sign %(code)s is shown as a box", name=name, code=code)
            hint = say("Write what was meant; each item of a list starts with '- ' on a line of its own")
            yield Problem("F215", place, message, hint, "warning")
        else:
            message = say("%(name)s: the invisible character %(code)s", name=name, code="U+00AD")
            yield Problem("F215", place, message, say("Remove it"), "warning")


def marks_are_whole(loaded: Loaded) -> Iterator[Problem]:
    """What opens emphasis closes it, and a link has a whole address: a text stands on many pages."""
    for document, path, text in loaded.strings:
        if "](" not in text and "**" not in text:
            continue
        name, place = document.named(path), document.value(*path)
        for kind, what in marks(text):
            if kind == "link" and not what.startswith(_ADDRESSES):
                message = say("%(name)s: the link to '%(target)s' leads nowhere", name=name, target=what)
                hint = say("Write the whole address, starting with https://")
                yield Problem("F216", place, message, hint, "warning")
            elif kind == "left" and (what == "](" or (len(what) > 1 and _UNCLOSED.search(text))):
                message = say("%(name)s: '%(mark)s' is shown as it stands", name=name, mark=what)
                hint = say("Use *emphasis*, **strong**, `code` or [a link](https://…)")
                yield Problem("F216", place, message, hint, "warning")
                break


def texts_hold_no_html(loaded: Loaded) -> Iterator[Problem]:
    """A text holds no HTML; tags would be shown as they are written."""
    for document, path, text in loaded.strings:
        found = HTML_TAG.search(text)
        if found:
            message = say(
                "%(name)s: '%(tag)s' is shown as it stands, not as HTML",
                name=document.named(path),
                tag=found[0],
            )
            hint = say("Use *emphasis*, **strong**, `code` or [a link](https://…)")
            yield Problem("F216", document.value(*path), message, hint, "warning")


def texts_are_trimmed(loaded: Loaded) -> Iterator[Problem]:
    """No text starts or ends with space."""
    for document, path, text in loaded.strings:
        if text != text.strip():
            message = say("%(name)s: space at the start or end", name=document.named(path))
            hint = say("Remove it; use '>-' instead of '>' or '|'")
            if "\n" in text.strip():
                hint = say(
                    "Remove it; use '|-' instead of '|', which keeps each line, or '>-' instead of '>'"
                )
            yield Problem("F217", document.value(*path), message, hint)


def texts_are_written(loaded: Loaded) -> Iterator[Problem]:
    """No text is a prompt of a draft, which has a ✎, or has another sign that it is still to be written.

    A build leaves out what has one, but for a theme, a band or an edition: others rest on those.
    """
    drafted: dict[tuple[str, Path], tuple[str, Place, str, list[str]]] = {}
    for document, path, text in loaded.strings:
        sign = sign_of(text)
        if sign is None:
            continue
        if document in loaded.crosswalks and len(path) > 1:
            item = document.named(path[:2]), document.value(*path), sign, list[str]()
            *_, fields = drafted.setdefault((document.file, path[:2]), item)
            fields.append(str(path[-1]))
            continue
        stays = document in (loaded.themes, loaded.scale, loaded.editions)
        message = say("%(name)s still has to be written", name=document.named(path))
        yield Problem("F218", document.value(*path), message, _write(sign), "error" if stays else "warning")
    for name, place, sign, fields in drafted.values():
        message = say("%(name)s: still to be written: %(fields)s", name=name, fields=", ".join(fields))
        yield Problem("F218", place, message, _write(sign), "warning")


def _write(sign: str) -> Message:
    if sign == MARK:
        return say("Write the text in place of what starts with %(mark)s", mark=MARK)
    return say("Write the text in place of '%(sign)s'", sign=sign)


RULES = (
    texts_are_visible,
    texts_are_legible,
    marks_are_whole,
    texts_hold_no_html,
    texts_are_trimmed,
    texts_are_written,
)
