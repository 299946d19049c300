"""What names a level follows what becomes of it, and what was judged of another text is a draft again."""

from dataclasses import replace

import pytest

from generator.editing.levels import finding
from generator.editing.levels.finding import Choice
from generator.editing.levels.planning import Asked, plan_change
from generator.load import load_contents
from generator.problems import Message
from tests.editing.levels.test_levels import DAY, done, harbour, project, told
from tests.editing.rename.projects import catalogues, loaded


def test_a_level_moves_with_its_comment_and_what_rests_on_the_order_follows() -> None:
    there, plan = done(project(), "harbour/port", finding.moving(None, "dock"))

    framework = harbour(there)
    assert [(level.number, level.id) for level in framework.levels] == [(1, "pier"), (2, "port"), (3, "dock")]
    assert [question.reaches for question in framework.self_assessment] == ["port", "dock"]
    assert [step.key for step in framework.transitions] == ["pier--dock"]
    assert [bar.low for bar in loaded(there).benchmarks[0].record.bars] == ["pier", "port", "dock"]
    assert framework.levels[1].span is None
    assert "goes: harbour/transitions/dock--port: Hire pilots." in told(plan)
    assert "goes: harbour/levels/port/span: 2.5–4 · Each boat is known." in told(plan)
    assert "dock 2 → 3, port 3 → 2" in told(plan)
    assert b"  # the best\n  - id: port\n    number: 2\n" in there.data["frameworks/harbour.yaml"]


def test_a_level_is_removed_with_all_that_is_about_it_and_its_address_says_so() -> None:
    there, plan = done(project(), "harbour/dock", finding.removing, instead="port")

    atlas = loaded(there).atlas()
    [notice] = atlas.redirects.withdrawn
    assert (notice.id, notice.title, notice.instead) == ("harbour/levels/dock", "Dock", "harbour/levels/port")
    assert set(notice.parts) == {
        *("harbour/practices/coil-ropes", "harbour/profiles/fishing-port"),
        "crosswalks/harbour--mill/mappings/wheel-dock",
    }
    assert "dock" not in repr(replace(atlas, redirects=None))  # type: ignore[arg-type]
    assert atlas.benchmarks == ()
    assert [finding.reviewer for finding in atlas.shared.findings.findings[:1]] == [None]
    assert "goes: frameworks/benchmarks/count.yaml: it counts what is no longer there" in told(plan)


def test_without_a_day_no_address_is_kept() -> None:
    plan, _ = plan_change(project(), Asked("harbour/dock", finding.removing), Message.text)
    assert plan is not None
    assert "frameworks/redirects.yaml" not in {change.after for change in plan.changes}


def test_two_levels_become_one_and_what_was_judged_of_either_is_a_draft() -> None:
    there, plan = done(project(), "harbour/dock", finding.merging("port"))

    atlas, framework = loaded(there).atlas(), harbour(there)
    assert [level.id for level in framework.levels] == ["pier", "port"]
    span = framework.levels[1].span
    assert span is not None
    assert (span.start, span.end, span.confidence) == (1, 4, "low")
    assert framework.cells["crew"]["port"].startswith("✎")
    assert framework.cells["crew"]["port"].endswith("\n\nTwo people with a rota.\n\nA crew with pilots.")
    assert [step.key for step in framework.transitions] == ["pier--port"]
    assert [(item.id, item.reaches) for item in framework.self_assessment] == [("has-berths", "port")]
    assert [(item.former, item.to) for item in atlas.redirects.redirects] == [
        ("harbour/levels/dock", "harbour/levels/port")
    ]
    assert [(bar.low, bar.count) for bar in atlas.benchmarks[0].bars] == [("pier", 10), ("port", 20)]
    judged = {item.id: item for walk in atlas.crosswalks for item in walk.mappings}
    assert [name for name, item in judged.items() if item.draft] == [
        *("port-lighthouse", "wheel-dock", "port-stones")
    ]
    assert judged["pier-candle"].reviewer == "B. Keeper"
    assert judged["wheel-dock"].object == "harbour/levels/port"
    assert "4 to judge again" in told(plan)
    assert "not published until its texts are written: harbour" in told(plan)


def test_a_level_becomes_two_that_both_wait_for_their_texts() -> None:
    there, _ = done(project(), "harbour/dock", finding.splitting("berth", "dock"))

    atlas, framework = loaded(there).atlas(), harbour(there)
    assert [level.id for level in framework.levels] == ["pier", "berth", "dock", "port"]
    assert [level.title for level in framework.levels][1:3] == ["✎ Title of 'berth'", "Dock"]
    assert [step.key for step in framework.transitions] == ["pier--berth", "dock--port"]
    assert [(bar.low, bar.high) for bar in atlas.benchmarks[0].bars][1] == ("berth", "dock")
    assert framework.practices[0].level == "berth"
    assert framework.profiles[0].targets == {"crew": "dock", "charts": "pier"}
    ends = [(item.id, item.object, item.draft) for item in atlas.crosswalks[1].mappings][:2]
    assert ends == [
        ("wheel-dock", "harbour/levels/berth", True),
        ("wheel-dock-dock", "harbour/levels/dock", True),
    ]
    assert atlas.redirects.redirects == ()


def test_a_text_that_stands_elsewhere_keeps_its_translation() -> None:
    there, _ = done(project(), "harbour/dock", finding.merging("pier"))

    entry = catalogues(there, "nl")["harbour"]["transitions.pier--port.actions.hire-pilots"]
    assert (entry.translation, entry.fuzzy) == ("nl: Hire pilots.", False)


def test_old_addresses_lead_on_to_what_there_is() -> None:
    renamed = b"redirects:\n  - from: harbour/levels/quay\n    to: harbour/levels/dock\n"
    files = replace(project(), data={**project().data, "frameworks/redirects.yaml": renamed})

    merged, _ = done(files, "harbour/dock", finding.merging("port"))
    removed, _ = done(files, "harbour/dock", finding.removing)

    assert [item.to for item in loaded(merged).atlas().redirects.redirects] == ["harbour/levels/port"] * 2
    [notice] = loaded(removed).atlas().redirects.withdrawn
    assert "harbour/levels/quay" in notice.parts


def test_links_of_pages_by_hand_follow_or_are_named() -> None:
    merged, _ = done(project(), "harbour/dock", finding.merging("port"))
    _, plan = done(project(), "harbour/dock", finding.removing)

    assert b"(../frameworks/harbour/levels/port/index.md)" in merged.prose["docs/en/deep/er.md"]
    assert "this line links to it: docs/en/deep/er.md:1" in told(plan)


def test_what_cannot_be_changed_in_place_is_told_and_nothing_is_planned() -> None:
    text = (
        project()
        .data["frameworks/harbour.yaml"]
        .replace(b"levels: [pier]", b"levels: [pier,\n      # the second\n      dock]")
    )
    files = replace(project(), data={**project().data, "frameworks/harbour.yaml": text})
    assert load_contents(files.data, "frameworks")[1] == ()

    plan, [problem] = plan_change(files, Asked("harbour/dock", finding.removing, DAY), Message.text)

    assert (plan, problem.code) == (None, "R812")


@pytest.mark.parametrize(
    ("level", "choice", "code"),
    [
        ("harbour/peer", finding.removing, "R801"),
        ("pier", finding.removing, "R801"),
        ("harbour/pier", finding.merging("quay"), "R801"),
        ("harbour/pier", finding.merging("port"), "R811"),
        ("harbour/pier", finding.moving(None, "dock"), "R811"),
        ("harbour/pier", finding.splitting("Pier", "quay"), "R803"),
        ("harbour/pier", finding.splitting("pier", "dock"), "R805"),
        ("harbour/pier", finding.splitting("pier", "pier"), "R805"),
    ],
)
def test_what_cannot_be_done_is_refused(level: str, choice: Choice, code: str) -> None:
    plan, [problem] = plan_change(project(), Asked(level, choice, DAY), Message.text)
    assert (plan, problem.code, problem.place.file) == (None, code, "")
