"""Open tabs of a browser, and use them again; hear what pages in them complain of."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Error, expect
from playwright.sync_api import Page as Tab

Scheme = Literal["light", "dark"]

# As long as a tab waits for what it is told to do: a busy machine is slow, and not wrong.
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)

# The style sheets that a page names and did not get: the rules of such a one are nobody's to read.
WITHOUT_STYLE = """() => [...document.querySelectorAll("link[rel=stylesheet]")].filter(link => {
    try { return !link.sheet.cssRules.length; } catch { return true; }
}).map(link => link.href)"""

_idle: dict[tuple[Browser, Scheme, bool], list[Tab]] = {}


@contextmanager
def new_tab(
    browser: Browser, width: int, scheme: Scheme = "light", *, script: bool = True, apart: bool = False
) -> Iterator[Tab]:
    """A tab without movement, in a browser that remembers nothing: a test sees the end of every transition.

    A new one takes longer than most tests do: one that is cleared serves again, with the files that it has.
    A test that wants none of them, or changes a tab for good, asks for one `apart`.
    """
    waiting = [] if apart else _idle.setdefault((browser, scheme, script), [])
    tab = waiting.pop() if waiting else _another(browser, scheme, script)
    try:
        tab.set_viewport_size({"width": width, "height": 900})
        yield tab
        if apart:
            tab.context.close()
        else:
            clear(tab, scheme)
            waiting.append(tab)
    except BaseException:
        with suppress(Error):
            tab.context.close()
        raise


def _another(browser: Browser, scheme: Scheme, script: bool) -> Tab:
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", java_script_enabled=script)
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def clear(tab: Tab, scheme: Scheme) -> None:
    """Take away what a test has left in a tab."""
    for other in tab.context.pages:
        if other is not tab:
            other.close()
    for frame in tab.frames:
        with suppress(Error):  # where a page may keep nothing
            frame.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    tab.goto("about:blank")
    tab.unroute_all()
    tab.context.unroute_all()
    tab.context.clear_permissions()
    tab.emulate_media(media="null", color_scheme=scheme, reduced_motion="reduce", forced_colors="null")


@contextmanager
def hearing(tab: Tab) -> Iterator[list[str]]:
    """What pages in a tab complain of: errors of their scripts, and what the browser says is one."""
    heard: list[str] = []

    def error(found: Error) -> None:
        heard.append(str(found))

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            heard.append(message.text)

    tab.on("pageerror", error)
    tab.on("console", said)
    yield heard
    tab.remove_listener("pageerror", error)
    tab.remove_listener("console", said)
