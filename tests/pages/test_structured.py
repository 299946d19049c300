"""Pages say what they are about in the words of schema.org, where the site's address leads anywhere."""

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.model import Glossary
from generator.pages import pages
from generator.render import Renderer
from generator.site.policy import inline_scripts
from tests import builders
from tests.pages.test_comparing import site_of
from tests.rendering import renderer_of

ROOT = "https://maturity.internal/atlas/"
TEMPLATES = Path(__file__).parents[2] / "templates"
SITE = site_of(builders.loaded_project().atlas())
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@cache
def renderer(site_url: str | None) -> Renderer:
    """What makes the pages of the invented project."""
    return renderer_of(TEMPLATES, SITE, site_url)


def said(address: str, making: Renderer) -> str:
    """What a page says in its head."""
    made = making.page(next(page for page in pages(making.site) if page.address == address))
    # The theme runs scripts in an article that it exchanges, whatever their type.
    assert "ld+json" not in made.html
    return made.said


def described(address: str) -> dict[str, Any]:
    """What a page says, by the type of what it speaks of."""
    found = [json.loads(text) for text in _SCRIPT.findall(said(address, renderer(ROOT)))]
    assert all(item["@context"] == "https://schema.org" for item in found)
    return {item["@type"]: item for item in found}


@pytest.mark.parametrize("site_url", [None, "https://atlas.example/"])
@pytest.mark.parametrize("address", ["frameworks/harbour/", "crosswalks/harbour--mill/", "glossary/"])
def test_without_an_address_that_leads_anywhere_nothing_is_said(address: str, site_url: str | None) -> None:
    assert said(address, renderer(site_url)) == ""


def test_a_page_says_where_it_stands() -> None:
    crumbs = described("frameworks/harbour/levels/pier/")["BreadcrumbList"]["itemListElement"]

    assert [(item["position"], item["name"], item["item"].removeprefix(ROOT)) for item in crumbs] == [
        (1, "Frameworks", "frameworks/"),
        (2, "The harbour ladder", "frameworks/harbour/"),
        (3, "Pier", "frameworks/harbour/levels/pier/"),
    ]


def test_a_framework_is_a_data_set_that_names_its_licence_its_source_and_its_files() -> None:
    found = described("frameworks/harbour/")["Dataset"]

    assert (found["@id"], found["url"]) == (f"{ROOT}id/harbour/", f"{ROOT}frameworks/harbour/")
    assert found["name"] == "The harbour ladder"
    assert found["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert found["isBasedOn"]["name"] == "The harbour book"
    assert [item["contentUrl"].removeprefix(ROOT) for item in found["distribution"]] == [
        "api/v1/en/frameworks/harbour.json",
        "api/v1/en/frameworks/harbour.csv",
    ]
    assert "version" not in found


def test_a_crosswalk_is_a_data_set_about_both_frameworks() -> None:
    found = described("crosswalks/harbour--lantern/")["Dataset"]

    assert found["about"] == [{"@id": f"{ROOT}id/harbour/"}, {"@id": f"{ROOT}id/lantern/"}]
    assert [item["encodingFormat"] for item in found["distribution"]] == [
        "application/json",
        "text/csv",
        "text/tab-separated-values",
    ]


def test_the_glossary_is_a_set_of_defined_terms() -> None:
    found = described("glossary/")["DefinedTermSet"]

    terms = {item["@id"]: item for item in found["hasDefinedTerm"]}
    for term in SITE.atlas.shared.glossary.terms:
        item = terms.pop(f"{ROOT}id/glossary/#terms/{term.id}")
        assert (item["name"], item["url"]) == (term.title, f"{ROOT}glossary/#{term.id}")
    assert terms == {}


def test_a_quiz_says_what_it_is_about_and_where_it_is_embedded_says_nothing() -> None:
    assert described("quiz/harbour/")["Quiz"]["about"]["@id"] == f"{ROOT}id/harbour/"
    assert described("quiz/harbour/embed/") == {}


def test_no_text_gets_out_of_the_element_and_no_browser_runs_it() -> None:
    sharp = {"id": "sharp", "title": "</script><script>alert(1)", "definition": "A **bold** </script> term."}
    data = builders.atlas(builders.framework())
    glossary = Glossary.model_validate({"source_language": "en", "terms": [sharp]})
    site = site_of(replace(data, shared=replace(data.shared, glossary=glossary)))
    page = said("glossary/", renderer_of(TEMPLATES, site, ROOT))

    [term] = json.loads(_SCRIPT.findall(page)[0])["hasDefinedTerm"]
    assert term["description"] == "A bold </script> term."
    assert list(inline_scripts(page)) == []
