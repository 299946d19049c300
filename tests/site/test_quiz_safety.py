"""The quiz where things go wrong: no storage, broken codes, strict pages; and it tells nobody anything."""

import random
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.site.quiz import LADDER, MATRIX, QUIZZES, Take, Taker, address
from tests.site.served import Server
from tests.site.tabs import Scheme, hearing, new_tab

FORBIDDEN = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("forbidden", "SecurityError"); },
});"""
FULL = (
    """Storage.prototype.setItem = function () { throw new DOMException("full", "QuotaExceededError"); };"""
)
BROKEN = """const text = %s; for (const key of Object.keys(localStorage)) localStorage.setItem(key, text);"""
GARBAGE = (
    "",
    "{",
    "null",
    "[]",
    '"text"',
    '{"answers": null}',
    '{"quiz": "QUIZ", "version": "VERSION", "answers": [], "at": 2}',
    '{"quiz": "QUIZ", "version": "VERSION", "answers": {"x": 1}, "at": "two", "earlier": 3}',
    '{"quiz": "QUIZ", "version": "VERSION", "answers": {}, "at": 99, "earlier": {"answers": 1}}',
    '{"quiz": "QUIZ", "version": "VERSION", "answers": {}, "at": -7.5}',
)
TRY_CODES = """([codes, other]) => {
    const quiz = document.querySelector("atlas-quiz");
    const own = JSON.stringify(localStorage);
    const faults = [];
    for (const code of codes) {
        history.replaceState(null, "", `#r=${code}`);
        let error = "";
        try { quiz.open(); } catch (caught) { error = String(caught); }
        const views = [...quiz.children].filter(part => /^(div|form|section)$/i.test(part.tagName)
            && part.dataset.if?.startsWith("view:") && part.checkVisibility());
        const said = [...quiz.querySelectorAll(".a-notice")].filter(part => part.checkVisibility());
        const read = customElements.get("atlas-quiz").read(quiz.quiz, code).state === "read";
        const sound = views.length === 1 && (read || said.length);
        if (error || !sound) faults.push([code, error, views.length, said.length]);
        if (JSON.stringify(localStorage) !== own) faults.push([code, "own answers changed"]);
    }
    return faults;
}"""
READ_ALL = """codes => {
    const { quiz } = document.querySelector("atlas-quiz");
    return codes.map(code => customElements.get("atlas-quiz").read(quiz, code).state);
}"""


@pytest.mark.parametrize("trouble", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_without_storage_a_quiz_still_works_and_says_so(
    trouble: str, browser: Browser, server: Server
) -> None:
    with new_tab(browser, 1440, apart=True) as tab:
        tab.add_init_script(trouble)
        tab.goto(server.url(address(MATRIX, embed=True)))
        taker = Taker(tab)
        taker.do("begin")
        taker.choose(1)
        expect(taker.element.locator(".a-notice:visible")).to_contain_text("does not let the page save")
        taker.next()
        for _ in QUIZZES[MATRIX].questions[1:]:
            taker.choose(1)
            taker.next()
        expect(taker.level).to_have_count(1)


def test_without_storage_answers_outlive_instant_navigation(browser: Browser, server: Server) -> None:
    with new_tab(browser, 1440, apart=True) as tab:
        tab.add_init_script(FULL)
        tab.goto(server.url(address(MATRIX)))
        taker = Taker(tab)
        taker.do("begin")
        taker.choose(1)
        taker.next()
        tab.locator(".a-crumbs a").click()
        tab.locator(f'main .a-card a[href$="{MATRIX}/"]').first.click()
        taker.expect_question(2)


@pytest.mark.parametrize("garbage", GARBAGE)
def test_whatever_stands_in_storage_the_quiz_starts(garbage: str, take: Take) -> None:
    quiz = QUIZZES[LADDER]
    text = garbage.replace("QUIZ", quiz.id).replace("VERSION", quiz.version)
    with take(LADDER) as taker:
        key = f"atlas-quiz:{quiz.id}:{quiz.version}"
        taker.tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])
        taker.tab.reload()
        visible = taker.element.locator("[data-do=begin]:visible, fieldset:visible")
        expect(visible).to_have_count(1)


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_a_thousand_broken_codes_leave_a_usable_page_each_time(quiz_id: str, take: Take) -> None:
    quiz = QUIZZES[quiz_id]
    dice = random.Random(quiz_id)
    with take(quiz_id) as taker:
        taker.do("begin")
        taker.choose(0)
        sound = taker.code_of({ask.id: dice.choice(ask.choices).value for ask in quiz.questions})
        old = taker.code_of({"gone": "yes"}, version="0")
        codes = [
            sound,
            old,
            "",
            ".",
            "..",
            "%",
            "%E0%A4%A",
            "__proto__.__proto__.__proto__.x",
            "\u2603",
            "a" * 50_000,
        ]
        codes += [mutated(dice.choice((sound, old)), dice) for _ in range(200)]
        assert taker.tab.evaluate(TRY_CODES, [codes, old]) == []
        taker.tab.evaluate("location.hash = ''")
        taker.expect_question(1)


@pytest.mark.parametrize("quiz_id", QUIZZES)
def test_a_code_that_does_not_fit_its_check_sum_shows_no_result(quiz_id: str, take: Take) -> None:
    asks = QUIZZES[quiz_id].questions
    answers = {ask.id: ask.choices[0].value for ask in asks}
    with take(quiz_id) as taker:
        sound = taker.code_of(answers)
        body, check = sound[:-5], sound[-5:]
        # Each is whole but for one answer or the edition that somebody changed, or for its check sum.
        others = [answers | {ask.id: ask.choices[-1].value} for ask in asks]
        spoilt = [f"{taker.code_of(other)[:-5]}{check}" for other in others]
        spoilt += [taker.code_of(answers, edition="01")[:-5] + check]
        spoilt += [body, f"{body}.", f"{body}.{check}", f"{body}0", f"{sound}0", sound[:-1]]
        states = taker.tab.evaluate(READ_ALL, [sound, *spoilt])
        assert dict(zip([sound, *spoilt], states, strict=True)) == {
            sound: "read",
            **dict.fromkeys(spoilt, "broken"),
        }
        taker.tab.evaluate("code => { location.hash = `r=${code}`; }", spoilt[0])
        expect(taker.element.locator(".a-notice:visible")).to_have_count(1)
        expect(taker.result).to_be_hidden()


def mutated(code: str, dice: random.Random) -> str:
    """A code as it arrives after an accident."""
    letters = list(code)
    for _ in range(dice.randint(1, 4)):
        at = dice.randrange(len(letters) + 1)
        what = dice.choice(("cut", "drop", "add", "swap", "noise"))
        if what == "cut":
            letters = letters[:at] or ["x"]
        elif what == "drop":
            letters = letters[:at] + letters[at + 1 :] or ["x"]
        elif what == "add":
            letters.insert(at, dice.choice("abc0123.-_%&=#<>\"'{}é☃"))
        elif what == "swap":
            letters.reverse()
        else:
            letters = [dice.choice("abcdef0123456789.-") for _ in range(dice.randint(1, 80))]
    return "".join(letters)


@pytest.mark.parametrize("embed", [False, True])
def test_no_request_carries_an_answer(embed: bool, server: Server, take: Take) -> None:
    asked: list[str] = []
    with take(MATRIX, "nl", embed) as taker:
        taker.tab.wait_for_load_state("networkidle")
        taker.tab.context.on(
            "request", lambda request: asked.append(f"{request.url} {request.post_data or ''}")
        )
        taker.answer_all(0, 1, 2)
        taker.do("copy")
        taker.tab.goto(taker.link)
        taker.tab.wait_for_load_state("networkidle")
    words = {rung.id for rung in QUIZZES[MATRIX].rungs} | {ask.id for ask in QUIZZES[MATRIX].questions}
    telling = [url for url in asked if urlsplit(url).query or any(f".{word}" in url for word in words)]
    assert [url for url in telling if "#r=" not in url] == []
    assert [request.path for request in server.requests if "r=" in request.path] == []
    assert [url for url in asked if not url.startswith((server.origin, "data:", "blob:"))] == []


def test_a_quiz_runs_where_only_own_scripts_may(browser: Browser, server: Server) -> None:
    policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"
    with new_tab(browser, 1440) as tab:

        def with_policy(route) -> None:  # type: ignore[no-untyped-def]
            response = route.fetch()
            route.fulfill(response=response, headers={**response.headers, "content-security-policy": policy})

        tab.route("**/embed/", with_policy)
        tab.goto(server.url(address(MATRIX, embed=True)))
        taker = Taker(tab)
        with hearing(tab) as complaints:
            taker.answer_all(2)
            expect(taker.level).to_have_count(1)
            with tab.expect_download():
                taker.element.locator("[data-file=now]").click()
        assert complaints == []


@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("nl", "light")])
def test_a_quiz_stands_in_a_frame_on_somebody_elses_page(
    language: str, scheme: Scheme, browser: Browser, server: Server
) -> None:
    with new_tab(browser, 1000, apart=True) as tab:
        address_ = f"{server.url(address(LADDER, language, embed=True))}?theme={scheme}"
        tab.set_content(
            "<!doctype html><title>Mine</title>"
            f'<iframe src="{address_}" title="Quiz" width="100%" height="720" style="border: 0"></iframe>'
        )
        frame = tab.frame_locator("iframe")
        expect(frame.locator("html")).to_have_attribute("lang", language)
        expect(frame.locator("body")).to_have_attribute(
            "data-md-color-scheme", {"light": "default", "dark": "slate"}[scheme]
        )
        frame.locator("[data-do=begin]:visible").click()
        for _ in QUIZZES[LADDER].questions:
            frame.locator("fieldset:visible input").first.check()
            frame.locator(".a-quiz button[type=submit]").click()
        expect(frame.locator("section:has(> #result)")).to_be_visible()
        shared = urlsplit(frame.locator("[name=link]").input_value())
        assert shared.path.endswith(f"/{address(LADDER, language)}")
        expect(frame.locator("nav, .a-search, .a-finder")).to_have_count(0)
