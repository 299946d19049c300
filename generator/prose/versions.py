"""Find the hand-written translations whose original has changed since.

A page in the default language is an original. A page in another names in its front matter the version of the
original that it translates, `translates: "3f2a9c0d11ee"`: when the original changes, its version does too.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.problems import Place, Problem, say
from generator.prose.pages import NOTE
from generator.untrusted import read_file
from generator.writing import write_files

PageState = Literal["translated", "stale", "unversioned", "missing"]

VERSION_KEY = "translates"
VERSION_LENGTH = 12

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?P<fields>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_VERSION = re.compile(rf"^{VERSION_KEY}:[ \t]*(?P<version>.*?)[ \t]*(?:#.*)?$\n?", re.MULTILINE)
_LARGEST = 1_000_000


@dataclass(frozen=True)
class Translation:
    """A hand-written page that a language has to have, and how far its translation is.

    `uri` is the page's path in a language's folder, `original` the language that it was written in, `version`
    that of the original as it is now, `line` where the page names another one.
    """

    language: str
    uri: str
    original: str
    state: PageState
    version: str
    line: int = 1

    @property
    def is_out_of_date(self) -> bool:
        """Whether nobody can say that this is what the original says."""
        return self.state in ("stale", "unversioned")


def version_of(text: str) -> str:
    """Compute a page's version: 12 hexadecimal digits of SHA-256 over all but the version it names."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").strip()
    front = _FRONT_MATTER.match(f"{text}\n")
    if front is not None:
        text = _VERSION.sub("", text[: front.end()]) + text[front.end() :]
    return hashlib.sha256(text.encode()).hexdigest()[:VERSION_LENGTH]


def translations(
    docs: Path, languages: Sequence[str], texts: Mapping[str, str] | None = None
) -> tuple[Translation, ...]:
    """List every page that a language must have and did not write; the default language is first.

    `texts` are those of pages that were read already, by their paths below `docs`.
    """
    originals: dict[str, str] = {}
    for language in languages:
        for path in sorted((docs / language).rglob("*.md")):
            if path.name != NOTE:
                originals.setdefault(path.relative_to(docs / language).as_posix(), language)
    return tuple(
        _translation(docs, language, uri, original, texts or {})
        for language in languages
        for uri, original in sorted(originals.items())
        if language != original
    )


def outdated(docs: Path, pages: Iterable[Translation]) -> Iterator[Problem]:
    """Report each page that translates an older version of its original, or does not say which one."""
    for page in pages:
        place = Place(f"{docs.name}/{page.language}/{page.uri}", page.line)
        name = f"{docs.name}/{page.uri}"
        hint = say(
            "Bring it up to date, then run 'atlas l10n accept -l %(language)s %(page)s'",
            language=page.language,
            page=name,
        )
        original = f"{docs.name}/{page.original}/{page.uri}"
        if page.state == "stale":
            message = say("%(original)s has changed since this page was translated", original=original)
            yield Problem("T413", place, message, hint, "warning")
        elif page.state == "unversioned":
            message = say(
                "This page does not say which version of %(original)s it translates", original=original
            )
            yield Problem("T414", place, message, hint, "warning")


def accept_page(docs: Path, page: Translation, *, write: bool) -> None:
    """Let a page name the version of its original as it is now; nothing else of the page changes."""
    path = docs / page.language / page.uri
    text = path.read_bytes().decode("utf-8")
    if write:
        write_files({path: _with_version(text, page.version).encode()})


def _with_version(text: str, version: str) -> str:
    start = "\ufeff" if text.startswith("\ufeff") else ""
    end = "\r\n" if "\r\n" in text else "\n"
    body = text.removeprefix("\ufeff").replace("\r\n", "\n")
    line = f'{VERSION_KEY}: "{version}"\n'
    front = _FRONT_MATTER.match(body)
    if front is None:
        changed = f"---\n{line}---\n\n{body}"
    elif _VERSION.search(front["fields"]):
        changed = f"---\n{_VERSION.sub(line, front['fields'], count=1)}{body[front.end('fields') :]}"
    else:
        changed = f"---\n{front['fields']}{line}{body[front.end('fields') :]}"
    return start + changed.replace("\n", end)


def _translation(docs: Path, language: str, uri: str, original: str, texts: Mapping[str, str]) -> Translation:
    version = version_of(_text(docs, f"{original}/{uri}", texts))
    path = docs / language / uri
    if not path.is_file():
        return Translation(language, uri, original, "missing", version)
    text = _text(docs, f"{language}/{uri}", texts)
    front = _FRONT_MATTER.match(text)
    named = _VERSION.search(front["fields"]) if front else None
    if front is None or named is None:
        return Translation(language, uri, original, "unversioned", version)
    line = text.count("\n", 0, front.start("fields") + named.start()) + 1
    state: PageState = "translated" if named["version"].strip("\"'") == version else "stale"
    return Translation(language, uri, original, state, version, line)


def _text(docs: Path, file: str, texts: Mapping[str, str]) -> str:
    if file in texts:
        return texts[file]
    content = read_file(docs / file, docs.parent, _LARGEST)
    # What cannot be read is told of as such by whoever checks pages.
    text = content.decode("utf-8-sig", errors="replace") if isinstance(content, bytes) else ""
    return text.replace("\r\n", "\n")
