"""Run `atlas crosswalk import`, which takes from a workbook or from SSSOM what it says of relations."""

import argparse
import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND, FailedError, UsageError
from generator.cli.drafting import language_of, words
from generator.cli.tabling import read_given, told_by_words
from generator.cli.telling import complain_of, put, short, spoken, tell
from generator.cli.updating import NOTHING
from generator.editing.crosswalks.applying import applied
from generator.editing.crosswalks.checking import Written, checked
from generator.editing.crosswalks.drafting import Draft, Outset, Words, whole_file
from generator.editing.crosswalks.given import Given
from generator.editing.crosswalks.held import shown_otherwise
from generator.editing.crosswalks.merging import Edit, Merged, merged
from generator.editing.crosswalks.sheet import given_in, key_of, passed_over
from generator.editing.crosswalks.shifted import said_twice
from generator.editing.crosswalks.sssom import Mappings, Pair, is_sssom, read_sssom
from generator.editing.crosswalks.worklist import empty_walk
from generator.editing.drafts.changes import UnchangedError
from generator.editing.drafts.gathering import gathered_for
from generator.editing.tables import TableFile, read_tables
from generator.language_facts import language_by_words
from generator.load.tree import read_tree
from generator.problems import Problem, did_you_mean, errors, in_order, say, say_many
from generator.validate.crosswalks import ends_of


@dataclass
class _Found:
    """What a file says, by pair; `languages` are those that it says its pairs are written in."""

    rows: Mapping[Pair, Sequence[Given]]
    problems: list[Problem]
    languages: Mapping[Pair, str] = field(default_factory=dict)
    listed: Mappings | None = None


def run_import(given: argparse.Namespace) -> int:
    """Say what a file tells otherwise than crosswalks do, and write it into them where nothing is wrong."""
    root = project_folder()
    language = language_of(given, root)
    project = sound_project(root, drafts=True)
    known = {item.id: [str(end) for end in ends_of(item)] for item in project.atlas.frameworks}
    written = {(walk.subject, walk.object): walk.source_language for walk in project.atlas.crosswalks}

    def read(content: bytes, file: str) -> Mappings | TableFile:
        if is_sssom(content):
            by_words = None if given.language else language_by_words(content.decode("utf-8", "replace"))
            listed = read_sssom(content, file, known, written, by_words.language if by_words else language)
            if listed.is_assumed and not given.language:
                tell(told_by_words(by_words, language))
            return listed
        return read_tables(content, file)

    got = read_given(given.file, root, given.format, read)
    if isinstance(got, Mappings):
        found = _Found(got.rows, got.problems, got.languages, got)
    else:
        found = _of_table(got, known, written)
    speak = words(spoken(root))
    works = {}
    for pair, rows in found.rows.items():
        outset = Outset(found.languages.get(pair, language), given.author, datetime.date.today())
        data = _data(root, pair)
        if found.listed is None:
            found.problems += passed_over(rows, data, rows[0].cell if rows else _first(got))
        ends = {side: known[side] for side in pair}
        works[pair] = merged(rows, data, ends, outset, speak), outset
    told = [*found.problems, *(problem for work, _ in works.values() for problem in work.problems)]
    files = [] if errors(told) else [*_files(root, works, speak)]
    told += checked(project.loaded, files)
    # Each mistake has a cure of its own; of what is only told, many of a kind are one line.
    light = gathered_for(given.format, [problem for problem in told if problem.severity == "warning"])
    complain_of(in_order([*errors(told), *light]), root, given.format)
    if found.listed is not None:
        _tell_left_out(found.listed, any(work.mappings or work.absences for work, _ in works.values()))
    if errors(told):
        raise FailedError(NOTHING)
    return _write(root, works, files, dry=given.dry_run)


def _tell_left_out(found: Mappings, is_new: bool) -> None:
    if found.derived:
        message = say_many(
            "%(number)s relation follows from the scale and is judged by nobody: left out.",
            "%(number)s relations follow from the scale and are judged by nobody: left out.",
            found.derived,
        )
        tell(message)
    if found.left_out and is_new:
        names = ", ".join(sorted(found.left_out))
        tell(say("Texts in %(languages)s are left out: translations stand in locales/.", languages=names))


def _of_table(found: TableFile, known: Mapping[str, Any], written: Mapping[Pair, str]) -> _Found:
    tables = [(table, key) for table in found.tables if (key := key_of(table))]
    if not tables:
        raise UsageError(
            "this is neither an exported crosswalk nor SSSOM; 'atlas crosswalk export' writes one to fill in"
        )
    rows: dict[Pair, tuple[Given, ...]] = {}
    problems: list[Problem] = []
    languages: dict[Pair, str] = {}
    names: dict[Pair, str] = {}
    for table, (one, other, language) in tables:
        for side in (one, other):
            if side not in known:
                hint = did_you_mean(side, known) or ""
                raise UsageError("no framework has the id '%(id)s'. %(hint)s", id=side, hint=hint)
        pair = one, other
        if written.get(pair, language) != language:
            raise UsageError(
                "%(path)s is written in %(own)s, the table in %(language)s; translations stand in locales/",
                path=f"{one}--{other}.yaml",
                own=written[pair],
                language=language,
            )
        languages[pair] = language
        said, told = given_in(table)
        if pair in rows:
            problems += said_twice(said, rows[pair], table.rows[0][0], names[pair])
            continue
        names[pair] = table.name or f"{table.place.file}:{table.rows[0][0].place.line}"
        held = next((before for before in found.exported if key_of(before) == (one, other, language)), None)
        was = given_in(held)[0] if held else ()
        before = {row.key: row for row in was if row.key}
        rows[pair] = tuple(replace(row, held=before.get(row.key)) for row in said)
        told = (*told, *shown_otherwise(said, was))
        plain = {row.at(name).place for row in rows[pair] for name in ("date", "draft")}
        here = [item for item in found.problems if item.place.file == table.place.file]
        # A spreadsheet makes a day of what was typed as one, and that is what it is.
        problems += [item for item in here if item.code != "I716" or item.place not in plain]
        problems += told
    return _Found(rows, problems, languages)


def _first(found: Mappings | TableFile) -> Any:
    assert isinstance(found, TableFile)  # a list has no pair without a row
    return next(table.rows[0][0] for table in found.tables if key_of(table))


def _path(root: Path, pair: Pair) -> Path:
    return root / "frameworks" / "crosswalks" / f"{'--'.join(pair)}.yaml"


def _data(root: Path, pair: Pair) -> Mapping[str, Any]:
    path = _path(root, pair)
    found = read_tree(path.read_bytes(), path.name).value if path.is_file() else {}
    return found if isinstance(found, dict) else {}


def _files(root: Path, works: Mapping[Pair, tuple[Merged, Outset]], speak: Words) -> Iterator[Written]:
    for pair, (work, outset) in works.items():
        path = _path(root, pair)
        file = path.relative_to(root).as_posix()
        if not work.number:
            continue
        before = path.read_bytes() if path.is_file() else b""
        if before:
            try:
                content = applied(before, file, work)
            except UnchangedError as error:
                raise FailedError(
                    "%(path)s cannot be changed in place: %(reason)s", path=short(path), reason=error
                ) from error
        else:
            walk, made = empty_walk(*pair), Draft(work.mappings, work.absences, {})
            content = whole_file(walk, made, outset, speak, has_every_level=False).encode()
        yield Written(file, before, content, work.rows)


def _write(
    root: Path, works: Mapping[Pair, tuple[Merged, Outset]], files: Sequence[Written], *, dry: bool
) -> int:
    for pair, (work, _) in works.items():
        name = short(_path(root, pair))
        if not work.number:
            same = say("%(path)s says the same.", path=name)
            tell(say("There is nothing to change in %(path)s.", path=name) if work.problems else same)
            continue
        tell("\n".join((f"{name}:", *_described(work, _data(root, pair)))))
        if work.unreviewed:
            names = ", ".join(work.unreviewed)
            tell(say("Judged otherwise now, and so no longer checked by anybody: %(ids)s.", ids=names))
        if dry:
            tell(
                say_many(
                    "Would change %(number)s relation.", "Would change %(number)s relations.", work.number
                )
            )
    for file in () if dry else files:
        put(root / file.file, file.content)
        tell(say("Wrote %(path)s.", path=short(root / file.file)))
    return SOUND


def _described(work: Merged, data: Mapping[str, Any]) -> Iterator[str]:
    """Tell each change in lines of its own."""
    for edit in work.edits:
        yield f"  {_item(data, edit)}.{edit.name}"
        yield from (f"    - {edit.old}",) if edit.old is not None else ()
        yield from (f"    + {edit.new}",) if edit.new is not None else ()
    for path, gone in work.gone.items():
        yield f"  - {gone}"
        item = data[str(path[0])][path[1]]
        yield from (f"    - {name}: {value}" for name, value in item.items())
    for item in work.mappings:
        yield f"  + mappings/{item['id']}: {item['subject']} {item['relation']} {item['object']}"
    for item in work.absences:
        yield f"  + no_counterpart/{item['subject']}"


def _item(data: Mapping[str, Any], edit: Edit) -> str:
    item = data[str(edit.path[0])][edit.path[1]]
    return f"{edit.path[0]}/{item.get('id') or item['subject']}"
