"""Decide what each row of a table by hand is: a dimension, a group, figures, or something else."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from generator.editing.drafts.columns import Columns
from generator.editing.drafts.framing import Row
from generator.editing.drafts.known_words import Role, is_total_word, role_of
from generator.editing.tables import Cell
from generator.problems import Message, Problem, say, say_many
from generator.text import plain

Kind = Literal["dimension", "group", "summary", "subtitle", "head", "beside", "none", "refused"]
"""What a row is: `head` has titles once more, `beside` has no place in a framework, `none` was said so,
`refused` cannot be what was said."""

_NUMBERS = re.compile(r"[\d.,%/ -]*")


class Rows:
    """The rows below the titles of a table; `given` says what some are, by their names in small letters."""

    def __init__(
        self,
        rows: Sequence[Row],
        head: Row,
        columns: Columns,
        given: Mapping[str, Role],
        heads: Mapping[str, str],
        *,
        turned: bool,
    ) -> None:
        assert columns.titles is not None
        self.rows, self.head, self.turned = rows, head, turned
        self.columns, self.titles = columns, columns.titles
        self.given, self.heads = given, heads

    def texts(self, row: Row) -> list[Cell]:
        """Take the texts of a row that stand under the levels."""
        return [row[rung.index] for rung in self.columns.levels]

    def name(self, row: Row) -> Cell:
        """Find the cell that names a row: that of its dimension, or where it has none, that of its group."""
        groups = self.columns.groups
        return row[self.titles] if groups is None or row[self.titles].text else row[groups]

    def said(self, row: Row) -> Role | None:
        """Say what a row was said to be."""
        return self.given.get(_small(self.name(row)))

    def kind(self, number: int) -> Kind | None:
        """Say what a row is; None for one with nothing in it."""
        row = self.rows[number]
        said, texts = self.said(row), self.texts(row)
        if said == "none":
            return "none"
        is_column = any(_small(cell) == _small(self.name(row)) for cell in self.head)
        if said not in (None, "title", "group") and not is_column:
            return "refused"
        if meant := self._level_field(row, number):
            return meant
        if self._is_group(row, number):
            return "group"
        if said is None and not row[self.titles].text and not any(text.text for text in texts):
            return None
        if self._is_head(texts):
            return "head"
        if self._is_beside(row, texts):
            return "beside"
        return "refused" if said == "group" and not is_column else "dimension"

    def _level_field(self, row: Row, number: int) -> Literal["summary", "subtitle"] | None:
        """Say which field of the levels a row is, such as their summary; only the first may describe them."""
        title = plain(row[self.titles].text)
        meant = self.heads.get(title.casefold())
        if meant == "summary" or (number == 0 and title and role_of(title) == "subtitle"):
            return "summary"
        return "subtitle" if meant == "subtitle" else None

    def _is_group(self, row: Row, number: int) -> bool:
        """Say whether a row has one name alone, above rows with texts: then it is that of their group."""
        columns = self.columns
        lead = self.titles if columns.groups is None else columns.groups
        if [column for column, cell in enumerate(row) if cell.text] != [lead]:
            return False
        said = self.said(row)
        # A formula that was never worked out leaves a name such as 'Average' alone as well.
        if said == "title" or (said is None and is_total_word(plain(row[lead].text))):
            return False
        below = self.rows[number + 1] if number + 1 < len(self.rows) else ()
        return any(text.text for text in self.texts(below)) if below else False

    def _is_beside(self, row: Row, texts: Sequence[Cell]) -> bool:
        """Say whether a row sums up or remarks: figures beside 'Total', 'Advice' in place of a group."""
        title = plain(self.name(row).text)
        if self.said(row) == "title":
            return False
        if role_of(title) == "none" and (self.turned or self._is_across(row)):
            return True
        figures = all(_NUMBERS.fullmatch(text.text) for text in texts)
        return figures and (role_of(title) == "none" or is_total_word(title))

    def _is_across(self, row: Row) -> bool:
        """Say whether a row's name stands where others have their group, and is none of theirs."""
        groups = self.columns.groups
        name = self.name(row).text
        return groups is not None and row[groups].text == name and len(self._in_group(groups, name)) == 1

    def _in_group(self, groups: int, name: str) -> list[Row]:
        return [row for row in self.rows if row[groups].text == name]

    def _is_head(self, texts: Sequence[Cell]) -> bool:
        """Say whether a row has the titles of the levels once more, as above another part of the table."""
        same = all(
            text.text == self.head[rung.index].text
            for text, rung in zip(texts, self.columns.levels, strict=True)
        )
        return same and not all(_NUMBERS.fullmatch(text.text) for text in texts)


def beside(name: Cell, texts: Sequence[Cell]) -> Problem:
    """Say that a row has no place, and how to say otherwise."""
    message = say_many(
        "The row '%(title)s' is no dimension; its text is not imported",
        "The row '%(title)s' is no dimension; its %(number)s texts are not imported",
        sum(bool(text.text) for text in texts),
        title=plain(name.text),
    )
    hint = say("If it is a dimension, say so: --as '%(title)s=title'", title=plain(name.text))
    return name.problem("I707", message, hint)


def or_not(title: str) -> Message:
    """Tell how to say of a row that it is a dimension, or nothing at all."""
    return say(
        "If it is a dimension, say so: --as '%(title)s=title'; if it is nothing of the framework: "
        "--as '%(title)s=none'",
        title=title,
    )


def _small(cell: Cell) -> str:
    return " ".join(plain(cell.text).split()).casefold()
