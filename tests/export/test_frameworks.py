"""Frameworks as JSON and CSV: shapes, states of texts, and files that a spreadsheet opens without harm."""

import pytest

from generator.export import Terms
from generator.export.publication import cell, csv_bytes
from generator.text import LocalText
from tests.builders import atlas, framework, level
from tests.export.published import csv_of, json_of, publish

FILES = publish()


def test_the_list_has_each_title_in_every_language() -> None:
    entry = json_of(FILES, "frameworks.json")[1]

    assert entry == {
        "id": "lantern",
        "kind": "levels",
        "title": {"en": "en: De lantaarnladder", "nl": "De lantaarnladder"},
        "short_title": {"en": "en: Lantaarn", "nl": "Lantaarn"},
        "publisher": None,
        "source_language": "nl",
        "levels": 2,
        "dimensions": 0,
        "layers": 0,
        "url": "../../frameworks/lantern/",
        "urls": {"en": "../../frameworks/lantern/", "nl": "../../nl/frameworks/lantern/"},
        "data": {"en": "en/frameworks/lantern.json", "nl": "nl/frameworks/lantern.json"},
        "fallbacks": {},
    }


def test_a_framework_has_its_levels_with_spans_and_its_texts_in_order() -> None:
    pier = json_of(FILES, "en/frameworks/harbour.json")["levels"][0]

    assert pier["span"] == {
        "from": 0,
        "to": 1,
        "confidence": "high",
        "justification": "The same plank for all.",
    }
    assert pier["signs"] == [{"id": "one-plank", "text": "There is *one* plank."}]
    assert (pier["id"], pier["number"], pier["group"], pier["kpis"]) == ("pier", 1, "early", [])


def test_transitions_name_their_ends_as_the_data_does() -> None:
    first = json_of(FILES, "en/frameworks/harbour.json")["transitions"][0]

    assert first == {
        "from": "pier",
        "to": "dock",
        "summary": None,
        "actions": [{"id": "build-berths", "text": "Build berths."}],
    }


@pytest.mark.parametrize(
    ("language", "untranslated", "cell_data"),
    [
        ("en", (), {"text": "Whoever is there.", "lang": "en", "state": "original"}),
        ("nl", (), {"text": "nl: Whoever is there.", "lang": "nl", "state": "translated"}),
        ("nl", ("nl",), {"text": "Whoever is there.", "lang": "en", "state": "fallback"}),
    ],
)
def test_a_cell_says_in_which_language_it_stands_and_why(
    language: str, untranslated: tuple[str, ...], cell_data: dict[str, str]
) -> None:
    files = publish(untranslated=untranslated)

    assert json_of(files, f"{language}/frameworks/harbour.json")["cells"]["crew"]["pier"] == cell_data


def test_every_text_that_is_not_translated_is_listed() -> None:
    files = publish(untranslated=("nl",))

    assert json_of(FILES, "nl/frameworks/mill.json")["fallbacks"] == []
    assert "layers.wheel.variants.overshot.title" in json_of(files, "nl/frameworks/mill.json")["fallbacks"]
    assert json_of(files, "nl/frameworks/lantern.json")["fallbacks"] == []
    assert json_of(files, "frameworks.json")[0]["fallbacks"] == {"nl": ["title", "short_title"]}
    assert "terms.berth.definition" in json_of(files, "nl/glossary.json")["fallbacks"]


def test_addresses_hold_wherever_the_site_stands() -> None:
    assert json_of(FILES, "en/frameworks/mill.json")["url"] == "../../../../frameworks/mill/"
    assert json_of(FILES, "nl/frameworks/mill.json")["url"] == "../../../../nl/frameworks/mill/"


def test_the_scale_says_how_long_it_is() -> None:
    scale = json_of(FILES, "nl/reference-scale.json")

    assert (scale["length"], scale["language"], scale["title"]) == (4, "nl", "nl: The tide table")


def test_a_matrix_has_a_row_per_dimension_and_a_column_per_level() -> None:
    assert csv_of(FILES, "en/frameworks/harbour.csv") == [
        ["Id", "Group", "Dimension", "1. Pier", "2. Dock", "3. Port"],
        ["crew", "On shore", "Crew", "Whoever is there.", "Two people with a rota.", "A crew with pilots."],
        ["charts", "", "Charts", "None.", "A drawing of the bay.", "Soundings, kept up to date."],
    ]


def test_a_framework_without_a_matrix_has_a_row_per_level() -> None:
    head, *rows = csv_of(FILES, "nl/frameworks/lantern.csv")

    assert head == ["Number", "Id", "Title", "Summary", "Needs", "From", "To", "Reason"]
    assert rows[0][:4] == ["1", "candle", "Kaars", "Eén kaars voor de hele kust."]
    assert rows[0][4:] == ["Lucifers: droge.", "0", "1", "Overal hetzelfde licht."]


def test_a_framework_of_layers_has_a_row_per_layer_with_its_variants() -> None:
    head, *rows = csv_of(FILES, "en/frameworks/mill.csv")

    assert [row[1] for row in rows] == ["wheel", "stones"]
    assert [row[head.index("Variants")] for row in rows] == ["Overshot: Water from above.", ""]


def test_an_untranslated_text_in_a_table_starts_with_its_language() -> None:
    files = publish(untranslated=("nl",))

    assert csv_of(files, "nl/frameworks/harbour.csv")[1][2:4] == ["[en] Crew", "[en] Whoever is there."]


def test_column_heads_follow_the_language() -> None:
    terms = Terms(words={"nl": lambda word: {"Dimension": "Onderwerp"}.get(word, word)})

    assert csv_of(publish(terms=terms), "nl/frameworks/harbour.csv")[0][2] == "Onderwerp"


def test_a_table_is_utf_8_that_excel_recognises_with_line_ends_of_rfc_4180() -> None:
    content = csv_bytes([["Eén", 'a "b"'], ["c,d", "e\nf"]])

    assert content == '\ufeffEén,"a ""b"""\r\n"c,d","e\nf"\r\n'.encode()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_text_that_a_spreadsheet_would_compute_is_kept_a_text(start: str) -> None:
    assert cell(f"{start}1+1") == f"'{start}1+1"
    assert cell(LocalText(f"{start}1+1", "en", "en", "original")) == f"'{start}1+1"


def test_marks_do_not_hide_a_formula() -> None:
    assert cell(LocalText("*=1+1*", "en", "en", "original")) == "'=1+1"


@pytest.mark.parametrize(
    ("value", "shown"), [(None, ""), (0.75, "0.75"), (0.0, "0"), (3, "3"), ("a=b", "a=b")]
)
def test_other_values_stay_as_they_are(value: object, shown: str) -> None:
    assert cell(value) == shown


def test_a_formula_in_the_data_reaches_no_table() -> None:
    data = atlas(
        framework("a", levels=[level(1, (0, 1), title="=HYPERLINK(1)", summary="-1")]), framework("b")
    )
    files = publish(data)

    rows = [row for path in files if path.endswith(".csv") for row in csv_of(files, path)]

    assert [value for row in rows for value in row if value.startswith(("=", "-"))] == []
    assert "'=HYPERLINK(1)" in csv_of(files, "en/frameworks/a.csv")[1]
