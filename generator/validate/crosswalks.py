"""Check the names in crosswalks: files, ends and ids."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.crosswalk import End
from generator.load import Document, Loaded
from generator.load.tree import Path
from generator.model import Crosswalk, Framework, Mapping
from generator.problems import Place, Problem, say
from generator.unfinished import is_draft
from generator.validate.frameworks import dangling
from generator.validate.near import end_hint

LINKED_KINDS = ("levels", "layers", "dimensions", "cells", "capabilities")


def files_are_named_after_their_pair(loaded: Loaded) -> Iterator[Problem]:
    """A crosswalk stands in the file that names its two frameworks, in alphabetical order."""
    for document in loaded.crosswalks:
        walk, name = document.record, PurePosixPath(document.file).stem
        right = "--".join(sorted((walk.subject, walk.object)))
        if walk.subject == walk.object:
            message = say("subject and object are both '%(id)s'", id=walk.subject)
            yield Problem("M301", document.value("object"), message, say("Name two different frameworks"))
        elif walk.subject > walk.object:
            message = say("subject '%(subject)s' stands after object '%(object)s'", **_pair(walk))
            hint = say("Swap the two, so that they are in alphabetical order, in %(name)s.yaml", name=right)
            yield Problem("M301", document.value("subject"), message, hint)
        elif name != right:
            message = say("The file is named '%(name)s', its frameworks '%(right)s'", name=name, right=right)
            hint = say("Rename the file to %(name)s.yaml, or change subject and object", name=right)
            yield Problem("M301", document.value("subject"), message, hint)


def ends_exist(loaded: Loaded) -> Iterator[Problem]:
    """Every framework and every end that a crosswalk names exists."""
    for document in loaded.crosswalks:
        for name in ("subject", "object"):
            wanted = getattr(document.record, name)
            if wanted in loaded.by_id:
                known = [str(end) for end in ends_of(loaded.by_id[wanted])]
                for path, text in dangling_ends(document.record, loaded.by_id[wanted]):
                    found = dangling(document.value(*path), document.named(path), text, ())
                    yield replace(found, code="M302", hint=end_hint(text, known))
            elif wanted not in loaded.broken:
                found = dangling(document.value(name), name, wanted, loaded.by_id)
                yield replace(found, code="M302")


def dangling_ends(walk: Crosswalk, framework: Framework) -> Iterator[tuple[Path, str]]:
    """List the ends that a crosswalk looks for in a framework and does not find."""
    known = {str(end) for end in ends_of(framework)}
    for path, text in _written_ends(walk):
        if End.parse(text).framework == framework.id and text not in known:
            yield path, text


def ends_belong_to_the_pair(loaded: Loaded) -> Iterator[Problem]:
    """A mapping links a part of one of the file's frameworks to a part of the other."""
    for document in loaded.crosswalks:
        walk = document.record
        strangers: set[int] = set()
        for path, text in _written_ends(walk):
            framework = End.parse(text).framework
            if framework not in (walk.subject, walk.object):
                strangers.add(int(path[1]))
                message = say(
                    "%(name)s: '%(id)s' is in neither framework", name=document.named(path), id=text
                )
                hint = say("This file is about '%(subject)s' and '%(object)s'", **_pair(walk))
                yield Problem("M316", document.value(*path), message, hint)
        for index, mapping in enumerate(walk.mappings):
            framework = End.parse(mapping.subject).framework
            if framework == End.parse(mapping.object).framework and index not in strangers:
                message = say(
                    "'%(id)s': both ends are in '%(framework)s'", id=mapping.id, framework=framework
                )
                hint = say("Link a part of '%(subject)s' to a part of '%(object)s'", **_pair(walk))
                yield Problem("M316", document.value("mappings", index, "object"), message, hint)


def ids_are_unique(loaded: Loaded) -> Iterator[Problem]:
    """No mapping has the id of another, and no absence is stated twice."""
    for document in loaded.crosswalks:
        for name, key in (("mappings", "id"), ("no_counterpart", "subject")):
            seen: dict[str, Place] = {}
            for index, item in enumerate(getattr(document.record, name)):
                place, value = document.value(name, index, key), getattr(item, key)
                if value in seen:
                    message = say(
                        "%(name)s: '%(id)s' stands here twice; first on line %(line)s",
                        name=name,
                        id=value,
                        line=seen[value].line,
                    )
                    yield Problem("M303", place, message, say("Keep one, or give the second another id"))
                seen.setdefault(value, place)


def mappings_of(loaded: Loaded) -> Iterator[tuple[Document[Crosswalk], int, Mapping]]:
    """Go through every mapping that somebody has written, each with its file and its index there.

    Of a draft nothing is asked but that its text be written: it is not published till then.
    """
    for document in loaded.crosswalks:
        for index, mapping in enumerate(document.record.mappings):
            if not is_draft(mapping):
                yield document, index, mapping


def ends_of(framework: Framework) -> Iterator[End]:
    """List every part of a framework that a mapping can name."""
    for kind in LINKED_KINDS:
        if kind == "cells":
            for dimension, row in framework.cells.items():
                yield from (End(framework.id, kind, (dimension, level)) for level in row)
        else:
            yield from (End(framework.id, kind, (item.id,)) for item in getattr(framework, kind))


def crosses(walk: Crosswalk, mapping: Mapping) -> bool:
    """Say whether a mapping leads from one of a crosswalk's frameworks to the other."""
    ends = {End.parse(mapping.subject).framework, End.parse(mapping.object).framework}
    return ends == {walk.subject, walk.object}


def _written_ends(walk: Crosswalk) -> Iterator[tuple[Path, str]]:
    for index, mapping in enumerate(walk.mappings):
        yield ("mappings", index, "subject"), mapping.subject
        yield ("mappings", index, "object"), mapping.object
    for index, absence in enumerate(walk.no_counterpart):
        yield ("no_counterpart", index, "subject"), absence.subject


def _pair(walk: Crosswalk) -> dict[str, str]:
    return {"subject": walk.subject, "object": walk.object}


RULES = (
    files_are_named_after_their_pair,
    ends_exist,
    ends_belong_to_the_pair,
    ids_are_unique,
)
