"""The model says of every id whether it is given or used there, and what it names."""

from collections.abc import Iterator
from typing import Annotated, Any, get_args, get_origin

import pytest
from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from generator.load.json_schema import KINDS
from generator.model import Name, Record, meanings, mentions
from generator.model.base import ID_PATTERN, IdPath, OwnId, RefersTo
from tests.builders import loaded_project, loaded_subjects

DOCUMENTS = (*loaded_project().documents, loaded_subjects())


def every(role: str) -> Iterator[Any]:
    for document in DOCUMENTS:
        yield from (mention for mention in mentions(document.record) if mention.role == role)


def test_every_id_of_the_model_is_given_there_or_refers_to_a_kind_of_thing_that_gives_one() -> None:
    given = {mention.name[-2] for mention in every("given") if len(mention.name) > 1}
    unmarked, dangling = [], []
    for where, marks in ids_of_the_model():
        marked = [mark for mark in marks if isinstance(mark, OwnId | RefersTo | IdPath)]
        if len(marked) != 1:
            unmarked.append(where)
        dangling += [
            where
            for mark in marked
            if isinstance(mark, RefersTo) and mark.things and mark.things.split("/")[-1] not in given
        ]
    assert unmarked == []
    assert dangling == []


def test_the_fields_of_the_model_are_all_looked_at() -> None:
    seen = {where for where, _ in ids_of_the_model()}
    assert {
        "Framework.cells",
        "Transition.start",
        "Mapping.subject",
        "Term.frameworks",
        "Redirect.to",
    } <= seen
    assert {"Level.id", "Level.signs", "Crosswalk.object", "Claim.levels", "Question.reaches"} <= seen


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.file))
def test_every_id_that_a_file_uses_is_given_somewhere(document: Any) -> None:
    given = {mention.name for mention in every("given")}
    used = [mention for mention in mentions(document.record) if mention.role == "used"]
    assert [mention for mention in used if mention.name not in given] == []


def test_what_stands_at_a_mention_is_what_it_says() -> None:
    harbour = next(document for document in DOCUMENTS if document.file.endswith("harbour.yaml"))
    found = {mention.path: mention for mention in mentions(harbour.record)}
    cell, step = found["cells", "crew", "pier"], found["transitions", 0, "from"]
    assert (cell.is_key, cell.name, cell.role) == (True, ("harbour", "levels", "pier"), "used")
    assert (step.is_key, step.name, step.role) == (False, ("harbour", "levels", "pier"), "used")
    sign = found["levels", 0, "signs", "one-plank"]
    assert (sign.name, sign.role) == (("harbour", "levels", "pier", "signs", "one-plank"), "given")


@pytest.mark.parametrize("name", sorted({mention.name for mention in every("given")}), ids="/".join)
def test_a_name_means_itself_at_its_end(name: Name) -> None:
    found = meanings(name)
    assert found
    assert found[-1] == (name,)


def test_a_key_that_joins_two_means_both() -> None:
    assert meanings(("flow", "transitions", "pilot--team", "actions", "hire")) == (
        (("flow",),),
        (),
        (("flow", "levels", "pilot"), ("flow", "levels", "team")),
        (),
        (("flow", "transitions", "pilot--team", "actions", "hire"),),
    )
    assert meanings(("crosswalks", "bay--flow", "mappings", "one", "note")) == (
        (),
        (("bay",), ("flow",)),
        (),
        (("crosswalks", "bay--flow", "mappings", "one"),),
        (),
    )


@pytest.mark.parametrize(
    "name",
    [("flow", "piers", "one"), ("flow", "levels", "one", "nothing"), ("themes", "one", "title", "more")],
)
def test_steps_that_no_name_can_have_mean_nothing(name: Name) -> None:
    assert meanings(name) is None


def ids_of_the_model() -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every place for an id or a path of ids in the model: its field, and the marks on it."""
    for record in records(tuple(KINDS.values())):
        for name, field in record.model_fields.items():
            for marks in strings_in(annotated(field)):
                if is_id(marks):
                    yield f"{record.__name__}.{name}", marks


def records(kinds: tuple[Any, ...]) -> Iterator[type[Record]]:
    seen: list[type[Record]] = []
    waiting = list(kinds)
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Record) and kind not in seen:
            seen.append(kind)
            waiting += [part for field in kind.model_fields.values() for part in parts_of(field.annotation)]
    return iter(seen)


def parts_of(kind: Any) -> Iterator[Any]:
    yield kind
    for inner in get_args(kind):
        yield from parts_of(inner)


def annotated(field: FieldInfo) -> Any:
    return Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation


def strings_in(kind: Any) -> Iterator[tuple[Any, ...]]:
    """The marks on every text inside a type, as a field's pattern is one of them."""
    if get_origin(kind) is Annotated:
        inner, *marks = get_args(kind)
        if inner is str:
            yield tuple(marks)
        else:
            yield from strings_in(inner)
    else:
        for inner in get_args(kind):
            yield from strings_in(inner)


def is_id(marks: tuple[Any, ...]) -> bool:
    """Whether a text has the form of an id, or of ids with slashes between them."""
    patterns = [getattr(mark, "pattern", None) for mark in marks]
    patterns += [item.pattern for mark in marks if isinstance(mark, StringConstraints) for item in [mark]]
    texts = [str(pattern) for pattern in patterns if pattern]
    return any(text == ID_PATTERN or ("/" in text and "https" not in text) for text in texts)
