"""The quiz as its readers have it: by keyboard, in both languages, away and back, shared and compared."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.site.built import Site
from tests.site.quiz import A4, IN_TURN, LADDER, MATRIX, QUIZZES, Take, Taker, address, open_quiz
from tests.site.served import Server
from tests.site.tabs import hearing, new_tab
from tests.site.visits import switch_language

OF = {"en": "of", "nl": "van", "de": "von"}
ENOUGH = {"en": "60%", "nl": "60%", "de": "60"}
TWO_RESULTS = {"en": "Results: 2", "nl": "Uitslagen: 2", "de": "Ergebnisse: 2"}


@pytest.mark.parametrize(("quiz_id", "language"), IN_TURN)
def test_a_quiz_can_be_taken_by_keyboard_alone(quiz_id: str, language: str, take: Take) -> None:
    total = len(QUIZZES[quiz_id].questions)
    with take(quiz_id, language) as taker:
        press_tab_until(taker, "[data-do=begin]")
        taker.tab.keyboard.press("Enter")
        for number in range(1, total + 1):
            taker.expect_question(number)
            expect(taker.legend).to_contain_text(f"{number} {OF[language]} {total}")
            taker.expect_focus_on_what_is_new()
            expect(taker.element.locator("input:checked:visible")).to_have_count(0)
            press_tab_until(taker, "input[type=radio]")
            taker.tab.keyboard.press("Space")
            taker.tab.keyboard.press("Enter")
        expect(taker.result).to_be_visible()
        taker.expect_focus_on_what_is_new()
        expect(taker.level).to_have_count(1)
        expect(taker.result.locator(".a-place:visible")).to_have_count(len(QUIZZES) - 1)


def test_back_leads_to_the_question_before_and_its_answer(take: Take) -> None:
    with take(MATRIX) as taker:
        taker.do("begin")
        taker.choose(2)
        taker.next()
        taker.do("back")
        taker.expect_question(1)
        taker.expect_focus_on_what_is_new()
        expect(taker.answer_at(2)).to_be_checked()


def test_a_reload_in_the_middle_loses_nothing(take: Take) -> None:
    with take(MATRIX) as taker:
        half_way(taker)
        taker.tab.reload()
        still_half_way(taker)


def test_back_and_forward_in_the_browser_keep_the_answers(server: Server, take: Take) -> None:
    with take(MATRIX) as taker:
        half_way(taker)
        taker.tab.goto(server.url("glossary/"))
        taker.tab.go_back()
        taker.expect_question(3)
        taker.tab.go_forward()
        expect(taker.element).to_have_count(0)
        taker.tab.go_back()
        still_half_way(taker)


def test_another_language_in_the_middle_keeps_place_and_answers(take: Take) -> None:
    with take(MATRIX) as taker:
        half_way(taker)
        switch_language(taker.tab, "nl")
        expect(taker.tab.locator("html")).to_have_attribute("lang", "nl")
        still_half_way(taker)


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_a_shared_link_shows_the_same_result_to_somebody_else_in_either_language(
    quiz_id: str, take: Take
) -> None:
    with take(quiz_id) as taker:
        taker.answer_all(1, 0, 0)
        link, said = taker.link, said_by(taker)
    with take(quiz_id) as other:
        other.tab.goto(link)
        # The theme keeps in the history where one is: a step that Playwright may take for this one.
        other.tab.wait_for_url(link)
        other.tab.reload()
        expect(other.result).to_be_visible()
        assert said_by(other) == said
        switch_language(other.tab, "nl")
        expect(other.result).to_be_visible()
        assert other.link.split("#")[1] == link.split("#")[1]


def test_a_shared_result_never_overwrites_ones_own(take: Take) -> None:
    with take(LADDER) as taker:
        half_way(taker)
        code = taker.code_of({ask.id: "no" for ask in QUIZZES[LADDER].questions})
        before = stored(taker)
        taker.tab.evaluate("code => { location.hash = `r=${code}`; }", code)
        expect(taker.result).to_be_visible()
        assert stored(taker) == before
        taker.do("leave")
        still_half_way(taker)
        taker.tab.evaluate("code => { location.hash = `r=${code}`; }", code)
        taker.do("adopt")
        assert set(stored(taker)["answers"].values()) == {"no"}
        assert stored(taker)["earlier"]["answers"] == before["answers"]


def test_a_code_of_another_quiz_leads_to_it(take: Take) -> None:
    with take(LADDER) as taker:
        code = taker.code_of({}, id=MATRIX)
        taker.tab.evaluate("code => { location.hash = `r=${code}`; }", code)
        taker.element.locator("[data-there]:visible").click()
        taker.tab.wait_for_url(f"**/{address(MATRIX)}#r={code}")
        expect(taker.result).to_be_visible()


def test_a_changed_question_is_announced(server: Server, take: Take) -> None:
    quiz = QUIZZES[LADDER]
    old = {"gone": "yes", quiz.questions[0].id: "yes"}
    with take(LADDER) as taker:
        code = taker.old_code_of(old, "01234567")
        taker.tab.evaluate("code => { location.hash = `r=${code}`; }", code)
        expect(taker.element.locator(".a-notice:visible").first).to_contain_text("another version")
        expect(taker.element.locator(".a-notice:visible").first).to_contain_text(
            "Answers left out, as they no longer fit: 1", use_inner_text=True
        )
        saved = json.dumps({"quiz": quiz.id, "version": "01234567", "answers": old, "at": 3})
        taker.tab.evaluate(
            "([key, value]) => localStorage.setItem(key, value)", [f"atlas-quiz:{quiz.id}:01234567", saved]
        )
        taker.tab.goto(server.url(address(LADDER)))
        taker.tab.reload()
        expect(taker.element.locator(".a-notice:visible")).to_contain_text("another version")
        taker.do("resume")
        taker.expect_question(2)


def test_instant_navigation_in_and_out_leaves_one_quiz(browser: Browser, server: Server) -> None:
    with open_quiz(browser, server, "quiz/") as taker:
        for _ in range(2):
            taker.tab.locator(f'main .a-card a[href$="{MATRIX}/"]').first.click()
            taker.tab.wait_for_url(server.url(address(MATRIX)))
            expect(taker.element).to_have_count(1)
            taker.do("begin")
            taker.choose(1)
            taker.next()
            taker.expect_question(2)
            taker.do("back")
            taker.do("back")
            taker.tab.locator(".a-crumbs a").click()
            taker.tab.wait_for_url(server.url("quiz/"))
            expect(taker.element).to_have_count(0)
            taker.tab.evaluate("localStorage.clear()")


@pytest.mark.parametrize("embed", [False, True])
def test_a_quiz_works_as_a_file(embed: bool, site: Site, browser: Browser) -> None:
    with new_tab(browser, 1440) as tab, hearing(tab) as complaints:
        taker = Taker(tab)
        tab.goto((site.folder / address(LADDER, "nl", embed) / "index.html").as_uri())
        taker.answer_all(0)
        expect(taker.result).to_be_visible()
        tab.reload()
        expect(taker.result).to_be_visible()
        assert [text for text in complaints if "quiz" in text] == []


def test_without_a_script_all_questions_and_the_rule_stand_on_the_page(
    language: str, browser: Browser, server: Server
) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(address(MATRIX, language)))
        quiz = tab.locator("atlas-quiz")
        expect(quiz.locator("fieldset:visible")).to_have_count(len(QUIZZES[MATRIX].questions))
        expect(quiz.locator("button:visible, section:visible, .a-notice:visible")).to_have_count(0)
        expect(quiz).to_contain_text(ENOUGH[language])
        expect(tab.locator(".a-noscript")).to_be_visible()


def test_every_question_is_on_paper_and_only_the_result_when_there_is_one(take: Take) -> None:
    with take(MATRIX) as taker:
        taker.do("begin")
        taker.tab.emulate_media(media="print")
        expect(taker.element.locator("fieldset:visible")).to_have_count(len(QUIZZES[MATRIX].questions))
        taker.tab.emulate_media(media="screen")
        taker.do("back")
        taker.answer_all(1)
        taker.tab.emulate_media(media="print")
        expect(taker.element.locator("fieldset:visible, button:visible, [name=link]:visible")).to_have_count(
            0
        )
        expect(taker.result.locator(".a-profile")).to_be_visible()


def test_what_moved_since_an_earlier_result_is_counted(take: Take) -> None:
    ids = [ask.id for ask in QUIZZES[MATRIX].questions]
    levels = [rung.id for rung in QUIZZES[MATRIX].rungs]
    with take(MATRIX) as taker:
        taker.answer_all(2)
        now = dict.fromkeys(ids, levels[2])
        taker.element.locator("[name=earlier]").fill(
            taker.code_of(now | {ids[0]: levels[0], ids[1]: levels[3]})
        )
        taker.do("compare")
        for words in (
            "2 steps up",
            "1 step down",
            "Answers that went up: 1\nAnswers that went down: 1\nNew answers: 0",
            "the same level",
        ):
            expect(taker.result).to_contain_text(words, use_inner_text=True)
        assert taker.tab.evaluate("document.activeElement.hasAttribute('data-then')")
        button, block = (taker.element.locator(f"[{name}]:visible").bounding_box() for name in MOVED)
        assert button
        assert block
        assert 0 < block["y"] - button["y"] < 200
        taker.element.locator("[name=earlier]").fill(taker.code_of(dict.fromkeys(ids, levels[0])))
        taker.do("compare")
        expect(taker.result).to_contain_text("Levels up: 2", use_inner_text=True)
        taker.element.locator("[name=earlier]").fill("junk")
        taker.do("compare")
        [error] = taker.element.locator(".a-notice:visible").all()
        assert error.evaluate("error => error.closest('.a-quiz__tools') !== null")
        taker.do("restart")
        taker.answer_all(3)
        expect(taker.result).to_contain_text(
            f"Answers that went up: {len(ids)}\nAnswers that went down: 0", use_inner_text=True
        )


@pytest.mark.parametrize(
    ("then", "now", "words"),
    [
        ("nnnnn", "ynnnn", "Whether your level moved cannot be told"),  # at most level 1, and level 1
        ("nnnnn", "yyynn", "You stand higher than before."),
        ("yyyyn", "yyn..", "Levels down: 2"),
        ("yyyyy", "nnnnn", "You stand lower than before."),
        ("yyynn", "yyynn", "You stand at the same level. No answer went up or down."),
    ],
)
def test_how_a_level_moved_is_said_as_far_as_the_answers_tell(
    then: str, now: str, words: str, take: Take
) -> None:
    ids = [ask.id for ask in QUIZZES[LADDER].questions]
    before, after = (
        {
            id_: {"y": "yes", "n": "no"}[letter]
            for id_, letter in zip(ids, letters, strict=True)
            if letter != "."
        }
        for letters in (then, now)
    )
    with take(LADDER) as taker:
        taker.open_code(taker.code_of(after))
        taker.do("adopt")
        taker.element.locator("[name=earlier]").fill(taker.code_of(before))
        taker.do("compare")
        expect(taker.result).to_contain_text(words, use_inner_text=True)


MOVED = ("data-do=compare", "data-then")


def test_a_team_sees_its_spread(language: str, take: Take) -> None:
    quiz = QUIZZES[LADDER]
    ids = [ask.id for ask in quiz.questions]
    with take(LADDER, language) as taker:
        codes = [taker.code_of(dict.fromkeys(ids, "yes")), taker.code_of(dict.fromkeys(ids, "no"))]
        taker.do("gather")
        lines = [
            "Our results:",
            f"- Anna: {codes[0]}",
            "",
            f"2. Bob {codes[1]}",
            f"https://a.example/#r={codes[0]}",
            codes[1][:-1],
        ]
        taker.element.locator("[name=codes]").fill("\n".join(lines))
        taker.element.locator("[value=team]").click()
        team = taker.element.locator("section:has(> #team)")
        expect(team).to_contain_text(TWO_RESULTS[language], use_inner_text=True)
        names = team.locator("[data-members] li [data-name]").all_text_contents()
        assert names == ["Anna", "Bob"]
        expect(team.locator(".a-notice:visible")).to_have_count(2)
        levels, _, second, *_ = team.locator("tbody tr").all()
        assert levels.locator("td").all_text_contents() == ["1", "–", "–", "–", "1"]
        assert second.locator("td").all_text_contents()[:3] == ["1", "1", "–"]
        expect(team.locator("[data-if^='widest:']:visible")).to_have_count(len(ids))
        assert [cell.locator(".a-box").count() for cell in levels.locator("td").all()] == [1, 0, 0, 0, 1]
        taker.tab.emulate_media(media="print")
        taker.tab.set_viewport_size({"width": A4, "height": 900})
        cut = "parts => parts.filter(part => part.scrollWidth > part.clientWidth).length"
        assert team.locator(".a-scroll:visible").evaluate_all(cut) == 0
        expect(team.locator("textarea")).to_be_hidden()


def test_a_result_goes_into_a_file_and_comes_back(tmp_path: Path, take: Take) -> None:
    with take(LADDER) as taker:
        taker.answer_all(0)
        said = said_by(taker)
        with taker.tab.expect_download() as download:
            taker.element.locator("[data-file=now]").click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
    assert file.name == f"{LADDER}.json"
    assert set(json.loads(file.read_text())) == {"quiz", "version", "edition", "answers"}
    with take(LADDER) as other:
        other.element.locator("input[type=file]").first.set_input_files(file)
        expect(other.result).to_be_visible()
        assert said_by(other) == said
        other.tab.evaluate("location.hash = ''")
        other.do("gather")
        other.element.locator("section:has(> #team) input[type=file]").set_input_files([file])
        expect(other.element.locator("[name=codes]")).to_have_value(
            f"#r={LADDER}.{QUIZZES[LADDER].version}" + taker_rest(file)
        )


COUNTS = {
    "en": "Answered: {} of 8 questions · Does not apply: {} · Open: {}",
    "nl": "Beantwoord: {} van de 8 vragen · Niet van toepassing: {} · Nog open: {}",
    "de": "Beantwortet: {} von 8 Fragen · Trifft nicht zu: {} · Offen: {}",
}


def test_a_result_counts_in_its_language(language: str, take: Take) -> None:
    ids = [ask.id for ask in QUIZZES[MATRIX].questions]
    level = QUIZZES[MATRIX].rungs[0].id
    with take(MATRIX, language) as taker:
        for answers, counts in (
            ({}, (0, 0, 8)),
            ({ids[0]: level} | dict.fromkeys(ids[1:], "na"), (1, 7, 0)),
            (dict.fromkeys(ids[1:], level), (7, 0, 1)),
        ):
            taker.tab.evaluate("code => { location.hash = `r=${code}`; }", taker.code_of(answers))
            expect(taker.result).to_contain_text(COUNTS[language].format(*counts), use_inner_text=True)


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_every_place_in_another_framework_links_to_what_it_rests_on(quiz_id: str, take: Take) -> None:
    quiz = QUIZZES[quiz_id]
    with take(quiz_id) as taker:
        for places in {
            tuple((ask.choices[at % len(ask.choices)].value) for ask in quiz.questions) for at in range(7)
        }:
            answers = dict(zip((ask.id for ask in quiz.questions), places, strict=True))
            taker.tab.evaluate("code => { location.hash = `r=${code}`; }", taker.code_of(answers))
            expect(taker.result).to_be_visible()
            for place in taker.result.locator(".a-place:visible").all():
                text = place.inner_text()
                assert place.locator("p:visible:not(.a-meta)").count() in (1, 2), text
                assert (
                    place.locator("li:visible:has(.a-relation):not(:has(a[href*=crosswalks]))").count() == 0
                ), text


def test_answers_link_to_their_cells(server: Server, take: Take) -> None:
    with take(MATRIX) as taker:
        taker.result_of(0, 2)
        cells = taker.result.locator(".a-profile [data-answer] a:visible")
        found = [link.get_attribute("href") for link in cells.all()]
    page = server.site.pages[f"frameworks/{MATRIX}/"]
    asks = QUIZZES[MATRIX].questions
    cell_ids = [f"{ask.id}-{ask.choices[at % 2 * 2].value}" for at, ask in enumerate(asks)]
    assert found == [f"../../frameworks/{MATRIX}/#{name}" for name in cell_ids]
    assert set(cell_ids) <= set(page.ids)


def press_tab_until(taker: Taker, selector: str) -> None:
    """Go on with the keyboard until something has the focus."""
    for _ in range(60):
        taker.tab.keyboard.press("Tab")
        if taker.tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not reach {selector}")


def half_way(taker: Taker) -> None:
    """Answer two questions, so that the third is on the page."""
    taker.do("begin")
    for place in (1, 0):
        taker.choose(place)
        taker.next()
    taker.expect_question(3)


def still_half_way(taker: Taker) -> None:
    """The third question is on the page, and the answers before it are as they were."""
    taker.expect_question(3)
    taker.do("back")
    expect(taker.answer_at(0)).to_be_checked()
    taker.do("back")
    expect(taker.answer_at(1)).to_be_checked()
    taker.next()
    taker.next()


def said_by(taker: Taker) -> list[str]:
    """What the result says, apart from what is said only to who answered or to who reads along."""
    parts = ".a-result__level:visible, .a-lead:visible, .a-columns:visible, .a-profile, .a-place:visible"
    expect(taker.result).to_be_visible()
    texts = taker.result.locator(parts).all_inner_texts()
    return [" ".join(text.replace("Into my plan", "").split()) for text in texts]


def stored(taker: Taker) -> dict[str, Any]:
    """What the browser keeps of the quiz."""
    found: dict[str, Any] = json.loads(
        taker.tab.evaluate(
            "localStorage.getItem(Object.keys(localStorage).find(key => key.startsWith('atlas-quiz:')))"
        )
    )
    return found


def taker_rest(file: Path) -> str:
    """A file's answers as they stand in a code, and its check."""
    saved = json.loads(file.read_text())
    text = ".".join(
        [saved["quiz"], saved["version"], *(part for pair in saved["answers"].items() for part in pair)]
    )
    hash_ = 0x811C9DC5
    for letter in text:
        hash_ = (hash_ ^ ord(letter)) * 0x01000193 % 2**32
    digits = ""
    while hash_:
        hash_, digit = divmod(hash_, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return text.removeprefix(f"{saved['quiz']}.{saved['version']}") + f".{digits}\n"
