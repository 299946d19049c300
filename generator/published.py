"""Take what is still being written out of all that readers get."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from generator.load import Document, Loaded
from generator.load.tree import Path
from generator.model import (
    Atlas,
    Benchmark,
    Crosswalk,
    Finding,
    Mapping,
    Name,
    NoCounterpart,
    Redirects,
    home_of,
)
from generator.problems import Message, Place, Problem, first_of, say, say_many
from generator.unfinished import Names, changed, drafts_in, drafts_of, is_gone, is_judged, is_open, without

_NAMED = 3


@dataclass(frozen=True)
class Ready:
    """What readers get of the data, and the names of all that is still being written."""

    atlas: Atlas
    kept_back: tuple[Name, ...]


def published(atlas: Atlas, known: Collection[str] = ()) -> Ready:
    """Take out of the data what is still being written; `known` are the ids of what readers know already."""
    gone = [name for framework in atlas.frameworks for name in drafts_of(framework, framework.id in known)]
    frameworks = (without(framework, gone) for framework in atlas.frameworks)
    walks = [_judged_of(walk, gone) for walk in atlas.crosswalks if not _is_gone(walk, gone)]
    shared = atlas.shared
    findings = [standing(item, gone) for item in shared.findings.findings if not is_open(item)]
    terms = [term for term in shared.glossary.terms if not is_open(term)]
    kept_back = [
        *gone,
        *(
            ("crosswalks", walk.key, list_of(item), item.key)
            for walk in atlas.crosswalks
            for item in drafts_in(walk)
        ),
        *(("findings", item.id) for item in shared.findings.findings if is_open(item)),
        *(("glossary", "terms", item.id) for item in shared.glossary.terms if is_open(item)),
        *(("benchmarks", item.id) for item in atlas.benchmarks if is_open(item)),
    ]
    if not kept_back:
        return _with_frameworks(Ready(atlas, ()))
    ready = Ready(
        replace(
            atlas,
            frameworks=tuple(item for item in frameworks if item is not None),
            crosswalks=tuple(walks),
            shared=replace(
                shared,
                glossary=changed(shared.glossary, terms=_terms(terms, gone)),
                findings=changed(shared.findings, findings=tuple(filter(None, findings))),
            ),
            redirects=_redirects(atlas.redirects, gone),
            benchmarks=tuple(item for item in atlas.benchmarks if not (is_open(item) or _counts(item, gone))),
        ),
        tuple(kept_back),
    )
    return _with_frameworks(ready)


def _with_frameworks(ready: Ready) -> Ready:
    """Leave out the further subjects that have no framework to show, with their scales, themes, findings."""
    atlas, shared = ready.atlas, ready.atlas.shared
    empty = {
        subject.id: atlas.by_subject[subject.id].shared
        for subject in shared.subjects.subjects[1:]
        if not atlas.by_subject[subject.id].frameworks
    }
    if not empty:
        return ready
    themes = {theme.id for own in empty.values() for theme in own.themes.themes}
    bands = {band.id for own in empty.values() for band in own.scale.bands}
    findings = {finding.id for own in empty.values() for finding in own.findings.findings}

    def left(items: Iterable[Any], gone: Collection[str]) -> tuple[Any, ...]:
        return tuple(item for item in items if item.id not in gone)

    kept = replace(
        shared,
        subjects=changed(shared.subjects, subjects=left(shared.subjects.subjects, empty)),
        themes=changed(shared.themes, themes=left(shared.themes.themes, themes)),
        scale=changed(shared.scale, bands=left(shared.scale.bands, bands)),
        findings=changed(shared.findings, findings=left(shared.findings.findings, findings)),
    )
    names: list[Name] = [
        *(("subjects", id_) for id_ in empty),
        *(("themes", id_) for id_ in themes),
        *(("reference-scale", "bands", id_) for id_ in bands),
        *(("findings", id_) for id_ in findings),
    ]
    return Ready(replace(atlas, shared=kept), (*ready.kept_back, *names))


def without_drafts(loaded: Loaded, known: Collection[str]) -> tuple[Ready, tuple[Problem, ...]]:
    """Put data together without what is still being written, and say of each file what stays away."""
    result = published(loaded.atlas(), known)
    problems = []
    for document in (
        *loaded.frameworks,
        *loaded.crosswalks,
        *loaded.benchmarks,
        loaded.findings,
        loaded.glossary,
    ):
        if document is None:
            continue
        record = document.record
        home = home_of(record) or ("findings",)
        own = [name for name in result.kept_back if name[: len(home)] == home]
        if home in own:
            message = say("'%(id)s' is still being written, and is not published", id="/".join(home))
        else:
            message = say_many(
                "%(number)s part is still being written, and is not published: %(names)s",
                "%(number)s parts are still being written, and are not published: %(names)s",
                len(own),
                names=first_of(["/".join(name[len(home) :]) for name in own], _NAMED),
            )
        if own:
            problems.append(Problem("F222", Place(document.file), message, _until_when(document), "warning"))
    return result, tuple(problems)


def _until_when(document: Document[Any]) -> Message:
    """Say what keeps it back: a line that says so, or else texts that a check lists one by one."""
    lines = [str(document.value(*path).line) for path in _said_to_be_drafts(document)]
    if not lines:
        return say("The preview shows it: 'atlas serve'. 'atlas validate' lists what is left to write")
    return say_many(
        "The preview shows it: 'atlas serve'. Is it finished, take 'draft: true' away on line %(lines)s",
        "The preview shows it: 'atlas serve'. Is it finished, take 'draft: true' away on lines %(lines)s",
        len(lines),
        lines=first_of(lines, _NAMED),
    )


def _said_to_be_drafts(document: Document[Any]) -> list[Path]:
    """List the lines 'draft: true' of a file; where all of it is a draft, that line alone."""
    found = []
    for path in document.positions.values:
        if path[-1:] == ("draft",) and _is_said(document.record, path):
            found.append(path)
    return [path for path in found if len(path) == 1] or found


def _is_said(item: Any, path: Path) -> bool:
    for step in path:
        item = next(iter(item[step:]), ()) if isinstance(step, int) else getattr(item, step, ())
    return item is True


def _is_gone(walk: Crosswalk, gone: Names) -> bool:
    return (walk.subject,) in gone or (walk.object,) in gone


def list_of(item: Mapping | NoCounterpart) -> str:
    """Name the list of a crosswalk that an item stands in."""
    return "mappings" if isinstance(item, Mapping) else "no_counterpart"


def judged_of(walk: Crosswalk) -> Crosswalk:
    """Leave drafts out of a crosswalk."""
    return _judged_of(walk, ())


def _judged_of(walk: Crosswalk, gone: Names) -> Crosswalk:
    return changed(
        walk,
        mappings=tuple(
            item
            for item in walk.mappings
            if is_judged(item) and not (is_gone(item.subject, gone) or is_gone(item.object, gone))
        ),
        no_counterpart=tuple(
            item for item in walk.no_counterpart if is_judged(item) and not is_gone(item.subject, gone)
        ),
    )


def standing(finding: Finding, gone: Names) -> Finding | None:
    """Leave what is gone out of a finding; None where too little is left to stand on."""
    resting = [
        changed(item, rests_on=tuple(path for path in item.rests_on if not is_gone(path, gone)))
        for item in finding.positions
    ]
    positions = tuple(item for item in resting if item.rests_on)
    speaking = {path.partition("/")[0] for item in positions for path in item.rests_on}
    least = 2 if finding.kind == "contradiction" else 1
    if finding.kind != "silence" and (len(speaking) < 2 or len(positions) < least):
        return None
    silent = tuple(id_ for id_ in finding.silent if (id_,) not in gone)
    return changed(finding, positions=positions, silent=silent)


def _terms(terms: Iterable[Any], gone: Names) -> tuple[Any, ...]:
    kept = list(terms)
    ids = {term.id for term in kept}
    return tuple(
        changed(
            term,
            frameworks=tuple(id_ for id_ in term.frameworks if (id_,) not in gone),
            at=tuple(path for path in term.at if not is_gone(path, gone)),
            related=tuple(id_ for id_ in term.related if id_ in ids),
        )
        for term in kept
    )


def _counts(benchmark: Benchmark, gone: Names) -> bool:
    """Say whether a benchmark is about what is gone: its sums would not add up without it."""
    levels = {level for bar in benchmark.bars for level in (bar.low, bar.high) if level}
    named = ((benchmark.framework,), *((benchmark.framework, "levels", level) for level in levels))
    return any(name in gone for name in named)


def _redirects(redirects: Redirects, gone: Names) -> Redirects:
    return changed(
        redirects, redirects=tuple(item for item in redirects.redirects if not is_gone(item.to, gone))
    )
