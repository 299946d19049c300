"""The settings for translation services fit these services, and cover every catalogue."""

import json
from pathlib import Path
from typing import Any

import pytest
from moz.l10n.paths import L10nConfigPaths

from generator.l10n.catalogs.files import WORD_DOMAINS
from generator.l10n.languages import is_tag
from generator.load import load
from generator.translate import SHARED_DOMAIN

PROJECT = Path(__file__).parent.parent.parent
LOCALES = PROJECT / "locales"
FRAMEWORKS = load(PROJECT / "frameworks")[0].atlas().frameworks
WRITTEN_IN = {item.id: item.source_language for item in FRAMEWORKS} | dict.fromkeys(
    (SHARED_DOMAIN, *WORD_DOMAINS), "en"
)
COMPONENTS: list[dict[str, Any]] = json.loads((LOCALES / "weblate.json").read_text(encoding="utf-8"))

# What Weblate 5.14 takes for a component: weblate/api/serializers.py and weblate/trans/models/component.py.
VALUES: dict[str, tuple[Any, ...]] = {
    "vcs": ("git", "gerrit", "git-force-push", "gitea", "github", "gitlab", "pagure", "local"),
    "file_format": ("po",),
    "file_format_params": ({"po_line_wrap": 77}, {"po_line_wrap": 65535}, {"po_line_wrap": -1}),
    "language_code_style": ("bcp",),  # of those it has, the one that writes tags as we do
    "new_lang": ("contact", "url", "none"),  # "add" needs a template that is in git
    "manage_units": (False,),
    "allow_translation_propagation": (False,),  # cells of a matrix that say the same may need other words
    "license": ("MIT", "CC-BY-4.0"),
}
FREE = {"name", "slug", "filemask", "source_language", "repo"}


def domain_of(component: dict[str, Any]) -> str:
    return str(component["filemask"].rpartition("/")[2].removesuffix(".po"))


@pytest.mark.parametrize("component", COMPONENTS, ids=domain_of)
def test_weblate_has_every_field_of_a_component_and_takes_its_value(component: dict[str, Any]) -> None:
    assert component.keys() - FREE == VALUES.keys()
    assert [name for name, values in VALUES.items() if component[name] not in values] == []
    assert component["filemask"].count("*") == 1


def test_weblate_gets_a_component_for_each_catalogue_with_the_language_that_it_is_written_in() -> None:
    assert {domain_of(one): one["source_language"]["code"] for one in COMPONENTS} == WRITTEN_IN
    assert all(
        one["filemask"] == f"locales/*/LC_MESSAGES/{domain_of(one)}.po" and "*" in one["filemask"]
        for one in COMPONENTS
    )


def test_weblate_clones_the_repository_once() -> None:
    first, *others = COMPONENTS

    assert "repo" not in first
    assert {one["repo"] for one in others} == {f"weblate://maturity-atlas/{first['slug']}"}


def test_pontoon_finds_each_catalogue_with_an_english_source_from_its_template() -> None:
    english = [domain for domain, language in WRITTEN_IN.items() if language == "en"]
    templates = {domain: str(LOCALES / "templates" / f"{domain}.pot") for domain in english}
    paths = L10nConfigPaths(str(LOCALES / "l10n.toml"), force_paths=list(templates.values()))

    found = {reference: Path(target) for reference, target in paths.all()}

    assert found == {
        template: LOCALES / "{locale}" / "LC_MESSAGES" / f"{domain}.po"
        for domain, template in templates.items()
    }
    for locale in paths.all_locales:
        assert is_tag(locale)
        assert all(Path(paths.format_target_path(str(path), locale)).is_file() for path in found.values())


def test_pontoon_has_every_language_that_is_translated_from_english() -> None:
    paths = L10nConfigPaths(str(LOCALES / "l10n.toml"))

    assert set(paths.all_locales) == {path.parents[1].name for path in LOCALES.glob("*/LC_MESSAGES/ui.po")}
