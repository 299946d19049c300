"""Put translations that came back into the catalogues, where they still belong to the source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polib

from generator.l10n.catalogs.files import MEANING_CHANGED, catalogue_path, has_unseen, written
from generator.l10n.catalogs.lint import (
    Expected,
    Surroundings,
    allowed_codes,
    entry_findings,
    is_allowance,
    key_of,
    surroundings,
)
from generator.l10n.catalogs.plurals import Rule, rule_in
from generator.l10n.exchange.gathering import unit_of
from generator.l10n.exchange.misread import MISREAD, garbled
from generator.l10n.exchange.shifted import shifted
from generator.l10n.exchange.units import Returned, Unit
from generator.l10n.proofreading import expected_texts
from generator.l10n.updating import Content, brought_up_to_date
from generator.problems import Message, Problem, say
from generator.writing import write_files

What = Literal["new", "changed", "accepted", "doubted", "noted", "same", "open", "left", "refused", "odd"]
"""What became of a text: a translation that is new, another, now sound, now to be looked at, or as it was;
open, since none came; left alone, since its source is not what it was; refused, since lint calls it an error;
or taken although lint finds it odd. Noted is one on which a translator wrote a note."""

WRITES: frozenset[What] = frozenset(("new", "changed", "accepted", "doubted", "noted"))

_GONE = say("no text has this name any more")
_NO_LANGUAGE = say("the project has no such language")
_SOURCE_CHANGED = say("the source text has changed since")
_TWICE = say("another translation of it came before")
_HALF = say("only some of its plural forms are there")
_HIDDEN = say("it holds a sign that nobody sees")
_HIDDEN_IN_NOTE = say("its note holds a sign that nobody sees")
_SHOWN = 40


@dataclass(frozen=True)
class Outcome:
    """What became of a text; `group` is what findings of a kind share, such as a code."""

    what: What
    language: str
    name: str
    reason: Message | None = None
    group: str = ""


def take(
    project: Content, languages: Sequence[str], returned: Sequence[Returned], *, write: bool
) -> tuple[list[Outcome], tuple[Problem, ...]]:
    """Take what came back into the catalogues of these languages; with a problem in one of them nothing."""
    asked: dict[tuple[str, str], dict[str, list[Returned]]] = {}
    outcomes: list[Outcome] = []
    for item in returned:
        language = _language(item.language, languages)
        if language is None:
            outcomes.append(Outcome("left", item.language, _name(item), _NO_LANGUAGE))
        else:
            texts = asked.setdefault((language, item.domain), {})
            texts.setdefault(item.text_id, []).append(item)
    after: dict[Path, bytes] = {}
    for language in languages:
        domains = [domain for tag, domain in asked if tag == language]
        merged, problems = brought_up_to_date(project, language) if domains else ({}, ())
        if problems:
            return [], problems
        catalogues = {domain: merged.get(domain, (None, polib.POFile()))[1] for domain in domains}
        units = {domain: _units(one, domain, language) for domain, one in catalogues.items()}
        came = [item for domain in domains for items in asked[language, domain].values() for item in items]
        wrong = shifted(units, came)
        outcomes += [
            Outcome("left", language, _name(item), wrong[item.table]) for item in came if item.table in wrong
        ]
        for domain, catalogue in catalogues.items():
            expected = next(expected_texts(project, language, domain), None)
            texts = {
                id_: own
                for id_, items in asked[language, domain].items()
                if (own := [item for item in items if item.table not in wrong])
            }
            found = [*_take_all(catalogue, expected, language, domain, texts)]
            outcomes += found
            if any(outcome.what in WRITES for outcome in found):
                after[catalogue_path(project.folders.locales, language, domain)] = written(catalogue)
    if write:
        write_files(after)
    return outcomes, ()


def _language(tag: str, known: Sequence[str]) -> str | None:
    """Find the project's language for a tool's tag: some tools add a region, such as nl-NL for nl."""
    wanted = tag.replace("_", "-").casefold()
    by_tag = {one.casefold(): one for one in known}
    return by_tag.get(wanted) or by_tag.get(wanted.partition("-")[0])


def _name(item: Returned) -> str:
    return f"{item.domain}:{item.text_id}"


def _units(catalogue: polib.POFile, domain: str, language: str) -> list[Unit]:
    rule = rule_in(catalogue.metadata, language)
    return [unit_of(entry, domain, rule, language, "") for entry in catalogue if not entry.obsolete]


def _take_all(
    catalogue: polib.POFile,
    expected: Expected | None,
    language: str,
    domain: str,
    texts: Mapping[str, Sequence[Returned]],
) -> Iterator[Outcome]:
    rule = rule_in(catalogue.metadata, language)
    entries = {
        unit_of(entry, domain, rule, language, "").id: entry for entry in catalogue if not entry.obsolete
    }
    around = surroundings(catalogue, expected) if expected else None
    for id_, items in texts.items():
        entry = entries.get(id_)
        if entry is None or around is None:
            yield Outcome("left", language, f"{domain}:{id_}", _GONE)
            continue
        name = f"{domain}:{entry.msgctxt or entry.msgid}"
        told = [*_taken(entry, items, rule, around)]
        if not any(reason in (_SOURCE_CHANGED, MISREAD) for _, reason, _ in told):
            told += _noted(entry, items)
        for what, reason, group in told:
            yield Outcome(what, language, name, reason, group)


Told = tuple[What, Message | None, str]


def _taken(
    entry: polib.POEntry, items: Sequence[Returned], rule: Rule, around: Surroundings
) -> Iterator[Told]:
    """Take one text into its entry, and say what became of it; more than once where it is odd as well."""
    now = unit_of(entry, around.expected.domain, rule, around.expected.language, "")
    came: dict[int, Returned] = {}
    for item in items:
        first = came.setdefault(item.form, item)
        if first.target != item.target:
            yield "left", _TWICE, ""
    if any(form >= len(now.sources) or item.source != now.sources[form] for form, item in came.items()):
        pairs = [(item.source, now.sources[form]) for form, item in came.items() if form < len(now.sources)]
        yield "left", MISREAD if any(garbled(*pair) for pair in pairs) else _SOURCE_CHANGED, ""
        return
    targets = tuple(came[form].target if form in came else target for form, target in enumerate(now.targets))
    if not any(targets) or not any(item.target for item in came.values()):
        yield "open", None, ""
        return
    if not all(targets):
        yield "left", _HALF, ""
        return
    if any(map(garbled, targets, now.targets)):
        yield "left", MISREAD, ""
        return
    if unclear := [item.unclear for item in came.values() if item.unclear]:
        said = say(
            "its column 'fuzzy' holds '%(value)s', which says neither yes nor no: write True or False",
            value=unclear[0][:_SHOWN],
        )
        yield "left", said, ""
        return
    if any(map(has_unseen, targets)):
        yield "refused", _HIDDEN, "T406"
        return
    says = [item.needs_review for item in came.values()]
    # A tool that says nothing of it leaves a translation that it did not touch as it was.
    doubt = now.needs_review and targets == now.targets if None in says else True in says
    if (targets, doubt) == (now.targets, now.needs_review):
        yield "same", None, ""
        return
    before = (entry.msgstr, entry.msgstr_plural, entry.flags, entry.previous_msgctxt, entry.previous_msgid)
    _settle(entry, targets, needs_review=doubt)
    found = [] if doubt else [*_complaints(entry, around)]
    if any(what == "refused" for what, _, _ in found):
        entry.msgstr, entry.msgstr_plural, entry.flags, entry.previous_msgctxt, entry.previous_msgid = before
        yield from (told for told in found if told[0] == "refused")
        return
    yield from found
    if doubt:
        yield "doubted", None, ""
    elif targets == now.targets:
        yield "accepted", None, ""
    else:
        yield ("changed" if any(now.targets) else "new"), None, ""


def _noted(entry: polib.POEntry, items: Sequence[Returned]) -> Iterator[Told]:
    """Take translators' notes; what `lint` is to allow is said in the catalogue, and by nobody else."""
    old = entry.tcomment.split("\n") if entry.tcomment else []
    allows = [line for line in old if is_allowance(line)]
    notes = ([line.rstrip() for line in item.remarks.strip().split("\n")] for item in items if item.remarks)
    for lines in notes:
        said = [line for line in lines if not is_allowance(line)]
        if not "".join(said) or said == [line for line in old if line not in allows]:
            continue
        if has_unseen("".join(said)):
            yield "left", _HIDDEN_IN_NOTE, ""
            continue
        entry.tcomment = "\n".join([*said, *allows])
        yield "noted", None, ""
        return


def _settle(entry: polib.POEntry, targets: tuple[str, ...], *, needs_review: bool) -> None:
    """Give an entry its translation, and the flag that says whether somebody has to look at it."""
    if entry.msgid_plural:
        entry.msgstr_plural = dict(enumerate(targets))
    else:
        entry.msgstr = targets[0]
    if needs_review:
        entry.flags = [*entry.flags, *(() if entry.fuzzy else ("fuzzy",))]
        return
    entry.flags = [flag for flag in entry.flags if flag not in ("fuzzy", MEANING_CHANGED)]
    entry.previous_msgid = entry.previous_msgctxt = entry.previous_msgid_plural = None


def _complaints(entry: polib.POEntry, around: Surroundings) -> Iterator[Told]:
    """List what lint says of an entry, but for what its translator allows."""
    held = around.expected.texts[key_of(entry, around.expected)]
    for _, finding in entry_findings(entry, held, around):
        if finding.code not in allowed_codes(entry):
            yield ("refused" if finding.severity == "error" else "odd"), finding.message, finding.code
