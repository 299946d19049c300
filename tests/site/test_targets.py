"""On a phone everything can be hit with a finger, and nothing is too small to read."""

from typing import Any

from tests.site.built import Page
from tests.site.conftest import Open

# Links and buttons below 24 pixels (those inside a choice have the choice for a target), and text below 12.
SMALL = """() => {
    const seen = element => element.checkVisibility({opacityProperty: true, visibilityProperty: true});
    const low = [...document.querySelectorAll("a, button, summary, select, .a-choice")].filter(element => {
        const {width, height, bottom} = element.getBoundingClientRect();
        return seen(element) && width > 1 && height < 24 && bottom > 0 && !element.closest("svg, .a-hidden");
    });
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const tiny = [];
    while (texts.nextNode()) {
        const text = texts.currentNode, element = text.parentElement;
        if (text.data.trim() && seen(element) && element.getBoundingClientRect().width > 2
            && parseFloat(getComputedStyle(element).fontSize) < 12) tiny.push(element);
    }
    return [low, tiny].map(found => found.map(element => element.outerHTML.slice(0, 120)));
}"""


def test_a_finger_hits_every_link_and_eyes_read_every_word(page: Page, open_page: Open) -> None:
    found: Any = open_page(page, width=360).evaluate(SMALL)
    low, tiny = found
    assert low == []
    assert tiny == []
