"""Read a project's files from disk, and write the changes to them: all of them or none."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from generator.editing.rename.planning import FileChange, Files
from generator.folders import Folders
from generator.l10n.catalogs.files import LARGEST
from generator.load import read_contents
from generator.load.tree import not_utf8
from generator.problems import Place, Problem, say
from generator.prose.versions import version_of
from generator.untrusted import read_file
from generator.writing import set_aside

_WORDS = ("ui", "commands")
"""The catalogues of our own words, in which no id stands."""


def read_files(root: Path) -> tuple[Files, tuple[Problem, ...]]:
    """Read all files of a project that an id may stand in; a file that cannot be read is a problem."""
    folders = Folders(root)
    data, problems = read_contents(folders.frameworks, root)
    catalogues, unread = _read(
        root, (path for path in folders.locales.glob("*/LC_MESSAGES/*.po") if path.stem not in _WORDS)
    )
    prose, unknown = _read(root, folders.docs.glob("*/**/*.md"))
    files = Files(
        data,
        catalogues,
        prose,
        folders.frameworks.relative_to(root).as_posix(),
        folders.docs.relative_to(root).as_posix(),
        version_of,
    )
    return files, (*problems, *unread, *unknown)


def _read(root: Path, paths: Iterable[Path]) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    contents: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in sorted(paths):
        file = path.relative_to(root).as_posix()
        content = read_file(path, root, LARGEST)
        if not isinstance(content, bytes):
            reason = say("The file cannot be read: %(reason)s", reason=content.reason)
            problems.append(Problem("Y109", Place(file), reason))
            continue
        contents[file] = content
        try:
            content.decode("utf-8")
        except UnicodeDecodeError as error:
            problems.append(not_utf8(content, error, file))
    return contents, tuple(problems)


def write_changes(root: Path, changes: Sequence[FileChange]) -> None:
    """Write every change; where one cannot be made, restore all files and raise OSError."""
    ready: dict[str, Path] = {}
    done: list[FileChange] = []
    try:
        for change in changes:
            if change.after is not None:
                source = root / (change.before or change.after)
                ready[change.after] = set_aside((root / change.after).resolve(), change.new, source)
        for change in changes:
            done.append(change)
            if change.after is not None:
                ready[change.after].replace((root / change.after).resolve())
            if change.before is not None and change.before != change.after:
                (root / change.before).unlink()
    except OSError:
        for change in reversed(done):
            _undo(root, change)
        raise
    finally:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)


def _undo(root: Path, change: FileChange) -> None:
    """Put back what was there before a change."""
    if change.before is not None:
        (root / change.before).write_bytes(change.old)
    if change.after is not None and change.after != change.before:
        (root / change.after).unlink(missing_ok=True)
