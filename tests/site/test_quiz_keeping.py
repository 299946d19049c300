"""What a team makes of a quiz: notes, a plan, pictures, files that come back, frames, a quick check."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.quiz import definition, quick_check
from tests.quiz.vectors import vectors
from tests.site.built import LANGUAGES, Site
from tests.site.conftest import new_tab
from tests.site.quiz import CHECKLIST, GRADED, LADDER, LOADED, QUIZZES, Taker, address, open_quiz
from tests.site.served import Server, weight

MOST_SCRIPT = 10 * 1024
PNG = b"\x89PNG"


def saved(taker: Taker, selector: str, folder: Path) -> Path:
    """Download what a link or a button gives."""
    with taker.tab.expect_download() as download:
        taker.element.locator(f"{selector}:visible").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


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


def test_a_note_and_a_plan_are_kept_printed_and_never_in_a_link(browser: Browser, server: Server) -> None:
    with open_quiz(browser, server, address(LADDER)) as taker:
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


def test_a_plan_goes_out_as_a_table_that_others_read(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    with open_quiz(browser, server, address(LADDER)) as taker:
        take_with_notes(taker)
        markdown = saved(taker, "[value=md]", tmp_path).read_text(encoding="utf-8")
        table = saved(taker, "[value=csv]", tmp_path).read_text(encoding="utf-8")
    head, line, *rows = markdown.splitlines()
    assert head == "| Step | Owner | Date |"
    assert line == "| --- | --- | --- |"
    assert rows[0].endswith("| Bob, or \\| Eve | 2027-01-31 |")
    first, second = list(csv.DictReader(io.StringIO(table)))
    assert (first["Owner"], first["Date"]) == ("Bob, or | Eve", "2027-01-31")
    assert (second["Owner"], second["Date"]) == ("", "")


def test_what_goes_out_comes_in_again_as_the_same_file(
    browser: Browser, server: Server, tmp_path: Path
) -> None:
    with open_quiz(browser, server, address(LADDER)) as taker:
        take_with_notes(taker)
        first = saved(taker, "[download$='.json']", tmp_path)
        content = first.read_bytes()
    assert set(json.loads(content)) == {"quiz", "version", "answers", "notes", "plan"}
    with open_quiz(browser, server, address(LADDER)) as other:
        other.element.locator("input[type=file]").first.set_input_files(first)
        expect(other.result).to_be_visible()
        assert saved(other, "[download$='.json']", tmp_path).read_bytes() == content
        other.do("adopt")
        assert saved(other, "[download$='.json']", tmp_path).read_bytes() == content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quiz_id", [GRADED, CHECKLIST])
def test_a_result_is_a_picture_with_its_words_date_and_address(
    quiz_id: str, language: str, browser: Browser, server: Server, tmp_path: Path
) -> None:
    with open_quiz(browser, server, address(quiz_id, language)) as taker:
        taker.result_of(3, 1)
        level = taker.result.locator("[data-verdict] .a-result__level:visible").inner_text()
        drawn = ElementTree.fromstring(saved(taker, "[value=svg]", tmp_path).read_bytes())
        photo = saved(taker, "[value=png]", tmp_path).read_bytes()
    texts = ["".join(part.itertext()) for part in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert texts[1] == " ".join(level.split())
    assert texts[-1].endswith(server.url(address(quiz_id, language)))
    assert len(texts) == 3 + 2 * len(QUIZZES[quiz_id].questions)
    assert photo.startswith(PNG)


def test_the_scripts_of_a_quiz_page_are_small(site: Site) -> None:
    names = ("atlas.js", "atlas-quiz.js")
    sizes = {name: weight((site.folder / "assets" / name).read_bytes()) for name in names}
    assert sum(sizes.values()) <= MOST_SCRIPT, sizes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_frame_grows_with_its_quiz_where_the_page_has_the_lines_for_it(
    language: str, browser: Browser, server: Server
) -> None:
    with new_tab(browser, 1000) as tab:
        tab.goto(server.url(f"{'' if language == 'en' else f'{language}/'}quiz/"))
        frame, script = snippets(tab, LADDER)
        assert f'/{address(LADDER, language, embed=True)}"' in frame
        where = server.url(address(LADDER, language, embed=True))
        frame = frame.replace(frame.split('"')[1], where)
        # A page of its own, as `set_content` has none that a frame may talk to.
        tab.route("**/host/", lambda route: route.fulfill(content_type="text/html", body=frame + script))
        tab.goto(server.url("host/"))
        inside = tab.frame_locator("iframe")
        expect(inside.locator("[data-do=begin]:visible")).to_be_visible()
        tab.wait_for_function("document.querySelector('iframe').height !== '900'")
        low = tab.evaluate("document.querySelector('iframe').clientHeight")
        inside.locator("[data-do=begin]:visible").click()
        for _ in QUIZZES[LADDER].questions:
            inside.locator("fieldset:visible input").first.check()
            inside.locator("button[type=submit]").click()
        tab.wait_for_function(f"document.querySelector('iframe').clientHeight > {low + 400}")
        element = tab.frames[1].locator("html")
        assert element.evaluate("html => html.scrollHeight <= html.clientHeight + 1")


def snippets(tab: Tab, quiz_id: str) -> tuple[str, str]:
    """The lines that somebody copies: the frame of a quiz, and the script that lets it grow."""
    *frames, script = tab.locator("main pre code").all_text_contents()
    return next(frame for frame in frames if f"quiz/{quiz_id}/" in frame), script


CHECK = quick_check(LOADED.atlas().shared.scale)


@pytest.mark.parametrize("language", LANGUAGES)
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
