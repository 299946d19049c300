"""Decide what each column of a table is: a ladder of titles says which are levels, all else is no level."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.editing.drafts.known_words import Role, is_title_word, role_of
from generator.editing.drafts.ladders import Ladder, Rung, ladder_in, order_of
from generator.editing.ids import is_id
from generator.editing.tables import Cell, Table
from generator.model.base import LABEL_LENGTH
from generator.problems import Message, Problem, say, say_many
from generator.text import plain

_FIELDS: tuple[Role, ...] = ("question", "subtitle", "code")


@dataclass(frozen=True)
class Columns:
    """What each column is: levels from the lowest, names of rows, their groups, and fields."""

    levels: tuple[Rung, ...]
    titles: int | None
    groups: int | None
    fields: Mapping[int, str]
    left_out: tuple[int, ...]
    told: tuple[Problem, ...] = ()


def columns_of(table: Table, given: Mapping[str, Role], heads: Mapping[str, str]) -> Columns:
    """Decide what each column is; `given` says it by titles in small letters, `heads` knows fields."""
    return _Deciding(table, given, heads).decide()


class _Deciding:
    def __init__(self, table: Table, given: Mapping[str, Role], heads: Mapping[str, str]) -> None:
        self.head, *self.rows = table.rows
        self.titles = [plain(cell.text) for cell in self.head]
        self.known = {
            column: role
            for column in range(len(self.head))
            if (role := self._known(column, given, heads)) is not None
        }
        self.given = {
            column: given[name]
            for column in range(len(self.head))
            for name in self._names(column)
            if name in given
        }
        self.told: list[Problem] = []

    def decide(self) -> Columns:
        open_ = [
            column for column in range(len(self.head)) if self.known.get(column) in (None, "title", "level")
        ]
        free = [column for column in open_ if self.given.get(column) != "title"]
        ladder = ladder_in(self.titles, free)
        levels = [rung.index for rung in ladder.rungs] if ladder else []
        levels = sorted({*levels, *(column for column, role in self.given.items() if role == "level")})
        names = [column for column in open_ if column not in levels]
        titles = self._titles([column for column in names if levels and column < levels[0]], names)
        groups = self._groups([column for column in names if titles is not None and column < titles])
        taken = {*levels, titles, groups}
        rest = [column for column in names if column not in taken and self.given.get(column) is None]
        more = self._more_levels(ladder, levels, [column for column in rest if self.titles[column]])
        rungs = self._rungs(ladder, [*levels, *more])
        fields, left_out = self._fields([column for column in rest if column not in more], titles)
        return Columns(rungs, titles, groups, fields, left_out, tuple(self.told))

    def _names(self, column: int) -> tuple[str, str]:
        return self.titles[column].casefold(), str(column + 1)

    def _known(self, column: int, given: Mapping[str, Role], heads: Mapping[str, str]) -> Role | None:
        for name in self._names(column):
            if name in given:
                return given[name]
        title = self.titles[column]
        meant = heads.get(title.casefold())
        if meant == "id":
            return "code"
        if meant in ("question", "subtitle", "group"):
            return role_of(meant)
        if meant == "summary":
            return "subtitle"
        if meant:
            return "none"
        if not title:
            texts = [plain(row[column].text) for row in self.rows if row[column].text]
            asks = bool(texts) and column > 0 and all(text.endswith("?") for text in texts)
            return "question" if asks else "none" if column and texts else None
        return role_of(title)

    def _titles(self, before: Sequence[int], names: Sequence[int]) -> int | None:
        """Choose the column with names of rows: the innermost called so, or the first with no doubles.

        `before` are those before the first level; without a ladder there are none, and the first is taken.
        """
        chosen = [column for column, role in self.given.items() if role == "title"]
        called = [column for column in before if is_title_word(self.titles[column])]
        if not before:
            called = [*takewhile(lambda column: is_title_word(self.titles[column]), names)]
        for column in (*chosen, *called[1:][-1:]):
            return column
        for column in before:
            texts = [row[column].text for row in self.rows]
            if all(texts) and len(set(texts)) == len(texts):
                return column
        return next(iter(reversed(before)), next(iter(names), None))

    def _groups(self, before: Sequence[int]) -> int | None:
        chosen = [column for column, role in self.known.items() if role == "group"]
        for column in (*chosen, *before):
            if not chosen and not is_title_word(self.titles[column]):
                message = say(
                    "The column '%(title)s' is taken to name groups of dimensions", title=self.titles[column]
                )
                self.told.append(self.head[column].problem("I740", message, self._otherwise(column, "none")))
            return column
        return None

    def _more_levels(self, ladder: Ladder | None, levels: Sequence[int], rest: Sequence[int]) -> list[int]:
        """Take what stands beside known words for a level too, and all there is where no title is known."""
        if ladder is None:
            return list(rest) if not levels else []
        if ladder.numbered or not rest:
            return []
        beside: list[int] = []
        for step in (-1, 1):
            column = (levels[0] if step < 0 else levels[-1]) + step
            while column in rest:
                beside.append(column)
                column += step
        if beside:
            names = ", ".join(self.titles[column] for column in sorted(beside))
            message = say(
                "These stand beside known names of levels, and are taken for levels too: %(names)s",
                names=names,
            )
            self.told.append(
                self.head[beside[0]].problem("I719", message, self._otherwise(beside[0], "none"))
            )
        return beside

    def _rungs(self, ladder: Ladder | None, columns: Sequence[int]) -> tuple[Rung, ...]:
        known = {rung.index: rung for rung in ladder.rungs} if ladder else {}
        rungs = [known.get(column) or Rung(column, self.titles[column], None) for column in sorted(columns)]
        if ladder is None:
            rungs = self._in_order(rungs)
        if ladder and ladder.falls:
            rungs.reverse()
            first = self.head[rungs[-1].index]
            message = say(
                "The best level comes first; they are turned round, from %(low)s to %(high)s",
                low=rungs[0].title,
                high=rungs[-1].title,
            )
            self.told.append(
                first.problem("I731", message, say("Check that %(low)s is the lowest", low=rungs[0].title))
            )
        return tuple(rungs)

    def _in_order(self, rungs: list[Rung]) -> list[Rung]:
        """Put numbered levels into their order; where one stands twice, there are two tables."""
        titles = [rung.title for rung in rungs]
        single = list(dict.fromkeys(titles))
        order = order_of(single) if len(single) > 1 else None
        if len(titles) == len(single):
            if order is None or order == sorted(order):
                return rungs
            rungs = [rungs[place] for place in order]
            ladder = ladder_in([rung.title for rung in rungs])
            known = ladder.rungs if ladder else ()
            rungs = [Rung(rungs[each.index].index, each.title, each.number) for each in known]
            names = ", ".join(rung.title for rung in rungs)
            message = say(
                "The levels do not stand in their order, and are put into it: %(names)s", names=names
            )
            self.told.append(self.head[rungs[0].index].problem("I731", message))
            return rungs
        numbered = ladder_in([title for title in single if any(sign.isdigit() for sign in title)])
        at = next(place for place, title in enumerate(titles) if title in titles[:place])
        again = rungs[at]
        if numbered and numbered.numbered and titles[at - 1] == again.title:
            message = say(
                "Two columns have the title '%(title)s': which of them is that level?", title=again.title
            )
            hint = say("Give each column a title of its own; where cells are joined, part them")
            self.told.append(self.head[again.index].problem("I734", message, hint, "error"))
            return rungs
        if numbered and numbered.numbered:
            message = say("The level '%(title)s' stands here twice: are these two tables?", title=again.title)
            hint = say("Give each table a sheet or a file of its own")
            self.told.append(self.head[again.index].problem("I734", message, hint, "error"))
        return rungs

    def _fields(self, unknown: Sequence[int], titles: int | None) -> tuple[dict[int, str], tuple[int, ...]]:
        fields: dict[int, str] = {}
        left_out: list[int] = []
        for column in sorted(
            {*unknown, *(c for c, role in self.known.items() if role in (*_FIELDS, "none"))}
        ):
            role = self.known.get(column, "title")
            if role == "title":
                role = "subtitle" if titles is not None and column < titles else "none"
            texts = [row[column] for row in self.rows if row[column].text]
            if (
                role == "code"
                and texts
                and all(is_id(cell.text) and not cell.text.isdigit() for cell in texts)
            ):
                fields[column] = "id"
            elif role in ("question", "subtitle") and role not in fields.values() and self._fit(role, texts):
                fields[column] = role
            elif texts:
                left_out.append(column)
                if self.given.get(column) != "none":
                    self.told.append(self._no_place(column, texts))
        return fields, tuple(left_out)

    def _fit(self, role: str, cells: Sequence[Cell]) -> bool:
        return role == "question" or all(len(cell.text) <= LABEL_LENGTH for cell in cells)

    def _no_place(self, column: int, texts: Sequence[Cell]) -> Problem:
        message = say_many(
            "The column '%(title)s' is no level and has no place in a framework; its text is not imported",
            "The column '%(title)s' is no level and has no place in a framework; its %(number)s texts are "
            "not imported",
            len(texts),
            title=self.titles[column] or column + 1,
        )
        return self.head[column].problem("I707", message, self._otherwise(column, "level"))

    def _otherwise(self, column: int, role: Role) -> Message:
        name = self.titles[column] or str(column + 1)
        return say("If it is something else, say so: --as '%(title)s=%(role)s'", title=name, role=role)
