"""The description of `/api/v1/` is sound OpenAPI, speaks of every file, and every file is as it says."""

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.export import Terms
from tests.export.published import json_of, publish
from tests.export.test_exports import closed

FILES = {path: content for path, content in publish().items() if not path.startswith("id/")}
FOUND = json_of(FILES, "openapi.json")


def described(path: str) -> dict[str, Any]:
    """What is said of the answer at a path: the entry that names it, else the one whose form it has."""
    paths: dict[str, Any] = FOUND["paths"]
    fitting = [form for form in paths if fits(form, f"/{path}")]
    [best] = [form for form in fitting if "{" not in form] or fitting
    answer: dict[str, Any] = paths[best]["get"]["responses"]["200"]
    return answer


def fits(form: str, path: str) -> bool:
    """Whether a path has a form, with values that the form's parameters allow."""
    found = re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+?)", re.escape(form)), path)
    given = FOUND["components"]["parameters"]
    return found is not None and all(
        Draft202012Validator(given[name]["schema"]).is_valid(value)
        for name, value in found.groupdict().items()
    )


def test_it_is_sound_openapi() -> None:
    OpenAPIV31SpecValidator(FOUND).validate()


def test_it_needs_nothing_from_elsewhere() -> None:
    references = re.findall(r'"\$ref": "([^"]+)"', FILES["openapi.json"].decode())

    assert references
    assert [reference for reference in references if not reference.startswith("#/")] == []


@pytest.mark.parametrize("path", FILES)
def test_every_file_is_described_and_is_as_it_says(path: str) -> None:
    [(media, content)] = described(path)["content"].items()

    index = {item["path"]: item["type"] for item in json_of(FILES, "index.json")["files"]}
    assert media == index.get(path, "application/json")
    if "json" in media:
        schema = {**content["schema"], "components": closed(FOUND["components"])}
        problems = Draft202012Validator(schema).iter_errors(json.loads(FILES[path]))
        assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


def test_nothing_is_described_that_is_not_there() -> None:
    unused = [form for form in FOUND["paths"] if not any(fits(form, f"/{path}") for path in FILES)]

    assert unused == []


def test_without_an_edition_none_is_described() -> None:
    assert "/editions/{edition}.json" in FOUND["paths"]
    assert "/editions/{edition}.json" not in json_of(publish(terms=Terms()), "openapi.json")["paths"]


def test_addresses_are_found_from_where_the_description_stands() -> None:
    assert FOUND["servers"] == [{"url": "../v1"}]
