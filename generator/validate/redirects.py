"""Check that redirects lead to what is there, and not in a circle."""

from collections.abc import Iterator

from generator.load import Document, Loaded
from generator.model import Name, Redirects, meanings, mentions
from generator.problems import Message, Place, Problem, did_you_mean, say

_MOST_HINTS = 50
"""To look for the nearest of all ids takes long: where so many are wrong, the kind of mistake is seen."""


def redirects_lead_to_what_is_there(loaded: Loaded) -> Iterator[Problem]:
    """A redirect leads to something that has this id today, never to another redirect."""
    names = _names(loaded)
    written_names = ["/".join(name) for name in names]
    starts = {former for _, _, former, _ in _redirects(loaded)}
    hints = _MOST_HINTS
    for document, index, former, to in _redirects(loaded):
        if to in names or to[0] in loaded.broken:
            continue
        today, written = document.record.today(to), "/".join(to)
        hint: Message | None
        if today == to and any(to[:length] in starts for length in range(1, len(to) + 1)):
            message = say("'%(to)s' leads back to '%(former)s'", to=written, former="/".join(former))
            hint = say("Take one of these redirects away")
        elif today in names:
            message = say("'%(to)s' was renamed in its turn", to=written)
            hint = say("Write 'to: %(today)s'", today="/".join(today))
        else:
            message = say("Nothing has the id '%(id)s'", id=written)
            hint = did_you_mean(written, written_names) if hints > 0 else None
            hints -= 1
        yield Problem("F230", document.value("redirects", index, "to"), message, hint)


def redirects_start_where_nothing_is(loaded: Loaded) -> Iterator[Problem]:
    """A redirect starts at an id that nothing has any more."""
    names = _names(loaded)
    for document, index, former, to in _redirects(loaded):
        if former in names:
            message = say(
                "'%(former)s' is there again; its page hides this redirect", former="/".join(former)
            )
            hint = _taken_back(loaded, former, to)
            yield Problem("F231", document.value("redirects", index, "from"), message, hint)


def _taken_back(loaded: Loaded, former: Name, to: Name) -> Message:
    """Say what to do where git brought back what was renamed: what the renaming made is there beside it."""
    made = next((item.file for item in loaded.frameworks if (item.record.id,) == to), None)
    if made is None or len(former) > 1:
        return say("Take the redirect away, also where git brought it back; or give the new one another id")
    return say(
        "Did git bring it back, delete this redirect and what the renaming made, such as %(file)s; "
        "else give the new one another id",
        file=made,
    )


def redirects_stay_in_their_kind(loaded: Loaded) -> Iterator[Problem]:
    """A redirect leads from a level to a level, from a theme to a theme."""
    for document, index, former, to in _redirects(loaded):
        if _kind(former) is None or _kind(former) != _kind(to):
            message = say(
                "'%(former)s' and '%(to)s' are not of one kind", former="/".join(former), to="/".join(to)
            )
            hint = say("Write both in full, such as 'flow/levels/pilot' and 'flow/levels/first-steps'")
            yield Problem("F232", document.value("redirects", index, "from"), message, hint)


def redirects_are_written_once(loaded: Loaded) -> Iterator[Problem]:
    """An id leads to one place."""
    seen: dict[Name, Place] = {}
    for document, index, former, _ in _redirects(loaded):
        place = document.value("redirects", index, "from")
        if former in seen:
            message = say(
                "'%(former)s' stands here twice; first on line %(line)s",
                former="/".join(former),
                line=seen[former].line,
            )
            yield Problem("F233", place, message, say("Keep one of the two"))
        seen.setdefault(former, place)


def withdrawn_is_gone(loaded: Loaded) -> Iterator[Problem]:
    """What was withdrawn is there no more, and what readers are led to instead is there."""
    document = loaded.redirects
    known = _names(loaded)
    written_names = ["/".join(name) for name in known if len(name) == 1 or name[1] == "levels"]
    for index, item in enumerate(document.record.withdrawn if document else ()):
        if document and (item.name in known or item.id in loaded.broken):
            message = say("'%(id)s' is there again; its pages hide that it was withdrawn", id=item.id)
            hint = say(
                "Take the notice that begins on line %(line)s away, also where git brought it back; or give "
                "the new one another id",
                line=document.value("withdrawn", index).line,
            )
            yield Problem("F234", document.value("withdrawn", index, "id"), message, hint)
        instead = tuple(item.instead.split("/")) if item.instead else ()
        if document and item.instead and not (instead in known or instead[0] in loaded.broken):
            message = say("Nothing has the id '%(id)s'", id=item.instead)
            hint_ = did_you_mean(item.instead, sorted(written_names))
            yield Problem("F234", document.value("withdrawn", index, "instead"), message, hint_)


def _redirects(loaded: Loaded) -> Iterator[tuple[Document[Redirects], int, Name, Name]]:
    if loaded.redirects is not None:
        for index, item in enumerate(loaded.redirects.record.redirects):
            yield loaded.redirects, index, tuple(item.former.split("/")), tuple(item.to.split("/"))


def _names(loaded: Loaded) -> set[Name]:
    """List everything that has an id of its own, and so an address; only where something was renamed."""
    if loaded.redirects is None:
        return set()
    return {
        mention.name
        for document in loaded.documents
        for mention in mentions(document.record)
        if mention.role == "given" and not mention.is_key
    }


def _kind(name: Name) -> tuple[str, ...] | None:
    """Return a name without its ids; None where nothing has such names."""
    found = meanings(name)
    if not found or not found[-1]:
        return None
    return tuple("" if named else step for named, step in zip(found, name, strict=True))


RULES = (
    redirects_lead_to_what_is_there,
    redirects_start_where_nothing_is,
    redirects_stay_in_their_kind,
    redirects_are_written_once,
    withdrawn_is_gone,
)
