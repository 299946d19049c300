"""Describe the list of all files as it is published."""

from pydantic import Field

from generator.export.shapes.common import Address, Licensed, Shape


class File(Shape):
    """One published file."""

    path: Address
    type: str
    bytes: int
    schema_: Address | None = Field(alias="schema")


class Index(Licensed):
    """Everything that is published."""

    name: str
    api: str
    default_language: str
    languages: list[str]
    files: list[File]
