"""Find what is to be renamed, from what somebody wrote on a command line."""

from collections.abc import Collection

from generator.editing.ids import is_id
from generator.editing.rename.renaming import Renaming
from generator.load import Loaded
from generator.model import Mention, Name, Redirects, mentions
from generator.model.names import ROOTS
from generator.problems import Message, Place, Problem, did_you_mean, did_you_mean_path, say

NOWHERE = Place("")
"""The place of what is wrong on the command line."""

RESERVED = frozenset({*ROOTS, "redirects", "shared", "ui", "commands"})
"""What no framework can be called: files and catalogues that are something else have these names."""


def given_names(loaded: Loaded) -> dict[Name, tuple[str, Mention]]:
    """Look up everything that has an id, with the file and the mention that give it."""
    return {
        mention.name: (document.file, mention)
        for document in loaded.documents
        for mention in mentions(document.record)
        if mention.role == "given"
    }


def find(
    old: str, new: str, names: Collection[Name], redirects: Redirects
) -> tuple[Renaming | None, tuple[Problem, ...]]:
    """Find the renaming that was meant, or say why there is none."""
    found = _fitting(tuple(old.strip("/").split("/")), names)
    if not found:
        message = say("Nothing has the id '%(id)s'", id=old)
        return None, (Problem("R801", NOWHERE, message, _nearest(old, names)),)
    if len(found) > 1:
        message = say("'%(id)s' may be one of several", id=old)
        hint = say("Write one of these: %(names)s", names=", ".join("/".join(name) for name in found))
        return None, (Problem("R802", NOWHERE, message, hint),)
    *before, id_ = new.strip("/").split("/")
    name = (*found[0][:-1], id_)
    problem = (
        _wrong_form(id_)
        or _moved(tuple(before), found[0], id_)
        or _reserved(name)
        or _taken(found[0], name, names)
        or _formerly(found[0], name, redirects)
    )
    return (None, (problem,)) if problem else (Renaming(found[0], name), ())


def _fitting(written: Name, names: Collection[Name]) -> list[Name]:
    """List the name that was written, or else all names that it is short for."""
    if written in names:
        return [written]
    if len(written) == 1:
        return []
    return [name for name in names if name[-1] == written[-1] and _is_short_for(written, name)]


def _is_short_for(written: Name, whole: Name) -> bool:
    """Say whether only steps after the first, or the word for a crosswalk, were left out of a name."""
    if whole[:1] == ("crosswalks",) and written[:1] != whole[:1]:
        whole = whole[1:]
    steps = iter(whole)
    return written[:1] == whole[:1] and all(step in steps for step in written)


def _nearest(old: str, names: Collection[Name]) -> Message | None:
    first, *rest = old.strip("/").split("/")
    start = [name for name in names if first in name[:2]]
    if not rest or not start:
        heads = dict.fromkeys(name[0] for name in names if name[0] != "crosswalks")
        return did_you_mean(first, heads)
    short = [f"{first}/{name[-1]}" for name in start if name[-1] != first]
    long = ["/".join(name) for name in start]
    return did_you_mean_path(old.strip("/"), [*(long if len(rest) > 1 else short), *long])


def _wrong_form(id_: str) -> Problem | None:
    if is_id(id_):
        return None
    hint = say("An id has small letters, digits and single hyphens, such as 'first-steps'")
    return Problem("R803", NOWHERE, say("'%(id)s' is not an id", id=id_), hint)


def _moved(before: Name, old: Name, id_: str) -> Problem | None:
    home = old[:-1]
    if not before or _is_short_for(before, home):
        return None
    there, here = "/".join((*before, id_)), "/".join(old)
    message = say("'%(there)s' would be in another place than '%(here)s'", there=there, here=here)
    hint = say("Only the last id changes: write '%(name)s'", name="/".join((*home, id_)))
    return Problem("R804", NOWHERE, message, hint)


def _reserved(name: Name) -> Problem | None:
    if len(name) > 1 or name[0] not in RESERVED:
        return None
    message = say("No framework can be called '%(id)s': a file of that name is something else", id=name[0])
    return Problem("R805", NOWHERE, message, say("Choose another id"))


def _taken(old: Name, new: Name, names: Collection[Name]) -> Problem | None:
    if new not in names:
        return None
    if new == old:
        message = say("'%(id)s' is its id already", id=new[-1])
    else:
        message = say("'%(name)s' is there already", name="/".join(new))
    return Problem("R805", NOWHERE, message, say("Choose another id"))


def _formerly(old: Name, new: Name, redirects: Redirects) -> Problem | None:
    """Refuse an id that something else had before, since its old address leads there."""
    today = redirects.today(new)
    if today in (new, old):
        return None
    message = say(
        "'%(new)s' is what '%(name)s' was called before; its old addresses lead there",
        new="/".join(new),
        name="/".join(today),
    )
    return Problem("R806", NOWHERE, message, say("Choose another id, or take that redirect away first"))
