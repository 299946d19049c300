"""Pages that are cast are those that the theme's template would have written."""

from collections.abc import Iterator

import pytest
from mkdocs.config import load_config

from generator.site.building import open_build
from generator.site.children import Task
from generator.site.finished import Frame, files_of_theme, open_frame
from generator.site.generated import GeneratedPage
from generator.site.moulds import Caster, make_mould, shape_of
from generator.site.plugin import AtlasPlugin
from tests.site.projects import replace, write_site_project


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Frame]:
    """A small project's Dutch pages, none of them written yet."""
    folder = write_site_project(tmp_path_factory.mktemp("moulds"))
    # The second page of its shape, so that it is cast; with signs that HTML writes in another way.
    replace(folder / "frameworks" / "harbour.yaml", "title: Port", "title: Port & 'Co\"")
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    plugin = next(item for item in config.plugins.values() if isinstance(item, AtlasPlugin))
    task = Task("nl", "https://small.example/")
    plugin.prepared = open_build(
        plugin.config.languages, config, dirty=False, task=task, pseudo=False, clean=False
    )
    yield open_frame(config, config.theme.get_env(), files_of_theme(config))
    # mkdocs keeps a plugin from one configuration to the next.
    plugin.prepared = None


def generated(frame: Frame) -> list[GeneratedPage]:
    return [file.page for file in frame.pages if isinstance(file.page, GeneratedPage)]


def test_every_page_is_cast_to_the_byte(frame: Frame) -> None:
    caster = Caster(frame, frame.finish)
    pages = generated(frame)

    assert len(pages) > 30
    assert [page.url for page in pages if caster.finish(page) != frame.finish(page)] == []


def test_the_template_runs_once_or_twice_for_a_shape_not_for_each_page(frame: Frame) -> None:
    ran: list[str] = []

    def finish(page: GeneratedPage) -> str:
        ran.append(page.url)
        return frame.finish(page)

    caster = Caster(frame, finish)
    pages = generated(frame)
    for page in pages:
        caster.finish(page)

    assert len(ran) < len(pages) / 2


def test_where_a_mould_is_not_true_to_the_template_pages_go_through_it(frame: Frame) -> None:
    count = 0

    def finish(page: GeneratedPage) -> str:
        nonlocal count
        count += 1
        return f"{frame.finish(page)}<!-- {count} -->"

    caster = Caster(frame, finish)
    pages = [page for page in generated(frame) if "/levels/" in page.url]

    assert all(caster.finish(page).endswith("-->") for page in pages)
    assert count == len(pages)


def test_a_template_that_leaves_a_slot_out_gives_no_mould(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = next(page for page in generated(frame) if "/levels/" in page.url)
    monkeypatch.setattr(Frame, "finish", lambda *_: "<p>zqbodyzq</p>")

    with pytest.raises(ValueError, match="slot"):
        make_mould(frame, shape_of(page.rendered), "level")
