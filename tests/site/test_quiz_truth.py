"""The quiz tells the truth: it counts as the page says, and no result contradicts itself or the data."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.quiz import RULE, Quiz, definition, letters_of, quiz_of
from generator.quiz.scoring import Result, profile_of, score
from tests import builders
from tests.quiz.contradictions import contradictions
from tests.quiz.vectors import Answers, all_answers, vectors
from tests.site.quiz import (
    CHECKLIST,
    GRADED,
    IN_TURN,
    LADDER,
    LOADED,
    MATRIX,
    QUIZZES,
    Take,
    Taker,
)

MANY = 10_000
# Texts, as Playwright takes long to carry many values.
SCORE = """([quiz, given]) => JSON.stringify(JSON.parse(given).map(answers => {
    const { profile, ...result } = customElements.get("atlas-quiz").score(quiz, answers);
    const ids = asks => asks.map(ask => ask.id);
    return { ...result, lags: ids(result.lags), beyond: ids(result.beyond) };
}))"""
FACTS = """([quiz, given]) => {
    const { facts } = customElements.get("atlas-quiz");
    return JSON.stringify(JSON.parse(given).map(answers => [...facts(quiz, answers)]));
}"""
SHOWN = """() => {
    const parts = [...document.querySelectorAll("atlas-quiz [data-if], atlas-quiz [data-on]")];
    return parts.flatMap(part => (part.dataset.if ?? part.dataset.on).split(" "));
}"""

# Facts of which a page tells the number, whatever it is.
TOLD = """() => [...document.querySelectorAll("atlas-quiz [data-told]")].map(
    part => `${part.dataset.told}:`)"""


def _small() -> dict[str, Quiz]:
    span = {n: (n - 1, n) for n in (1, 2, 3)}
    asked = [
        builders.level(n, span[n], questions={f"a{n}": "Is a?", **({f"b{n}": "Is b?"} if n == 2 else {})})
        for n in span
    ]
    own = [{"id": f"q{n}", "question": "Is it?", "reaches": f"level-{n}"} for n in span]
    cells = {name: {f"level-{n}": f"{name} at {n}" for n in span} for name in "abcd"}
    silent = [{"id": n, "title": n, "silent": [f"level-{at}"]} for at, n in enumerate("abc", 1)]
    holes = {n: {f"level-{i}": f"{n} at {i}" for i in span if i != at} for at, n in enumerate("abc", 1)}
    layers = [builders.level(n, None) | {"id": f"layer-{n}"} for n in (1, 2)]
    frameworks = {
        "graded ladder": builders.framework("stairs", levels=asked),
        "yes or no": builders.framework("stairs", *span.values(), self_assessment=own),
        "matrix": builders.framework(
            "grid", *span.values(), dimensions=[{"id": n, "title": n} for n in "abcd"], cells=cells
        ),
        "matrix with holes": builders.framework("grid", *span.values(), dimensions=silent, cells=holes),
        "one question": builders.framework("stairs", *span.values()),
        "checklist": builders.framework("cake", kind="layers", levels=[], layers=layers),
    }
    return {name: quiz_of(framework) for name, framework in frameworks.items()}


SMALL = _small()


def in_browser(taker: Taker, script: str, quiz: Quiz, given: Sequence[Answers]) -> list[Any]:
    """What the script makes of many sets of answers to a quiz."""
    made: Mapping[str, Any] = json.loads(taker.element.get_attribute("data-quiz") or "")
    asked = made if made["id"] == quiz.id else definition(quiz)
    found: list[Any] = json.loads(taker.tab.evaluate(script, [asked, json.dumps(list(given))]))
    return found


def differences(quiz: Quiz, given: Sequence[Answers], found: Sequence[Mapping[str, Any]]) -> list[Any]:
    """Answers that the script counts otherwise than the page says."""
    known = dict.fromkeys(Result.__dataclass_fields__)
    lists = ("lags", "beyond")
    read = [Result(**{**known, **item, **{name: tuple(item[name]) for name in lists}}) for item in found]
    return [
        (answers, result)
        for answers, result in zip(given, read, strict=True)
        if result != score(quiz, answers) or contradictions(quiz, answers, result)
    ]


def test_every_set_of_answers_to_a_small_quiz_is_counted_as_the_page_says(take: Take) -> None:
    with take(LADDER) as taker:
        for name, quiz in SMALL.items():
            given = list(all_answers(quiz))
            assert differences(quiz, given, in_browser(taker, SCORE, quiz, given)) == [], name


def test_steps_are_counted_in_levels_also_where_a_dimension_lacks_the_description_of_one(take: Take) -> None:
    quiz = SMALL["matrix with holes"]
    answers = {"a": "level-1", "b": "level-3", "c": "level-2"}
    then = {"b": "level-1"}
    script = """([quiz, given]) => {
        const { facts, moved } = customElements.get("atlas-quiz"), [now, then] = JSON.parse(given);
        return JSON.stringify([[...facts(quiz, now)], [...moved(quiz, then, now)]]);
    }"""
    with take(LADDER) as taker:
        said, moves = in_browser(taker, script, quiz, [answers, then])
    boxes = {ask: sum(fact.startswith(f"to:{ask}:") for fact in said) for ask in "abc"}
    assert boxes == {"a": 1, "b": 3, "c": 2}
    assert "moved:b:2" in moves


def spread_of(quiz: Quiz, answers: Answers) -> dict[str, list[str]]:
    """What a matrix says of how far its answers lie apart, of all and of each group."""
    profile = profile_of(quiz, answers)
    groups: dict[str, list[int]] = defaultdict(list)
    for ask in quiz.questions:
        if ask.group and ask.id in profile:
            groups[ask.group].append(profile[ask.id])
    if len(profile) < 2:
        return {"lowest": [], "highest": [], "group": [], "ahead": []}
    ends = {"lowest": min(profile.values()), "highest": max(profile.values())}
    said = {
        name: sorted([str(end), *(f"{end}:{ask}" for ask, number in profile.items() if number == end)])
        for name, end in ends.items()
    }
    said["group"] = sorted(
        fact
        for group, numbers in groups.items()
        for fact in (
            group,
            f"{group}:of:{len(numbers)}",
            f"{group}:low:{min(numbers)}",
            f"{group}:high:{max(numbers)}",
        )
    )
    asked = Counter(ask.group for ask in quiz.questions)
    enough = {group for group, numbers in groups.items() if 5 * len(numbers) >= 3 * asked[group]}
    said["ahead"] = sorted(
        f"{one}:{two}"
        for one in enough
        for two in enough
        if min(groups[one]) > max(groups[two]) + RULE.near_by
    )
    return said


def said_wrongly(quiz: Quiz, answers: Answers, is_: set[str]) -> list[str]:
    """Rules that the sentences of a result break; `level:3` says 3 of `level:`."""
    result = score(quiz, answers)
    asks = {ask.id for ask in quiz.questions}
    said: dict[str, list[str]] = defaultdict(list)
    for fact in sorted(is_):
        name, _, value = fact.partition(":")
        said[name].append(value)
    rules = {
        "one state": said["state"] == [result.state],
        "one level or none": len(said["level"]) == (result.low is not None and result.low == result.high),
        "one lowest, one highest": len(said["low"]) == len(said["high"]) <= 1,
        "the range is marked": said["in"]
        == ([] if result.low is None else [str(n) for n in range(result.low, (result.high or 0) + 1)]),
        "no steps before contradictions are settled": not (said["next"] and is_ & {"why:clash", "why:open"}),
        "open questions are said": ("unsettled" in is_ or "why:open" in is_)
        or result.state in ("none", "inapplicable", "profile", "complete")
        or all(answers.get(ask) for ask in asks),
        "what is beyond is said": sorted(result.beyond) == [fact for fact in said["beyond"] if fact],
        "no steps without a level": result.low is not None or not said["next"],
        "what holds back is counted": said["lags"] in ([], ["open"], [str(len(said["lag"]))]),
        "nothing holds back and something does": not ("lags:0" in is_ and said["lag"]),
        "all alike and apart": not {"even", "spread"} <= is_,
        "complete and missing": not ("state:complete" in is_ and said["lag"]),
        "the spread is that of the answers": quiz.kind != "matrix"
        or not profile_of(quiz, answers)
        or {name: said[name] for name in ("lowest", "highest", "group", "ahead")} == spread_of(quiz, answers),
        "a step of an answered question": all(
            answers.get(step.split(":")[0]) and step.split(":")[0] in asks for step in said["step"]
        ),
    }
    return [rule for rule, holds in rules.items() if not holds]


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_thousands_of_answers_are_counted_as_the_page_says_and_no_sentence_is_missing_or_contradicts_one(
    quiz_id: str, take: Take
) -> None:
    quiz = QUIZZES[quiz_id]
    given = list(vectors(quiz, MANY).values())
    assert len(given) >= MANY
    with take(quiz_id) as taker:
        counted = in_browser(taker, SCORE, quiz, given)
        found = in_browser(taker, FACTS, quiz, given)
        shown = set(taker.tab.evaluate(SHOWN))
        told = tuple(taker.tab.evaluate(TOLD))
    assert differences(quiz, given, counted)[:3] == []
    wrong = [
        (answers, broken)
        for answers, is_ in zip(given, found, strict=True)
        if (broken := said_wrongly(quiz, answers, set(is_)))
    ]
    assert wrong[:3] == []
    silent = ("to:", "given:", "at:", "in:", "group:", "even", *told)
    said = {fact for is_ in found for fact in is_ if not fact.startswith(silent)}
    unsaid = {fact for fact in said - shown if not fact.endswith((":0", "spread"))}
    assert sorted(unsaid) == []


def test_a_kind_of_quiz_that_the_script_does_not_know_gets_no_result(take: Take) -> None:
    with take(LADDER) as taker:
        error = taker.tab.evaluate(
            """quiz => { try { return customElements.get("atlas-quiz").score(quiz, {}); }
                         catch (error) { return String(error); } }""",
            {**definition(QUIZZES[LADDER]), "kind": "lottery"},
        )
        kinds = taker.tab.evaluate("Object.keys(customElements.get('atlas-quiz').KINDS)")
    assert "lottery" in error
    assert set(kinds) == {quiz.kind for quiz in SMALL.values()}


# What ../shared/cases/quiz.md asks, by its numbers.


def text_of(taker: Taker) -> str:
    """All that the result says."""
    return taker.result.inner_text()


def place_in(taker: Taker, framework: str) -> str:
    """What the result says of its place in another framework."""
    return taker.result.locator(f".a-place:has(h4:text-is('{framework}'))").inner_text()


def bars_in(taker: Taker, framework: str) -> list[str]:
    """The levels of another framework that the picture marks."""
    bars = taker.result.locator(f".a-place:has(h4:text-is('{framework}')) .a-level.is-on")
    return [bar.text_content() or "" for bar in bars.all()]


def test_1_all_reached_is_the_highest_level_and_holds_nothing_back(take: Take) -> None:
    with take(GRADED) as taker:
        taker.result_of(3)
        expect(taker.level).to_contain_text("Level 7 of 7")
        assert "Nothing: all that you answered is reached." in text_of(taker)


def test_2_a_first_question_that_contradicts_all_others_is_named_and_gives_a_range(take: Take) -> None:
    first, *_, last = QUIZZES[GRADED].questions
    with take(GRADED) as taker:
        taker.result_of(0, *[3] * (len(QUIZZES[GRADED].questions) - 1))
        text = text_of(taker)
        assert taker.level.inner_text().endswith("Lifetime Customers")
    for words in ("contradict each other", first.text, last.text):
        assert words in text
    for words in ("Not yet at", "mass mailings", "in bulk", "no place"):
        assert words not in text


def test_3_a_missing_foundation_limits_only_what_cannot_do_without(take: Take) -> None:
    with take(CHECKLIST) as taker:
        taker.result_of(0, 3, 3)
        for framework, words in (
            ("iO", "At most Level 2: Experiments."),
            ("Clearhead", "At most Stage 3: Operational."),
            ("Phase model", "At most Phase 3: Personalised touchpoints."),
            ("Sitecore CXM", "At most Level 5: Nurture."),
        ):
            assert words in place_in(taker, framework)
        assert "At most Level 1" not in text_of(taker)


def test_two_missing_layers_leave_no_more_than_the_nearer_limit(take: Take) -> None:
    with take(CHECKLIST) as taker:
        taker.result_of(0, 0, 3)
        assert "At most Level 1: CRO." in place_in(taker, "iO")
        assert "At most Level 2" not in place_in(taker, "iO")
        assert len(bars_in(taker, "iO")) == 1


def test_4_two_halves_that_lie_apart_are_shown_apart(take: Take) -> None:
    with take(MATRIX) as taker:
        taker.result_of(4, 4, 4, 4, 0, 0, 0, 0)
        text = text_of(taker)
        rows = taker.result.locator("table:has(#groups) tbody tr:visible").all_inner_texts()
    assert [row.count("Stage 5") for row in rows] == [2, 0]
    assert [row.count("Stage 1") for row in rows] == [0, 2]
    assert "4 dimensions stand more than one level below your highest" in text
    for words in ("Nothing lags behind", "Stage 1 of 5"):
        assert words not in text


def test_5_half_of_the_answers_are_enough_as_the_page_says(take: Take) -> None:
    with take(MATRIX) as taker:
        expect(taker.element).to_contain_text("the highest one that at least 50% of your answers reach")
        taker.result_of(2, 2, 2, 2, 1, 1, 1, 1)
        expect(taker.level).to_contain_text("Stage 3 of 5")


def test_6_and_7_places_agree_with_the_way_back(take: Take) -> None:
    with take(MATRIX) as taker:
        taker.result_of(3)
        place = place_in(taker, "Sitecore CXM")
        assert "From Level 5: Nurture to Level 6: Engage" in place
    asks = QUIZZES[GRADED].questions
    level = {ask.id: max(choice.reaches for choice in ask.choices) for ask in asks}
    with take(GRADED) as taker:
        for number, words in (
            (5, "Stage 4: Impactful"),
            (3, "From Stage 1: Traditional to Stage 2: Emerging"),
        ):
            taker.open_code(
                taker.code_of({id_: "everywhere" if n <= number else "not-yet" for id_, n in level.items()})
            )
            assert words in place_in(taker, "Clearhead")


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_a_few_answers_name_no_level_however_much_does_not_apply(quiz_id: str, take: Take) -> None:
    first, *others = [ask.id for ask in QUIZZES[quiz_id].questions]
    highest = QUIZZES[quiz_id].questions[0].choices[-1].value
    with take(quiz_id) as taker:
        taker.open_code(taker.code_of({first: highest} | dict.fromkeys(others, "na")))
        words = "Nothing is known to be missing" if quiz_id == CHECKLIST else "A profile, but no level"
        expect(taker.level).to_have_text(words)
        expect(taker.result.locator(".a-place:visible")).to_have_count(0)
        taker.open_code(taker.code_of(dict.fromkeys([first, *others], "na")))
        words = "None of these questions applies to you"
        expect(taker.level).to_have_text(words)
        expect(taker.result.locator(".a-lead a:visible")).to_have_text("Choose another quiz")


def test_a_no_to_the_sources_first_question_leaves_its_first_level_open_everywhere(take: Take) -> None:
    with take(LADDER) as taker:
        taker.result_of(0)
        expect(taker.level).to_have_text("At most level 1")
        assert "If you stand below Level 1: CRO:" in place_in(taker, "Clearhead")
        assert "If you stand at Level 1: CRO:" in place_in(taker, "Clearhead")
        headings = taker.result.locator(".a-columns h3:visible").all_inner_texts()
        assert headings == ["What holds you back", "What level 1 looks like", "Your next steps"]


def test_what_is_reached_above_the_level_is_said_and_no_denied_level_ends_a_range(take: Take) -> None:
    asks = QUIZZES[GRADED].questions
    with take(GRADED) as taker:
        taker.open_code(taker.code_of({ask.id: "not-yet" for ask in asks} | {asks[-1].id: "everywhere"}))
        expect(taker.level).to_have_text("No level yet: answers contradict each other")
        text = text_of(taker)
    for words in (
        "contradict each other",
        "no level can be named",
        "What you already have of a higher level",
    ):
        assert words in text
    assert text.count(asks[-1].text) == 2 + 1  # contradicts, is beyond, stands in the profile


@pytest.mark.parametrize(
    "organisation", [("traditional", "na", "na", "na"), ("transformational", "", "", "")]
)
def test_no_level_is_named_from_one_half_of_a_source(organisation: tuple[str, ...], take: Take) -> None:
    groups: dict[str, list[str]] = defaultdict(list)
    for ask in QUIZZES[MATRIX].questions:
        groups[ask.group or ""].append(ask.id)
    operational, other = groups.values()
    titles = [group.title for group in LOADED.atlas().framework(MATRIX).dimension_groups]
    answers = dict.fromkeys(operational, "transformational")
    answers |= {ask: answer for ask, answer in zip(other, organisation, strict=True) if answer}
    with take(MATRIX) as taker:
        taker.open_code(taker.code_of(answers))
        expect(taker.level).to_have_text("A profile, but no level")
        text = text_of(taker)
        assert text.count("it takes at least") == 1
        assert f"“{titles[1]}” are answered to name a level: it takes at least 3 of the 4." in text


def test_nothing_is_said_to_lag_among_dimensions_that_nobody_answered(take: Take) -> None:
    answers = {ask.id: "transformational" for ask in QUIZZES[MATRIX].questions}
    answers.popitem()
    with take(MATRIX) as taker:
        taker.open_code(taker.code_of(answers))
        text = text_of(taker)
    assert "Nothing among the dimensions that you answered" in text
    assert "Nothing lags behind" not in text


def test_levels_that_do_not_apply_leave_open_what_comes_next(take: Take) -> None:
    asks = QUIZZES[GRADED].questions
    answers = {ask.id: "na" if at < 6 else "not-yet" for at, ask in enumerate(asks)}
    with take(GRADED) as taker:
        taker.open_code(taker.code_of(answers))
        text = text_of(taker)
    assert "That depends on levels about which no question applies to you." in text
    assert "looks like" not in text


def test_in_a_contradiction_a_sources_first_level_stays_a_place(take: Take) -> None:
    with take(LADDER) as taker:
        taker.result_of(0, 1, 1, 1, 1)
        place = place_in(taker, "Clearhead")
    for level in ("below Level 1: CRO", "at Level 1: CRO", "at Level 5: One-to-one"):
        assert f"If you stand {level}:" in place


def test_open_questions_are_said_to_matter_where_a_level_is_named(take: Take) -> None:
    asks = QUIZZES[MATRIX].questions
    words = "what is still open may change this result"
    with take(MATRIX) as taker:
        all_ = {ask.id: ask.choices[2].value for ask in asks}
        taker.open_code(taker.code_of(all_))
        assert words not in text_of(taker)
        del all_[asks[-1].id]
        taker.open_code(taker.code_of(all_))
        expect(taker.result).to_contain_text(words, use_inner_text=True)
        assert "3 of 4" in taker.result.locator("table:has(#groups)").inner_text()


@pytest.mark.parametrize(("quiz_id", "language"), IN_TURN)
def test_8_without_answers_a_result_asks_for_them(quiz_id: str, language: str, take: Take) -> None:
    with take(quiz_id, language) as taker:
        taker.do("begin")
        for _ in QUIZZES[quiz_id].questions:
            taker.next()
        expect(taker.level).to_have_count(1)
        expect(taker.result.locator("table:visible, .a-place:visible, [name=link]:visible")).to_have_count(0)
        taker.result.locator("[data-do=begin]:visible").click()
        taker.expect_question(1)


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_whose_test_it_is_stands_before_the_first_question(quiz_id: str, take: Take) -> None:
    words = {True: "The questions are those of the source.", False: "questions and scoring are ours"}
    with take(quiz_id) as taker:
        own = QUIZZES[quiz_id].by_source
        expect(taker.element).to_contain_text(words[own])
        expect(taker.element).not_to_contain_text(words[not own])


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_a_link_is_short_and_reads_back_whatever_is_answered(quiz_id: str, take: Take) -> None:
    quiz = QUIZZES[quiz_id]
    given = list(vectors(quiz).values())
    known = {ask.id: {"na", *(choice.value for choice in ask.choices)} for ask in quiz.questions}
    kept = [{k: v for k, v in answers.items() if v in known.get(k, ())} for answers in given]
    with take(quiz_id) as taker:
        back = taker.tab.evaluate(
            """([quiz, given]) => given.map(answers => {
                const { code, old, read } = customElements.get("atlas-quiz");
                const { id, version } = quiz;
                const short = code(quiz, answers), long = old({ quiz: id, version, answers });
                return [short.length, read(quiz, short), read(quiz, long)];
            })""",
            [definition(quiz), kept],
        )
    home = f"https://maturity-atlas.example/nl/quiz/{quiz_id}/#r="
    for answers, (length, short, long) in zip(kept, back, strict=True):
        assert len(home) + length < 120
        assert short == {"state": "read", "answers": answers, "lost": 0}
        assert long == short


EDITIONS = {
    ("2026.01", False): "2026.01",
    ("2026.11", False): "2026.11",
    ("2026.12.3", True): "2026.12.3+changes",
    ("2041.07.2", True): "2041.07.2+changes",
    ("2043.11.3", False): "2043.11.3",
    ("2026.01.4", False): None,
    ("2025.12", False): None,
    ("2044.01", False): None,
}


def test_a_code_tells_the_edition_that_it_was_made_with(take: Take) -> None:
    answers = {ask.id: "yes" for ask in QUIZZES[LADDER].questions}
    with take(LADDER) as taker:
        codes = [taker.code_of(answers, edition=letters_of(*edition)) for edition in EDITIONS]
        read = "(quiz, code) => customElements.get('atlas-quiz').read(quiz.quiz, code)"
        found = [taker.element.evaluate(read, code) for code in codes]
        assert [one.get("edition") for one in found] == [*EDITIONS.values()]
        assert all(one["answers"] == answers for one in found)
        taker.open_code(codes[1])
        expect(taker.result).to_contain_text("It was made with edition 2026.11 of", use_inner_text=True)
        taker.open_code(codes[3])
        expect(taker.result).to_contain_text("It was made after edition 2041.07.2 of", use_inner_text=True)
        taker.open_code(taker.code_of(answers, edition=""))
        expect(taker.result).not_to_contain_text("edition", use_inner_text=True)


def test_a_code_of_november_2026_is_read_without_an_edition(take: Take) -> None:
    quiz = QUIZZES[LADDER]
    letters = "".join(f"{key(ask.id, 2)}{len(ask.choices) - 1}" for ask in quiz.questions)
    text = f"{key(quiz.id, 3)}.{quiz.version}.{letters}"
    with take(LADDER) as taker:
        read = "(quiz, code) => customElements.get('atlas-quiz').read(quiz.quiz, code)"
        found = taker.element.evaluate(read, f"{text}.{key(text, 5)}")
    answers = {ask.id: ask.choices[-1].value for ask in quiz.questions}
    assert found == {"state": "read", "answers": answers, "lost": 0}


def key(text: str, length: int) -> str:
    """A text's hash (FNV-1a) to the base of 36, as codes have it."""
    value = 0x811C9DC5
    for letter in text:
        value = (value ^ ord(letter)) * 0x01000193 % 2**32
    rest, digits = value % 36**length, ""
    for _ in range(length):
        rest, digit = divmod(rest, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_a_code_is_read_as_long_as_its_choices_are_those_of_the_quiz(quiz_id: str, take: Take) -> None:
    quiz = QUIZZES[quiz_id]
    answers = {ask.id: ask.choices[-1].value for ask in quiz.questions}
    with take(quiz_id) as taker:
        reworded = taker.code_of(answers, version=f"{quiz.version[:4]}0000", edition="")
        rechosen = taker.code_of(answers, version=f"0000{quiz.version[4:]}", edition="")
        read = (
            "code => customElements.get('atlas-quiz').read(document.querySelector('atlas-quiz').quiz, code)"
        )
        found = [taker.tab.evaluate(read, code) for code in (reworded, rechosen)]
    assert found == [
        {"state": "changed", "answers": answers, "lost": 0},
        {"state": "changed", "answers": {}, "lost": len(answers)},
    ]


def test_a_code_cut_short_or_changed_by_a_letter_is_not_read(take: Take) -> None:
    with take(MATRIX) as taker:
        ids = [ask.id for ask in QUIZZES[MATRIX].questions]
        code = taker.code_of(dict.fromkeys(ids, QUIZZES[MATRIX].rungs[1].id))
        broken = [code[:at] for at in range(len(code))]
        broken += [f"{code[:at]}{'1' if code[at] != '1' else '2'}{code[at + 1 :]}" for at in range(len(code))]
        states = taker.tab.evaluate(
            """codes => codes.map(code => customElements.get("atlas-quiz")
                .read(document.querySelector("atlas-quiz").quiz, code).state)""",
            broken,
        )
    assert set(states) == {"broken"}


def test_the_browsers_own_way_back_leads_to_the_question_before(take: Take) -> None:
    with take(MATRIX) as taker:
        taker.do("begin")
        taker.choose(1)
        taker.next()
        taker.choose(2)
        taker.next()
        taker.expect_question(3)
        taker.tab.go_back()
        taker.expect_question(2)
        expect(taker.answer_at(2)).to_be_checked()
        taker.tab.go_back()
        taker.expect_question(1)
        taker.expect_focus_on_what_is_new()
        taker.tab.go_forward()
        taker.expect_question(2)


def test_the_order_of_descriptions_gives_no_answer_away(take: Take) -> None:
    order = """() => [...document.querySelectorAll("atlas-quiz [data-mixed]")]
        .map(box => [...box.querySelectorAll("input")].map(input => input.value))"""
    with take(MATRIX) as taker:
        orders = taker.tab.evaluate(order)
        taker.tab.reload()
        assert taker.tab.evaluate(order) == orders
    rungs = [rung.id for rung in QUIZZES[MATRIX].rungs]
    assert all(sorted(one) == sorted(rungs) for one in orders)
    assert len({tuple(one) for one in orders}) > len(orders) / 2
    assert sum(one == rungs for one in orders) <= 1
