"""Read a table that somebody made by hand as levels, dimensions and cells."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.editing.drafts.columns import Columns, columns_of
from generator.editing.drafts.fields import MAX_LENGTHS
from generator.editing.drafts.framing import Row, united
from generator.editing.drafts.known_words import Role, level_word, role_of
from generator.editing.drafts.lists import matrix_of_list
from generator.editing.drafts.matrix import Matrix, Parts
from generator.editing.drafts.rows import Rows, beside, or_not
from generator.editing.drafts.sides import Guess, Side, side_of
from generator.editing.ids import unique_id
from generator.editing.tables import Cell, Table
from generator.problems import Message, Problem, say
from generator.text import plain

_UNLISTED = re.compile(r"!\[|~~|</?[a-zA-Z][^>]*>|^#{1,6} |^> ", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*[•‣▪◦●·–*+-][ \t]+", re.MULTILINE)
_BREAK = re.compile(r"(?<!\n)\n(?!\n|[ \t]|- |\d{1,2}[.)] )")
_EMPHASISED = re.compile(r"([*_]{1,2}).*\1", re.DOTALL)
_WORDS_OF_SILENCE = re.compile(r"n\.?/?a\.?|n\.?v\.?t\.?|k\.? ?a\.?", re.IGNORECASE)
_SILENT = re.compile(rf"[–—-]+|{_WORDS_OF_SILENCE.pattern}", re.IGNORECASE)
"""What people write in a cell of which the source says nothing."""


@dataclass(frozen=True)
class Reading:
    """How to read a table: where levels stand, where that was said, and what heads of columns mean.

    `given` says what columns are, by their titles in small letters or their numbers; `heading_is_title` for
    the heading above a table to be the framework's title.
    """

    side: Side | None = None
    heads: Mapping[str, str] = field(default_factory=dict)
    heading_is_title: bool = True
    given: Mapping[str, Role] = field(default_factory=dict)


def read_plain(table: Table, reading: Reading) -> tuple[Matrix, tuple[Problem, ...], str | None]:
    """A whole table with titles on two sides; the third value is what it calls a level, if anything."""
    told: list[Problem] = []
    if found := matrix_of_list(table, reading.given):
        table, listed = found
        told += listed
    head, *rows = table.rows
    lead = next(
        (place for place, cell in enumerate(head) if role_of(plain(cell.text)) not in ("code", "none")), 0
    )
    guess = side_of(
        plain(head[lead].text),
        [plain(cell.text) for cell in head[lead + 1 :] if not _is_field(cell, reading.heads)],
        [plain(row[lead].text) for row in rows if not _is_field(row[lead], reading.heads)],
    )
    side = reading.side or guess.side
    if side == "rows":
        turned = replace(table, rows=tuple(zip(*table.rows, strict=True)))
        table = replace(turned, rows=tuple(united(turned.rows)))
    reader = _Plain(table, reading, turned=side == "rows")
    if not reading.side and not guess.sure:
        told.append(_assumed(table, guess, reader.columns))
        # Levels in lines above their rows are on no side, and below a gap nobody knows whose texts stand.
        in_lines = any(map(_names_level, (row[lead].text for row in rows)))
        if not reader.given and (in_lines or not all(cell.text for cell in head[lead + 1 :])):
            told.append(reader.no_matrix(table.rows[0][0]))
    matrix, problems = reader.read()
    return matrix, (*told, *problems), guess.word if side == guess.side else None


def _assumed(table: Table, guess: Guess, columns: Columns) -> Problem:
    names = ", ".join(rung.title for rung in columns.levels)
    other = "rows" if guess.side == "columns" else "columns"
    message = say(
        "These are taken to be the levels, since %(reason)s: %(names)s", reason=guess.reason, names=names
    )
    hint = say("If they are the dimensions, say so with --levels %(side)s", side=other)
    return table.rows[0][0].problem("I719", message, hint)


def _names_level(title: str) -> bool:
    return level_word(title.split(" ")[0]) is not None and any(sign.isdigit() for sign in title)


def _is_field(cell: Cell, heads: Mapping[str, str]) -> bool:
    return plain(cell.text).casefold() in heads


class _Plain(Parts):
    def __init__(self, table: Table, reading: Reading, *, turned: bool) -> None:
        super().__init__()
        self.turned = turned
        self.table, self.heads, self.given = table, reading.heads, reading.given
        self.columns = columns_of(table, reading.given, reading.heads)
        self.groups: dict[str, str] = {}
        self.group = ""

    def read(self) -> tuple[Matrix, tuple[Problem, ...]]:
        head, *rows = self.table.rows
        columns = self.columns
        self.problems += columns.told
        if not columns.levels or columns.titles is None:
            self.problems.append(self.no_matrix(head[0]))
            return self.matrix({}), tuple(self.problems)
        self._levels(head)
        taken: set[str] = {row[c].text for row in rows for c, name in columns.fields.items() if name == "id"}
        found = Rows(rows, head, columns, self.given, self.heads, turned=self.turned)
        for number, row in enumerate(rows):
            name, texts = found.name(row), found.texts(row)
            match found.kind(number):
                case "summary" | "subtitle" as meant:
                    self._level_texts(meant, texts)
                    self.leave_out(row[column] for column in sorted(columns.fields))
                case "group":
                    self._begin_group(name, told=columns.groups is None and found.said(row) is None)
                case "beside" if any(text.text for text in texts):
                    self.problems.append(beside(name, texts))
                case "beside" | "head":
                    self.leave_out((name, *texts))
                case "refused":
                    self._refuse(name, found.said(row))
                case "dimension":
                    title = name if found.said(row) == "title" else row[columns.titles]
                    self._dimension(row, title, texts, taken)
                case None:
                    self.leave_out(row)
        groups = [{"id": own, "title": title} for title, own in self.groups.items()]
        return self.matrix({"dimension_groups": groups}), tuple(self.problems)

    def no_matrix(self, corner: Cell) -> Problem:
        """Say that nothing here can be taken for levels, or for the names of dimensions."""
        if self.columns.levels and self.columns.titles is None:
            message = say("No column has the names of dimensions: the first one is a level already")
            hint = say("Add a column with a name for each row, or say which it is: --as 'TITLE=title'")
        else:
            message = say("No column or row can be taken for a level")
            hint = say("Say which are: --levels columns, --levels rows, or --as 'TITLE=level' for each")
        return corner.problem("I734", message, hint, "error")

    def _levels(self, head: Row) -> None:
        taken: set[str] = set()
        numbers = [rung.number for rung in self.columns.levels]
        counted = [str(number) for number in range(1, len(numbers) + 1)]
        for number, rung in enumerate(self.columns.levels, 1):
            cell = head[rung.index]
            level = self.level(self._new(cell, rung.title, f"level-{number}", taken), rung.title, cell)
            if rung.number and numbers != counted:
                level["source_number"] = rung.number
                self.cells["levels", level["id"], "source_number"] = replace(cell, text=rung.number)

    def _level_texts(self, meant: str, texts: Sequence[Cell]) -> None:
        for level, cell in zip(self.levels, texts, strict=True):
            cell = _tidied(cell)
            if cell.text:
                level[meant] = cell.text
                self.cells["levels", level["id"], meant] = cell
                self._doubt(cell)

    def _begin_group(self, cell: Cell, *, told: bool) -> None:
        self.group = cell.text
        if told:
            title = plain(cell.text)
            message = say(
                "'%(title)s' stands alone, and is taken as the group of the rows below it", title=title
            )
            self.problems.append(cell.problem("I739", message, or_not(title)))

    def _refuse(self, cell: Cell, role: Role | None) -> None:
        message = say(
            "The row '%(title)s' cannot be '%(role)s': it is a title, a group if it has no texts, or none",
            title=plain(cell.text),
            role=role,
        )
        self.problems.append(cell.problem("I734", message, None, "error"))

    def _dimension(self, row: Row, cell: Cell, texts: Sequence[Cell], taken: set[str]) -> None:
        columns, title = self.columns, " ".join(plain(cell.text).split())
        given = next((row[column].text for column, name in columns.fields.items() if name == "id"), "")
        group = row[columns.groups] if columns.groups is not None else None
        hint = or_not(plain(group.text)) if group and group.text else None
        own = given or self._new(cell, title, f"dimension-{len(self.dimensions) + 1}", taken, hint)
        dimension = self.dimension(own, title, cell)
        if group and group.text:
            self.group = group.text if group is not cell else ""
        if self.group:
            dimension["group"] = self._group_of(self.group)
        for column, name in columns.fields.items():
            if name != "id" and row[column].text:
                words = row[column].text
                dimension[name] = (
                    plain(words) if name == "subtitle" or _EMPHASISED.fullmatch(words) else words
                )
                self.cells["dimensions", own, name] = row[column]
        tidy = [_tidied(text) for text in texts]
        levels = zip(self.levels, tidy, strict=True)
        silent = [level["id"] for level, text in levels if _SILENT.fullmatch(text.text)]
        if silent:
            dimension["silent"] = silent
        self.problems += (_taken(text) for text in tidy if _WORDS_OF_SILENCE.fullmatch(text.text))
        self.fill(own, tidy, silent)
        for text in tidy:
            self._doubt(text)

    def _group_of(self, words: str) -> str:
        title = " ".join(plain(words).split())
        if title not in self.groups:
            self.groups[title] = unique_id(title, f"group-{len(self.groups) + 1}", self.groups.values())
        return self.groups[title]

    def _new(
        self, cell: Cell, title: str, otherwise: str, taken: set[str], hint: Message | None = None
    ) -> str:
        own = unique_id(title, otherwise, taken)
        taken.add(own)
        if not title:
            message = say("There is no title here; the id is '%(id)s'", id=own)
            hint = hint or say("Write the title, or remove the texts")
            self.problems.append(cell.problem("I710", message, hint))
        elif own != unique_id(title, otherwise, ()):
            message = say("The title '%(title)s' stands here twice; the id is '%(id)s'", title=title, id=own)
            self.problems.append(cell.problem("I709", message, say("Give one of them another title")))
        return own

    def _doubt(self, cell: Cell) -> None:
        """Say of a text which of its marks mean nothing in a framework's file."""
        found = _UNLISTED.search(cell.text[: MAX_LENGTHS["text"]])
        if found:
            message = say("'%(mark)s' is kept, and shown as it stands", mark=found[0].strip())
            hint = say("Use *emphasis*, **strong**, `code` or [a link](https://…)")
            self.problems.append(cell.problem("I720", message, hint))


def _taken(cell: Cell) -> Problem:
    message = say("'%(text)s' is taken to say that the source is silent here", text=cell.text)
    hint = say("If it says something else, write it out: pages will say that the source says nothing here")
    return cell.problem("I746", message, hint)


def _tidied(cell: Cell) -> Cell:
    """A text whose lists have hyphens, and whose line breaks are paragraphs."""
    return replace(cell, text=_BREAK.sub("\n\n", _BULLET.sub("- ", cell.text)))
