"""Invent frameworks for tests of tables: any that a site would accept, with hostile texts and ids."""

import re
from typing import Any

from hypothesis import strategies as st

from generator.editing.tables.error_values import is_error_value
from generator.model import FIGURES, Framework
from generator.unwritten import HIDDEN

_PIECES = (
    *(
        "#",
        "##title",
        "#harbour/en",
        "|",
        "\\|",
        "<br>",
        "&amp;",
        "\n",
        "\n  ",
        ": ",
        '"',
        ";",
        ",",
        "'",
        "=1",
    ),
    *("+", "-", "@", "a", "Level 1", "1.", "_x000D_", "yes", "no", "null", "80%", "*", "- x", "> y", "id: x"),
    *("Id", "Dimension", "Summary", "é", "😀", "\u00a0", "\u2028", "\u0085", "---", "[nl]x", "`"),
)
_SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])


def _texts(most: int, least: int = 1) -> st.SearchStrategy[str]:
    raw = st.one_of(st.text(_SIGNS, max_size=20), st.lists(st.sampled_from(_PIECES), max_size=6).map("".join))
    # What validation refuses in any framework: hidden signs, and space at the ends. What a spreadsheet shows
    # in place of a value is no text of a table.
    sound = raw.map(lambda text: HIDDEN.sub("", text).strip()[:most].strip())
    return sound.filter(lambda text: len(text) >= least and not is_error_value(text))


TEXTS, LABELS = _texts(300), _texts(160)
IDS = st.one_of(
    st.sampled_from(["yes", "no", "null", "1", "1e5", "0x1f", "2026-01-31", "id", "title", "summary", "a"]),
    st.from_regex(re.compile(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}"), fullmatch=True),
)
ITEMS = st.dictionaries(IDS, TEXTS, max_size=3)
NUMBERS = st.integers(0, 500).map(lambda number: number / 100)
_SPANS = st.fixed_dictionaries(
    {"from": NUMBERS, "to": NUMBERS.map(lambda number: number + 0.01), "justification": TEXTS},
).flatmap(lambda span: st.sampled_from(list(FIGURES)).map(lambda grade: {**span, "confidence": grade}))


def _groups() -> st.SearchStrategy[list[dict[str, Any]]]:
    group = st.fixed_dictionaries({"id": IDS, "title": LABELS}, optional={"summary": TEXTS})
    return st.lists(group, max_size=2, unique_by=lambda item: item["id"])


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """A framework with levels, and with a matrix or without."""
    data: dict[str, Any] = {
        "id": draw(IDS),
        "kind": "levels",
        "level_word": draw(st.sampled_from(["level", "stage", "phase", "step"])),
        "source_language": draw(st.sampled_from(["en", "nl", "pt-BR", "zh-Hant"])),
        "title": draw(LABELS),
        "short_title": draw(LABELS),
        "summary": draw(TEXTS),
        "source": draw(
            st.fixed_dictionaries(
                {"document": LABELS},
                optional={"author": LABELS, "note": TEXTS, "year": st.integers(1900, 2100)},
            )
        ),
        "level_groups": draw(_groups()),
        "dimension_groups": draw(_groups()),
        "notes": draw(ITEMS),
    }
    level_ids = draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    data["levels"] = [draw(_level(own, n, data["level_groups"])) for n, own in enumerate(level_ids, 1)]
    dimension_ids = draw(st.lists(IDS, max_size=3, unique=True))
    data["dimensions"] = [draw(_dimension(own, data["dimension_groups"])) for own in dimension_ids]
    data["cells"] = {row: {level: draw(TEXTS) for level in level_ids} for row in dimension_ids}
    level, row = st.sampled_from(level_ids), st.sampled_from(dimension_ids) if dimension_ids else st.none()
    named: dict[str, Any] = {"id": IDS, "title": LABELS}
    practice: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
        {**named, "level": level, "dimension": row},
        optional={
            "summary": TEXTS,
            "effort": st.sampled_from(["little", "some", "much"]),
            "references": st.lists(IDS, max_size=2),
        },
    )
    data["practices"] = draw(st.lists(practice, max_size=3, unique_by=lambda item: item["id"]))
    if dimension_ids:
        targets = st.dictionaries(row, level, min_size=1)
        profile = st.fixed_dictionaries({**named, "targets": targets}, optional={"summary": TEXTS})
        data["profiles"] = draw(st.lists(profile, max_size=2, unique_by=lambda item: item["id"]))
    return Framework.model_validate(data)


def _grouped(groups: list[dict[str, Any]]) -> dict[str, st.SearchStrategy[str]]:
    return {"group": st.sampled_from([group["id"] for group in groups])} if groups else {}


def _level(own: str, number: int, groups: list[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"id": st.just(own), "number": st.just(number), "title": LABELS, "summary": TEXTS},
        optional={
            **{"subtitle": LABELS, "typical": TEXTS, "signs": ITEMS, "kpis": ITEMS, "span": _SPANS},
            **_grouped(groups),
        },
    )


def _dimension(own: str, groups: list[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    optional = {
        "subtitle": LABELS,
        "question": TEXTS,
        "themes": st.lists(IDS, max_size=2),
        **_grouped(groups),
    }
    return st.fixed_dictionaries({"id": st.just(own), "title": LABELS}, optional=optional)
