"""Run `atlas crosswalk export`, which writes crosswalks as workbooks to judge in."""

import argparse
from pathlib import Path

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND, FailedError
from generator.cli.crosswalk.asked import asked_pairs, language_of_pair, suggesters
from generator.cli.drafting import answer_in_language, words
from generator.cli.telling import put_new, short, tell
from generator.editing.crosswalks.book import book_of
from generator.editing.crosswalks.sheet import sheet_of
from generator.editing.crosswalks.worklist import empty_walk
from generator.l10n.message_language import translator
from generator.load.tree import read_tree
from generator.problems import say


def run_export(given: argparse.Namespace) -> int:
    """Write a workbook for each pair, from which `atlas crosswalk import` takes what was changed in it."""
    root = project_folder()
    answer_in_language(given, root)
    project = sound_project(root, drafts=True)
    pairs = asked_pairs(project.atlas, [given.one, *([given.other] if given.other else [])])
    written = {document.record.key: document for document in project.loaded.crosswalks}
    suggester_of = suggesters(project)
    folder = (given.dir or Path()).absolute()
    books: dict[Path, bytes] = {}
    for pair in pairs:
        name = "--".join(pair)
        document = written.get(name)
        walk = (
            document.record
            if document
            else empty_walk(*pair, language_of_pair(project, pair, given.language))
        )
        data = read_tree((root / document.file).read_bytes(), document.file).value if document else {}
        view = project.views.get(walk.source_language)
        speak = words(translator(root, walk.source_language))
        sheet = sheet_of(walk, data, suggester_of(pair), view.atlas if view else project.atlas, speak)
        path = folder / f"{name}.xlsx"
        try:
            books[path] = book_of(sheet, name, speak(say("Parts")))
        except ValueError as error:
            raise FailedError(
                "%(path)s cannot be written: %(reason)s", path=short(path), reason=error
            ) from error
    put_new(books, force=given.force)
    for path in books:
        tell(say("Wrote %(path)s.", path=short(path)))
    return SOUND
