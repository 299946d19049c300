"""A tab with a quiz in it, used as a reader uses it: by its buttons, its keys and its addresses."""

import json
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from generator.load import load
from generator.quiz import Quiz, quiz_of
from tests.site.built import LANGUAGES
from tests.site.served import Server
from tests.site.tabs import Scheme, hearing, new_tab

LOADED, _ = load(Path(__file__).parent.parent.parent / "frameworks")
QUIZZES: Mapping[str, Quiz] = {item.id: quiz_of(item) for item in LOADED.atlas().frameworks}
MATRIX = next(quiz.id for quiz in QUIZZES.values() if quiz.kind == "matrix")
CHECKLIST = next(quiz.id for quiz in QUIZZES.values() if quiz.kind == "checklist")
LADDER = next(quiz.id for quiz in QUIZZES.values() if quiz.by_source)
GRADED = next(quiz.id for quiz in QUIZZES.values() if quiz.kind == "ladder" and not quiz.by_source)

# Each quiz in one language; the next in the next.
IN_TURN = list(zip(QUIZZES, cycle(LANGUAGES), strict=False))

A4 = 640  # CSS pixels between the margins
ANSWER_ALL = """([asks, places]) => asks.forEach(({id, choices}, at) => {
    const value = choices.at(places[at % places.length] % choices.length)[0];
    const inputs = [...document.querySelectorAll("atlas-quiz fieldset input")];
    const input = inputs.find(input => input.name === id && input.value === value);
    if (!input.checkVisibility()) throw new Error(`${id} is not asked`);
    input.click();
    document.querySelector("atlas-quiz .a-quiz button[type=submit]").click();
})"""
CUT_OFF = """section => [...section.querySelectorAll(".a-scroll, .a-scroll th, .a-scroll td")]
    .filter(part => part.checkVisibility() && part.scrollWidth > part.clientWidth)
    .map(part => part.textContent.trim().slice(0, 60))"""


def address(quiz_id: str, language: str = "en", embed: bool = False) -> str:
    """Where a quiz stands on the site."""
    return f"{LANGUAGES[language]}quiz/{quiz_id}/{'embed/' if embed else ''}"


@contextmanager
def open_quiz(
    browser: Browser, server: Server, where: str, *, width: int = 1440, scheme: Scheme = "light"
) -> Iterator["Taker"]:
    """A quiz in a browser that has never seen the site; no page may complain on its console."""
    with new_tab(browser, width, scheme) as tab, hearing(tab) as complaints:
        tab.goto(server.url(where))
        yield Taker(tab)
        assert complaints == []


class Taker:
    """Somebody who takes a quiz."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    @property
    def element(self) -> Locator:
        """The quiz."""
        return self.tab.locator("atlas-quiz")

    @property
    def legend(self) -> Locator:
        """What the question on the page asks."""
        return self.element.locator("legend:visible")

    @property
    def result(self) -> Locator:
        """The result, one's own or somebody else's."""
        return self.element.locator("section:has(> #result)")

    @property
    def level(self) -> Locator:
        """The level that the result names."""
        return self.result.locator(".a-result__level:visible")

    def do(self, action: str) -> None:
        """Press a button that is on the page."""
        self.element.locator(f"[data-do={action}]:visible").first.click()

    def next(self) -> None:
        """Go on, to the next question or to the result."""
        self.element.locator(".a-quiz button[type=submit]").click()

    def choose(self, place: int) -> None:
        """Choose an answer of the question on the page, by its place from low to high."""
        self.answer_at(place).check()

    def answer_at(self, place: int) -> Locator:
        """An answer of the question on the page, by its place from low to high."""
        name = self.element.locator("fieldset:visible input").first.get_attribute("name")
        [ask] = [ask for ask in self.answers_of("asks") if ask["id"] == name]
        value = ask["choices"][place % len(ask["choices"])][0]
        return self.element.locator(f"fieldset:visible input[value='{value}']")

    def answer_all(self, *places: int) -> None:
        """Begin, and answer every question by these places, over and over; at once, as clicks take long."""
        self.do("begin")
        self.tab.evaluate(ANSWER_ALL, [self.answers_of("asks"), places])

    def answers_of(self, name: str) -> list[Any]:
        """A list of the quiz's definition."""
        found: list[Any] = json.loads(self.element.get_attribute("data-quiz") or "{}")[name]
        return found

    @property
    def link(self) -> str:
        """The link that shares the result."""
        return self.element.locator("[name=link]").input_value()

    def result_of(self, *places: int) -> None:
        """Read the result of answers, given by their places from low to high over and over."""
        asks = self.answers_of("asks")
        answers = {ask["id"]: ask["choices"][places[at % len(places)]][0] for at, ask in enumerate(asks)}
        self.open_code(self.code_of(answers))

    def open_code(self, code: str) -> None:
        """Read a shared result."""
        self.tab.evaluate("code => { location.hash = `r=${code}`; }", code)
        expect(self.result).to_be_visible()
        # The address tells of its change a moment later: until then the result may be shown once more.
        self.tab.evaluate("() => new Promise(done => setTimeout(() => requestAnimationFrame(done)))")

    def old_code_of(self, answers: Mapping[str, str], version: str) -> str:
        """The share code of answers as it was before November 2026."""
        script = """(quiz, [answers, version]) =>
            customElements.get("atlas-quiz").old({quiz: quiz.quiz.id, version, answers})"""
        return str(self.element.evaluate(script, [answers, version]))

    def code_of(self, answers: Mapping[str, str], **other: str) -> str:
        """The share code of answers, by the quiz's own means."""
        script = """(quiz, [answers, other]) =>
            customElements.get("atlas-quiz").code({...quiz.quiz, ...other}, answers)"""
        return str(self.element.evaluate(script, [answers, other]))

    def expect_question(self, number: int) -> None:
        """One question is on the page, and it is this one."""
        expect(self.legend).to_have_count(1)
        expect(self.element.locator("fieldset").nth(number - 1)).to_be_visible()

    def expect_focus_on_what_is_new(self) -> None:
        """The keyboard stands where the reader is to go on."""
        assert self.tab.evaluate(FOCUS_IS_ON_WHAT_IS_NEW), "the focus was left behind"


FOCUS_IS_ON_WHAT_IS_NEW = """() => {
    const parts = [...document.querySelectorAll("atlas-quiz [data-focus]")];
    const shown = parts.filter(part => part.checkVisibility());
    return shown.length === 1 && document.activeElement === shown[0];
}"""


def saved(taker: Taker, selector: str, folder: Path) -> Path:
    """Download what a link or a button gives."""
    with taker.tab.expect_download() as download:
        taker.element.locator(f"{selector}:visible").click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


class Take(Protocol):
    """Opens a quiz in a browser that has never seen the site; no page may complain on its console."""

    def __call__(
        self,
        quiz_id: str,
        language: str = "en",
        embed: bool = False,
        *,
        width: int = 1440,
        scheme: Scheme = "light",
    ) -> AbstractContextManager[Taker]:
        """Somebody who takes the quiz."""
