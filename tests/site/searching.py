"""Search as a reader does: open the dialog, type, look at what stands there."""

from playwright.sync_api import Page as Tab

OPENER, DIALOG = "header .a-search", ".a-finder"
FIELD, TOLD, RESULTS = f"{DIALOG} input", f"{DIALOG} [role=status]", f"{DIALOG} [role=option]"


def look_for(tab: Tab, word: str) -> None:
    """Open the search, and type a word letter by letter."""
    tab.locator(OPENER).click()
    tab.locator(FIELD).press_sequentially(word)
