"""What an edition keeps, and whether the content of today is still that."""

import datetime
from dataclasses import replace
from pathlib import Path

from generator.edition import Archive, Content, file_of, read_editions
from generator.model import Atlas, Edition, Editions, Redirects
from tests import builders

FIRST = Edition(id="2026.01", date=datetime.date(2026, 1, 31))
SECOND = Edition(id="2026.02", date=datetime.date(2026, 2, 28))
TODAY = builders.loaded_project().atlas()


def archive(data: Atlas, *kept: tuple[Edition, Content], untranslated: tuple[str, ...] = ()) -> Archive:
    """The archive of some content, with editions."""
    shared = replace(data.shared, editions=Editions(editions=tuple(edition for edition, _ in kept)))
    data = replace(data, shared=shared)
    views = builders.views(data, "en", "nl", untranslated=untranslated)
    return Archive(data, views, {edition.id: content for edition, content in kept})


HELD = archive(TODAY).content


def changed(data: Atlas) -> bool:
    """Whether content differs from that of the latest edition."""
    published = archive(data, (FIRST, HELD)).published
    assert published is not None
    return published.changed


def with_framework(data: Atlas, **changes: object) -> Atlas:
    """The data with its first framework changed."""
    first, *others = data.frameworks
    return replace(data, frameworks=(first.model_copy(update=changes), *others))


def test_without_editions_nothing_is_published() -> None:
    assert archive(TODAY).published is None


def test_the_same_content_is_its_edition() -> None:
    published = archive(TODAY, (FIRST, HELD)).published
    assert published is not None
    assert (published.edition.id, published.version) == ("2026.01", "2026.01")


def test_any_changed_text_fact_or_translation_is_a_change_since_the_edition() -> None:
    assert not changed(TODAY)
    assert changed(with_framework(TODAY, summary="Another."))
    assert changed(with_framework(TODAY, publisher="Somebody"))
    lost = archive(TODAY, (FIRST, HELD), untranslated=("nl",)).published
    assert lost is not None
    assert lost.version == "2026.01+changes"


def test_an_edition_keeps_translations_and_no_text_in_its_own_language() -> None:
    texts = archive(TODAY, untranslated=("nl",)).content.data["texts"]

    assert "harbour" not in texts["en"]
    assert "lantern" in texts["en"]
    assert texts["nl"] == {}


def test_a_language_that_the_edition_does_not_have_is_no_change() -> None:
    one = archive(TODAY, (FIRST, HELD))
    more = replace(one, views=builders.views(one.atlas, "en", "nl", "de"))
    assert more.published
    assert not more.published.changed


def test_the_latest_edition_is_the_one_that_counts() -> None:
    other = archive(with_framework(TODAY, summary="Another.")).content
    published = archive(TODAY, (FIRST, other), (SECOND, HELD)).published
    assert published is not None
    assert (published.edition.id, published.changed) == ("2026.02", False)


def test_a_file_holds_the_content_and_reads_back_as_it_was(tmp_path: Path) -> None:
    data = archive(TODAY, (FIRST, HELD))
    file = file_of(tmp_path, FIRST.id)
    file.parent.mkdir()
    file.write_bytes(HELD.written(FIRST))
    read, problems = read_editions(tmp_path, tmp_path, data.atlas.shared.editions)
    assert problems == ()
    assert read["2026.01"].written(FIRST) == file.read_bytes()
    assert read["2026.01"].is_in(data.content)


def test_a_missing_damaged_or_foreign_file_is_told(tmp_path: Path) -> None:
    data = archive(TODAY, (FIRST, HELD))
    file = file_of(tmp_path, FIRST.id)
    file.parent.mkdir()
    for content in (None, b"{", b"[]", b'{"edition": "2026.01"}', HELD.written(SECOND)):
        if content is not None:
            file.write_bytes(content)
        _, problems = read_editions(tmp_path, tmp_path, data.atlas.shared.editions)
        assert [problem.code for problem in problems] == ["F250"]
        assert problems[0].place.file == "editions/2026.01.json"


def test_an_id_that_is_gone_is_told_once_with_its_first_edition() -> None:
    gone = Content({**HELD.data, "ids": [*HELD.data["ids"], "harbour/levels/jetty"]})
    told = [str(problem) for problem in archive(TODAY, (FIRST, gone), (SECOND, gone)).lost()]
    assert len(told) == 1
    assert "warning[F252]: 'harbour/levels/jetty' was published in edition 2026.01" in told[0]


def test_what_is_only_being_written_is_not_lost() -> None:
    gone = Content(
        {**HELD.data, "ids": [*HELD.data["ids"], "harbour/levels/jetty", "harbour/cells/crew/jetty"]}
    )
    lost = archive(TODAY, (FIRST, gone)).lost([("harbour", "levels", "jetty")])
    assert [*lost] == []


def test_ids_that_went_from_one_list_are_told_together() -> None:
    names = [f"harbour/levels/jetty-{number}" for number in range(5)]
    gone = Content({**HELD.data, "ids": [*HELD.data["ids"], *names]})
    [told] = archive(TODAY, (FIRST, gone)).lost()
    assert str(told.message).startswith("5 ids were published in edition 2026.01: 'harbour/levels/jetty-0', ")


def test_what_was_withdrawn_is_not_lost() -> None:
    names = ["bay", "bay/levels/plank", "crosswalks/bay--mill/mappings/one"]
    gone = Content({**HELD.data, "ids": [*HELD.data["ids"], *names]})
    notice = {"id": "bay", "title": "The bay", "since": "2026-01-31"}
    data = replace(TODAY, redirects=Redirects.model_validate({"withdrawn": [notice]}))
    assert [*archive(data, (FIRST, gone)).lost()] == []


def test_a_renamed_id_leads_on_with_all_that_belongs_to_it() -> None:
    moved = {"from": "harbour/levels/jetty", "to": "harbour/levels/pier"}
    data = replace(TODAY, redirects=Redirects.model_validate({"redirects": [moved]}))
    before = Content(
        {**HELD.data, "ids": ["harbour/levels/jetty", "harbour/cells/crew/jetty", "harbour/levels/quay"]}
    )
    ids = archive(data, (FIRST, before)).ids()
    assert ids["harbour/levels/jetty"] == "harbour/levels/pier"
    assert ids["harbour/cells/crew/jetty"] == "harbour/cells/crew/pier"
    assert ids["harbour/levels/pier"] == "harbour/levels/pier"
    assert ids["harbour/levels/quay"] is None
