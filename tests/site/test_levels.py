"""A level's page in the order in which a reader asks."""

from tests.site.built import Site


def test_how_to_get_here_comes_first_and_claims_come_last(site: Site, language: str) -> None:
    address = site.counterpart(site.pages["frameworks/io/levels/one-to-one/"], language)
    html = site.pages[address].file.read_text(encoding="utf-8")
    order = ["get-here", "signs", "evidence", "counterparts", "on-the-scale", "claims"]
    places = [html.index(f'<h2 id="{name}"') for name in order]
    assert places == sorted(places)


def test_the_steps_from_the_level_below_and_the_building_blocks_stand_on_the_page(site: Site) -> None:
    html = site.pages["frameworks/io/levels/one-to-one/"].file.read_text(encoding="utf-8")
    here = html[html.index('id="get-here"') : html.index('id="signs"')]
    assert here.count("<li>") == 7
    assert "#capability-ai-orchestration-layer" in here
