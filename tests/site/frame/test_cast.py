"""Pages that are cast are those that the theme's template would have written."""

import pytest

from generator.project import open_project
from generator.site.frame.cast import Caster, make_mould, shape_of
from generator.site.frame.data_page import DataPage
from generator.site.frame.frame import Frame, open_frame
from generator.site.plan import plan_site
from generator.site.settings import Request, read_settings
from generator.templates import InMemory
from tests.site.projects import replace, write_site_project


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """A small project's Dutch pages, none of them written yet."""
    folder = write_site_project(tmp_path_factory.mktemp("moulds"))
    # The second page of its shape, so that it is cast; with signs that HTML writes in another way.
    replace(folder / "frameworks" / "harbour.yaml", "title: Port", "title: Port & 'Co\"")
    settings = read_settings(Request(folder, folder / "site"))
    project, _ = open_project(folder, ["en", "nl"])
    assert project is not None
    return open_frame(plan_site(project, settings, InMemory())["nl"], settings.configuration(folder / "site"))


def test_every_page_is_cast_to_the_byte(frame: Frame) -> None:
    caster = Caster(frame)
    pages = frame.data_pages

    assert len(pages) > 30
    assert [page.url for page in pages if caster.finish(page) != frame.finish(page)] == []


def test_the_template_runs_once_or_twice_for_a_shape_not_for_each_page(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[str] = []
    finish = Frame.finish

    def counted(self: Frame, page: DataPage) -> str:
        # Moulds are made from pages that are on no list.
        ran.extend([page.url] if page in frame.data_pages else [])
        return finish(self, page)

    monkeypatch.setattr(Frame, "finish", counted)
    caster = Caster(frame)
    for page in frame.data_pages:
        caster.finish(page)

    assert len(ran) < len(frame.data_pages) / 2


def test_where_a_mould_is_not_true_to_the_template_pages_go_through_it(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    finish, count = Frame.finish, iter(range(1000))

    def numbered(self: Frame, page: DataPage) -> str:
        return f"{finish(self, page)}<!-- {next(count)} -->"

    monkeypatch.setattr(Frame, "finish", numbered)
    caster = Caster(frame)
    pages = [page for page in frame.data_pages if "/levels/" in page.url]

    assert all(caster.finish(page).endswith("-->") for page in pages)


def test_a_template_that_leaves_a_slot_out_gives_no_mould(
    frame: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = next(page for page in frame.data_pages if "/levels/" in page.url)
    monkeypatch.setattr(Frame, "finish", lambda *_: "<p>zqbodyzq</p>")

    with pytest.raises(ValueError, match="slot"):
        make_mould(frame, shape_of(page), "level")
