"""The second engine's own parts: our templates in its dialect, its findings, and a site that is whole."""

import tomllib
from gettext import NullTranslations
from pathlib import Path

import pytest

from generator.cli import main
from generator.site.policy import digest
from generator.site.zensical import running
from generator.site.zensical.finishing import (
    finish_pages,
    plain_slashes,
    policy_stated,
    section_marked,
)
from generator.site.zensical.projects import Written, left_out
from generator.site.zensical.running import REQUIREMENT, read_log
from generator.site.zensical.theme import adapt, translated
from tests.cli.test_build import atlas
from tests.site.projects import ROOT, content, replace, stages, write, write_site_project

TABS = """\
<li class="md-tabs__item">
  <a href="../.." class="md-tabs__link">
<li class="md-tabs__item">
  <a href="../" class="md-tabs__link">
<li class="md-nav__item">
  <a href="../" class="md-nav__link">
<li class="md-nav__item">
  <a href="../../quiz/" class="md-nav__link">
"""


def test_words_of_a_template_become_look_ups_and_all_else_stays() -> None:
    source = '{# _("no") #}<p title="{{ _("A day") | e }}">_("no") {{ our_("no") }} {{ _( "B" ) ~ d["_"] }}\n'

    adapted = adapt(source)

    assert adapted.words == ("A day", "B")
    assert adapted.text == (
        '{# _("no") #}<p title="{{ _["A day"] | e }}">_("no") {{ our_("no") }} {{ _["B"] ~ d["_"] }}\n'
    )


def test_values_in_a_sentence_are_escaped_when_they_are_put_in() -> None:
    adapted = adapt('{{ _("From %(start)s to %(end)s", start=a[1], end=f(b, "c)") | safe) }}')

    assert adapted.text == (
        '{{ ((_["From %(start)s to %(end)s"] | replace("%(start)s", (a[1]) | e)) '
        '| replace("%(end)s", (f(b, "c)") | safe) | e)) }}'
    )


@pytest.mark.parametrize("source", ["{{ _(name) }}", '{{ _("a" ~ b) }}', '{{ _("a", b) }}'])
def test_a_call_that_cannot_be_looked_up_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"_\("):
        adapt(source)


def test_words_stand_escaped_in_the_table_with_their_gaps_left_open() -> None:
    class Words(NullTranslations):
        def gettext(self, message: str) -> str:
            return {"Go to %(name)s": "100%% <b> naar %(name)s"}.get(message, message)

    assert translated(["Go to %(name)s", "Rock & roll"], Words()) == {
        "Go to %(name)s": "100% &lt;b&gt; naar %(name)s",
        "Rock & roll": "Rock &amp; roll",
    }


def test_the_section_of_a_page_is_marked_in_tabs_and_drawer_and_no_other() -> None:
    marked = section_marked("frameworks/flow/", TABS)

    assert marked.splitlines()[2] == '<li class="md-tabs__item md-tabs__item--active">'
    assert marked.splitlines()[4] == '<li class="md-nav__item md-nav__item--active">'
    assert marked.count("--active") == 2
    assert section_marked("glossary/flow/", TABS.replace('"../"', '"../../themes/"')).count("--active") == 0


def test_every_page_and_nothing_else_is_finished_with_its_address(tmp_path: Path) -> None:
    for name in ("index.html", "quiz/index.html", "404.html", "api/x.json"):
        write(tmp_path / name, "a&#x2f;b")

    finish_pages(tmp_path, (plain_slashes, lambda address, html: f"{address}|{html}"))

    assert content(tmp_path) == {
        "404.html": b"404.html|a/b",
        "api/x.json": b"a&#x2f;b",
        "index.html": b"|a/b",
        "quiz/index.html": b"quiz/|a/b",
    }


def test_a_finding_is_told_at_the_line_that_its_author_sees() -> None:
    said = "\x1b[33mWarning:\x1b[0m page does not exist\n    ╭─[ about.md:14:11 ]\n14 │ x\n1 issue found\n"

    ended = read_log(0, said, "docs/nl", {"about.md": 9})

    assert ended.found == ("docs/nl/about.md:5:11: page does not exist",)
    assert read_log(0, "Build started\nNo issues found\n", "docs/nl", {}).found == ()
    assert read_log(0, "Strange: 1 issue found", "docs/nl", {}).found == ("Strange: 1 issue found",)


def test_a_file_that_the_engine_left_out_or_cut_short_is_noticed(tmp_path: Path) -> None:
    for name, text in (("index.html", "whole"), ("api/x.json", "cut")):
        write(tmp_path / "site" / name, text)

    project = Written(tmp_path, {}, {"index.html": 5, "api/x.json": 4, "quiz/index.html": 1})

    assert list(project.lacking()) == ["api/x.json", "quiz/index.html"]


def test_what_the_configuration_asks_for_in_vain_is_told(tmp_path: Path) -> None:
    write(
        tmp_path / "mkdocs.yml", "plugins: [search, tags, atlas: {languages: [en]}]\nhooks: [hooks/own.py]\n"
    )

    assert [str(message) for message in left_out(tmp_path)] == [
        "mkdocs.yml, plugins: tags: Zensical does not run it; it is left out",
        "mkdocs.yml, hooks: hooks/own.py: Zensical does not run it; it is left out",
    ]


def test_without_zensical_the_user_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "mkdocs.yml", "site_name: Small atlas\n")
    (tmp_path / "frameworks").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "find_spec", lambda name: None)

    assert main(["build", "--engine", "zensical"]) == 2
    assert f"pip install '{REQUIREMENT}'" in capsys.readouterr().err
    given = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert given["project"]["optional-dependencies"]["zensical"] == [REQUIREMENT]
    assert REQUIREMENT in given["dependency-groups"]["dev"]


def test_what_ends_a_build_leaves_the_last_good_site_and_nothing_beside_it(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    write(project / "site" / "index.html", "the last good site")
    write(project / "docs" / "nl" / "about.md", "# Hierover\n\nMet [niemand](nergens.md).\n")

    strict = atlas(project, "build", "--engine", "zensical", "--strict")
    assert strict.returncode == 1
    assert "docs/nl/about.md:3:" in strict.stderr
    assert "the site is as it was" in strict.stderr

    replace(
        project / "templates" / "theme" / "main.html", "{{ page.meta.title }} -", "{{ page.no.such.thing }} -"
    )
    broken = atlas(project, "build", "--engine", "zensical")
    assert broken.returncode == 1
    assert "main.html" in broken.stderr
    assert "Traceback" not in broken.stderr
    assert content(project / "site") == {"index.html": b"the last good site"}
    assert stages(project) == []


def test_findings_do_not_stop_a_build_that_is_not_strict(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    write(project / "site" / ".nojekyll", "")
    write(project / "docs" / "nl" / "about.md", "# Hierover\n\nMet [niemand](nergens.md).\n")

    done = atlas(project, "build", "--engine", "zensical")

    assert (done.returncode, done.stdout[:14]) == (0, "Built site in ")
    assert "docs/nl/about.md:3:" in done.stderr
    assert (project / "site" / ".nojekyll").is_file()
    assert stages(project) == []


def test_a_script_in_an_article_is_in_no_policy_and_the_frames_own_are() -> None:
    frame = (
        '<meta charset="utf-8"><script>own()</script><article class="a">{}</article><script>last()</script>'
    )
    evil = "<script>evil()</script></article><script>evil()</script>"

    stated = policy_stated("", frame.format(evil))

    assert stated == policy_stated("", frame.format("")).replace("</article>", f"{evil}</article>")
    assert digest("own()") in stated
    assert digest("last()") in stated
    assert digest("evil()") not in stated
    assert "style-src 'self' 'unsafe-inline';" in stated
    assert "unsafe" not in policy_stated("", '<meta charset="utf-8"><p>a page without the theme</p>')
