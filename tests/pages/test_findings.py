"""What the page of findings and the pages of the scale's bands are given."""

import re
from dataclasses import replace
from typing import Any

from generator.pages import SiteData, pages
from tests import builders
from tests.pages.test_comparing import TEMPLATES, given, site_of
from tests.rendering import renderer_of

SITE = site_of(builders.loaded_project().atlas())


def ids(parts: Any) -> list[str]:
    """The ends of parts as they are written."""
    return [str(part.end) for part in parts]


def test_findings_stand_by_their_kinds_in_the_files_order() -> None:
    page = given(SITE, "findings/")
    assert [(kind, [found.finding.id for found in items]) for kind, items in page["kinds"]] == [
        ("agreement", ["every-boat"]),
        ("contradiction", ["when-light"]),
        ("silence", ["storms"]),
    ]


def test_every_sentence_leads_to_the_texts_that_it_rests_on() -> None:
    page = given(SITE, "findings/")
    addresses = [
        [ground.address for ground in grounds]
        for _, items in page["kinds"]
        for found in items
        for _, grounds in found.positions
    ]
    assert addresses == [
        ["frameworks/harbour/levels/port/", "frameworks/harbour/#step-dock--port"],
        ["frameworks/lantern/levels/lighthouse/"],
        ["frameworks/lantern/levels/candle/"],
        ["frameworks/harbour/#crew-dock", "frameworks/harbour/#claim-most-stay"],
    ]


def test_a_text_without_a_page_of_its_own_is_named_by_its_title_or_its_two_levels() -> None:
    (_, [agreement]), (_, [contradiction]), _ = given(SITE, "findings/")["kinds"]
    (_, (port, step)), _ = agreement.positions
    _, (_, (cell, claim)) = contradiction.positions
    assert (port.part.title, ids(step.ends)) == ("Port", ["harbour/levels/dock", "harbour/levels/port"])
    assert (cell.part.title, claim.title) == ("Crew", "80%")


def test_two_texts_at_one_place_are_named_once() -> None:
    data = builders.loaded_project().atlas()
    item = data.shared.findings.findings[0]
    twice = item.positions[1].model_copy(update={"rests_on": ("harbour/levels/pier/signs/one-plank",) * 2})
    found = item.model_copy(update={"positions": (twice, item.positions[0])})
    findings = data.shared.findings.model_copy(update={"findings": (found,)})
    [(_, [shown]), *_] = given(
        site_of(replace(data, shared=replace(data.shared, findings=findings))), "findings/"
    )["kinds"]
    assert [ground.address for ground in shown.positions[0][1]] == ["frameworks/harbour/levels/pier/"]


def test_a_framework_that_neither_speaks_nor_is_silent_has_not_been_read() -> None:
    kinds = dict(given(SITE, "findings/")["kinds"])
    assert [item.id for item in kinds["agreement"][0].silent] == ["mill"]
    assert [item.id for item in kinds["contradiction"][0].read] == ["harbour", "lantern"]
    assert [item.id for item in kinds["contradiction"][0].unread] == ["mill"]
    assert kinds["silence"][0].unread == ()


def test_a_framework_that_comes_later_makes_no_sentence_false_that_speaks_of_all() -> None:
    data = builders.loaded_project().atlas()
    finding = data.shared.findings.findings[2]
    findings = data.shared.findings.model_copy(update={"findings": (finding,)})
    data = replace(data, shared=replace(data.shared, findings=findings))
    later = replace(data, frameworks=(*data.frameworks, builders.framework("raft")))
    before, after = (_page_of(site_of(atlas)) for atlas in (data, later))

    assert "What none of them says" in before
    assert "Nobody has read these for it yet" not in before
    assert "What none of them says" not in after
    assert "What none says that was read for it" in after
    assert "Read from all of them together" in before
    assert "Read from all of them together" not in after
    assert "This was read from: Harbour, en: Lantaarn, Mill. " in after
    assert "Nobody has read these for it yet, so it says nothing of them: raft." in after


def _page_of(site: SiteData) -> str:
    """The page of findings, as it reads."""
    page = next(page for page in pages(site) if page.address == "findings/")
    html = renderer_of(TEMPLATES, site).page(page).html
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def test_a_band_shows_the_levels_that_lie_there_and_names_what_reaches_in() -> None:
    page = given(SITE, "findings/rising/")
    assert ids(page["here"]) == ["harbour/levels/dock"]
    assert ids(page["reaching"]) == ["mill/layers/wheel"]
    assert [item.id for item in page["none"]] == ["lantern"]
    assert (page["previous"].id, page["next"].id) == ("ebb", "high")


def test_a_band_shows_the_findings_that_name_it_and_no_others() -> None:
    assert [found.finding.id for found in given(SITE, "findings/high/")["found"]] == ["every-boat"]
    assert given(SITE, "findings/ebb/")["found"] == []


def test_a_band_shows_what_its_levels_say_on_each_theme_and_not_how_to_leave_them() -> None:
    levels = [builders.level(1, (0, 1), signs={"plank": "One plank."}), builders.level(2, (1, 2))]
    said = ["ferry/levels/level-1/signs", "ferry/transitions/level-1--level-2/actions"]
    ferry = builders.framework(
        "ferry",
        levels=levels,
        transitions=[{"from": "level-1", "to": "level-2", "actions": {"hire": "Hire a pilot."}}],
        dimensions=[{"id": "crew", "title": "Crew", "themes": ["people"]}],
        cells={"crew": {"level-1": "Nobody.", "level-2": "A crew."}},
        on_themes=[{"theme": "people", "items": said}],
    )
    page = given(site_of(builders.atlas(ferry)), "findings/band-1/")
    [(theme, groups)] = page["subjects"]
    assert theme.id == "people"
    assert [(str(level.end), texts) for level, texts in groups] == [
        ("ferry/levels/level-1", ["Nobody.", "One plank."])
    ]
