"""Whoever edits a file sees it in the browser without touching the browser, and so do translators."""

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.preview.previewed import CATALOGUE, Running, previewing, translated
from tests.preview.test_preview import HARBOUR
from tests.site.projects import replace, write_site_project
from tests.site.scripts import axe
from tests.site.tabs import Scheme, new_tab

pytestmark = pytest.mark.usefixtures("styled")

MATRIX = "/frameworks/harbour/"
TIMES = 2


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab that has seen nothing yet."""
    with new_tab(browser, 1440) as tab:
        yield tab


def test_a_changed_cell_a_mistake_and_its_mending_appear_by_themselves(running: Running, tab: Tab) -> None:
    tab.goto(f"{running.origin}{MATRIX}")
    cell, mark = tab.locator("#crew-pier"), tab.locator("#crew-pier .atlas-mark")
    tab.evaluate("window.stayed = true")
    running.change(HARBOUR, "pier: Whoever is there.", "pier: Whoever comes along.")
    expect(cell).to_contain_text("Whoever comes along.")

    running.change(HARBOUR, "    pier: Whoever comes along.", "    pear: Whoever comes along.")
    expect(mark).to_contain_text(f"{HARBOUR}:62:5")
    expect(mark).to_be_visible()
    expect(cell).to_contain_text("Whoever comes along.")
    expect(tab.locator(".atlas-preview .atlas-problem--error")).to_contain_text("F209")

    running.change(HARBOUR, "    pear: Whoever comes along.", "    pier: Whoever is there.")
    expect(mark).to_have_count(0)
    expect(cell).to_contain_text("Whoever is there.")
    assert not tab.locator(".atlas-preview details").evaluate("details => details.open")
    assert tab.evaluate("window.stayed"), "the page was loaded again, for a change of its article only"


def test_what_changes_around_the_article_loads_the_page_again(running: Running, tab: Tab) -> None:
    tab.goto(f"{running.origin}{MATRIX}")
    tab.evaluate("window.stayed = true; scrollTo(0, 600)")
    frame = "templates/theme/partials/footer.html"
    running.change(frame, '<p class="a-footer__made">', '<p class="a-footer__made">More. ')
    expect(tab.locator("footer")).to_contain_text("More. ")
    assert not tab.evaluate("window.stayed")
    tab.wait_for_function("scrollY === 600")
    running.change(frame, '<p class="a-footer__made">More. ', '<p class="a-footer__made">')
    expect(tab.locator("footer")).not_to_contain_text("More. ")


def test_both_languages_follow_at_the_same_time_and_keep_their_place(
    running: Running, tab: Tab, browser: Browser
) -> None:
    with new_tab(browser, 1440) as dutch:
        tab.goto(f"{running.origin}{MATRIX}")
        dutch.goto(f"{running.origin}/nl{MATRIX}")
        dutch.evaluate("scrollTo(0, 700)")
        running.change(HARBOUR, "dock: A drawing of the bay.", "dock: A sketch of the bay.")
        expect(tab.locator("#charts-dock")).to_contain_text("A sketch of the bay.")
        expect(dutch.locator("#charts-dock")).to_contain_text("A sketch of the bay.")
        running.change(CATALOGUE, 'msgstr "Wie er is."', 'msgstr "Wie er net is."')
        expect(dutch.locator("#crew-pier")).to_contain_text("Wie er net is.")
        assert dutch.evaluate("scrollY") == 700
        running.change(CATALOGUE, 'msgstr "Wie er net is."', 'msgstr "Wie er is."')
        running.change(HARBOUR, "dock: A sketch of the bay.", "dock: A drawing of the bay.")


def test_a_site_that_was_never_sound_appears_when_it_is_mended(tab: Tab, tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    replace(project / HARBOUR, "kind: levels", "kind: steps")
    with previewing(project) as running:
        tab.goto(f"{running.origin}/")
        expect(tab.locator("main")).to_contain_text(f"{HARBOUR}:2:7")
        assert axe(tab) == []
        running.change(HARBOUR, "kind: steps", "kind: levels")
        expect(tab.locator(".md-header")).to_be_visible()


def test_a_pencil_leads_to_the_line_of_its_text(running: Running, tab: Tab) -> None:
    tab.goto(f"{running.origin}/nl{MATRIX}")
    cell = tab.locator("#crew-pier")
    expect(cell.locator(".atlas-edit--source")).to_be_visible()
    tab.goto(cell.locator(".atlas-edit--translation").evaluate("link => link.href"))
    expect(tab.locator(".atlas-here")).to_contain_text("cells.crew.pier")
    expect(tab.locator("#place")).to_contain_text(CATALOGUE)
    assert axe(tab) == []
    tab.go_back()
    cell.locator(".atlas-edit--source").click()
    tab.locator(".atlas-text a").click()
    expect(tab.locator(".atlas-here")).to_contain_text("pier: Whoever is there.")


def test_only_a_word_that_says_so_throws_away_what_was_written(running: Running, tab: Tab) -> None:
    tab.goto(f"{running.origin}{MATRIX}")
    pencil, form = tab.locator("#crew-pier .atlas-edit--source"), tab.locator(".atlas-text")
    pencil.click()
    form.locator("textarea").fill("Half an hour of work.")
    for word in ("Escape", "Close"):
        if word == "Escape":
            tab.keyboard.press(word)
        else:
            tab.get_by_role("button", name=word, exact=True).click()
        expect(form.locator("textarea")).to_have_value("Half an hour of work.")
        expect(form.locator("[role=alert]")).to_contain_text("not saved yet")
    tab.get_by_role("button", name="Cancel").click()
    expect(form).to_have_count(0)
    pencil.click()
    tab.keyboard.press("Escape")
    expect(form).to_have_count(0)


def test_a_link_to_a_file_does_what_was_chosen_last(running: Running, tab: Tab) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(f"{running.origin}{MATRIX}")
    panel = tab.locator(".atlas-preview")
    link = panel.locator(".atlas-places a").last
    panel.locator("summary").click()
    panel.get_by_label("A link to a file").select_option("copy")
    place = f"{link.text_content()}:"
    link.click()
    expect(tab.locator(".atlas-told")).to_contain_text(f"Copied: {place}")
    assert tab.evaluate("navigator.clipboard.readText()").startswith(place)

    panel.get_by_label("A link to a file").select_option("code")
    tab.reload()
    panel.locator("summary").click()
    devtools = tab.context.new_cdp_session(tab)
    devtools.send("Page.enable")
    asked: list[str] = []
    devtools.on("Page.frameRequestedNavigation", lambda event: asked.append(event["url"]))
    link.click()
    expect(panel.get_by_label("A link to a file")).to_have_value("code")
    assert tab.url == f"{running.origin}{MATRIX}"
    assert [url.rpartition(":")[0] for url in asked] == [
        f"vscode://file{running.project.resolve()}/{link.text_content()}"
    ]


def test_a_text_is_changed_by_keyboard_and_a_refusal_and_a_stop_are_said_beside_it(
    tab: Tab, tmp_path: Path
) -> None:
    project = translated(write_site_project(tmp_path))
    replace(project / "mkdocs.yml", "plugins:\n", "extra_css: [assets/atlas.css]\nplugins:\n")
    with previewing(project) as running:
        tab.goto(f"{running.origin}/nl{MATRIX}")
        link = tab.locator("#crew-pier .atlas-edit--translation")
        link.press("Enter")
        field, box = tab.locator(".atlas-text textarea"), tab.locator(".atlas-beside")
        expect(field).to_be_focused()
        expect(field).to_have_value("Wie er is.")
        one, other = tab.locator("#crew-pier").bounding_box(), box.bounding_box()
        assert one
        assert other
        assert one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"]
        assert axe(tab) == []
        field.fill("Wie er 7 keer is.")
        field.press("Tab")
        tab.keyboard.press("Enter")
        expect(tab.locator(".atlas-text__said")).to_contain_text("Numbers differ")
        field.fill("Wie er nu is.")
        field.press("Control+Enter")
        expect(box.locator("form")).to_have_count(0)
        expect(tab.locator("#crew-pier")).to_contain_text("Wie er nu is.")
        assert 'msgstr "Wie er nu is."' in (project / CATALOGUE).read_text(encoding="utf-8")
        link.press("Enter")
        expect(field).to_have_value("Wie er nu is.")
    expect(tab.locator(".atlas-stopped")).to_contain_text("atlas serve")
    # Here the process lives on, and answers on connections that it had.
    tab.route("**/_preview/text", lambda route: route.abort())
    field.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab.locator(".atlas-text__said")).to_contain_text("atlas serve")


def test_the_panel_opens_beside_a_marked_cell_and_not_over_it(running: Running, browser: Browser) -> None:
    with new_tab(browser, 320) as tab:
        tab.goto(f"{running.origin}{MATRIX}")
        # What is wrong is going to be at the bottom of the window, where the panel opens.
        cell, panel = tab.locator("#charts-dock"), tab.locator(".atlas-preview")
        cell.evaluate("cell => cell.scrollIntoView({ block: 'end', behavior: 'instant' })")
        running.change(HARBOUR, "    dock: A drawing of the bay.", "    dock: [A drawing of the bay.]")
        expect(cell.locator(".atlas-mark")).to_be_visible()
        expect(panel.locator(".atlas-problem--error").first).to_be_visible()
        tab.wait_for_function(
            "() => document.querySelector('#charts-dock').getBoundingClientRect().bottom"
            " <= document.querySelector('.atlas-preview').getBoundingClientRect().top"
        )
        running.change(HARBOUR, "    dock: [A drawing of the bay.]", "    dock: A drawing of the bay.")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (320, "dark")])
def test_a_text_stands_beside_its_translation_and_is_not_covered(
    running: Running, browser: Browser, width: int, scheme: Scheme
) -> None:
    with new_tab(browser, width, scheme) as tab:
        tab.goto(f"{running.origin}/nl/frameworks/harbour/dimensions/crew/")
        beside = tab.locator(".atlas-beside")
        links = tab.locator("[data-pair]")
        for n in range(links.count()):
            links.nth(n).focus()
            text = tab.locator(".atlas-beside-of")
            expect(beside).to_be_visible()
            one, other = text.bounding_box(), beside.bounding_box()
            assert one
            assert other
            assert one["y"] + one["height"] <= other["y"] or other["y"] + other["height"] <= one["y"], n
            tab.keyboard.press("Escape")
            expect(beside).to_have_count(0)
        tab.get_by_text("Wie er is.").first.hover()
        expect(beside).to_contain_text("Whoever is there.")
        assert axe(tab) == []
        running.change(CATALOGUE, 'msgstr "Wie er is."', 'msgstr "Wie er 7 is."')
        expect(beside).to_contain_text("T430")
        running.change(CATALOGUE, 'msgstr "Wie er 7 is."', 'msgstr "Wie er is."')
        expect(beside).not_to_contain_text("T430")
        beside.get_by_role("link").last.click()
        expect(tab.locator("article:target")).to_contain_text("cells.crew.pier")
        ground = {"light": "rgb(253, 252, 249)", "dark": "rgb(32, 36, 43)"}[scheme]
        expect(tab.locator("body")).to_have_css("background-color", ground)
        assert axe(tab) == []


def test_whoever_wants_no_pairs_turns_them_off(running: Running, tab: Tab) -> None:
    tab.goto(f"{running.origin}/nl{MATRIX}")
    tab.locator(".atlas-preview summary").click()
    tab.locator(".atlas-beside__switch").uncheck()
    tab.reload()
    tab.locator("[data-pair]").first.focus()
    tab.wait_for_timeout(300)
    expect(tab.locator(".atlas-beside")).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "scheme"),
    [(MATRIX, "light"), ("/nl/frameworks/harbour/levels/pier/", "dark"), ("/about/", "light")],
)
def test_axe_finds_nothing_with_the_panel_and_a_mark_open(
    running: Running, browser: Browser, address: str, scheme: Scheme
) -> None:
    running.change(HARBOUR, "    pier: Whoever is there.", "    pier: [Whoever is there.]")
    with new_tab(browser, 1440, scheme) as tab:
        tab.goto(f"{running.origin}{address}")
        expect(tab.locator(".atlas-preview .atlas-problem--error").first).to_be_visible()
        violations = axe(tab)
    running.change(HARBOUR, "    pier: [Whoever is there.]", "    pier: Whoever is there.")
    assert violations == []


def test_each_kind_of_change_reaches_the_screen(
    running: Running,
    tab: Tab,
    record_property: Callable[[str, object], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """How long it took is reported, and is no reason to fail: a busy machine is not a mistake."""
    kinds = {
        "a cell": (HARBOUR, "Two people with a rota.", MATRIX, "#crew-dock"),
        "a translation": (CATALOGUE, "Wie er is.", f"/nl{MATRIX}", "#crew-pier"),
        "a template": ("templates/pages/framework.html", '<h2 id="matrix">', MATRIX, "#matrix"),
        "prose": ("docs/en/about.md", "By hand.", "/about/", "article"),
    }
    times: dict[str, list[float]] = {}
    for kind, (file, text, address, place) in kinds.items():
        tab.goto(f"{running.origin}{address}")
        times[kind] = []
        before = text
        for n in range(TIMES):
            after = f"{text}Number {n}." if text.startswith("<") else f"{text[:-1]} {n}."
            replace(running.project / file, before, after)
            began = time.monotonic()
            shown = f"Number {n}." if text.startswith("<") else after
            # Looks at every frame; `expect` looks ever less often.
            tab.wait_for_function(
                "([place, words]) => document.querySelector(place)?.textContent.includes(words)",
                arg=[place, shown],
            )
            times[kind].append(time.monotonic() - began)
            before = after
        running.change(file, before, text)
        expect(tab.locator(place)).not_to_contain_text(f"{TIMES - 1}.")
    tab.goto(f"{running.origin}{MATRIX}")
    times["style"] = []
    style = running.project / "templates/theme/assets/atlas.css"
    sheet = style.read_text(encoding="utf-8")
    for n in range(TIMES):
        style.write_text(f"{sheet}\n#crew-pier {{ padding-left: {n + 30}px }}", encoding="utf-8")
        began = time.monotonic()
        tab.wait_for_function(
            "width => getComputedStyle(document.getElementById('crew-pier')).paddingLeft === width",
            arg=f"{n + 30}px",
        )
        times["style"].append(time.monotonic() - began)
    style.write_text(sheet, encoding="utf-8")
    medians = {kind: round(statistics.median(found), 2) for kind, found in times.items()}
    record_property("seconds from file to screen, median", medians)
    with capsys.disabled():
        print(f"\nseconds from file to screen, medians of {TIMES}: {medians}")
