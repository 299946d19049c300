"""Read what the content was in an edition or in a commit of git, without running anything of that time.

git is asked by its plumbing alone, which starts no program that a repository's configuration names: see
decision 0012. Data is read by the reader of today, in the languages of today.
"""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.cli.command import FailedError, UsageError
from generator.cli.telling import complain_of
from generator.problems import counted, did_you_mean, reason_of

if TYPE_CHECKING:
    from generator.edition import Content

_FOLDERS = ("frameworks", "locales")
_MOST_BYTES = 256 * 1024 * 1024
_MOST_PROBLEMS = 5
_PATIENCE = 60.0
"""Seconds that git gets for each question."""


def content_at(root: Path, revision: str, languages: Sequence[str]) -> "Content":
    """Read the content of an edition, or else of a revision that git knows."""
    from generator.edition import FOLDER, Content, read_edition
    from generator.folders import Folders

    folder = Folders(root).frameworks
    editions = sorted(path.stem for path in (folder / FOLDER).glob("*.json"))
    if revision not in editions:
        return _content_of(root, _commit(root, revision, editions), revision, languages)
    found = read_edition(folder, root, revision)
    if not isinstance(found, Content):
        complain_of([found], root)
        raise FailedError
    return found


def uncommitted(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """List the files that the last commit does not have as they are; where git cannot be asked, all."""
    try:
        listed = _git(root, "ls-tree", "-r", "-z", "HEAD", "--", *files)
    except FailedError:
        listed = b""
    kept = {}
    for line in listed.split(b"\0"):
        about, _, name = line.partition(b"\t")
        kept[name.decode(errors="surrogateescape")] = about.rpartition(b" ")[2].decode()
    return [file for file, content in files.items() if kept.get(file, "") not in _blobs(content)]


def committed(root: Path) -> list[bytes]:
    """Read the data as the last commit has them; nothing where git cannot be asked."""
    try:
        return [content for _, content in _files(root, "HEAD", _FOLDERS[:1])]
    except FailedError:
        return []


def _blobs(content: bytes) -> set[str]:
    """What git may call a file's content: in either kind of repository, and with either end of a line."""
    contents = {content, content.replace(b"\r\n", b"\n")}
    whole = [b"blob %d\0%b" % (len(item), item) for item in contents]
    return {digest(item).hexdigest() for item in whole for digest in (hashlib.sha1, hashlib.sha256)}


def _commit(root: Path, revision: str, editions: Sequence[str]) -> str:
    """Find the commit that a revision stands for; UsageError where there is none."""
    hint = did_you_mean(revision, editions) or ""
    inside = _asked(root, "rev-parse", "--is-inside-work-tree")
    if inside.returncode:
        # Not in one, or in one that git does not trust, as it often is in a container: git says which.
        raise UsageError(
            "'%(revision)s' is no edition, and there is no repository for git here: %(reason)s %(hint)s",
            revision=revision,
            reason=inside.stderr.decode(errors="replace").strip().partition("\n")[0],
            hint=hint,
        )
    verified = f"{revision}^{{commit}}"
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", verified)
    if not found:
        raise UsageError(
            "'%(revision)s' is no edition, and no revision of git: 'git log' lists those. %(hint)s",
            revision=revision,
            hint=hint,
        )
    return found.decode().strip()


def _content_of(root: Path, commit: str, revision: str, languages: Sequence[str]) -> "Content":
    """Write the data of a commit to a folder that goes again, and read it."""
    from generator.edition import Archive, known_to_readers, read_editions
    from generator.folders import Folders
    from generator.l10n.catalogs.files import read_catalogues
    from generator.load import load
    from generator.problems import errors
    from generator.published import published
    from generator.translate import view
    from generator.validate import validate

    with tempfile.TemporaryDirectory(prefix="atlas-diff-") as temporary:
        there = Path(temporary)
        for path, content in _files(root, commit):
            (there / path).parent.mkdir(parents=True, exist_ok=True)
            (there / path).write_bytes(content)
        folders = Folders(there)
        loaded, found = load(folders.frameworks, there)
        problems = errors((*found, *validate(loaded)))
        if problems:
            complain_of(problems[:_MOST_PROBLEMS], there)
            raise FailedError(
                "The data of '%(revision)s' cannot be read by this version of atlas.", revision=revision
            )
        kept, _ = read_editions(folders.frameworks, there, loaded.atlas().shared.editions)
        atlas = published(loaded.atlas(), known_to_readers(kept)).atlas
        return Archive(
            atlas,
            {tag: view(atlas, tag, read_catalogues(folders.locales, tag)[0]) for tag in languages},
        ).content


def _files(root: Path, commit: str, folders: Sequence[str] = _FOLDERS) -> Iterator[tuple[Path, bytes]]:
    """List the ordinary files of data and translations in a commit, below the project's folder."""
    names, total = [], 0
    for line in _git(root, "ls-tree", "-r", "-l", "-z", commit, "--", *folders).split(b"\0"):
        about, _, name = line.partition(b"\t")
        mode, _, blob, size = about.split() if about else (b"", b"", b"", b"")
        path = PurePosixPath(name.decode(errors="surrogateescape"))
        # A link would be read here, and not where it led to then.
        if mode.startswith(b"100") and path.parts[0] in folders and ".." not in path.parts:
            names.append((path, blob))
            total += int(size)
    if total > _MOST_BYTES:
        raise FailedError(
            "it has %(size)s bytes; at most %(limit)s are read",
            size=counted(total),
            limit=counted(_MOST_BYTES),
        )
    asked = b"".join(blob + b"\n" for _, blob in names)
    answer = _git(root, "cat-file", "--batch", given=asked) if names else b""
    for path, blob in names:
        head, _, answer = answer.partition(b"\n")
        if not head.startswith(blob + b" blob "):
            raise FailedError("git gave no answer about '%(revision)s'.", revision=commit)
        length = int(head.split()[2])
        yield Path(path), answer[:length]
        answer = answer[length + 1 :]


def _git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """Ask git; nothing where it has no answer."""
    answer = _asked(root, *arguments, given=given)
    return b"" if answer.returncode else answer.stdout


def _asked(root: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Ask git, and give its answer as it is; fail where it cannot be asked."""
    try:
        return subprocess.run(
            ("git", "-C", str(root), *arguments), input=given, capture_output=True, timeout=_PATIENCE
        )
    except FileNotFoundError as error:
        raise FailedError(
            "git is not installed. Install it, or name editions: 'atlas diff 2026.01'."
        ) from error
    except OSError as error:
        raise FailedError("git cannot be started: %(reason)s", reason=reason_of(error)) from error
    except subprocess.TimeoutExpired as error:
        raise FailedError("git gave no answer about '%(revision)s'.", revision=arguments[-1]) from error
