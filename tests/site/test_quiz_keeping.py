"""What a reader keeps of a quiz: notes, a plan, files that come back; frames, scripts, a quick check."""

import codecs
import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.quiz import definition, quick_check
from tests.quiz.vectors import vectors
from tests.site.quiz import (
    A4,
    CHECKLIST,
    CUT_OFF,
    GRADED,
    LADDER,
    LOADED,
    MATRIX,
    QUIZZES,
    Take,
    Taker,
    address,
    saved,
)
from tests.site.served import Server, weight
from tests.site.tabs import new_tab

FILE = "[data-file=now]"
MOST_SCRIPT = 10 * 1024
MOST_ON_DEMAND = 4 * 1024


def write_note(taker: Taker, number: int, text: str) -> None:
    """Note something at a question, and go back to the result."""
    asked = len(taker.answers_of("asks"))
    taker.element.evaluate("(quiz, at) => quiz.go(at)", number - 1)
    summary = taker.element.locator("fieldset:visible summary")
    if not taker.element.locator("fieldset:visible textarea").is_visible():
        summary.click()
    note = taker.element.locator("fieldset:visible textarea")
    note.fill(text)
    note.blur()
    taker.element.evaluate("(quiz, at) => quiz.go(at)", asked)


def open_file(taker: Taker, file: Path) -> None:
    """Read a saved result."""
    taker.element.locator("input[type=file]").first.set_input_files(file)
    expect(taker.result).to_contain_text("This is a saved result.", use_inner_text=True)


def take_with_notes(taker: Taker) -> None:
    """Answer a ladder with two yeses, note what shows the first, plan two steps and give one an owner."""
    taker.do("begin")
    taker.element.locator("fieldset:visible summary").click()
    taker.element.locator("fieldset:visible textarea").fill("The CRM export, says Anna")
    for at, _ in enumerate(QUIZZES[LADDER].questions):
        taker.choose(1 if at < 2 else 0)
        taker.next()
    for at in (0, 1):
        taker.element.locator("[data-do=plan]:visible").nth(at).click()
    taker.element.locator("[data-plan=owner]").first.fill("Bob, or | Eve")
    taker.element.locator("[data-plan=date]").first.fill("2027-01-31")
    taker.element.locator("[data-plan=owner]").nth(1).focus()
    assert taker.tab.evaluate("document.activeElement.dataset.plan") == "owner"


def test_a_note_and_a_plan_are_kept_printed_and_never_in_a_link(take: Take) -> None:
    with take(LADDER) as taker:
        without = taker.code_of({ask.id: "yes" for ask in QUIZZES[LADDER].questions})
        take_with_notes(taker)
        assert len(taker.link.partition("#r=")[2]) == len(without)
        taker.tab.reload()
        expect(taker.element.locator("[data-noted]:visible")).to_have_text("The CRM export, says Anna")
        expect(taker.element.locator("[data-rows] tr")).to_have_count(2)
        expect(taker.element.locator("[data-plan=owner]").first).to_have_value("Bob, or | Eve")
        taker.tab.emulate_media(media="print")
        expect(taker.element.locator("[data-noted]:visible")).to_be_visible()
        expect(taker.element.locator("[data-rows]")).to_be_visible()
        taker.tab.emulate_media(media="screen")
        taker.element.locator("[data-do=drop]").first.click()
        expect(taker.element.locator("[data-rows] tr")).to_have_count(1)


def test_a_plan_goes_out_as_a_table_that_others_read(tmp_path: Path, take: Take) -> None:
    with take(LADDER) as taker:
        take_with_notes(taker)
        markdown = saved(taker, "[value=md]", tmp_path).read_text(encoding="utf-8")
        table = saved(taker, "[value=csv]", tmp_path).read_bytes()
    head, line, *rows = markdown.splitlines()
    assert head == "| Step | Owner | Date |"
    assert line == "| --- | --- | --- |"
    assert rows[0].endswith("| Bob, or \\| Eve | 2027-01-31 |")
    assert table.startswith(codecs.BOM_UTF8)  # else Excel takes it for another encoding
    first, second = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert (first["Owner"], first["Date"]) == ("Bob, or | Eve", "2027-01-31")
    assert (second["Owner"], second["Date"]) == ("", "")


# Results for which no source lists a step: a quiz, and answers by their places over and over.
WITHOUT_STEPS = ((GRADED, (0,)), (GRADED, (3, 0)), (MATRIX, (-1, 0)), (CHECKLIST, (-1,)))


@pytest.mark.parametrize(("quiz_id", "places"), WITHOUT_STEPS)
def test_every_result_has_a_plan_and_takes_a_step_of_ones_own(
    quiz_id: str, places: tuple[int, ...], tmp_path: Path, take: Take
) -> None:
    own = "Agree on one list of customers <b>"
    with take(quiz_id) as taker:
        taker.answer_all(*places)
        field = taker.element.locator("form[data-do=add] input")
        for text in ("  ", own, own):
            field.fill(text)
            field.press("Enter")
        expect(field).to_have_value("")
        expect(taker.element.locator("[data-rows] th")).to_have_text([own])
        taker.element.locator("[data-plan=owner]").fill("Anna")
        file = saved(taker, FILE, tmp_path)
        content = file.read_bytes()
        assert json.loads(content)["plan"] == [{"text": own, "owner": "Anna"}]
        assert own in saved(taker, "[value=md]", tmp_path).read_text(encoding="utf-8")
    with take(quiz_id) as other:
        other.element.locator("input[type=file]").first.set_input_files(file)
        expect(other.element.locator("[data-rows] th")).to_have_text([own])
        expect(other.element.locator("form[data-do=add]")).to_be_hidden()
        other.do("adopt")
        other.do("drop")
        expect(other.element.locator("[data-rows] tr")).to_have_count(0)


@pytest.mark.parametrize(("quiz_id", "places"), [(GRADED, (0,)), (MATRIX, (0,))])
def test_what_the_next_level_looks_like_can_go_into_the_plan(
    quiz_id: str, places: tuple[int, ...], take: Take
) -> None:
    with take(quiz_id) as taker:
        taker.answer_all(*places)
        step = taker.element.locator("[data-step]:visible").first
        step.locator("[data-do=plan]").click()
        expect(taker.element.locator("[data-rows] th")).to_have_text([step.locator("> span").inner_text()])
        expect(step).to_contain_text("in your plan", use_inner_text=True)


def test_what_goes_out_comes_in_again_as_the_same_file(tmp_path: Path, take: Take) -> None:
    with take(LADDER) as taker:
        take_with_notes(taker)
        first = saved(taker, FILE, tmp_path)
        content = first.read_bytes()
    assert set(json.loads(content)) == {"quiz", "version", "edition", "answers", "notes", "plan"}
    with take(LADDER) as other:
        other.element.locator("input[type=file]").first.set_input_files(first)
        expect(other.result).to_be_visible()
        assert saved(other, FILE, tmp_path).read_bytes() == content
        other.do("adopt")
        assert saved(other, FILE, tmp_path).read_bytes() == content


@pytest.mark.parametrize("adopt", [False, True])
def test_a_file_has_one_order_whatever_was_written_first(adopt: bool, tmp_path: Path, take: Take) -> None:
    with take(LADDER) as taker:
        taker.answer_all(1, 1, 0, 0, 0)
        for number in (3, 1):
            write_note(taker, number, f"note {number}")
        taker.element.locator("[data-do=plan]:visible").first.click()
        for name, text in (("date", "2026-12-01"), ("owner", "Bob")):
            field = taker.element.locator(f"[data-plan={name}]")
            field.fill(text)
            field.blur()
        first = saved(taker, FILE, tmp_path)
        content = first.read_bytes()
    assert list(json.loads(content)["notes"].values()) == ["note 1", "note 3"]
    assert list(json.loads(content)["plan"][0]) == ["step", "owner", "date"]
    with take(LADDER) as other:
        other.answer_all(0)
        write_note(other, 1, "MY OLD NOTE")
        open_file(other, first)
        if adopt:
            other.do("adopt")
        assert saved(other, FILE, tmp_path).read_bytes() == content
        assert "MY OLD NOTE" not in other.result.inner_text()


@pytest.mark.parametrize("action", ["adopt", "restart"])
def test_notes_and_plan_go_with_the_answers_that_are_replaced_and_come_back_with_them(
    action: str, tmp_path: Path, take: Take
) -> None:
    with take(LADDER) as taker:
        take_with_notes(taker)
        expect(taker.element.locator("[data-file=earlier]")).to_be_hidden()
        before = saved(taker, FILE, tmp_path).read_bytes()
        if action == "adopt":
            taker.open_code(taker.code_of({ask.id: "no" for ask in QUIZZES[LADDER].questions}))
            taker.do("adopt")
        else:
            taker.do("restart")
            taker.answer_all(0)
        for _ in range(2):
            assert set(json.loads(saved(taker, FILE, tmp_path).read_text())) == {
                "quiz",
                "version",
                "edition",
                "answers",
            }
            expect(taker.element.locator("[data-noted]:visible, [data-rows] tr")).to_have_count(0)
            earlier = saved(taker, "[data-file=earlier]", tmp_path)
            assert earlier.read_bytes() == before
            taker.tab.reload()
        open_file(taker, earlier)
        expect(taker.element.locator("[data-noted]:visible")).to_have_text("The CRM export, says Anna")
        expect(taker.element.locator("[data-rows] tr")).to_have_count(2)


FORMULA = re.compile(r"^[=+\-@\t\r]")


def test_no_cell_of_a_plan_is_a_formula_in_a_spreadsheet(tmp_path: Path, take: Take) -> None:
    owners = ('=HYPERLINK("https://x.example","y")', "+1", "-1", "@SUM(1)", "\t=1", "één, twee")
    with take(LADDER) as taker:
        take_with_notes(taker)
        file = saved(taker, FILE, tmp_path)
        content = json.loads(file.read_text())
        content["plan"] = [{"step": content["plan"][0]["step"], "owner": owner} for owner in owners]
        file.write_text(json.dumps(content))
        open_file(taker, file)
        table = saved(taker, "[value=csv]", tmp_path).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table, newline="")))
    assert [row["Owner"].lstrip("'") for row in rows] == list(owners)
    assert [cell for row in rows for cell in row.values() if FORMULA.match(cell)] == []


def test_a_plan_is_words_on_paper_and_none_of_them_is_cut_off(language: str, take: Take) -> None:
    owner = "Jan van der Veen-Bakker, teamleider CRM en marketing automation"
    date = {"en": "January 31, 2027", "nl": "31 januari 2027", "de": "31. Januar 2027"}[language]
    with take(LADDER, language) as taker:
        take_with_notes(taker)
        taker.element.locator("[data-plan=owner]").first.fill(owner)
        taker.element.locator("[data-plan=owner]").first.blur()
        expect(taker.element.locator("[data-plan] + span:visible")).to_have_count(0)
        taker.tab.emulate_media(media="print")
        taker.tab.set_viewport_size({"width": A4, "height": 900})
        plan = taker.element.locator(".a-plan")
        expect(plan.locator("input:visible, button:visible")).to_have_count(0)
        cells = [cell.inner_text().strip() for cell in plan.locator("td").all()]
        assert cells == [owner, date, "", "", "", ""]
        assert taker.element.evaluate(CUT_OFF) == []


def test_steps_of_two_levels_say_by_which_to_choose(take: Take) -> None:
    words = "They are alternatives"
    found = set()
    with take(MATRIX) as taker:
        for at in range(len(QUIZZES[MATRIX].rungs)):
            taker.result_of(at)
            text = taker.result.inner_text()
            starts = re.findall(r"^Steps from (.+), from its ", text, re.MULTILINE)
            twice = {start for start in starts if starts.count(start) > 1}
            assert {name for name in starts if f"In {name} your place is a range" in text} == twice
            assert text.count(words) == len(twice)
            found.add(len(twice))
    assert found == {0, 1}


def test_a_quiz_page_loads_little_script_at_first_and_the_rest_when_somebody_asks(
    server: Server, take: Take
) -> None:
    # What a page loads at first has one budget; what comes on demand, for a team or a picture, has its own.
    with take(MATRIX) as taker:
        taker.tab.wait_for_load_state("networkidle")
        at_first = own_scripts(taker.tab, server)
        taker.do("gather")
        taker.element.locator("[value=team]").click()
        expect(taker.element.locator("[data-if=merged]")).to_be_visible()
        on_demand = {
            name: size for name, size in own_scripts(taker.tab, server).items() if name not in at_first
        }
    assert {"atlas.js", "atlas-quiz.js"} <= set(at_first)
    assert sum(at_first.values()) <= MOST_SCRIPT, at_first
    assert 0 < sum(on_demand.values()) <= MOST_ON_DEMAND, on_demand


def own_scripts(tab: Tab, server: Server) -> dict[str, int]:
    """The bytes of each script of ours that a page has loaded."""
    loaded = "performance.getEntriesByType('resource').map(entry => entry.name)"
    names = {server.address(url) for url in tab.evaluate(loaded)}
    return {
        Path(name).name: weight((server.site.folder / name).read_bytes())
        for name in names
        if re.fullmatch(r"assets/atlas[\w-]*\.js", name)
    }


BLANK = """html => {
    const parts = [...html.querySelectorAll("main *:not(:has(*))")].filter(part => part.checkVisibility());
    return innerHeight - Math.max(...parts.map(part => part.getBoundingClientRect().bottom + scrollY));
}"""
HEIGHTS = """<script>
window.heights = [];
addEventListener("message", event => window.heights.push(event.data.height));
</script>"""


@pytest.mark.parametrize(
    ("language", "quiz_id", "width"),
    [("en", GRADED, 1440), ("nl", MATRIX, 360), ("nl", LADDER, 1440), ("en", CHECKLIST, 360)],
)
def test_a_frame_is_as_high_as_its_quiz_and_stays_so(
    language: str, quiz_id: str, width: int, browser: Browser, server: Server
) -> None:
    with new_tab(browser, width) as tab:
        tab.goto(server.url(f"{'' if language == 'en' else f'{language}/'}quiz/"))
        frame, script = snippets(tab, quiz_id)
        assert f'/{address(quiz_id, language, embed=True)}"' in frame
        where = server.url(address(quiz_id, language, embed=True))
        frame = frame.replace(frame.split('"')[1], where)
        host = f'<!doctype html><meta name="viewport" content="width=device-width">{HEIGHTS}{frame}{script}'
        # A page of its own, as `set_content` has none that a frame may talk to.
        tab.route("**/host/", lambda route: route.fulfill(content_type="text/html", body=host))
        tab.goto(server.url("host/"))
        inside = tab.frame_locator("iframe")
        expect(inside.locator("[data-do=begin]:visible")).to_be_visible()
        started = settled(tab)
        inside.locator("[data-do=begin]:visible").click()
        settled(tab)
        for _ in QUIZZES[quiz_id].questions:
            inside.locator("fieldset:visible input").first.check()
            inside.locator(".a-quiz button[type=submit]").click()
        assert settled(tab) > started
        # Back to the start, which is as high as it was.
        inside.locator("[data-do=restart]:visible").click()
        assert abs(settled(tab) - started) < MOST_BLANK


MOST_BLANK = 100  # the page's own margins


def settled(tab: Tab) -> int:
    """The height of the frame when the quiz has told no other for a while: few, and no more than it fills."""
    told: list[int] = []
    for _ in range(40):
        tab.wait_for_timeout(100)
        before, told = told, tab.evaluate("window.heights")
        if told and told == before:
            break
    else:
        raise AssertionError(f"the height does not settle: {told}")
    tab.evaluate("window.heights = [window.heights.at(-1)]")
    height = int(tab.evaluate("document.querySelector('iframe').clientHeight"))
    page = tab.frames[1].locator("html")
    assert page.evaluate("html => html.scrollHeight <= html.clientHeight + 1"), "the frame scrolls"
    assert 0 <= page.evaluate(BLANK) < MOST_BLANK, f"blank below the quiz, after {told}"
    return height


def snippets(tab: Tab, quiz_id: str) -> tuple[str, str]:
    """The lines that somebody copies: the frame of a quiz, and the script that lets it grow."""
    *frames, script = tab.locator("main pre code").all_text_contents()
    return next(frame for frame in frames if f"quiz/{quiz_id}/" in frame), script


CHECK = quick_check(LOADED.atlas().shared.scale)


def test_the_quick_check_names_one_range_and_one_quiz(
    language: str, browser: Browser, server: Server
) -> None:
    asks = CHECK.questions
    assert 0 < len(asks) <= 7
    with new_tab(browser, 1440) as tab:
        tab.goto(server.url(f"{'' if language == 'en' else f'{language}/'}quiz/"))
        tab.locator("summary:has(+ atlas-check)").click()
        check = tab.locator("atlas-check")
        expect(check.locator("[data-if=none]")).to_be_visible()
        for answers in list(vectors(CHECK, 20).values())[-20:]:
            given = {ask.id: answers.get(ask.id) for ask in asks}
            few = 5 * sum(value not in (None, "", "na") for value in given.values()) < 3 * len(asks)
            check.evaluate(
                """(check, given) => {
                    for (const input of check.querySelectorAll("input"))
                        input.checked = given[input.name] === input.value;
                    check.dispatchEvent(new Event("change"));
                }""",
                given,
            )
            expect(check.locator("[data-if=none]:visible")).to_have_count(int(few))
            expect(check.locator(".a-result__level:visible")).to_have_count(int(not few))
            expect(check.locator("[data-if^='best:']:visible")).to_have_count(int(not few))
        check.locator("input[value=everywhere]").first.check()


def test_the_quick_check_counts_as_a_quiz_does(browser: Browser, server: Server) -> None:
    bands = [band.title for band in LOADED.atlas().shared.scale.bands]
    with new_tab(browser, 1440) as tab:
        tab.goto(server.url("quiz/"))
        tab.locator("summary:has(+ atlas-check)").click()
        check = tab.locator("atlas-check")
        level = check.locator(".a-result__level:visible")
        for up_to, words in ((1, bands[0]), (3, bands[2]), (5, bands[4])):
            for ask in CHECK.questions:
                reached = max(choice.reaches for choice in ask.choices) <= up_to
                check.locator(f"[name='{ask.id}'][value={'everywhere' if reached else 'not-yet'}]").check()
            expect(level).to_have_text(f"On the scale: {words}", use_inner_text=True)
        check.locator(f"[name='{CHECK.questions[0].id}'][value=not-yet]").check()
        expect(level).to_have_text(f"On the scale: from {bands[0]} to {bands[4]}", use_inner_text=True)
        expect(check.locator("[data-if=clash]")).to_be_visible()
    assert definition(CHECK)["kind"] == "ladder"


def test_without_a_script_the_quick_check_says_so_and_shows_nothing_to_answer(
    language: str, browser: Browser, server: Server
) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(f"{'' if language == 'en' else f'{language}/'}quiz/"))
        section = tab.locator("section:has(#check)")
        expect(section.locator(".a-notice:visible")).to_contain_text("JavaScript")
        expect(section.locator("summary:visible, input:visible, [role=status]:visible")).to_have_count(0)
