"""The files with all citations of a language are read by programs of others, and say where things are."""

import json
import re
from importlib.resources import files

import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from generator.export import Terms
from tests.export.published import json_of, publish

FILES = publish()
THINGS = len(json_of(FILES, "ids.json")["ids"])
_SCHEMAS = files("citeproc") / "data" / "schema" / "schemas" / "styles"


def known(name: str) -> set[str]:
    """The words that a part of the schema of the Citation Style Language lists."""
    return set(re.findall(r'"([^"]+)"', (_SCHEMAS / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_each_file_is_read_whole(language: str) -> None:
    here = f"{language}/citations"

    bibtex = parse_string(FILES[f"{here}.bib"].decode())
    assert (len(bibtex.entries), bibtex.failed_blocks) == (THINGS, [])
    assert len(rispy.loads(FILES[f"{here}.ris"].decode())) == THINGS
    assert len(json_of(FILES, f"{here}.json")) == THINGS


def test_csl_uses_the_types_and_variables_of_its_schema() -> None:
    for item in json_of(FILES, "en/citations.json"):
        assert item["type"] in known("csl-types.rnc")
        assert item.keys() - {"id", "type"} <= known("csl-variables.rnc")
        assert all(len(part) == 3 for part in item["issued"]["date-parts"])


@pytest.mark.parametrize(
    ("address", "root"),
    [
        (None, "/"),
        ("https://atlas.example/", "/"),
        ("https://maturity.internal/atlas/", "https://maturity.internal/atlas/"),
    ],
)
def test_no_citation_names_a_host_for_examples(address: str | None, root: str) -> None:
    found = publish(terms=Terms(address))

    items = json.loads(found["en/citations.json"])
    assert {item["URL"].partition("id/")[0] for item in items} == {root}
    assert not any(b".example" in found[f"en/citations.{ending}"] for ending in ("json", "bib", "ris"))
