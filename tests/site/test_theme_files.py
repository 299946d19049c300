"""The theme's files are those that mkdocs would publish, found without its thousands of icons."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.site.theme_files import adapt
from tests.site.projects import write_site_project


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    return load_config(str(write_site_project(tmp_path / "project") / "mkdocs.yml"))


def published(config: MkDocsConfig, make: Callable[[], Environment]) -> list[str]:
    files = Files([])
    files.add_files_from_theme(make(), config)
    return [file.src_uri for file in files]


def test_the_same_files_are_published(config: MkDocsConfig) -> None:
    before = published(config, config.theme.get_env)
    adapt(config.theme)
    assert published(config, config.theme.get_env) == before


def test_hidden_files_are_not_listed_and_still_found(config: MkDocsConfig) -> None:
    assert any(name.startswith(".icons/") for name in config.theme.get_env().list_templates())
    adapt(config.theme)

    env = config.theme.get_env()

    assert not any(name.startswith(".") or "/." in name for name in env.list_templates())
    assert "<svg" in env.get_template(".icons/material/magnify.svg").render()
