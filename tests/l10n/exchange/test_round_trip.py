"""What leaves for a translation tool comes back as it was, and with what a translator did there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from moz.l10n.formats import Format
from moz.l10n.resource import parse_resource, serialize_resource
from translate.storage import csvl10n, poxliff, tmx, xliff, xliff2

from generator.l10n.exchange.memory import write_memory
from generator.l10n.exchange.reading import read_returned
from generator.l10n.exchange.rows import write_rows
from generator.l10n.exchange.units import Batch, Returned, Unit, UnreadableExchangeError, id_of
from generator.l10n.exchange.xliff import write_xliff1, write_xliff2

TEXTS = (
    "A pier.",
    "  Two spaces  before, within and behind ",
    "One\ntwo\n\nfour\n",
    "A\ttab and a no-break\u00a0space",
    'A "quote", a \\ and <b>no tag</b> & é — ✓ 日本 שלום',
    "80% of boats, %(n)s and {braces}, %% and *emphasis* and [words](https://example.org/?a=1&b=2)",
    "=SUM(A1) is no formula",
    "-1",
    "'quoted'",
    "a;b,c\td",
)


def unit(number: int, source: str, **changes: Any) -> Unit:
    context = f"levels.pier.text-{number}"
    given = {"sources": (source,), "targets": (f"nl {source}",), "notes": f"Harbour: stage 1\n/{number}"}
    return Unit(
        **{"domain": "harbour", "id": context, "context": context, "source_language": "en"} | given | changes
    )


WORD = Unit(
    "ui",
    id_of("ui", "", "%(n)s boat"),
    "",
    "en",
    ("%(n)s boat", "%(n)s boats"),
    ("%(n)s boot", "%(n)s boten"),
    remarks="A translator's note.",
)
BATCH = Batch(
    "en",
    "nl",
    (
        *(unit(number, text) for number, text in enumerate(TEXTS)),
        unit(90, "Open.", targets=("",)),
        unit(91, "As it is now.", targets=("Zoals het was.",), needs_review=True, previous="As it was."),
        WORD,
    ),
)

HEAD = b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="nl">'

Read = Callable[[bytes], Any]
FORMATS: dict[str, tuple[Callable[[Batch], bytes], str, Read]] = {
    "xliff-2.1": (write_xliff2, "xlf", xliff2.Xliff2File.parsestring),
    "xliff-1.2": (write_xliff1, "xlf", xliff.xlifffile.parsestring),
    "xliff-1.2 of gettext": (write_xliff1, "xlf", poxliff.PoXliffFile.parsestring),
    "csv": (lambda batch: write_rows(batch, ","), "csv", csvl10n.csvfile.parsestring),
    "csv with semicolons": (lambda batch: write_rows(batch, ";"), "csv", csvl10n.csvfile.parsestring),
    "tmx": (write_memory, "tmx", tmx.tmxfile.parsestring),
}


@pytest.fixture(params=FORMATS)
def form(request: pytest.FixtureRequest) -> str:
    """Each format."""
    return str(request.param)


def returned(content: bytes, form: str, folder: Path) -> dict[str, Returned]:
    path = folder / f"back.{FORMATS[form][1]}"
    path.write_bytes(content)
    return {f"{item.domain}:{item.id}": item for item in read_returned(path).texts}


def left() -> dict[str, tuple[str, str]]:
    """What left, by domain and id: source and target of each form."""
    return {
        f"{one.domain}:{id_}": (source, target) for one in BATCH.units for id_, source, target in one.forms
    }


def sent(form: str) -> dict[str, tuple[str, str]]:
    """What of it a format holds: a memory has only what is translated for good."""
    unsound = {f"harbour:{one.id}" for one in BATCH.units if one.needs_review or not one.is_translated}
    return {name: texts for name, texts in left().items() if form != "tmx" or name not in unsound}


def test_every_text_comes_back_to_the_letter(form: str, tmp_path: Path) -> None:
    found = returned(FORMATS[form][0](BATCH), form, tmp_path)

    assert {name: (item.source, item.target) for name, item in found.items()} == sent(form)
    assert {item.language for item in found.values()} == {"nl"}


def test_every_text_comes_back_to_the_letter_from_translate_toolkit(form: str, tmp_path: Path) -> None:
    write, _, read = FORMATS[form]
    content = bytes(read(write(BATCH)))

    assert {n: (i.source, i.target) for n, i in returned(content, form, tmp_path).items()} == sent(form)


def test_every_text_comes_back_to_the_letter_from_the_library_of_pontoon(tmp_path: Path) -> None:
    resource = parse_resource(Format.xliff, write_xliff1(BATCH))
    content = "".join(serialize_resource(resource)).encode()

    found = returned(content, "xliff-1.2", tmp_path)

    assert {name: (item.source, item.target) for name, item in found.items()} == left()


def test_translate_toolkit_sees_what_is_translated_and_what_waits_for_a_look(form: str) -> None:
    write, _, read = FORMATS[form]
    units = {one.source: one for one in read(write(BATCH)).units if not one.isheader()}

    assert units["A pier."].istranslated()
    assert not units["A pier."].isfuzzy()
    if form != "tmx":
        assert not units["Open."].target
        assert units["As it is now."].isfuzzy()
    if form.startswith("csv"):
        assert "Harbour: stage 1" in units["A pier."].getnotes("developer")


def test_a_translation_that_translate_toolkit_makes_comes_back_and_no_other_changes(
    form: str, tmp_path: Path
) -> None:
    write, _, read = FORMATS[form]
    store = read(write(BATCH))
    changed = next(one for one in store.units if one.source == "A pier.")
    changed.target = "  Een %(n)s steiger\nof twee. "

    found = returned(bytes(store), form, tmp_path)

    wanted = sent(form)
    wanted["harbour:levels.pier.text-0"] = ("A pier.", "  Een %(n)s steiger\nof twee. ")
    assert {name: (item.source, item.target) for name, item in found.items()} == wanted


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "tmx"])
def test_what_a_tool_says_of_a_translation_comes_back(form: str, tmp_path: Path) -> None:
    write, _, read = FORMATS[form]
    store = read(write(BATCH))
    units = {one.source: one for one in store.units}
    units["A pier."].markfuzzy()
    units["As it is now."].markfuzzy(False)

    found = returned(bytes(store), form, tmp_path)

    assert found["harbour:levels.pier.text-0"].needs_review is True
    assert found["harbour:levels.pier.text-91"].needs_review is False


@pytest.mark.parametrize("form", [name for name in FORMATS if name != "tmx"])
def test_a_note_that_a_translator_writes_in_a_tool_comes_back_and_ours_does_not(
    form: str, tmp_path: Path
) -> None:
    write, _, read = FORMATS[form]
    store = read(write(BATCH))
    next(one for one in store.units if one.source == "A pier.").addnote("Which pier?", origin="translator")

    found = returned(bytes(store), form, tmp_path)

    assert found["harbour:levels.pier.text-0"].remarks == "Which pier?"
    assert found["harbour:levels.pier.text-1"].remarks == ""
    assert found[f"ui:{WORD.id}.0"].remarks == "A translator's note."


def test_a_catalogue_that_came_back_says_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "from-agency.po"
    head = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"X-Domain: harbour\\n"\n'
    path.write_text(
        f'{head}\n# Which pier?\nmsgctxt "a"\nmsgid "A pier."\nmsgstr "Een steiger."\n\n'
        '#, fuzzy\nmsgctxt "b"\nmsgid "B"\nmsgstr "X"\n\nmsgctxt "c"\nmsgid "C"\nmsgstr ""\n',
        encoding="utf-8",
    )

    assert read_returned(path).texts == (
        Returned("nl", "harbour", "a", "A pier.", "Een steiger.", False, "Which pier?"),
        Returned("nl", "harbour", "b", "B", "X", True),
        Returned("nl", "harbour", "c", "C", ""),
    )

    path.write_text(f"{head}\n<<<<<<< ours\n", encoding="utf-8")
    with pytest.raises(UnreadableExchangeError, match="line 6: A merge conflict"):
        read_returned(path)


def test_an_open_text_that_a_tool_fills_in_is_not_in_doubt(form: str, tmp_path: Path) -> None:
    if form == "tmx":
        return
    write, _, read = FORMATS[form]
    store = read(write(BATCH))
    next(one for one in store.units if one.source == "Open.").target = "Open."

    assert not returned(bytes(store), form, tmp_path)["harbour:levels.pier.text-90"].needs_review


def test_segments_that_a_tool_cut_a_text_into_are_one_text_again(tmp_path: Path) -> None:
    content = (
        HEAD
        + b"""
      <file id="harbour"><unit id="summary">
        <segment state="final"><source>One.</source><target>Een.</target></segment>
        <ignorable><source> </source></ignorable>
        <segment state="translated"><source>Two <ph id="1" equiv="%(n)s"/>.</source>
          <target>Twee <ph id="1" equiv="%(n)s"/>.</target></segment>
      </unit></file></xliff>"""
    )

    assert returned(content, "xliff-2.1", tmp_path) == {
        "harbour:summary": Returned("nl", "harbour", "summary", "One. Two %(n)s.", "Een. Twee %(n)s.", False)
    }


def test_a_text_of_which_a_segment_is_open_is_open(tmp_path: Path) -> None:
    content = (
        HEAD
        + b"""
      <file id="f" original="locales/nl/LC_MESSAGES/harbour.po"><unit id="summary">
        <segment><source>One.</source><target>Een.</target></segment>
        <segment><source>Two.</source></segment>
      </unit></file></xliff>"""
    )

    assert returned(content, "xliff-2.1", tmp_path)["harbour:summary"].target == ""
