"""Check themes, scale and glossary: ids that stand twice, and references that are missing or wrong."""

from collections.abc import Iterator
from typing import Any

from generator.load import Document, Loaded
from generator.model import texts_on
from generator.problems import Problem, say
from generator.validate.frameworks import dangling, items_of


def shared_ids_are_unique(loaded: Loaded) -> Iterator[Problem]:
    """No theme, band, term or finding has the id of another."""
    lists: tuple[tuple[Document[Any] | None, str], ...] = (
        (loaded.themes, "themes"),
        (loaded.scale, "bands"),
        (loaded.glossary, "terms"),
        (loaded.findings, "findings"),
    )
    for document, name in lists:
        seen: set[str] = set()
        for i, item in enumerate(getattr(document.record, name) if document else ()):
            if document and item.id in seen:
                message = say("%(name)s: the id '%(id)s' stands here twice", name=name, id=item.id)
                yield Problem("F203", document.value(name, i), message, say("Give one of them another id"))
            seen.add(item.id)


def dimensions_have_themes(loaded: Loaded) -> Iterator[Problem]:
    """Every dimension and every layer belongs to at least one theme; without that no theme page shows it."""
    for document, name, i, item in items_of(loaded, "dimensions", "layers"):
        if not item.themes:
            message = say("%(name)s: '%(id)s' belongs to no theme", name=name, id=item.id)
            hint = say("Add 'themes:' with ids from themes.yaml")
            yield Problem("F214", document.value(name, i), message, hint, "warning")


def theme_texts_exist(loaded: Loaded) -> Iterator[Problem]:
    """What a framework says on a theme is there, and each theme has either texts or why there are none."""
    for document in loaded.frameworks:
        for i, item in enumerate(document.record.on_themes):
            place = document.value("on_themes", i)
            for j, path in enumerate(item.items):
                if not texts_on(document.record, path):
                    message = say("on_themes: '%(path)s' leads to no text in this file", path=path)
                    hint = say("Write the path as it stands in the file: id/levels/level/list/text")
                    yield Problem("F220", document.value("on_themes", i, "items", j), message, hint)
            if bool(item.items) == bool(item.silent):
                message = say("on_themes: '%(theme)s' needs either 'items' or 'silent'", theme=item.theme)
                hint = say("List what is said on it, or say why the source is silent")
                yield Problem("F221", place, message, hint)


def terms_name_known_frameworks(loaded: Loaded) -> Iterator[Problem]:
    """A glossary term names frameworks that exist."""
    if loaded.glossary is None:
        return
    known = [document.record.id for document in loaded.frameworks]
    for i, term in enumerate(loaded.glossary.record.terms):
        for j, framework_id in enumerate(term.frameworks):
            if framework_id not in known and framework_id not in loaded.broken:
                place = loaded.glossary.value("terms", i, "frameworks", j)
                yield dangling(place, f"terms.{term.id}", framework_id, known)


RULES = (shared_ids_are_unique, dimensions_have_themes, theme_texts_exist, terms_name_known_frameworks)
