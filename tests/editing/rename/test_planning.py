"""A renaming changes every place that names a thing, and nothing else; going back gives the same bytes."""

import datetime
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import cycle

import pytest

from generator.editing.rename.finding import given_names
from generator.editing.rename.planning import Files, plan
from generator.load import Loaded
from generator.model import Name, mentions
from generator.translate import view
from generator.validate import validate
from tests.editing.rename.projects import after, catalogues, invented, languages, loaded, renamed, shipped

TODAY = datetime.date(2026, 1, 31)
INVENTED = sorted(given_names(loaded(invented())))


@pytest.mark.slow
@pytest.mark.parametrize("name", INVENTED, ids="/".join)
def test_whatever_has_an_id_can_get_another_and_its_own_again(name: Name) -> None:
    files = invented()
    # A framework moves in the alphabet, and with it the heads of its crosswalks.
    new = "zzz" if len(name) == 1 else "a-new-id"
    there = renamed(files, "/".join(name), new, TODAY)
    assert (*name[:-1], new) in given_names(loaded(there))
    assert name not in given_names(loaded(there))
    assert_as_sound(files, there)
    back = renamed(there, "/".join((*name[:-1], new)), name[-1])
    assert back.data == files.data
    assert back.catalogues == files.catalogues
    assert back.prose == files.prose


@pytest.mark.parametrize(("name", "new"), list(zip(INVENTED, cycle(["1", "null"]), strict=False)), ids=str)
def test_an_id_that_yaml_would_read_as_something_else_is_put_in_quotes(name: Name, new: str) -> None:
    there = loaded(renamed(invented(), "/".join(name), new, TODAY))
    assert (*name[:-1], new) in given_names(there)
    assert codes(there) == codes_of_invented()


@pytest.mark.slow
def test_a_part_of_each_kind_and_its_framework_can_be_renamed_in_the_shipped_data() -> None:
    names = sorted(given_names(loaded(shipped())))
    parts = [
        next(name for name in names if name[1:2] == (kind,)) for kind in ("dimensions", "layers", "levels")
    ]
    owners = [(owner,) for owner in sorted({name[0] for name in parts})]
    there = shipped()
    for number, name in enumerate([*parts, *owners]):
        there = renamed(there, "/".join(name), f"a-new-id-{number}", TODAY)
    assert given_names(loaded(there)).keys().isdisjoint([*parts, *owners])
    assert len(loaded(there).atlas().redirects.redirects) == len(parts) + len(owners)
    assert_as_sound(shipped(), there)


def assert_as_sound(files: Files, there: Files) -> None:
    before, now = loaded(files), loaded(there)
    assert codes(now) == codes(before)
    assert len(given_names(now)) == len(given_names(before))
    for language in languages(files):
        old = view(before.atlas(), language, catalogues(files, language))
        new = view(now.atlas(), language, catalogues(there, language))
        assert Counter(gap.state for gap in new.gaps) == Counter(gap.state for gap in old.gaps)
        assert sum(new.totals.values()) == sum(old.totals.values())


def codes(found: Loaded) -> Counter[str]:
    return Counter(problem.code for problem in validate(found))


@cache
def codes_of_invented() -> Counter[str]:
    return codes(loaded(invented()))


def test_no_id_is_left_where_it_was() -> None:
    there = renamed(invented(), "harbour", "bay", TODAY)
    names = {mention.name for document in loaded(there).documents for mention in mentions(document.record)}
    assert {name for name in names if "harbour" in name} == {("harbour",)}  # the redirect's own
    assert set(there.data) >= {"frameworks/bay.yaml", "frameworks/crosswalks/bay--lantern.yaml"}
    assert "locales/nl/LC_MESSAGES/bay.po" in there.catalogues


def test_a_framework_that_moves_in_the_alphabet_swaps_its_crosswalks_heads_and_no_relation() -> None:
    there = renamed(invented(), "harbour", "port")
    text = there.data["frameworks/crosswalks/lantern--port.yaml"].decode()
    assert text.startswith("subject: lantern\nobject: port\n")
    old, new = (
        {walk.key: walk.mappings for walk in loaded(files).atlas().crosswalks}
        for files in (invented(), there)
    )
    for before, now in zip(old["harbour--lantern"], new["lantern--port"], strict=True):
        assert now.subject == before.subject.replace("harbour/", "port/")
        changed = {"subject", "object"}
        assert now.model_dump(exclude=changed) == before.model_dump(exclude=changed)


def test_a_dimension_and_a_level_of_one_id_are_not_taken_for_each_other() -> None:
    files = invented()
    text = files.data["frameworks/harbour.yaml"].decode()
    data = {**files.data, "frameworks/harbour.yaml": text.replace("charts", "pier").encode()}
    there = renamed(Files(data, {}, {}), "harbour/dimensions/pier", "maps")
    cells = loaded(there).atlas().framework("harbour").cells
    assert {dimension: list(row) for dimension, row in cells.items()} == {
        "crew": ["pier", "dock", "port"],
        "maps": ["pier", "dock", "port"],
    }


def test_comments_order_quotes_and_line_ends_stay_as_they_are() -> None:
    files = invented()
    text = "\ufeff# About pier.\r\n" + files.data["frameworks/harbour.yaml"].decode().replace(
        "    to: dock\n", "    to: 'dock' # the dock\n"
    ).replace("levels: [pier]", 'levels: ["pier"]  # pier').replace(
        "    pier: None.", '    "pier": None.'
    ).replace("\n", "\r\n")
    data = {**files.data, "frameworks/harbour.yaml": text.encode()}
    there = renamed(renamed(Files(data, {}, {}), "harbour/pier", "jetty"), "harbour/dock", "quay")
    expected = (
        text.replace("id: pier", "id: jetty")
        .replace("from: pier", "from: jetty")
        .replace('["pier"]', '["jetty"]')
        .replace("    pier:", "    jetty:")
        .replace('    "pier":', '    "jetty":')
        .replace("id: dock", "id: quay")
        .replace("from: dock", "from: quay")
        .replace("'dock'", "'quay'")
        .replace("    dock:", "    quay:")
        .replace("reaches: dock", "reaches: quay")
        .replace("level: dock", "level: quay")
        .replace("charts: pier", "charts: jetty")
        .replace("crew: dock", "crew: quay")
        .replace("harbour/levels/pier", "harbour/levels/jetty")
    )
    assert there.data["frameworks/harbour.yaml"].decode() == expected


def test_links_in_prose_follow_and_a_translation_of_the_page_stays_current() -> None:
    there = renamed(renamed(invented(), "harbour/pier", "jetty"), "harbour", "port")
    english = there.prose["docs/en/guide.md"].decode()
    assert "[one](frameworks/port/index.md)" in english
    assert '[two](frameworks/port/levels/jetty/index.md#cell-crew "Pier")' in english
    assert "[three](frameworks/port/index.md#crew-jetty)" in english
    assert "[five]: crosswalks/mill--port/index.md#wheel-dock" in english
    assert "Not these: frameworks/harbour/index.md, [x](https://a.example/frameworks/harbour/)" in english
    assert there.prose["docs/en/deep/er.md"] == b"[up](../frameworks/port/levels/dock/index.md)\r\n"
    assert there.version_of(english) in there.prose["docs/nl/guide.md"].decode()


def test_links_to_terms_and_themes_follow() -> None:
    there = renamed(renamed(invented(), "themes/people", "crowd"), "glossary/berth", "mooring")
    english = there.prose["docs/en/guide.md"].decode()
    assert '<a href="../themes/crowd/">six</a>' in english


def test_what_had_an_address_gets_a_redirect_and_a_text_in_a_list_does_not() -> None:
    there = renamed(invented(), "harbour/pier", "jetty", TODAY)
    there = renamed(there, "harbour/one-plank", "a-plank", TODAY)
    assert there.data["frameworks/redirects.yaml"].decode() == (
        "# yaml-language-server: $schema=../schemas/redirects.schema.json\n"
        "redirects:\n"
        "  - from: harbour/levels/pier\n"
        "    to: harbour/levels/jetty\n"
        "    since: 2026-01-31\n"
    )


def test_redirects_always_lead_to_the_ids_of_today() -> None:
    there = renamed(invented(), "harbour/pier", "jetty", TODAY)
    there = renamed(there, "harbour/jetty", "quay", TODAY)
    there = renamed(there, "harbour", "port", TODAY)
    redirects = loaded(there).atlas().redirects
    assert [(item.former, item.to) for item in redirects.redirects] == [
        ("harbour/levels/pier", "port/levels/quay"),
        ("harbour/levels/jetty", "port/levels/quay"),
        ("harbour", "port"),
    ]
    assert redirects.today(("harbour", "dimensions", "crew")) == ("port", "dimensions", "crew")
    assert set(redirects.former(("port", "levels", "quay"))) == {
        ("harbour", "levels", "pier"),
        ("harbour", "levels", "jetty"),
        ("harbour", "levels", "quay"),
    }


def test_going_back_takes_the_redirect_away_and_leaves_one_from_what_it_was_meanwhile() -> None:
    there = renamed(invented(), "harbour/pier", "jetty", TODAY)
    back = renamed(there, "harbour/jetty", "pier", TODAY)
    redirects = loaded(back).atlas().redirects.redirects
    assert [(item.former, item.to) for item in redirects] == [("harbour/levels/jetty", "harbour/levels/pier")]


def test_an_id_that_cannot_be_changed_in_place_is_told_and_nothing_is_planned() -> None:
    files = invented()
    text = files.data["frameworks/harbour.yaml"].decode().replace("reaches: dock", 'reaches: "\\x64ock"')
    planned, problems = plan(
        Files({**files.data, "frameworks/harbour.yaml": text.encode()}, {}, {}), "harbour/dock", "quay", None
    )
    assert planned is None
    assert [(problem.code, problem.place.line) for problem in problems] == [("R808", 87)]


def test_redirects_that_are_not_a_list_of_lines_are_told() -> None:
    flow = b"redirects: [{from: bay, to: harbour}]\n"
    files = Files({**invented().data, "frameworks/redirects.yaml": flow}, {}, {})
    planned, problems = plan(files, "harbour/dock", "quay", TODAY)
    assert planned is None
    assert [problem.code for problem in problems] == ["R807"]


def test_a_catalogue_that_was_left_behind_is_not_written_over() -> None:
    files = invented()
    left = {**files.catalogues, "locales/nl/LC_MESSAGES/bay.po": b'msgid ""\nmsgstr ""\n'}
    planned, problems = plan(Files(files.data, left, {}), "harbour", "bay", None)
    assert planned is None
    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("R809", "locales/nl/LC_MESSAGES/bay.po")
    ]


def test_data_with_errors_is_not_renamed() -> None:
    files = invented()
    text = files.data["frameworks/mill.yaml"].decode().replace("kind: layers", "kind: steps")
    planned, problems = plan(
        Files({**files.data, "frameworks/mill.yaml": text.encode()}, {}, {}), "harbour/dock", "quay", None
    )
    assert planned is None
    assert [problem.code for problem in problems] == ["S103"]


def test_a_plan_says_how_many_words_change_in_which_files() -> None:
    planned, _ = plan(invented(), "harbour/pier", "jetty", TODAY)
    assert planned is not None
    places = {change.after: change.places for change in planned.changes}
    assert places["frameworks/harbour.yaml"] == 7
    assert places["frameworks/crosswalks/harbour--mill.yaml"] == 1
    assert places["frameworks/redirects.yaml"] == 1
    assert planned.places == sum(places.values())
    assert after(invented(), planned).data != invented().data


def test_what_was_counted_at_a_level_follows_it() -> None:
    count = (
        "id: count\nsource_language: en\nframework: harbour\ntitle: All\ndocument: A count\n"
        "publisher: The ports\nyear: 2026\nn: 30\nbars:\n  - from: dock\n    to: port\n    count: 30\n"
    )
    files = replace(invented(), data={**invented().data, "frameworks/benchmarks/count.yaml": count.encode()})

    there = renamed(renamed(files, "harbour/dock", "quay"), "benchmarks/count", "tally")

    [benchmark] = loaded(there).benchmarks
    assert benchmark.file == "frameworks/benchmarks/tally.yaml"
    assert [(bar.low, bar.high) for bar in benchmark.record.bars] == [("quay", "port")]
    assert codes(loaded(there)) == codes(loaded(files))
