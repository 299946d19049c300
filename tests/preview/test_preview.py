"""A preview follows every change, outlives every mistake with the last good page, and says where it is."""

import re
from pathlib import Path

from generator.problems import Problem
from tests.preview.previewed import CATALOGUE, Running, previewing
from tests.site.projects import replace, write_site_project

HARBOUR, CREW = "frameworks/harbour.yaml", "frameworks/harbour/dimensions/crew/"
MARK = re.compile(r'<span class="atlas-mark".*?</span></span>|<span class="atlas-mark".*?</span>', re.DOTALL)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    """The errors among problems."""
    return [problem.code for problem in problems if problem.severity == "error"]


def marks(html: str) -> list[str]:
    """What stands beside texts of a page."""
    return MARK.findall(html)


def test_a_changed_cell_and_a_changed_translation_are_there_at_once(running: Running) -> None:
    assert "Two people with a rota." in running.shown(f"/{CREW}")
    assert codes(running.change(HARBOUR, "Two people with a rota.", "Two who take turns.")) == []
    assert "Two who take turns." in running.shown(f"/{CREW}")
    assert codes(running.change(CATALOGUE, "Wie er is.", "Wie er ook is.")) == []
    assert "Wie er ook is." in running.shown(f"/nl/{CREW}")
    running.change(HARBOUR, "Two who take turns.", "Two people with a rota.")
    running.change(CATALOGUE, "Wie er ook is.", "Wie er is.")


def test_a_mistake_leaves_the_page_as_it_was_and_is_marked_beside_its_cell(running: Running) -> None:
    assert codes(running.change(HARBOUR, "    pier: Whoever is there.", "    pear: Whoever is there.")) == [
        "F209"
    ]
    page = running.shown("/frameworks/harbour/")
    [mark] = marks(page)
    assert f"{HARBOUR}:62:5" in mark
    assert re.search(
        r'<td id="crew-pier"[^>]*>.*?Whoever is there\.(?:<a [^>]*></a>)*<span class="atlas-mark"', page
    )
    assert "    pear: Whoever is there.\n    ^^^^" in page
    assert codes(running.change(HARBOUR, "    pear: Whoever is there.", "    pier: Whoever is there.")) == []
    assert marks(running.shown("/frameworks/harbour/")) == []


def test_a_file_that_is_no_yaml_is_marked_beside_the_text_on_its_line(running: Running) -> None:
    before = running.shown(f"/{CREW}").count("A crew with pilots.")
    running.change(HARBOUR, "port: A crew with pilots.", "port: A crew: with pilots.")
    page = running.shown(f"/{CREW}")
    assert page.count("A crew with pilots.") == before
    [mark] = marks(page)
    assert f"{HARBOUR}:64" in mark
    assert page.index("A crew with pilots.") < page.index(mark) < page.index("A crew with pilots.") + 2000
    running.change(HARBOUR, "port: A crew: with pilots.", "port: A crew with pilots.")


def test_lines_that_were_added_above_do_not_move_a_mark(running: Running) -> None:
    added = "publisher: Harbour Office\nnotes:\n  new: One line more.\n"
    running.change(HARBOUR, "publisher: Harbour Office\n", f"{added}colour: red\n")
    running.change(HARBOUR, "    pier: None.", "    pier: [None]")
    page = running.shown("/frameworks/harbour/")
    assert any(
        re.search(r'<td id="charts-pier"[^>]*>(?:(?!</td>).)*atlas-mark', line) for line in page.split("<tr")
    )
    running.change(HARBOUR, f"{added}colour: red\n", "publisher: Harbour Office\n")
    running.change(HARBOUR, "    pier: [None]", "    pier: None.")


def test_a_page_that_nobody_had_seen_comes_from_the_last_good_data(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    with previewing(project) as running:
        running.change(HARBOUR, "kind: levels", "kind: steps")
        page = running.ask("/nl/glossary/")
        assert page.status == 200
        assert "S103" in page.text
        assert "berth" in page.text.lower()


def test_a_broken_catalogue_is_marked_in_its_own_language(running: Running) -> None:
    assert running.change(CATALOGUE, 'msgstr "Wie er is."', 'msgstr "Wie er is.')
    assert [CATALOGUE in mark for mark in marks(running.shown(f"/nl/{CREW}"))] == [True]
    assert marks(running.shown(f"/{CREW}")) == []
    assert CATALOGUE in running.shown(f"/{CREW}"), "the other language lists it"
    running.change(CATALOGUE, 'msgstr "Wie er is.', 'msgstr "Wie er is."')
    assert marks(running.shown(f"/nl/{CREW}")) == []


def test_a_template_that_cannot_be_read_leaves_the_pages_as_they_were(running: Running) -> None:
    template = "templates/pages/dimension.html"
    before = running.shown(f"/{CREW}")
    assert codes(running.change(template, "{% if themes %}", "{% if themes %}{% endfor %}")) == ["P501"]
    page = running.shown(f"/{CREW}")
    assert re.search(rf"{template}:\d+:1", page)
    assert "Two people with a rota." in page
    running.change(template, "{% if themes %}{% endfor %}", "{% if themes %}")
    assert without_versions(running.shown(f"/{CREW}")) == without_versions(before)


def test_a_template_that_asks_for_what_is_not_there_leaves_its_page_as_it_was(running: Running) -> None:
    template = "templates/pages/dimension.html"
    running.change(template, "{% if themes %}", "\n{{ dimension.nothing }}{% if themes %}")
    page = running.shown(f"/{CREW}")
    line = (
        (running.project / template)
        .read_text()
        .split("\n")
        .index("{{ dimension.nothing }}" + rest(template, running))
    )
    assert f"{template}:{line + 1}:1" in page
    assert "P502" in page
    assert "Two people with a rota." in page
    assert "Traceback" not in page
    running.change(template, "\n{{ dimension.nothing }}{% if themes %}", "{% if themes %}")
    assert "P502" not in running.shown(f"/{CREW}")


def rest(template: str, running: Running) -> str:
    """What stands on a line of a template after the mistake that was put there."""
    text = (running.project / template).read_text()
    return next(line for line in text.split("\n") if line.startswith("{{ dimension.nothing }}")).removeprefix(
        "{{ dimension.nothing }}"
    )


def test_the_frame_of_the_theme_may_break_as_well(running: Running) -> None:
    frame = "templates/theme/partials/footer.html"
    running.change(frame, "{% if config.copyright %}", "{{ nothing.at.all }}{% if config.copyright %}")
    page = running.shown(f"/{CREW}")
    assert f"{frame}:" in page
    assert "Two people with a rota." in page
    running.change(frame, "{{ nothing.at.all }}{% if config.copyright %}", "{% if config.copyright %}")
    assert f"{frame}:" not in running.shown(f"/{CREW}")


def test_a_configuration_that_mkdocs_refuses_leaves_the_site_as_it_was(running: Running) -> None:
    assert codes(running.change("mkdocs.yml", "  name: material", "  name: immaterial")) == ["P520"]
    page = running.shown(f"/{CREW}")
    assert "mkdocs.yml:3" in page
    assert "immaterial" in page
    assert "Two people with a rota." in page
    assert codes(running.change("mkdocs.yml", "  name: immaterial", "  name: material")) == []
    running.change("mkdocs.yml", "features: [", "features: [[")
    assert re.search(r"mkdocs\.yml:\d+:\d+", running.shown(f"/{CREW}"))
    running.change("mkdocs.yml", "features: [[", "features: [")


def test_prose_changes_and_its_broken_links_are_listed_with_their_line(running: Running) -> None:
    running.change("docs/nl/about.md", "Met de hand.", "Met twee handen en [een kaart](kaart.md).")
    page = running.shown("/nl/about/")
    assert "Met twee handen" in page
    assert "docs/nl/about.md:3:" in page
    assert "P510" in page
    running.change("docs/nl/about.md", "Met twee handen en [een kaart](kaart.md).", "Met de hand.")
    assert "P510" not in running.shown("/nl/about/")


def test_a_project_that_was_never_sound_shows_why_and_recovers(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    replace(project / HARBOUR, "kind: levels", "kind: steps")
    with previewing(project) as running:
        page = running.ask("/nl/frameworks/")
        assert page.status == 503
        assert f"{HARBOUR}:2:7" in page.text
        assert "kind: steps" in page.text
        assert "Traceback" not in page.text
        running.change(HARBOUR, "kind: steps", "kind: levels")
        assert running.ask("/nl/frameworks/").status == 200


def test_a_configuration_that_was_never_sound_shows_why_and_recovers(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    replace(project / "mkdocs.yml", "languages: [en, nl]", "languages: [dutch]")
    with previewing(project) as running:
        assert "C602" in running.shown("/")
        running.change("mkdocs.yml", "languages: [dutch]", "languages: [en, nl]")
        assert "The harbour ladder" in running.shown("/")


def test_pages_come_and_go_with_the_data(running: Running) -> None:
    level = (
        "  - id: quay\n    number: 4\n    title: Quay\n    summary: More.\n"
        "    span: {from: 3.5, to: 4, confidence: low, justification: So it is.}\n"
    )
    assert running.ask("/frameworks/harbour/levels/quay/").status == 404
    running.change(HARBOUR, "dimension_groups:", f"{level}dimension_groups:")
    found = running.ask("/frameworks/harbour/levels/quay/")
    assert (found.status, "atlas-preview" in found.text) == (200, True) or "F2" in found.text
    running.change(HARBOUR, f"{level}dimension_groups:", "dimension_groups:")
    assert running.ask("/frameworks/harbour/levels/quay/").status == 404


def test_what_an_editor_puts_beside_a_file_is_no_change(running: Running) -> None:
    readings = len(running.readings)
    for name in ("harbour.yaml~", ".harbour.yaml.swp", ".#harbour.yaml", "4913", "harbour.yaml.tmp"):
        (running.project / "frameworks" / name).write_text("x", encoding="utf-8")
    running.write("docs/en/new.md", "# New\n")
    assert len(running.readings) == readings + 1
    assert "<h1" in running.shown("/new/")


def without_versions(html: str) -> str:
    """A page but for the number of the change that it shows."""
    return re.sub(r'data-version="\d+"', "", html)
