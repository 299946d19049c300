"""Everyone can read and use every type of page: axe-core's rules, and the faults that axe misses."""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

import pytest
from playwright.sync_api import Page as Tab

from tests.browser import tools
from tests.site.built import PAGE_TYPES, Page, Site
from tests.site.conftest import WITHOUT_STYLE, Open, Scheme

# The theme's name for what the reader's system asks for.
THEME_SCHEMES: Mapping[Scheme, str] = {"light": "default", "dark": "slate"}

# A menu that lies over the page while it is open is looked at alone: what it covers is no neighbour of it.
AXE = """async () => {
    const menus = document.querySelectorAll("header details");
    for (const details of document.querySelectorAll("details")) details.open = true;
    for (const menu of menus) menu.open = false;
    const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const rules = {runOnly: levels, rules: {"target-size": {enabled: true}}, resultTypes: ["violations"]};
    const found = [await axe.run(document, rules)];
    for (const menu of menus) {
        menu.open = true;
        found.push(await axe.run(menu, rules));
    }
    return found.flatMap(result => result.violations).flatMap(violation => violation.nodes.map(node => ({
        rule: violation.id, help: violation.help, target: node.target.join(" "), html: node.html,
        why: node.any.concat(node.all, node.none).map(check => check.message).join("; "),
    })));
}"""

LINKS_WITHOUT_ADDRESS = (
    """() => [...document.querySelectorAll("main a:not([*|href])")].map(link => link.outerHTML)"""
)

# A group is two or more controls that share a name.
GROUPS_WITHOUT_LEGEND = """() => {
    const groups = Map.groupBy(
        document.querySelectorAll("main :is(input[type=radio], input[type=checkbox])[name]"),
        control => control.name,
    );
    const fieldsets = new Set(document.querySelectorAll("main fieldset"));
    const faults = [];
    for (const [name, controls] of groups) {
        const fieldset = controls[0].closest("fieldset");
        if (controls.length > 1 && !fieldset) faults.push(`"${name}" stands in no fieldset`);
    }
    for (const fieldset of fieldsets) {
        const legend = fieldset.querySelector(":scope > legend");
        if (!legend?.textContent.trim()) faults.push(`no legend: ${fieldset.outerHTML.slice(0, 200)}`);
    }
    return faults;
}"""

STICKING_OUT = """() => {
    const {scrollWidth, clientWidth} = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
        element => element.getBoundingClientRect().right > clientWidth && element.checkVisibility(),
    );
    return [`${scrollWidth}px on a screen of ${clientWidth}px`,
        ...wide.map(element => element.cloneNode(false).outerHTML)];
}"""

# Words without a hyphen that stand on two lines, in tables that scroll sideways.
TAKEN_APART = r"""() => [...document.querySelectorAll("article .a-scroll :is(td, th)")].flatMap(cell => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), apart = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement.closest(".a-hidden")) continue;
        for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
            if (lines.size > 1) apart.push(word[0]);
        }
    }
    return apart;
})"""

# What a reader sees of a control is the control itself, or a label that stands for it.
FOCUS = r"""() => {
    const control = document.activeElement;
    if (control === document.body) return null;
    const next = control.nextElementSibling;
    const candidates = [control, ...(control.labels ?? []), ...(next?.matches("label") ? [next] : [])];
    const shown = candidates.filter(element => {
        const {left, right, top, bottom} = element.getBoundingClientRect();
        return left < innerWidth && right > 0 && top < innerHeight && bottom > 0
            && element.checkVisibility({opacityProperty: true, visibilityProperty: true});
    });
    const marked = shown.some(element => {
        const {outlineStyle, outlineWidth, outlineColor, boxShadow} = getComputedStyle(element);
        const transparent = /^rgba\(.*, 0\)$/.test(outlineColor);
        return (outlineStyle !== "none" && outlineWidth !== "0px" && !transparent) || boxShadow !== "none";
    });
    const {x, y, width, height} = control.getBoundingClientRect();
    const place = `${width} x ${height} at ${x}, ${y} of ${innerWidth} x ${innerHeight}`;
    const unseen = `has the focus where nobody sees it (${place}, scrolled by ${scrollY})`;
    const fault = !shown.length ? unseen : !marked ? "shows no focus" : "";
    return {fault, html: control.outerHTML.replace(/\s+/g, " ").slice(0, 300)};
}"""
MOST_TAB_STOPS = 500
# A script and a transition may have to show what got the focus: looks, and the milliseconds between them.
LOOKS, BETWEEN_LOOKS = 20, 250


def test_every_page_of_the_site_is_of_a_type_that_is_tested_here(site: Site) -> None:
    types = re.compile("|".join(PAGE_TYPES.values()))
    assert [page for page in site.pages.values() if not types.fullmatch(page.path)] == []


@pytest.mark.parametrize("scheme", get_args(Scheme))
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(page: Page, width: int, scheme: Scheme, open_page: Open) -> None:
    tab = open_page(page, width=width, scheme=scheme)
    assert tab.locator("body").get_attribute("data-md-color-scheme") == THEME_SCHEMES[scheme]
    tab.evaluate(tools.accessibility_rules())
    violations: list[dict[str, str]] = tab.evaluate(AXE)
    assert not violations, "\n".join(
        "\n    ".join(
            (f"{page} {found['rule']}: {found['help']}", found["target"], found["html"], found["why"])
        )
        for found in violations
    )


def test_every_link_in_the_content_has_an_address(page: Page, open_page: Open) -> None:
    assert open_page(page).evaluate(LINKS_WITHOUT_ADDRESS) == []


def test_every_group_of_controls_has_a_legend(page: Page, open_page: Open) -> None:
    assert open_page(page).evaluate(GROUPS_WITHOUT_LEGEND) == []


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("language", ["en"], indirect=True)
def test_focus_is_visible_wherever_the_keyboard_goes(page: Page, width: int, open_page: Open) -> None:
    stops = list(tab_stops(open_page(page, width=width)))
    assert stops, "the keyboard reaches nothing"
    assert len(stops) < MOST_TAB_STOPS, f"the keyboard is caught in a circle: {stops[-3:]}"
    assert not any(stop["fault"] for stop in stops), "\n".join(
        f"{page} {stop['fault']}: {stop['html']}" for stop in stops if stop["fault"]
    )


def test_a_page_that_got_no_style_sheet_is_no_page_to_judge(
    site: Site, page_types: dict[str, Page], open_page: Open
) -> None:
    home = page_types["home"]
    tab = open_page(home)
    try:
        tab.route("**/atlas.css", lambda route: route.abort(), times=1)
        assert open_page(home).evaluate(WITHOUT_STYLE) == []
        tab.route("**/atlas.css", lambda route: route.abort())
        with pytest.raises(AssertionError, match=r"atlas\.css"):
            open_page(home)
    finally:
        tab.unroute_all()


@pytest.mark.parametrize("width", [320, 360])
def test_nothing_scrolls_sideways_on_a_phone(page: Page, width: int, open_page: Open) -> None:
    tab = open_page(page, width=width)
    sticking_out: list[str] = tab.evaluate(STICKING_OUT)
    assert not sticking_out, f"{page}:\n" + "\n".join(sticking_out)


def tab_stops(tab: Tab) -> Iterator[dict[str, str]]:
    """What has the focus after each press of the Tab key, until the page's end."""
    for _ in range(MOST_TAB_STOPS):
        tab.keyboard.press("Tab")
        stop: dict[str, str] | None = tab.evaluate(FOCUS)
        for _ in range(LOOKS):
            if not stop or not stop["fault"]:
                break
            tab.wait_for_timeout(BETWEEN_LOOKS)
            stop = tab.evaluate(FOCUS)
        if stop is None:
            return
        yield stop


@pytest.mark.parametrize("kind", ["frameworks", "translations"])
def test_words_stay_whole_in_a_table_that_scrolls(
    kind: str, page_types: dict[str, Page], open_page: Open
) -> None:
    assert open_page(page_types[kind], width=360).evaluate(TAKEN_APART) == []
