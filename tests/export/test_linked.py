"""All data as linked data: rdflib reads it without a network, and finds every concept, label and relation."""

import socket
import warnings
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, Namespace, Node, URIRef

from generator.crosswalk import Crosswalks
from generator.export import Terms
from generator.parts import Parts
from generator.text import LocalText, plain
from generator.things import Thing, things
from tests.builders import views
from tests.export.published import invented, json_of, publish, publish_invented

ROOT = "https://atlas.example/"
FILE = f"{ROOT}api/v1/atlas.jsonld"
ATLAS = Namespace(f"{FILE}#")
DATA = invented()
FILES = publish_invented()
CONCEPTS = {
    "term",
    "theme",
    "band",
    "level",
    "layer",
    "dimension",
    "cell",
    "building block",
    "starting point",
    "pitfall",
    "practice",
    "target profile",
}
SKOS_WORDS = {
    "equal": SKOS.exactMatch,
    "subset-of": SKOS.broadMatch,
    "superset-of": SKOS.narrowMatch,
    "intersects-with": SKOS.relatedMatch,
    "supports": SKOS.relatedMatch,
    "is-supported-by": SKOS.relatedMatch,
}


def read(files: Mapping[str, bytes]) -> Graph:
    """The graph that rdflib reads, while nothing can be asked for from anywhere."""
    with pytest.MonkeyPatch.context() as patched, warnings.catch_warnings():
        # rdflib's reader of JSON-LD uses what rdflib itself no longer recommends.
        warnings.filterwarnings("ignore", "ConjunctiveGraph is deprecated", DeprecationWarning)
        patched.setattr(socket.socket, "connect", None)
        return Graph().parse(files["atlas.jsonld"], format="json-ld")


@cache
def linked() -> Graph:
    """The graph of all data."""
    return read(FILES)


def in_language(language: str) -> Iterator[Thing]:
    """Everything with an id for good, in a language."""
    data = views(DATA, language)[language].atlas
    yield from (thing for thing in things(data, Parts(data), Crosswalks(data)) if thing.identity)


def node(thing: Thing) -> URIRef:
    """What a thing is called."""
    assert thing.identity
    return URIRef(ROOT + thing.identity.address)


def texts(subject: Node, predicate: URIRef, graph: Graph | None = None) -> dict[str | None, str]:
    """A text by its language; it has one of each."""
    graph = linked() if graph is None else graph
    found = [item for item in graph.objects(subject, predicate) if isinstance(item, Literal)]
    assert len({item.language for item in found}) == len(found)
    return {item.language: str(item) for item in found}


def test_the_file_brings_all_that_it_takes_to_read_it() -> None:
    assert FILES["atlas.jsonld"].startswith(b'{"@context": {')


def test_the_whole_has_its_licence_its_edition_and_its_languages() -> None:
    whole = URIRef(FILE)

    assert linked().value(whole, DCTERMS.license) == URIRef("https://licence.example/")
    assert linked().value(whole, DCTERMS.rights) == URIRef(f"{ROOT}about/#licence")
    assert linked().value(whole, URIRef("http://www.w3.org/ns/dcat#version")) == Literal("2026.01")
    assert {str(item) for item in linked().objects(whole, DCTERMS.language)} == {"en", "nl"}


def test_without_an_address_every_name_is_whole_and_none_leads_to_a_host() -> None:
    graph = read(publish(DATA, terms=Terms(license="https://licence.example/")))

    assert len(graph) == len(read(publish(DATA, terms=Terms(ROOT, "https://licence.example/"))))
    names = {str(node) for triple in graph for node in triple if isinstance(node, URIRef)}
    others = {name for name in names if not name.startswith("urn:maturity-atlas:unplaced/")}
    assert {name for name in others if "//www.w3.org/" not in name and "//purl.org/" not in name} == {
        "https://licence.example/"
    }


def test_without_an_edition_no_version_is_claimed() -> None:
    graph = read(publish(terms=Terms(address=ROOT)))

    assert graph.value(URIRef(FILE), URIRef("http://www.w3.org/ns/dcat#version")) is None


def test_each_framework_and_each_shared_list_is_a_scheme_with_a_label_in_each_language() -> None:
    schemes = set(linked().subjects(RDF.type, SKOS.ConceptScheme))

    shared = {URIRef(f"{ROOT}id/{name}/") for name in ("themes", "reference-scale", "glossary")}
    assert schemes == shared | {URIRef(f"{ROOT}id/{framework.id}/") for framework in DATA.frameworks}
    assert all(texts(scheme, SKOS.prefLabel).keys() == {"en", "nl"} for scheme in schemes)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_concept_is_there_with_its_label_and_definition_in_each_language(language: str) -> None:
    wanted = [thing for thing in in_language(language) if thing.kind in CONCEPTS]

    assert set(linked().subjects(RDF.type, SKOS.Concept)) == {node(thing) for thing in wanted}
    for thing in wanted:
        label = plain(thing.title)
        if thing.part and thing.part.level:
            label = f"{label}: {plain(thing.part.level.title)}"
        assert texts(node(thing), SKOS.prefLabel)[language] == label
        if thing.kind != "dimension":
            said = thing.texts[0]
            assert isinstance(said, LocalText)
            assert texts(node(thing), SKOS.definition)[language] == said.plain
        assert linked().value(node(thing), SKOS.inScheme) in set(
            linked().subjects(RDF.type, SKOS.ConceptScheme)
        )


def test_a_cell_is_narrower_than_its_dimension_and_names_its_level() -> None:
    cell = URIRef(f"{ROOT}id/harbour/#cells/crew/pier")

    assert linked().value(cell, SKOS.broader) == URIRef(f"{ROOT}id/harbour/#dimensions/crew")
    assert linked().value(cell, ATLAS.level) == URIRef(f"{ROOT}id/harbour/#levels/pier")


def test_fields_that_nobody_named_here_are_there_and_ids_are_links() -> None:
    pier, harbour = URIRef(f"{ROOT}id/harbour/#levels/pier"), URIRef(f"{ROOT}id/harbour/")

    assert texts(pier, ATLAS.signs) == {"en": "There is one plank.", "nl": "nl: There is one plank."}
    assert linked().value(pier, SKOS.notation) == Literal(1)
    assert URIRef(f"{ROOT}id/harbour/#claims/most-stay") in set(linked().objects(harbour, ATLAS.claims))
    span = linked().value(pier, ATLAS.span)
    ends = [linked().value(span, ATLAS[name]) for name in ("from", "to")]
    assert [float(str(number)) for number in ends] == [0, 1]


def test_a_text_without_translation_is_never_said_to_be_in_the_other_language() -> None:
    graph = read(publish(untranslated=("nl",)))

    assert texts(URIRef(f"{ROOT}id/harbour/"), SKOS.prefLabel, graph) == {"en": "The harbour ladder"}


FACTS = (
    "relation",
    "extent",
    "property",
    "rationale",
    "confidence",
    "grade",
    "origin",
    "status",
    "author",
    "reviewer",
    "date",
    "source_language",
)
TEXTS = ("justification", "shared", "only_subject", "only_object", "note", "reason")


def test_every_relation_comes_back_as_it_was() -> None:
    whole = json_of(FILES, "crosswalks/all.json")
    wanted = [(pair, item) for pair in whole for item in pair["mappings"]]

    assert len(wanted) == len(set(linked().subjects(RDF.type, ATLAS.Mapping))) > 15
    for pair, item in wanted:
        page = f"crosswalks/{pair['subject']}--{pair['object']}/#"
        judged = item["origin"] == "curated"
        subject = URIRef(f"{ROOT}id/{page}mappings/{item['id']}" if judged else f"{ROOT}{page}{item['id']}")
        assert (linked().value(subject, RDF.subject), linked().value(subject, RDF.object)) == (
            end(item["subject"]),
            end(item["object"]),
        )
        assert facts(subject) == {name: item[name] for name in FACTS}
        assert {str(source) for source in linked().objects(subject, ATLAS.sources)} == set(item["sources"])
        for name in TEXTS:
            by_language = item.get(name) or {}
            assert texts(subject, ATLAS[name]) == {
                tag: plain(text) for tag, text in by_language.items() if text
            }


def facts(subject: URIRef) -> dict[str, object]:
    """What a relation says besides its ends and texts."""
    found = {name: linked().value(subject, ATLAS[name]) for name in FACTS}
    return {name: value.toPython() if isinstance(value, Literal) else None for name, value in found.items()}


def end(path: str) -> URIRef:
    """What an end is called."""
    framework, _, rest = path.partition("/")
    return URIRef(f"{ROOT}id/{framework}/#{rest}")


def test_every_stated_absence_comes_back_as_it_was() -> None:
    found = {
        (linked().value(item, RDF.subject), linked().value(item, ATLAS.framework)): texts(item, ATLAS.reason)
        for item in linked().subjects(RDF.type, ATLAS.NoCounterpart)
    }

    assert found == {
        (end(item["subject"]), URIRef(f"{ROOT}id/{item['framework']}/")): item["reason"]
        for pair in json_of(FILES, "crosswalks/all.json")
        for item in pair["no_counterpart"]
    }


def test_skos_says_what_somebody_judged_and_nothing_that_was_derived() -> None:
    said = {
        (subject, word, other)
        for word in set(SKOS_WORDS.values())
        for subject, other in linked().subject_objects(word)
    }

    assert said == {
        (end(item["subject"]), SKOS_WORDS[item["relation"]], end(item["object"]))
        for pair in json_of(FILES, "crosswalks/all.json")
        for item in pair["mappings"]
        if item["origin"] == "curated" and item["relation"] != "no-relationship"
    }
