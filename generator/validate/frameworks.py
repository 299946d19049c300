"""Check one framework's own ids: none double, none that names nothing, none out of order."""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.load import Document, Loaded
from generator.model import Framework, Record
from generator.problems import Place, Problem, did_you_mean, say

LISTS_WITH_IDS = (
    ("level_groups",),
    ("levels", "layers"),
    ("dimension_groups",),
    ("dimensions",),
    ("transitions",),
    ("capabilities",),
    ("starting_points",),
    ("pitfalls",),
    ("claims",),
    ("self_assessment",),
)
"""Lists in which an id stands once; levels and layers are one, since both are ends of derived relations."""


def file_is_named_after_its_id(loaded: Loaded) -> Iterator[Problem]:
    """A framework stands in the file that its id names."""
    for document in loaded.frameworks:
        name = PurePosixPath(document.file).stem
        if name != document.record.id:
            message = say(
                "id: the file is named '%(name)s', the framework '%(id)s'", name=name, id=document.record.id
            )
            hint = say("Rename the file to %(id)s.yaml, or change the id", id=document.record.id)
            yield Problem("F201", document.value("id"), message, hint)


def ids_are_unique(loaded: Loaded) -> Iterator[Problem]:
    """Within one list no id stands twice."""
    for document in loaded.frameworks:
        for items in _lists(document.record):
            yield from _doubles(document, items)


_Items = list[tuple[tuple[str | int, ...], Record]]


def _lists(framework: Framework) -> Iterator[_Items]:
    for names in LISTS_WITH_IDS:
        yield [((name, i), item) for name in names for i, item in enumerate(getattr(framework, name))]
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
                name=named(path[:-1]),
                id=item.key,
                line=seen[item.key].line,
            )
            yield Problem("F203", place, message, say("Give one of them another id"))
        seen.setdefault(item.key, place)


def named(path: tuple[str | int, ...]) -> str:
    """Write a path as a message names it: items of a list by their number, counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def kind_has_its_parts(loaded: Loaded) -> Iterator[Problem]:
    """A framework of kind `levels` has levels, one of kind `layers` has layers."""
    for document in loaded.frameworks:
        if not getattr(document.record, document.record.kind):
            message = say("kind is '%(kind)s', but there is no '%(kind)s'", kind=document.record.kind)
            yield Problem(
                "F204",
                document.value("kind"),
                message,
                say("Add '%(kind)s:' with its items", kind=document.record.kind),
            )


def numbers_count_up(loaded: Loaded) -> Iterator[Problem]:
    """Levels and layers are numbered 1, 2, 3 in the order of the file."""
    for document in loaded.frameworks:
        for name in ("levels", "layers"):
            for index, item in enumerate(getattr(document.record, name)):
                if item.number != index + 1:
                    message = say(
                        "%(name)s: '%(id)s' has number %(number)s", name=name, id=item.id, number=item.number
                    )
                    hint = say("It is number %(right)s in the order of the file", right=index + 1)
                    yield Problem("F205", document.value(name, index, "number"), message, hint)


def references_hold(loaded: Loaded) -> Iterator[Problem]:
    """Every level, group or theme that a framework refers to exists."""
    themes = [theme.id for theme in loaded.themes.record.themes] if loaded.themes else None
    for document in loaded.frameworks:
        framework = document.record
        levels = [level.id for level in framework.levels]
        level_groups = [group.id for group in framework.level_groups]
        dimension_groups = [group.id for group in framework.dimension_groups]
        for i, level in enumerate(framework.levels):
            yield from _known(document, ("levels", i, "group"), level.group, level_groups)
        for i, dimension in enumerate(framework.dimensions):
            yield from _known(document, ("dimensions", i, "group"), dimension.group, dimension_groups)
        for i, transition in enumerate(framework.transitions):
            yield from _known(document, ("transitions", i, "from"), transition.start, levels)
            yield from _known(document, ("transitions", i, "to"), transition.end, levels)
        for i, claim in enumerate(framework.claims):
            for j, level_id in enumerate(claim.levels):
                yield from _known(document, ("claims", i, "levels", j), level_id, levels)
        for i, question in enumerate(framework.self_assessment):
            yield from _known(document, ("self_assessment", i, "reaches"), question.reaches, levels)
        if themes is not None:
            for name in ("dimensions", "layers", "capabilities", "starting_points", "pitfalls"):
                for i, item in enumerate(getattr(framework, name)):
                    for j, theme in enumerate(item.themes):
                        yield from _known(document, (name, i, "themes", j), theme, themes)


def _known(
    document: Document[Framework], path: tuple[str | int, ...], wanted: str | None, known: Iterable[str]
) -> Iterator[Problem]:
    ids = list(known)
    if wanted is None or wanted in ids:
        return
    yield dangling(document.value(*path), named(path), wanted, ids)


def dangling(place: Place, name: str, wanted: str, known: Iterable[str], code: str = "F202") -> Problem:
    """Report an id that names nothing."""
    message = say("%(name)s: nothing here has the id '%(id)s'", name=name, id=wanted)
    return Problem(code, place, message, did_you_mean(wanted, known))


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
                yield Problem(
                    "F206",
                    document.value("self_assessment", i, "reaches"),
                    message,
                    say("Put the questions in the order of their levels"),
                )
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
