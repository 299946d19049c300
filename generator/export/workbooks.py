"""Publish each framework as a workbook in every language: its matrix, its relations and its quiz.

For people with spreadsheets: what they look for stands first, and ids come last.
"""

import datetime
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from generator.crosswalk import Link
from generator.export.frameworks import table_of
from generator.export.publication import API, DataFile, Publication, shown
from generator.model import Framework
from generator.problems import say
from generator.quiz import published
from generator.relation_words import confidence_words, origin_words, relation_words

if TYPE_CHECKING:
    import xlsxwriter

# The same bytes for the same data: a workbook names the time at which it was made.
_ALWAYS = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_NARROW, _WIDE = 16, 44
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_LONG = 40
"""Letters: a column with a longer text is wide."""

Row = list[str]


def workbook_files(publication: Publication) -> Iterator[DataFile]:
    """A file for each language and framework."""
    for language, view in publication.views.items():
        for framework in view.atlas.frameworks:
            path = f"{API}/{language}/frameworks/{framework.id}.xlsx"
            sheets = _Sheets(publication, language, framework)
            about = (framework.id, *publication.walks[language].partners(framework.id))
            yield DataFile(path, about, partial(_workbook, sheets))


@dataclass(frozen=True)
class _Sheets:
    """The rows of each sheet, heads first, in one language."""

    publication: Publication
    language: str
    framework: Framework

    @property
    def word(self) -> Callable[[str], str]:
        return self.publication.terms.words.get(self.language, str)

    def levels(self) -> Iterator[Row]:
        """A row for each dimension, or for each level or layer where there is no matrix."""
        rows = [[_words(value) for value in row] for row in table_of(self.framework, self.word)]
        at = rows[0].index(self.word("Id"))
        yield from ([*row[:at], *row[at + 1 :], row[at]] for row in rows)

    def relations(self) -> Iterator[Row]:
        """A row for each relation to a part of another framework that shares a page with this one."""
        _ = self.word
        own = shown(self.framework.short_title)
        yield [
            own,
            _("Relation"),
            _("Framework"),
            _("Part"),
            _("Shared"),
            say("Only in %(framework)s", framework=own).text(_),
            _("Only in the other framework"),
            _("Why"),
            _("Confidence"),
            _("Judged or derived"),
            _("Id"),
        ]
        walks = self.publication.walks[self.language]
        partners = walks.partners(self.framework.id)
        for other in walks.atlas.frameworks:
            if other.id in partners:
                yield from (self._relation(link, other) for link in walks.links(self.framework.id, other.id))

    def _relation(self, link: Link, other: Framework) -> Row:
        judged, label = link.curated, self.publication.label
        return [
            label(link.subject, self.language),
            relation_words(link.relation, judged).text(self.word),
            shown(other.short_title),
            label(link.object, self.language),
            *(
                _words(judged and getattr(judged, name))
                for name in ("shared", "only_subject", "only_object", "justification")
            ),
            confidence_words(link.confidence).text(self.word),
            origin_words(judged).text(self.word),
            f"crosswalks/{link.pair}/mappings/{link.id}" if judged else "",
        ]

    def quiz(self) -> Iterator[Row]:
        """A row for each question with its answers, and room for one's own."""
        _ = self.word
        made = published(self.framework, self.publication.parts[self.language], _)
        yield [_("Part"), _("Question"), _("Answers to choose from"), _("Your answer"), _("Note"), _("Id")]
        for ask in made["asks"]:
            question = "\n".join(map(shown, (ask["question"], *ask["details"])))
            choices = "\n".join(f"– {shown(choice['text'])}" for choice in ask["choices"])
            yield [shown(ask["about"]["title"]), question, choices, "", "", ask["id"]]

    def practices(self) -> Iterator[Row]:
        """A row for each activity of the source, with the cell that it belongs to."""
        _ = self.word
        yield [_("Practice"), _("Dimension"), _("Level"), _("Effort"), _("How"), _("References"), _("Id")]
        dimensions = {item.id: item.title for item in self.framework.dimensions}
        levels = {item.id: item for item in self.framework.levels}
        documents = {item.id: item.document for item in self.framework.source.further}
        for one in self.framework.practices:
            level = levels[one.level]
            yield [
                shown(one.title),
                _words(dimensions.get(one.dimension or "")),
                f"{level.shown_number}. {shown(level.title)}",
                one.effort_words.text(_) if one.effort_words else "",
                _words(one.summary),
                ", ".join(documents[id_] for id_ in one.references),
                one.id,
            ]

    def profiles(self) -> Iterator[Row]:
        """A row for each dimension, with the level that each target profile of the source wants there."""
        _ = self.word
        yield [_("Dimension"), *(shown(profile.title) for profile in self.framework.profiles)]
        names = {level.id: f"{level.shown_number}. {shown(level.title)}" for level in self.framework.levels}
        for dimension in self.framework.dimensions:
            targets = [profile.targets.get(dimension.id) for profile in self.framework.profiles]
            if any(targets):
                yield [shown(dimension.title), *(names[target] if target else "" for target in targets)]

    def about(self) -> Iterator[Row]:
        """Whose model it is, and on what terms its texts may be used."""
        _, terms, source = self.word, self.publication.terms, self.framework.source
        known = (source.author, source.document, source.publisher or self.framework.publisher, source.year)
        yield [_("Framework"), shown(self.framework.title)]
        about = self.publication.about(self.framework.id)
        subjects = self.publication.views[self.language].atlas.shared.subjects.subjects
        yield from ([_("Subject"), shown(item.title)] for item in subjects if item.id in about.values())
        yield [_("Source"), ", ".join(_words(item) for item in known if item)]
        yield [_("Licence"), terms.license]
        if terms.version:
            yield [_("Edition of the atlas"), terms.version]


def _workbook(sheets: _Sheets) -> bytes:
    # It takes long to load, and most commands write no workbook.
    import xlsxwriter

    _ = sheets.word
    content = io.BytesIO()
    first = _("The matrix") if sheets.framework.dimensions else _("Levels and layers")
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": _ALWAYS, "title": shown(sheets.framework.title)})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in (
            (first, list(sheets.levels())),
            (_("Crosswalks"), list(sheets.relations())),
            (_("Quiz"), list(sheets.quiz())),
            *([(_("Practices"), list(sheets.practices()))] if sheets.framework.practices else []),
            *([(_("Target profiles"), list(sheets.profiles()))] if sheets.framework.profiles else []),
            (_("About"), list(sheets.about())),
        ):
            sheet = book.add_worksheet(_sheet_name(name, book))
            for number, row in enumerate(rows):
                for column, words in enumerate(row):
                    sheet.write_string(number, column, words, text if number else head)
            for column in range(len(rows[0])):
                long = any(len(row[column]) > _LONG for row in rows)
                sheet.set_column(column, column, _WIDE if long else _NARROW)
            sheet.freeze_panes(1, 1)
    return content.getvalue()


def _sheet_name(words: str, book: "xlsxwriter.Workbook") -> str:
    """Leave out what Excel allows in no name of a sheet; two sheets of one name get a number."""
    name = _NOT_IN_A_NAME.sub("", words)[:28]
    number = sum(sheet.get_name().startswith(name) for sheet in book.worksheets())
    return f"{name} {number + 1}" if number else name


def _words(value: object) -> str:
    return "" if value in (None, "") else shown(value if isinstance(value, str) else str(value))
