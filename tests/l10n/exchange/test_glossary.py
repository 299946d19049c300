"""The glossary goes to translators' tools as one file of terms, and comes back."""

from pathlib import Path

from translate.storage import tbx

from generator.l10n.exchange.glossary import write_glossary
from generator.l10n.exchange.reading import read_returned
from generator.model import Atlas, Glossary, SharedData
from generator.translate import Entry, view
from tests.builders import atlas

TERMS = [
    {"id": "berth", "title": "Berth", "definition": "A place for a boat."},
    {"id": "cto", "title": "CTO", "expansion": "Chief tide officer", "definition": "Who knows the tide."},
]
NAMES = "glossary.terms."
DUTCH = {
    f"{NAMES}berth.title": Entry("Berth", "Ligplaats"),
    f"{NAMES}berth.definition": Entry("A place of old.", "Een plek van vroeger."),
    f"{NAMES}cto.title": Entry("CTO", "CTO"),
    f"{NAMES}cto.expansion": Entry("Chief tide officer", "Hoofd getij"),
    f"{NAMES}cto.definition": Entry("Who knows the tide.", "Wie het tij kent."),
}


def written() -> bytes:
    data = atlas()
    terms = Glossary.model_validate({"source_language": "en", "terms": TERMS})
    shared = SharedData(data.shared.themes, data.shared.scale, terms)
    data = Atlas(data.frameworks, shared, data.crosswalks)
    views = {
        language: view(data, language, {"shared": DUTCH} if language == "nl" else {}).atlas
        for language in ("de", "nl", "en")
    }
    return write_glossary(views, "en")


def read(content: bytes, folder: Path) -> list[tuple[str, str, str, str]]:
    (folder / "glossary.tbx").write_bytes(content)
    found = read_returned(folder / "glossary.tbx").texts
    return [(item.language, item.id.removeprefix(NAMES), item.source, item.target) for item in found]


def opened(content: bytes) -> tbx.tbxfile:
    """The glossary as translate-toolkit reads it."""
    store: tbx.tbxfile = tbx.tbxfile.parsestring(content, "en", "nl")  # type: ignore[no-untyped-call]
    return store


SOUND = [
    ("nl", "berth.title", "Berth", "Ligplaats"),
    ("nl", "cto.definition", "Who knows the tide.", "Wie het tij kent."),
    ("nl", "cto.title", "CTO", "CTO"),
    ("nl", "cto.expansion", "Chief tide officer", "Hoofd getij"),
]


def test_what_is_translated_and_up_to_date_comes_back(tmp_path: Path) -> None:
    assert read(written(), tmp_path) == SOUND


def test_translate_toolkit_reads_the_terms_with_their_definitions() -> None:
    store = opened(written())

    assert [(unit.getid(), unit.source, unit.target) for unit in store.units] == [
        ("berth", "Berth", "Ligplaats"),
        ("cto", "CTO", "CTO"),
    ]
    assert store.units[1].getnotes("definition") == "Who knows the tide.\nWie het tij kent."


def test_a_term_that_translate_toolkit_changes_comes_back_and_no_other_changes(tmp_path: Path) -> None:
    store = opened(written())
    store.units[0].target = "Aanlegplaats"

    assert read(bytes(store), tmp_path) == [("nl", "berth.title", "Berth", "Aanlegplaats"), *SOUND[1:]]
