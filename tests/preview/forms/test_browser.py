"""Whoever has a browser and a keyboard adds a relation and a level, on a small screen and a large one."""

import pytest
from playwright.sync_api import Browser, expect

from generator.load import read_tree
from tests.preview.forms.test_writing import PAIR
from tests.preview.previewed import Running
from tests.preview.test_preview import HARBOUR
from tests.site.scripts import axe
from tests.site.tabs import Scheme, new_tab

pytestmark = pytest.mark.usefixtures("styled")


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1440, "light")])
def test_a_level_is_added_by_keyboard_and_a_mistake_is_told_at_its_field(
    running: Running, browser: Browser, width: int, scheme: Scheme
) -> None:
    before = (running.project / HARBOUR).read_text(encoding="utf-8")
    readings = len(running.readings)
    with new_tab(browser, width, scheme) as tab:
        tab.goto(f"{running.origin}/nl/frameworks/harbour/levels/pier/")
        tab.locator(".atlas-preview summary").press("Enter")
        tab.locator(".atlas-preview button[data-text]").press("Enter")
        form, title = tab.locator(".atlas-record"), tab.locator("[name=title]")
        expect(form.locator("[name='#after']")).to_be_focused()
        expect(form.locator("[name='#after']")).to_have_value("pier")
        expect(form.locator("[name='#after'] option:checked")).to_have_text("Pier")
        assert form.evaluate("form => form.scrollWidth <= innerWidth")
        title.press("Control+Enter")
        expect(title).to_be_focused()
        expect(title).to_have_attribute("aria-invalid", "true")
        assert title.evaluate("field => document.getElementById(field.id + '-said').textContent")
        title.fill("Kade & sluis")
        title.press("Tab")
        expect(form.locator("[name=id]")).to_have_value("kade-sluis")
        tab.keyboard.press("Escape")
        expect(form).to_be_visible()
        form.locator("[type=submit]").press("Enter")
        expect(form).to_have_count(0)
        expect(tab.locator(".atlas-preview button[data-text]")).to_be_focused()
        data = read_tree((running.project / HARBOUR).read_bytes(), HARBOUR).value
        assert [level["id"] for level in data["levels"]] == ["pier", "kade-sluis", "dock", "port"]
    # What was saved is read first: else its reading passes for that of what is put back.
    running.after_a_change(readings)
    running.write(HARBOUR, before)


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1440, "dark")])
def test_a_relation_is_changed_where_it_stands_and_its_form_is_accessible(
    running: Running, browser: Browser, width: int, scheme: Scheme
) -> None:
    before = (running.project / PAIR).read_text(encoding="utf-8")
    readings = len(running.readings)
    with new_tab(browser, width, scheme) as tab:
        tab.goto(f"{running.origin}/crosswalks/harbour--lantern/#pier-candle")
        tab.locator(".atlas-edit--mapping").first.press("Enter")
        form = tab.locator(".atlas-record")
        expect(form.locator("[name=subject]")).to_be_focused()
        save, field = form.locator("[type=submit]").bounding_box(), form.locator("form").bounding_box()
        assert save
        assert field
        assert field["y"] + field["height"] <= save["y"] + 1
        expect(form.locator("[name=relation] option:checked")).to_have_text("the same (equal)")
        expect(form.locator("[name=draft]")).not_to_be_checked()
        assert [found for found in axe(tab) if "atlas-" in found["html"]] == []
        form.locator("[name=relation]").select_option("superset-of")
        form.locator("[type=submit]").press("Enter")
        expect(form).to_have_count(0)
        after = (running.project / PAIR).read_text(encoding="utf-8")
        assert after == before.replace("relation: equal", "relation: superset-of")
    # What was saved is read first: else its reading passes for that of what is put back.
    running.after_a_change(readings)
    running.write(PAIR, before)


def test_the_buttons_leave_the_text_that_is_written_free_on_a_small_screen(
    running: Running, browser: Browser
) -> None:
    with new_tab(browser, 360) as tab:
        tab.set_viewport_size({"width": 360, "height": 640})
        tab.goto(f"{running.origin}/nl/frameworks/harbour/")
        tab.locator("#crew-pier .atlas-edit--translation").click()
        field = tab.locator(".atlas-text textarea")
        field.fill("Een regel.\n" * 12)
        field.press("End")
        field.evaluate("field => field.scrollIntoView({ block: 'end' })")
        box = field.bounding_box()
        assert box
        for y in (box["y"] + box["height"] - 4, max(box["y"] + 4, 4)):
            assert tab.evaluate("y => document.elementFromPoint(100, y)?.localName", y) == "textarea"
