"""Every state of a quiz is open to everyone; and faults that somebody may make are found by these checks."""

from collections.abc import Callable
from itertools import combinations, product
from typing import get_args

import pytest
from playwright.sync_api import expect

from tests.site.quiz import (
    CHECKLIST,
    FOCUS_IS_ON_WHAT_IS_NEW,
    LADDER,
    MATRIX,
    Take,
    Taker,
    address,
)
from tests.site.scripts import FOCUS, GROUPS_WITHOUT_LEGEND, LINKS_WITHOUT_ADDRESS, axe
from tests.site.served import Server
from tests.site.tabs import Scheme

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WRONG_LANGUAGE = """language => [...document.querySelectorAll("html, atlas-quiz, atlas-quiz [lang]")]
    .filter(part => part.matches(".atlas-foreign")
        ? part.lang === language : part.closest("[lang]")?.lang !== language)
    .map(part => part.cloneNode().outerHTML.slice(0, 80))"""


def start(taker: Taker) -> None:
    """Nothing answered."""


def resume(taker: Taker) -> None:
    """Something answered, back at the start."""
    middle(taker)
    for _ in range(2):
        taker.do("back")


def middle(taker: Taker) -> None:
    """A question, one answered before it."""
    taker.do("begin")
    taker.choose(0)
    taker.next()


def result(taker: Taker) -> None:
    """A result with something before it to compare with."""
    taker.answer_all(1, 2, 0)
    taker.do("restart")
    taker.answer_all(0, 2)


def profile_only(taker: Taker) -> None:
    """A result without a level."""
    middle(taker)
    for _ in taker.answers_of("asks")[1:]:
        taker.next()


def shared(taker: Taker) -> None:
    """Somebody else's result."""
    code = taker.code_of({ask["id"]: ask["choices"][-1][0] for ask in taker.answers_of("asks")})
    taker.tab.evaluate("code => { location.hash = `r=${code}`; }", code)
    expect(taker.result).to_be_visible()


def broken(taker: Taker) -> None:
    """A code that nobody can read."""
    taker.tab.evaluate("location.hash = 'r=broken'")
    expect(taker.element.locator(".a-notice:visible")).to_have_count(1)


def team(taker: Taker) -> None:
    """Three results side by side, and something that is none."""
    asks = taker.answers_of("asks")
    codes = [taker.code_of({ask["id"]: ask["choices"][at][0] for ask in asks}) for at in (0, 1, -1)]
    taker.do("gather")
    taker.element.locator("[name=codes]").fill("\n".join([*codes, "junk"]))
    taker.element.locator("[value=team]").click()


STATES: tuple[Callable[[Taker], None], ...] = (
    start,
    resume,
    middle,
    result,
    profile_only,
    shared,
    broken,
    team,
)


SHOWN = ((LADDER, False), (MATRIX, True), (CHECKLIST, False))
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)


def states_of(shown: tuple[str, bool], scheme: Scheme) -> tuple[Callable[[Taker], None], ...]:
    """The states of a quiz that are looked at in a scheme: of quiz, state and scheme every two meet."""
    return STATES[(SHOWN.index(shown) + SCHEMES.index(scheme)) % 2 :: 2]


def test_every_two_of_a_quiz_a_state_and_a_scheme_meet() -> None:
    looks = [(*look, state) for look in product(SHOWN, SCHEMES) for state in states_of(*look)]
    for one, other in combinations(range(3), 2):
        met = {(look[one], look[other]) for look in looks}
        assert met == set(product(*({look[side] for look in looks} for side in (one, other))))
    assert {state for *_, state in looks} == set(STATES)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("quiz_id", "embed"), SHOWN)
def test_axe_finds_nothing_in_any_state(
    quiz_id: str, scheme: Scheme, embed: bool, server: Server, take: Take
) -> None:
    language, width = ("nl", 360) if scheme == "dark" else ("en", 1440)
    where = server.url(address(quiz_id, language, embed))
    found = []
    with take(quiz_id, language, embed, scheme=scheme, width=width) as taker:
        for state in states_of((quiz_id, embed), scheme):
            taker.tab.evaluate("localStorage.clear()")
            taker.tab.goto("about:blank")
            taker.tab.goto(where)
            state(taker)
            found += [(state.__name__, *fault.values()) for fault in axe(taker.tab)]
            found += [(state.__name__, fault) for fault in faults(taker, language)]
            if taker.tab.evaluate(SIDEWAYS) > 0:
                found.append((state.__name__, "scrolls sideways"))
    assert found == []


@pytest.mark.parametrize("quiz_id", [LADDER, MATRIX])
def test_focus_is_visible_wherever_the_keyboard_goes_in_a_quiz(quiz_id: str, take: Take) -> None:
    for state in (start, middle, result, team):
        with take(quiz_id) as taker:
            state(taker)
            assert unseen_focus(taker) == [], state.__name__


FAULTS = {
    "a removed legend": "document.querySelector('atlas-quiz fieldset:not([hidden]) legend').remove()",
    "an emptied legend": "document.querySelector('atlas-quiz [data-if=\"ask:1\"] legend').textContent = ' '",
    "a removed focus outline": """document.adoptedStyleSheets = [new CSSStyleSheet()];
        document.adoptedStyleSheets[0].replaceSync("atlas-quiz * { outline: none !important; }")""",
    "a wrong language": "document.documentElement.lang = 'nl'",
    "a wrong language inside": "document.querySelector('atlas-quiz form').lang = 'nl'",
    "a link without an address": "document.querySelector('atlas-quiz [download]').removeAttribute('href')",
    "focus left behind": """customElements.get('atlas-quiz').prototype.focusOn = () => {};
        document.activeElement.blur(); document.querySelector('atlas-quiz').go(2)""",
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_seeded_fault_is_found(name: str, take: Take) -> None:
    with take(MATRIX) as taker:
        middle(taker)
        assert all_faults(taker) == []
        taker.tab.evaluate(f"() => {{ {FAULTS[name]} }}")
        assert all_faults(taker) != [], name


def all_faults(taker: Taker, language: str = "en") -> list[str]:
    """What is wrong with a question on the page; the focus first, since looking for it moves it."""
    left = [] if taker.tab.evaluate(FOCUS_IS_ON_WHAT_IS_NEW) else ["the focus was left behind"]
    found = [*left, *faults(taker, language), *unseen_focus(taker)]
    # back to where the reader was
    taker.tab.evaluate("document.querySelector('atlas-quiz').focusOn()")
    return found


def faults(taker: Taker, language: str) -> list[str]:
    """What axe does not look for."""
    return [
        *taker.tab.evaluate(GROUPS_WITHOUT_LEGEND),
        *taker.tab.evaluate(LINKS_WITHOUT_ADDRESS),
        *taker.tab.evaluate(WRONG_LANGUAGE, language),
    ]


def unseen_focus(taker: Taker) -> list[str]:
    """Each stop of the keyboard in the quiz that does not show the focus."""
    found = []
    taker.tab.evaluate("document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus()")
    for _ in range(120):
        taker.tab.keyboard.press("Tab")
        if not taker.tab.evaluate("document.activeElement.closest('atlas-quiz') !== null"):
            break
        stop = taker.tab.evaluate(FOCUS)
        if stop["fault"]:
            found.append(f"{stop['fault']}: {stop['html']}")
    return found


@pytest.mark.parametrize("quiz_id", [MATRIX, LADDER])
def test_on_a_phone_no_table_of_a_result_is_pushed_sideways(quiz_id: str, take: Take) -> None:
    with take(quiz_id, "nl", width=360) as taker:
        result(taker)
        for button in taker.element.locator("[data-do=plan]:visible").all()[:1]:
            button.click()
        tables = {
            str(part.get_attribute("aria-labelledby")): part.evaluate(
                "part => part.scrollWidth - part.clientWidth"
            )
            for part in taker.result.locator(".a-scroll:visible").all()
        }
    assert {"profile", "moved", *(("groups", "plan") if quiz_id == MATRIX else ())} <= set(tables)
    assert not any(tables.values()), tables
