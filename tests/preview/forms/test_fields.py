"""A form asks for what the schema has, and for nothing else."""

import datetime
from typing import Annotated, Literal

import pytest
from pydantic import Field

from generator.load.json_schema import explanations, schema_of
from generator.model import Crosswalk, Framework, Level, Mapping, Record
from generator.model.base import Items, Texts
from generator.model.fields import Structural
from generator.preview.forms.fields import Kind, filled, form_fields, read_value, shown_value
from generator.problems import say
from generator.unwritten import is_prompt


class Buoy(Record):
    """A record that no form has known yet."""

    colour: Annotated[Literal["red", "green"], Structural(say("Colour"))]
    """What a skipper sees."""
    depth: float | None = None
    """How deep it is moored."""
    lights: Texts = Field(default={})
    is_lit: bool = False


class Channel(Record):
    """A file that holds such records."""

    buoys: Items[Buoy] = ()


@pytest.mark.parametrize(("kind", "file"), [(Mapping, Crosswalk), (Level, Framework)])
def test_a_form_has_every_field_of_the_schema_with_its_explanation(
    kind: type[Record], file: type[Record]
) -> None:
    schema = schema_of(file)["$defs"][kind.__name__]
    fields = form_fields(kind, file)

    assert {field.path[0] for field in fields} == schema["properties"].keys() - {"number"}
    required = {field.name for field in fields if field.required and len(field.path) == 1}
    assert required == set(schema["required"])
    for field in fields:
        assert field.explanation.template in set(explanations())
        if len(field.path) == 1:
            given = schema["properties"][field.name]
            assert field.explanation.template == " ".join(given["description"].split())
            held = next((one for one in given.get("anyOf", ()) if "enum" in one), given)
            assert field.allowed == tuple(held.get("enum", ()))


def test_a_new_field_of_the_model_is_in_its_form() -> None:
    colour, depth, lights, is_lit = form_fields(Buoy, Channel)
    assert (colour.kind, colour.allowed, colour.required) == ("choice", ("red", "green"), True)
    assert (str(colour.label), str(colour.explanation)) == ("Colour", "What a skipper sees.")
    assert (depth.kind, str(depth.label), depth.required) == ("number", "Depth", False)
    assert (lights.kind, is_lit.kind) == ("texts", "tick")


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        ("line", "  A line. ", "A line."),
        ("text", "one\r\ntwo\r\n", "one\ntwo"),
        ("text", " \n", None),
        ("number", "1,5", 1.5),
        ("number", "2", 2),
        ("number", "much", "much"),
        ("date", "2026-02-01", datetime.date(2026, 2, 1)),
        ("date", "2026-02-31", "2026-02-31"),
        ("lines", "one\n\n two", ["one", "two"]),
        ("texts", "Ropes lie\nlamp: It burns: red", {"ropes-lie": "Ropes lie", "lamp": "It burns: red"}),
        ("tick", "true", True),
        ("tick", "", None),
    ],
)  # fmt: skip
def test_what_a_browser_sends_becomes_a_value_of_the_file(kind: Kind, given: str, value: object) -> None:
    field = next(field for field in form_fields(Level, Framework) if field.kind == "line")
    field = type(field)(("x",), kind, field.label, field.explanation)
    assert read_value(field, given) == value
    if kind in ("lines", "texts", "text", "line"):
        assert read_value(field, shown_value(field, {"x": value})) == value


def test_a_draft_asks_for_its_texts_later_and_for_all_else_at_once() -> None:
    fields = form_fields(Level, Framework)
    values, missing = filled(fields, {"draft": "true", "title": "Quay"}, ("title",), str)
    said = {field.name: value for field, value in values.items() if value is not None}
    assert missing == {}
    assert said.keys() == {"title", "summary", "draft"}
    assert is_prompt(said["summary"])

    _, missing = filled(fields, {"title": "Quay"}, ("title",), str)
    assert missing.keys() == {"summary"}
    _, missing = filled(fields, {"draft": "true", "span.from": "1"}, ("title",), str)
    assert missing.keys() == {"title", "span.to", "span.confidence"}
