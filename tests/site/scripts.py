"""Ask a page in a browser what is wrong with it: axe-core's rules, and the faults that axe misses."""

from collections.abc import Iterator

from playwright.sync_api import Page as Tab

from tests.browser import tools

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

# What a reader sees of a control is the control itself, or a label that stands for it.
FOCUS = r"""() => {
    const control = document.activeElement;
    if (control === document.body) return null;
    // What has the focus in a frame is walked over on a page of its own.
    if (control.shadowRoot) return {fault: "", html: control.localName};
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
MOST_TAB_STOPS = 800
# Of a page of many links, as one of citations is, the middle is more of the same: it is passed over.
AT_EACH_END = 45
PASS_OVER = """left => {
    const stops = [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")];
    const from = stops.indexOf(document.activeElement), to = stops.length - left;
    if (from >= 0 && to > from) stops.slice(to).find(stop => stop.checkVisibility())?.focus();
}"""
# A script and a transition may have to show what got the focus: looks, and the milliseconds between them.
LOOKS, BETWEEN_LOOKS = 20, 250


def axe(tab: Tab) -> list[dict[str, str]]:
    """What axe-core finds in a page's present state, whose folded parts it opens."""
    tab.evaluate(tools.accessibility_rules())
    found: list[dict[str, str]] = tab.evaluate(AXE)
    return found


def tab_stops(tab: Tab) -> Iterator[dict[str, str]]:
    """What has the focus after each press of the Tab key, until the page's end."""
    looks = LOOKS
    for number in range(MOST_TAB_STOPS):
        if number == AT_EACH_END:
            tab.evaluate(PASS_OVER, AT_EACH_END)
        tab.keyboard.press("Tab")
        stop: dict[str, str] | None = tab.evaluate(FOCUS)
        for _ in range(looks):
            if not stop or not stop["fault"]:
                break
            tab.wait_for_timeout(BETWEEN_LOOKS)
            stop = tab.evaluate(FOCUS)
        if stop is None:
            return
        if stop["fault"]:
            looks = 1  # the page is at fault already: nothing more is waited for
        yield stop


# Names on drawings of the scale whose words reach out of what they stand in, or are cut off by it.
LOST_WORDS = """() => [...document.querySelectorAll(
    "article :is(.a-level, .a-bar, .a-ruler__lines a, .a-ruler--whole .a-ruler__bands li)")].filter(label => {
    if (!label.checkVisibility()) return false;
    const box = label.getBoundingClientRect(), words = document.createRange();
    words.selectNodeContents(label);
    return [...words.getClientRects()].some(({left, right, top, bottom}) =>
        left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1);
}).map(label => label.textContent.trim())"""
# Levels that are named in full: of both drawings of a ruler one is seen.
NAMED_LEVELS = """() => [...document.querySelectorAll(".a-ruler :is(.a-level > span, .a-ruler__lines a)")]
    .filter(name => name.checkVisibility()).length"""


def lost_words(tab: Tab, levels: int) -> dict[int, object]:
    """At each width of a screen what a drawing of the scale loses of its words; it has so many levels."""
    found: dict[int, object] = {}
    for width in range(320, 1921, 80):
        tab.set_viewport_size({"width": width, "height": 900})
        lost, named = tab.evaluate(LOST_WORDS), tab.evaluate(NAMED_LEVELS)
        if lost or named != levels:
            found[width] = lost or f"{named} of {levels} levels are named"
    return found
