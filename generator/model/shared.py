"""Data that all frameworks share: three YAML files' content in, themes, reference scale and glossary out."""

from pydantic import Field

from generator.model.base import Id, Items, Label, LanguageTag, Record, Text


class Theme(Record):
    """A subject that dimensions and layers of different frameworks have in common."""

    id: Id
    title: Label
    summary: Text


class Themes(Record):
    """`frameworks/themes.yaml`, in the order in which pages list them."""

    source_language: LanguageTag
    themes: Items[Theme]


class Stage(Record):
    """One stage of the reference scale."""

    id: Id
    number: int = Field(ge=1)
    title: Label
    summary: Text


class ReferenceScale(Record):
    """`frameworks/reference-scale.yaml`: the one line on which every level's span lies."""

    source_language: LanguageTag
    title: Label
    summary: Text
    stages: Items[Stage]

    @property
    def length(self) -> int:
        """The scale runs from 0 to this number."""
        return len(self.stages)


class Term(Record):
    """A term of the field; its title may stay untranslated, its definition never does."""

    id: Id
    title: Label
    expansion: Label | None = None
    definition: Text
    frameworks: Items[Id] = ()


class Glossary(Record):
    """`frameworks/glossary.yaml`."""

    source_language: LanguageTag
    terms: Items[Term]
