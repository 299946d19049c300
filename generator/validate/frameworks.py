"""Check one framework's own ids: none double, none that names nothing, none out of order."""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.load import Document, Loaded
from generator.model import Framework, Name, Record, mentions
from generator.model.base import ID_PATTERN
from generator.problems import Message, Place, Problem, did_you_mean, say

_ID = re.compile(ID_PATTERN)


def file_is_named_after_its_id(loaded: Loaded) -> Iterator[Problem]:
    """A framework stands in the file that its id names, and no other does."""
    homes: dict[str, list[str]] = {}
    for document in loaded.frameworks:
        homes.setdefault(document.record.id, []).append(document.file)
    for document in loaded.frameworks:
        file, own = PurePosixPath(document.file), document.record.id
        others = [other for other in homes[own] if other != document.file]
        if own in loaded.broken:
            others.append(file.with_stem(own).as_posix())
        if file.stem == own:
            continue
        if others:
            named_so = (other for other in others if PurePosixPath(other).stem == own)
            message = say(
                "id: '%(id)s' is the id of %(file)s already", id=own, file=next(named_so, others[0])
            )
            hint = say(
                "Give this framework another id, such as '%(name)s', or remove the file", name=file.stem
            )
            if not _ID.fullmatch(file.stem):
                hint = say(
                    "Remove the file, if it is a copy. Else rename it, with small letters, digits and "
                    "hyphens only, and give the framework the id that its new name says"
                )
        else:
            message = say("id: the file is named '%(name)s', the framework '%(id)s'", name=file.stem, id=own)
            hint = _named_alike(own, file.stem)
        yield Problem("F201", document.value("id"), message, hint)


def _named_alike(own: str, name: str) -> Message:
    """Say how a file and its framework get one name; a new id by hand would lose translations."""
    if not _ID.fullmatch(name):
        return say("Rename the file to %(id)s.yaml", id=own)
    return say(
        "Was its id '%(name)s' until now, put that back, and let all that names it follow: "
        "atlas rename %(name)s %(id)s. Else rename the file to %(id)s.yaml",
        name=name,
        id=own,
    )


def ids_are_unique(loaded: Loaded) -> Iterator[Problem]:
    """Within one list no id stands twice."""
    for document in loaded.frameworks:
        for items in _lists(document.record):
            yield from _doubles(document, items)


_Items = list[tuple[tuple[str | int, ...], Record]]


def _lists(framework: Framework) -> Iterator[_Items]:
    """List all that have ids of their own; levels and layers are one list, both being ends of relations."""
    lists = {name: value for name, value in framework if isinstance(value, tuple)}
    together = [("levels", "layers"), *((name,) for name in lists if name not in ("levels", "layers"))]
    for names in together:
        yield [((name, i), item) for name in names for i, item in enumerate(lists[name])]
    for i, layer in enumerate(framework.layers):
        yield [(("layers", i, "variants", j), variant) for j, variant in enumerate(layer.variants)]
    yield [(("source", "further", i), item) for i, item in enumerate(framework.source.further)]


def _doubles(document: Document[Framework], items: _Items) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for path, item in items:
        place = document.value(*path)
        if item.key in seen:
            message = say(
                "%(name)s: the id '%(id)s' stands here twice; first on line %(line)s",
                name=document.named(path[:-1]),
                id=item.key,
                line=seen[item.key].line,
            )
            yield Problem("F203", place, message, say("Give one of them another id"))
        seen.setdefault(item.key, place)


def items_of(loaded: Loaded, *lists: str) -> Iterator[tuple[Document[Framework], str, int, Any]]:
    """Go through lists of every framework: each item with its file, its list and its index there."""
    for document in loaded.frameworks:
        for name in lists:
            for index, item in enumerate(getattr(document.record, name)):
                yield document, name, index, item


def kind_has_its_parts(loaded: Loaded) -> Iterator[Problem]:
    """A framework of kind `levels` has levels, one of kind `layers` has layers."""
    for document in loaded.frameworks:
        if not getattr(document.record, document.record.kind):
            kind = document.record.kind
            message = say("kind is '%(kind)s', but there is no '%(kind)s'", kind=kind)
            hint = say("Add '%(kind)s:' with its items", kind=kind)
            yield Problem("F204", document.value("kind"), message, hint)


def numbers_count_up(loaded: Loaded) -> Iterator[Problem]:
    """Levels and layers are numbered 1, 2, 3 in the order of the file."""
    for document, name, i, item in items_of(loaded, "levels", "layers"):
        if item.number != i + 1:
            message = say(
                "%(name)s: '%(id)s' has number %(number)s", name=name, id=item.id, number=item.number
            )
            hint = say("It is number %(right)s in the order of the file; it need not be written", right=i + 1)
            yield Problem("F205", document.value(name, i, "number"), message, hint)


def references_hold(loaded: Loaded) -> Iterator[Problem]:
    """Every level, group or theme that a framework refers to exists."""
    themes = list(mentions(loaded.themes.record)) if loaded.themes else []
    for document in loaded.frameworks:
        here = list(mentions(document.record))
        known: dict[Name, list[str]] = {}
        for mention in (*here, *themes):
            if mention.role == "given":
                known.setdefault(mention.name[:-1], []).append(mention.text)
        for mention in here:
            things, ids = mention.name[:-1], known.get(mention.name[:-1], [])
            # Rows and columns of the matrix have a rule of their own.
            unknown = mention.role == "used" and not mention.is_key and mention.text not in ids
            # So have subjects.
            unknown = unknown and things != ("subjects",)
            if unknown and (loaded.themes or things != ("themes",)):
                yield dangling(document.value(*mention.path), document.named(mention.path), mention.text, ids)


def dangling(place: Place, name: str, wanted: str, known: Iterable[str]) -> Problem:
    """Report an id that names nothing; a rule with a code or a hint of its own puts it in."""
    message = say("%(name)s: nothing here has the id '%(id)s'", name=name, id=wanted)
    return Problem("F202", place, message, did_you_mean(wanted, known))


def questions_climb(loaded: Loaded) -> Iterator[Problem]:
    """Self-assessment questions stand in the order of the levels that they reach, one for each."""
    for document in loaded.frameworks:
        order = {level.id: level.number for level in document.record.levels}
        reached = 0
        for i, question in enumerate(document.record.self_assessment):
            number = order.get(question.reaches, reached + 1)
            if number <= reached:
                message = say(
                    "self_assessment: '%(id)s' reaches a level that is not above the one before",
                    id=question.id,
                )
                hint = say("Put the questions in the order of their levels")
                yield Problem("F206", document.value("self_assessment", i, "reaches"), message, hint)
            reached = number


def transitions_climb(loaded: Loaded) -> Iterator[Problem]:
    """A transition leads to a higher level."""
    for document in loaded.frameworks:
        order = {level.id: level.number for level in document.record.levels}
        for i, transition in enumerate(document.record.transitions):
            if order.get(transition.end, 9999) <= order.get(transition.start, -1):
                message = say(
                    "transitions: '%(end)s' is not above '%(start)s'",
                    end=transition.end,
                    start=transition.start,
                )
                yield Problem(
                    "F207", document.value("transitions", i, "to"), message, say("Swap 'from' and 'to'")
                )


RULES = (
    file_is_named_after_its_id,
    ids_are_unique,
    kind_has_its_parts,
    numbers_count_up,
    references_hold,
    questions_climb,
    transitions_climb,
)
