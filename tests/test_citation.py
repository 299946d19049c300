"""How a thing is cited: what stands in each form, and that programs read it as it was meant."""

import datetime
import json
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation as Cluster
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

from generator.citation import Citation, citation_of, title_of
from generator.edition import Published
from generator.model import Edition
from generator.things import Thing, things
from tests import builders
from tests.pages.test_comparing import site_of

ROOT = "https://atlas.example/"
EDITION = Edition(id="2026.11", date=datetime.date(2026, 11, 30))
NOW, SINCE = Published(EDITION, changed=False), Published(EDITION, changed=True)
SITE = site_of(builders.loaded_project().atlas())
FOUND = [thing for thing in things(SITE.atlas, SITE.parts, SITE.walks) if thing.identity]


def thing(address: str) -> Thing:
    """The thing at an address."""
    [found] = [item for item in FOUND if item.address == address]
    return found


def cell(published: Published | None = NOW) -> Citation:
    """The citation of a cell of the invented project."""
    return citation_of(thing("frameworks/harbour/#crew-pier"), ROOT, "nl", published)


def test_a_sentence_names_the_atlas_the_thing_the_edition_and_the_permanent_address() -> None:
    assert cell().sentence().text() == (
        "Maturity Atlas (2026). Crew: Pier (The harbour ladder). Edition 2026.11. "
        "https://atlas.example/id/harbour/#cells/crew/pier"
    )


def test_what_changed_since_its_edition_is_not_cited_as_that_edition() -> None:
    assert "Edition 2026.11, with later changes." in cell(SINCE).sentence().text()
    for text in (cell(SINCE).csl_text(), cell(SINCE).bibtex(), cell(SINCE).ris()):
        assert "2026.11+changes" in text


def test_without_an_edition_nothing_has_a_date() -> None:
    undated = cell(None)
    for text in (undated.sentence().text(), undated.csl_text(), undated.bibtex(), undated.ris()):
        assert "20" not in text
    assert undated.address in undated.sentence().text()


def test_a_quiz_is_not_cited() -> None:
    [quiz] = [item for item in things(SITE.atlas, SITE.parts, SITE.walks) if item.address == "quiz/harbour/"]
    with pytest.raises(ValueError, match="quiz/harbour/"):
        citation_of(quiz, ROOT, "en", None)


def test_a_claim_is_named_by_its_figure_and_what_it_says() -> None:
    [claim] = [item for item in FOUND if item.kind == "claim"]
    assert title_of(claim) == "80%: The office says most stay at the pier. (The harbour ladder)"


@pytest.mark.parametrize("one", FOUND, ids=lambda one: str(one.identity and one.identity.name))
def test_programs_read_every_citation_as_it_was_meant(one: Thing) -> None:
    cited = citation_of(one, ROOT, "en", NOW)

    [entry] = parse_string(cited.bibtex()).entries
    assert (entry.entry_type, entry.key) == ("misc", cited.key)
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert (fields["url"], fields["year"], fields["langid"]) == (cited.address, "2026", "english")

    [record] = rispy.loads(cited.ris())
    assert (record["title"], record["urls"], record["year"]) == (cited.title, [cited.address], "2026")
    assert record["authors"] == ["Maturity Atlas"]

    written = in_style(json.loads(cited.csl_text()))
    for words in ("Maturity Atlas", "2026", cited.title, cited.address):
        assert words in written


def in_style(items: list[dict[str, Any]]) -> str:
    """A bibliography of items of CSL-JSON, as a style sheet of others writes it."""
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Cluster([CitationItem(item["id"])]))
    return "\n".join(map(str, bibliography.bibliography()))


def test_signs_that_tex_takes_for_its_own_are_written_as_text() -> None:
    odd = Citation("a/b", r"100% of R&D_{x} \o/ ~^ $1 #2", "https://a.example/", "xx", None, None)
    assert (
        r"title = {100\% of R\&D\_\{x\} \textbackslash{}o/ \textasciitilde{}\textasciicircum{} \$1 \#2}"
        in odd.bibtex()
    )
    assert "langid = {xx}" in odd.bibtex()
