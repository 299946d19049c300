"""The translators' side: sound data and PO files in; catalogues read, merged and written out.

One PO file per language and domain: `locales/<language>/LC_MESSAGES/<domain>.po`. `msgctxt` is the path of a
text. Merging goes by context, never by likeness, since the cells of a matrix resemble each other too much:
see decisions/ for the measured reason.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import polib

from generator.model import Atlas, texts
from generator.problems import Place, Problem, say
from generator.translate import Catalogues, Entry, sources

_HEADERS = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


# polib passes over a line that is not quoted well, and with it over a translation.
_TEXT = r'((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?) ?)?"([^"\\]|\\.)*"'
_LINE = re.compile(rf"({_TEXT})?|#(?!~).*|#~\|? *({_TEXT})?")


def catalogue_path(locales: Path, language: str, domain: str) -> Path:
    """Where a catalogue stands."""
    return locales / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogues(locales: Path, language: str) -> tuple[Catalogues, tuple[Problem, ...]]:
    """Every content catalogue of a language by domain; a file that cannot be read is a problem."""
    result: dict[str, dict[str, Entry]] = {}
    problems: list[Problem] = []
    for path in sorted((locales / language / "LC_MESSAGES").glob("*.po")):
        if path.stem == "ui":
            continue
        file, found = read_po(path, path.relative_to(locales.parent).as_posix())
        problems.extend(found)
        if file is not None:
            result[path.stem] = {
                entry.msgctxt: Entry(entry.msgid, entry.msgstr, entry.fuzzy)
                for entry in file
                if entry.msgctxt and not entry.obsolete
            }
    return result, tuple(problems)


def wanted_entries(atlas: Atlas, language: str) -> Mapping[str, list[tuple[str, str]]]:
    """What a language's catalogues must hold: (context, source text) by domain, in the data's order."""
    wanted: dict[str, list[tuple[str, str]]] = {}
    for domain, prefix, record, source_language in sources(atlas):
        if source_language != language:
            wanted.setdefault(domain, []).extend(
                (context, text) for context, text, _ in texts(record, prefix)
            )
    return wanted


def merge(
    old: polib.POFile | None, wanted: list[tuple[str, str]], language: str, domain: str
) -> polib.POFile:
    """A catalogue brought up to date: changed texts become fuzzy, renamed ones keep their translation.

    A context that is gone gives its translation to the one new context with the very same source text, if
    there is exactly one; otherwise it stays behind as obsolete and comes back when its context does.
    """
    new = polib.POFile(wrapwidth=0)
    new.metadata = (
        dict(old.metadata) if old is not None else {"Language": language, "X-Domain": domain, **_HEADERS}
    )
    if old is not None:
        new.header = old.header
    known = _by_context(old)
    contexts = {context for context, _ in wanted}
    moved = _renames(known, wanted)
    for context, source in wanted:
        entry = known.get(context) or known.get(moved.get(context, ""))
        new.append(_updated(entry, context, source, domain))
    taken = set(moved.values())
    for entry in old or ():
        if entry.msgctxt not in contexts and entry.msgctxt not in taken and entry.msgstr:
            entry.obsolete = True
            new.append(entry)
    return new


def parse(text: str) -> polib.POFile:
    """A catalogue from its text; polib alone would skip the previous source of an obsolete entry."""
    return polib.pofile(re.sub(r"(?m)^#~\|", "#|", text), wrapwidth=0, check_for_duplicates=False)


def _by_context(old: polib.POFile | None) -> dict[str, polib.POEntry]:
    """A catalogue's entries by context: one in use before an obsolete one, a filled one before an empty."""
    known: dict[str, polib.POEntry] = {}
    for entry in sorted(old or (), key=lambda entry: (not entry.obsolete, bool(entry.msgstr))):
        if entry.msgctxt:
            known[entry.msgctxt] = entry
    return known


def _renames(known: Mapping[str, polib.POEntry], wanted: list[tuple[str, str]]) -> dict[str, str]:
    contexts = {context for context, _ in wanted}
    gone: dict[str, list[str]] = {}
    fresh: dict[str, list[str]] = {}
    for context, entry in known.items():
        if context not in contexts and entry.msgstr:
            gone.setdefault(entry.msgid, []).append(context)
    for context, source in wanted:
        if context not in known:
            fresh.setdefault(source, []).append(context)
    return {
        new[0]: gone[source][0]
        for source, new in fresh.items()
        if len(new) == 1 and len(gone.get(source, ())) == 1
    }


def _updated(entry: polib.POEntry | None, context: str, source: str, domain: str) -> polib.POEntry:
    place = [(f"frameworks/{domain}.yaml", "")] if domain != "shared" else []
    result = polib.POEntry(msgctxt=context, msgid=source, occurrences=place)
    if entry is None:
        return result
    result.msgstr, result.tcomment, result.comment = entry.msgstr, entry.tcomment, entry.comment
    result.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    if entry.msgid == source:
        if entry.fuzzy:
            result.flags.append("fuzzy")
            result.previous_msgid = entry.previous_msgid
        return result
    if entry.fuzzy and entry.previous_msgid == source:
        return result
    if entry.msgstr:
        result.flags.append("fuzzy")
        # A translation that somebody doubted has no source text to go back to: it stays in doubt.
        result.previous_msgid = entry.previous_msgid if entry.fuzzy else entry.msgid
    return result


def update(atlas: Atlas, locales: Path, language: str) -> tuple[list[Path], tuple[Problem, ...]]:
    """Bring a language's content catalogues up to date; gives the files that changed."""
    changed: list[Path] = []
    problems: list[Problem] = []
    for domain, wanted in wanted_entries(atlas, language).items():
        path = catalogue_path(locales, language, domain)
        old, found = (
            read_po(path, path.relative_to(locales.parent).as_posix()) if path.exists() else (None, ())
        )
        problems.extend(found)
        if found:
            continue
        before = path.read_bytes() if path.exists() else b""
        after = f"{merge(old, wanted, language, domain)}\n".encode()
        if after != before:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(after)
            changed.append(path)
    return changed, tuple(problems)


def read_po(path: Path, file: str) -> tuple[polib.POFile | None, tuple[Problem, ...]]:
    """One catalogue, named `file` in messages; None with its problems where it cannot be read whole."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = say("The catalogue cannot be read: %(reason)s", reason=error.strerror)
        return None, (Problem("T401", Place(file), reason),)
    except UnicodeDecodeError as error:
        place = Place(file, error.object.count(b"\n", 0, error.start) + 1)
        return None, (Problem("T401", place, say("The catalogue is not UTF-8"), say("Save it as UTF-8")),)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            message = say("A merge conflict marker stands here")
            return None, (Problem("T402", Place(file, number), message, say("Resolve it: keep one version")),)
        if not _LINE.fullmatch(line.strip()):
            hint = say('Each text stands between double quotes; write a quote inside it as \\"')
            return None, (Problem("T403", Place(file, number), say("This line cannot be read"), hint),)
    try:
        return parse(text), ()
    except (OSError, ValueError) as error:
        words = str(error).replace(")", " ").split()
        place = Place(file, next((int(word) for word in words if word.isdigit()), 1))
        return None, (Problem("T403", place, say("This is not a catalogue: %(reason)s", reason=error)),)
