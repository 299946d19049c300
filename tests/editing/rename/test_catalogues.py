"""Contexts are renamed by what each step means; everything else of a catalogue stays to the byte."""

import pytest

from generator.editing.rename.catalogues import renamed_catalogue
from generator.editing.rename.renaming import Renaming

PIER = Renaming(("harbour", "levels", "pier"), ("harbour", "levels", "jetty"))
FRAMEWORK = Renaming(("harbour",), ("port",))
PEOPLE = Renaming(("themes", "people"), ("themes", "crowd"))
NONE = "crosswalks.bay--harbour.no_counterpart.harbour-"
WALK, OTHER = "crosswalks.harbour--lantern.", "crosswalks.lantern--port."


@pytest.mark.parametrize(
    ("renaming", "domain", "before", "after"),
    [
        (PIER, "harbour", "levels.pier.title", "levels.jetty.title"),
        (PIER, "harbour", "levels.pier.signs.pier", "levels.jetty.signs.pier"),
        (PIER, "harbour", "cells.crew.pier", "cells.crew.jetty"),
        (PIER, "harbour", "cells.pier.pier", "cells.pier.jetty"),
        (PIER, "harbour", "dimensions.pier.title", "dimensions.pier.title"),
        (PIER, "harbour", "transitions.pier--dock.actions.a", "transitions.jetty--dock.actions.a"),
        (PIER, "harbour", "notes.pier", "notes.pier"),
        (PIER, "harbour", "gone.pier.title", "gone.pier.title"),
        (PIER, "lantern", "levels.pier.title", "levels.pier.title"),
        (PIER, "shared", f"{NONE}levels-pier.reason", f"{NONE}levels-jetty.reason"),
        (PIER, "shared", f"{NONE}cells-crew-pier.reason", f"{NONE}cells-crew-jetty.reason"),
        (FRAMEWORK, "shared", f"{WALK}mappings.one.note", f"{OTHER}mappings.one.note"),
        (
            FRAMEWORK,
            "shared",
            f"{WALK}no_counterpart.harbour-layers-a-b.reason",
            f"{OTHER}no_counterpart.port-layers-a-b.reason",
        ),
        (FRAMEWORK, "shared", "glossary.terms.harbour.title", "glossary.terms.harbour.title"),
        (PEOPLE, "shared", "themes.people.title", "themes.crowd.title"),
    ],
)
def test_each_step_is_read_by_what_it_means(renaming: Renaming, domain: str, before: str, after: str) -> None:
    text, count = renamed_catalogue(f'msgctxt "{before}"\n', domain, renaming, {})
    assert text == f'msgctxt "{after}"\n'
    assert count == (before != after)


def test_entries_in_use_fuzzy_and_obsolete_keep_their_translations_flags_and_form() -> None:
    before = (
        '#, fuzzy\n#| msgctxt "levels.pier.title"\n#| msgid "Pear"\nmsgctxt "levels.pier.title"\n'
        'msgid "Pier of levels.pier.title"\nmsgstr "Pier"\n\n'
        '#~| msgid "Sign"\n#~ msgctxt "levels.pier.signs.gone"\n#~ msgid "A sign"\n#~ msgstr "Teken"\n'
    )
    after, count = renamed_catalogue(before, "harbour", PIER, {})
    assert count == 3
    expected = before.replace('ctxt "levels.pier.', 'ctxt "levels.jetty.')
    assert after == expected
    assert renamed_catalogue(after, "harbour", Renaming(PIER.new, PIER.old), {})[0] == before


def test_a_context_that_a_program_wrapped_stays_wrapped() -> None:
    before = 'msgctxt ""\n"levels.pier.title"\nmsgid ""\n"levels.pier.title"\n'
    after, _ = renamed_catalogue(before, "harbour", PIER, {})
    assert after == 'msgctxt ""\n"levels.jetty.title"\nmsgid ""\n"levels.pier.title"\n'
    broken = 'msgctxt "levels.pi"\r\n"er.title"\r\nmsgid "Pier"\r\n'
    assert (
        renamed_catalogue(broken, "harbour", PIER, {})[0]
        == 'msgctxt "levels.jetty.title"\r\nmsgid "Pier"\r\n'
    )


def test_what_the_data_has_is_known_exactly() -> None:
    known = {"levels.pier.title": "levels.quay.title"}
    assert renamed_catalogue('msgctxt "levels.pier.title"', "harbour", PIER, known)[0] == (
        'msgctxt "levels.quay.title"'
    )


def test_a_frameworks_catalogue_says_its_new_name() -> None:
    before = (
        'msgid ""\nmsgstr ""\n"X-Domain: harbour\\n"\n\n'
        '#: frameworks/harbour.yaml\nmsgctxt "title"\nmsgid "harbour"\n'
    )
    after, _ = renamed_catalogue(before, "harbour", FRAMEWORK, {})
    assert after == before.replace("X-Domain: harbour", "X-Domain: port").replace("s/harbour.y", "s/port.y")
