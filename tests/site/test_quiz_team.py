"""The results of a team: whose they are, however the lines come; each counted once; all of it on paper."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.site.quiz import A4, CUT_OFF, GRADED, LADDER, QUIZZES, Take, Taker, address
from tests.site.served import Server

# Words of a table that stand on two lines, and were broken where nobody may break them.
BROKEN = """section => {
    const broken = [], range = document.createRange();
    const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const text = walker.currentNode;
        if (!text.parentElement.closest("th, td") || !text.parentElement.checkVisibility()) continue;
        for (const word of text.data.matchAll(/[\\p{L}\\d]+/gu)) {
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0]);
        }
    }
    return broken;
}"""

# Lines as people send them: A and B are links to two results, C is a bare code of the second. Then the names.
NAMES = (
    ("A", [""]),
    ("Anna: A", ["Anna"]),
    ("- Anna: A\n2. Bob B", ["Anna", "Bob"]),
    ("3) Bob – C", ["Bob"]),
    ("A Anna", ["Anna"]),
    ("A - Anna\nB - Bob", ["Anna", "Bob"]),
    ("Anna: A, Bob: B", ["Anna", "Bob"]),
    ("A Anna B Bob", ["Anna", "Bob"]),
    ("anna@mail.example.com: A", ["anna@mail.example.com"]),
    ("Anna de Vries <anna@mail.example.com>: A", ["Anna de Vries"]),
    ("> Anna: <A>", ["Anna"]),
    ("[12.03.26, 10:14:05] Anna: A", ["Anna"]),
    ("\u200e[3/12/26, 10:14:05\u202fAM] Anna: A", ["Anna"]),
    ("12-03-2026 10:14 - Anna: A", ["Anna"]),
    ("12/03/2026, 10:14 - +31 6 1234 5678: A", ["+31 6 1234 5678"]),
    ("J.R.R. Tolkien: A", ["J.R.R. Tolkien"]),
    ("J.P.de.Vries: A", ["J.P.de.Vries"]),
    ("J.P.de.Vries: C", ["J.P.de.Vries"]),
    ("Team v1.2.3: A", ["Team v1.2.3"]),
    ("3M: A", ["3M"]),
    ("42: A", ["42"]),
    ("1. 3M: A", ["3M"]),
    ("**Bob**: A", ["Bob"]),
    ("- [x] __Bob__: A", ["Bob"]),
    ("| Bob | A |", ["Bob"]),
    ("[Bob](A)", ["Bob"]),
    ("<b>Eve</b>: A", ["Eve"]),
    ('<li><a href="A">Eve</a></li>', ["Eve"]),
    ("Jan (CRM): A", ["Jan (CRM)"]),
    ("Émile: A", ["Émile"]),
    ("אַנָּה: A", ["אַנָּה"]),
    ("A\nAnna: A", ["Anna"]),
    ("Anna: A\nA", ["Anna"]),
    ("Anna: A\nAnna: A", ["Anna"]),
    ("Anna: A\nBob: A", ["Anna", "Bob"]),
    ("Dear all,\nthese are our results of version 1.2.3:\nA", [""]),
)


def test_who_a_result_is_from_is_read_from_any_line_that_people_send(server: Server, take: Take) -> None:
    with take(LADDER) as taker:
        one, two = codes(taker, "yes", "no")
        taker.do("gather")
        found = {}
        for lines, _ in NAMES:
            show(taker, put(lines, server, one, two))
            found[lines] = (names(taker), number(taker, "without"))
    assert found == {lines: (said, "0") for lines, said in NAMES}


def test_a_code_that_was_cut_short_is_said_to_be_left_out(server: Server, take: Take) -> None:
    with take(LADDER) as taker:
        one, two = codes(taker, "yes", "no")
        taker.do("gather")
        for line in (one[:-1], f"Anna: {one[:-1]}", link(server, one)[:-3], f"{link(server, '')}"):
            show(taker, f"{line}\n{two}")
            assert (number(taker, "team"), number(taker, "without")) == ("1", "1"), line


def test_the_same_answers_count_once_whatever_they_come_in(tmp_path: Path, take: Take) -> None:
    quiz = QUIZZES[LADDER]
    answers = {ask.id: "yes" for ask in quiz.questions}
    file = tmp_path / "result.json"
    file.write_text(json.dumps({"quiz": quiz.id, "version": quiz.version, "answers": answers}))
    with take(LADDER) as taker:
        new, old = taker.code_of(answers), taker.old_code_of(answers, quiz.version)
        taker.do("gather")
        taker.element.locator("[name=codes]").fill(f"{new}\n{old}\n")
        team(taker).locator("input[type=file]").set_input_files([file])
        expect(taker.element.locator("[name=codes]")).to_have_value(f"{new}\n{old}\n#r={old}\n")
        taker.element.locator("[value=team]").click()
        expect(team(taker).locator("[data-number=team]")).to_have_text("1")
        assert number(taker, "twice") == "2"
        show(taker, f"Anna: {new}\nBob: {old}")
        assert names(taker) == ["Anna", "Bob"]


@pytest.mark.parametrize("mine", [False, True])
def test_how_many_results_are_left_out_above_the_most_is_said(mine: bool, take: Take) -> None:
    with take(LADDER) as taker:
        taker.answer_all(0)
        most = int(taker.element.get_attribute("data-most") or 0)
        [code] = codes(taker, "yes")
        taker.do("gather")
        taker.element.locator("[name=mine]").set_checked(mine)
        show(taker, "\n".join(f"P{at}: {code}" for at in range(most - mine)))
        expect(team(taker).locator("[data-if=over]")).to_be_hidden()
        show(taker, "\n".join(f"P{at}: {code}" for at in range(most + 5)))
        assert number(taker, "team") == str(most)
        expect(team(taker).locator("[data-if=over]")).to_be_visible()
        assert number(taker, "over") == str(5 + mine)


def test_the_way_back_from_a_team_leads_to_where_the_reader_came_from(take: Take) -> None:
    with take(LADDER) as taker:
        [code] = codes(taker, "yes")
        taker.do("gather")
        expect(team(taker).locator("[data-do=result]")).to_be_hidden()
        taker.do("reopen")
        expect(taker.element.locator("[data-do=begin]:visible")).to_be_visible()
        taker.answer_all(0)
        own = taker.tab.url
        taker.do("gather")
        expect(team(taker).locator("[data-do=reopen]:visible")).to_have_count(0)
        taker.do("result")
        expect(taker.result).to_contain_text("Your result", use_inner_text=True)
        assert taker.tab.url == own
        taker.open_code(code)
        taker.do("gather")
        expect(team(taker).locator("[data-do=result]")).to_be_hidden()
        expect(team(taker).locator("[data-do=reopen]:visible")).to_have_text("Back to the shared result")
        taker.do("reopen")
        taker.expect_focus_on_what_is_new()
        for _ in range(2):
            expect(taker.result).to_contain_text("A shared result", use_inner_text=True)
            assert taker.tab.url.endswith(f"#r={code}")
            taker.tab.reload()


def test_one_result_with_a_level_is_not_together(language: str, take: Take) -> None:
    with take(LADDER, language) as taker:
        one, two = codes(taker, "yes", "no")
        first = QUIZZES[LADDER].questions[0]
        profile = taker.code_of({first.id: "yes"})
        taker.do("gather")
        together = team(taker).locator("[data-if=together]")
        for lines, said in ((one, False), (f"{one}\n{profile}", False), (f"{one}\n{two}", True)):
            show(taker, lines)
            assert together.is_visible() == said, lines


# Places of each member's answers, or None for an answer to another question; what the team says as one.
UNCARRIED = ("no level",)
AS_ONE: tuple[tuple[Sequence[int | str | None], Sequence[int | str | None] | None], ...] = (
    ([3], None),
    ([3, 0], UNCARRIED),
    ([3, 0, 0], [0]),
    ([3, 3, 0], [3]),
    ([0, 1, 3], [1]),
    ([0, 0, 3, 3], UNCARRIED),
    ([2, 2, 3, None], [2]),
    ([3, None], []),
    ([3, None, None], [None]),
    ([3, "na", "na"], ["na"]),
    ([3, 1, "na"], UNCARRIED),
    ([3, 1, 1, "na"], [1]),
)


def test_a_team_as_one_answers_what_more_than_half_of_those_reach_who_answered(take: Take) -> None:
    asks = QUIZZES[GRADED].questions

    def code(place: int | str | None) -> str:
        """Everything but the last question answered by this place, or by None the last one only."""
        if place is None:
            return taker.code_of({asks[-1].id: asks[-1].choices[0].value})
        return taker.code_of(
            {ask.id: place if isinstance(place, str) else ask.choices[place].value for ask in asks[:-1]}
        )

    with take(GRADED) as taker:
        as_one = team(taker).locator("[data-if=as-one]")
        level = as_one.locator(".a-result__level:visible")
        for members, whole in AS_ONE:
            if not team(taker).is_visible():
                taker.tab.evaluate("location.hash = ''")
                taker.do("gather")
            show(taker, "\n".join(f"P{at}: {code(place)}" for at, place in enumerate(members)))
            if whole is None:
                expect(as_one).to_be_hidden()
            elif whole == UNCARRIED:
                expect(level).to_have_count(0)
                expect(as_one.locator("[data-if=uncarried]")).to_be_visible()
            else:
                said = level.inner_text()
                taker.open_code(code(*whole) if whole else taker.code_of({}))
                verdict = taker.result.locator("[data-verdict] .a-result__level:visible")
                assert verdict.inner_text() == said, members


def test_how_many_results_support_a_level_is_said_beside_their_range(take: Take) -> None:
    with take(LADDER) as taker:
        one, two = codes(taker, "yes", "no")
        profile = taker.code_of({QUIZZES[LADDER].questions[0].id: "yes"})
        taker.do("gather")
        for lines, count in ((profile, "0"), (f"{one}\n{profile}", "1"), (f"{one}\n{two}\n{profile}", "2")):
            show(taker, lines)
            assert number(taker, "named") == count, lines


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_nothing_of_a_team_is_cut_off_on_paper(quiz_id: str, language: str, take: Take) -> None:
    quiz = QUIZZES[quiz_id]
    with take(quiz_id, language) as taker:
        made = [taker.code_of({ask.id: ask.choices[at].value for ask in quiz.questions}) for at in (0, -1)]
        taker.do("gather")
        show(taker, "\n".join(made))
        taker.tab.emulate_media(media="print")
        taker.tab.set_viewport_size({"width": A4, "height": 900})
        assert team(taker).evaluate(CUT_OFF) == []
        assert team(taker).evaluate(BROKEN) == []
        # No head of a table stands at the foot of a sheet without a row.
        after = "heads => heads.map(head => getComputedStyle(head).breakAfter)"
        assert set(team(taker).locator("thead, caption").evaluate_all(after)) == {"avoid"}


def codes(taker: Taker, *answers: str) -> list[str]:
    """A code for each answer, given to all questions."""
    return [taker.code_of({ask.id: answer for ask in QUIZZES[LADDER].questions}) for answer in answers]


def link(server: Server, code: str) -> str:
    """A link that shares a result."""
    return f"{server.url(address(LADDER))}#r={code}"


def put(lines: str, server: Server, one: str, two: str) -> str:
    """Lines with the links and the code that their letters stand for."""
    for letter, text in (("A", link(server, one)), ("B", link(server, two)), ("C", two)):
        lines = re.sub(rf"(?<![\w.]){letter}(?![\w.])", text, lines)
    return lines


def show(taker: Taker, lines: str) -> None:
    """Lay the results in these lines side by side."""
    taker.element.locator("[name=codes]").fill(lines)
    taker.element.locator("[value=team]").click()
    expect(taker.element.locator("[data-if=merged]")).to_be_visible()


def team(taker: Taker) -> Locator:
    """The results side by side."""
    return taker.element.locator("section:has(> #team)")


def names(taker: Taker) -> list[str]:
    """Whom the results are said to be from."""
    return team(taker).locator("[data-members] [data-name]").all_text_contents()


def number(taker: Taker, name: str) -> str:
    """How many are counted so."""
    return team(taker).locator(f"[data-number={name}]").first.text_content() or ""
