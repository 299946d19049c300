"""The theme's files are those that mkdocs would publish, without its search, found without its icons."""

from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.site.frame.frame import files_of_theme
from generator.site.frame.theme import theme_environment
from tests.site.projects import write_site_project


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    return load_config(str(write_site_project(tmp_path / "project") / "mkdocs.yml"))


def test_the_same_files_are_published_but_for_the_search(config: MkDocsConfig) -> None:
    theirs = Files([])
    theirs.add_files_from_theme(config.theme.get_env(), config)
    before = [file.src_uri for file in theirs]
    after = [file.src_uri for file in files_of_theme(config, theme_environment(config.theme))]
    assert after == [name for name in before if "/lunr/" not in name and "/workers/" not in name]
    assert after != before


def test_hidden_files_are_not_listed_and_still_found(config: MkDocsConfig) -> None:
    assert any(name.startswith(".icons/") for name in config.theme.get_env().list_templates())

    env = theme_environment(config.theme)

    assert not any(name.startswith(".") or "/." in name for name in env.list_templates())
    assert "<svg" in env.get_template(".icons/material/magnify.svg").render()
