"""Check what crosswalks leave out, and count for each pair what has been judged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.crosswalk import EVERY_PAIR_UP_TO, Crosswalks, End
from generator.judged import HALF_A_BAND, levels_and_layers, mapped_ends, unaddressed, unjudged_overlaps
from generator.load import Document, Loaded
from generator.model import Atlas, Crosswalk, Framework
from generator.problems import Place, Problem, counted, first_of, say, say_many
from generator.published import judged_of
from generator.translate import SHARED_DOMAIN, Gap
from generator.unfinished import drafts_of, is_judged
from generator.validate.crosswalk_scale import contradicted
from generator.validate.crosswalks import dangling_ends

_TOLD_APART = 3
"""Up to so many open justifications of a file and language are listed one by one; more are counted."""


def levels_are_addressed(loaded: Loaded) -> Iterator[Problem]:
    """Every level and layer is mapped in each crosswalk of its framework, or declared without counterpart."""
    frameworks = loaded.by_id
    for document in loaded.crosswalks:
        walk = document.record
        for name, own, other in (
            ("subject", walk.subject, walk.object),
            ("object", walk.object, walk.subject),
        ):
            if {own, other} - frameworks.keys() or frameworks[own].draft:
                continue
            if any(dangling_ends(walk, frameworks[own])):
                continue
            begun = {end for pair in _begun(document) for end in pair}
            missed = unaddressed(walk, frameworks[own], frameworks[other])
            if left := [end for end in missed if str(end) not in begun]:
                message = say_many(
                    "%(ends)s is neither mapped to %(other)s nor declared without counterpart",
                    "%(number)s are neither mapped to %(other)s nor declared without counterpart: %(ends)s",
                    len(left),
                    other=other,
                    ends=first_of([*map(str, left)], _TOLD_APART),
                )
                hint = say(
                    "Add a mapping or a reason under 'no_counterpart'; 'atlas crosswalk todo' lists all"
                )
                yield Problem("M312", document.value(name), message, hint, "warning")


def _begun(document: Document[Crosswalk]) -> list[set[str]]:
    """List the ends of what somebody is writing: it is there, and what it lacks is told."""
    items = [item for item in document.begun if isinstance(item, dict)]
    return [{str(item[name]) for name in ("subject", "object") if item.get(name)} for item in items]


def pairs_have_a_file(loaded: Loaded) -> Iterator[Problem]:
    """Each pair of finished frameworks of a subject has a crosswalk, as long as every pair has a page."""
    by_subject: dict[str, set[str]] = {}
    for document in loaded.frameworks:
        if not drafts_of(document.record):
            by_subject.setdefault(loaded.subject_of(document.record), set()).add(document.record.id)
    few = [sorted(ids) for ids in by_subject.values() if len(ids) <= EVERY_PAIR_UP_TO]
    pairs = {(walk.record.subject, walk.record.object) for walk in loaded.crosswalks}
    there = {"--".join(sorted(pair)) for pair in pairs} | set(loaded.broken)
    judged = Counter(side for pair in pairs for side in set(pair))
    open_to: dict[str, list[str]] = {}
    for one, other in sorted(pair for ids in few for pair in combinations(ids, 2)):
        if f"{one}--{other}" not in there:
            # The file of the pair is not there yet; who has fewer crosswalks is the newcomer.
            newer, older = (one, other) if judged[one] < judged[other] else (other, one)
            open_to.setdefault(newer, []).append(older)
    for document in loaded.frameworks:
        own = document.record.id
        if others := open_to.get(own):
            message = say(
                "Nobody has judged how %(one)s relates to %(others)s", one=own, others=", ".join(others)
            )
            ids = f"{own} {others[0]}" if len(others) == 1 else own
            hint = say("Begin with 'atlas crosswalk new %(ids)s'", ids=ids)
            yield Problem("M313", document.value("id"), message, hint, "warning")


def wide_overlaps_are_judged(loaded: Loaded) -> Iterator[Problem]:
    """Two levels whose stretches share half a band or more are judged, once their pair is."""
    frameworks = loaded.by_id
    for document in loaded.crosswalks:
        walk, begun = document.record, _begun(document)
        if walk.subject not in frameworks or walk.object not in frameworks:
            continue
        for one, other, shared in unjudged_overlaps(walk, frameworks[walk.subject], frameworks[walk.object]):
            if shared >= HALF_A_BAND and {str(one), str(other)} not in begun:
                message = say(
                    "%(one)s and %(other)s share %(shared)s of a band, and nobody has judged them",
                    one=one,
                    other=other,
                    shared=counted(shared),
                )
                hint = say("Add a mapping; until then a quiz places the one in the other by the scale alone")
                yield Problem("M319", document.key("mappings"), message, hint, "warning")


def absences_are_absent(loaded: Loaded) -> Iterator[Problem]:
    """What is declared without counterpart is not mapped."""
    for document in loaded.crosswalks:
        mapped = dict(mapped_ends(judged_of(document.record)))
        for index, absence in enumerate(document.record.no_counterpart):
            if absence.subject in mapped and is_judged(absence):
                line = document.value(
                    "mappings", document.record.mappings.index(mapped[absence.subject])
                ).line
                message = say("%(end)s is mapped on line %(line)s", end=absence.subject, line=line)
                hint = say("Remove the mapping, or this item")
                yield Problem("M314", document.value("no_counterpart", index, "subject"), message, hint)


def absences_name_the_other_side(loaded: Loaded) -> Iterator[Problem]:
    """What is declared without counterpart lacks it in the other framework of the pair."""
    for document in loaded.crosswalks:
        pair = (document.record.subject, document.record.object)
        for index, absence in enumerate(document.record.no_counterpart):
            own = End.parse(absence.subject).framework
            right = pair[1] if own == pair[0] else pair[0]
            if own in pair and absence.framework != right:
                message = say(
                    "%(end)s: '%(wrong)s' is not the other side", end=absence.subject, wrong=absence.framework
                )
                hint = say("Write 'framework: %(right)s'", right=right)
                yield Problem("M315", document.value("no_counterpart", index, "framework"), message, hint)


def unjustified(loaded: Loaded, gaps: Iterable[Gap]) -> Iterator[Problem]:
    """Every mapping is justified and every absence reasoned in each language."""
    places = {}
    for document in loaded.crosswalks:
        prefix = f"crosswalks.{document.record.key}"
        for name, field in (("mappings", "justification"), ("no_counterpart", "reason")):
            for index, item in enumerate(getattr(document.record, name)):
                places[f"{prefix}.{name}.{item.key}.{field}"] = document.value(name, index, field)
    found: dict[tuple[str, str], list[Gap]] = {}
    for gap in gaps:
        if gap.domain == SHARED_DOMAIN and gap.context in places:
            found.setdefault((places[gap.context].file, gap.language), []).append(gap)
    for (_, language), together in found.items():
        if len(together) > _TOLD_APART:
            place = min(places[gap.context] for gap in together)
            message = say_many(
                "%(number)s justification is open in '%(language)s'",
                "%(number)s justifications are open in '%(language)s'",
                len(together),
                language=language,
            )
            hint = say("'atlas l10n status' says how much is left of each language")
            yield Problem("M317", place, message, hint, "warning")
        else:
            yield from (_unjustified(gap, places[gap.context]) for gap in together)


def _unjustified(gap: Gap, place: Place) -> Problem:
    name = gap.context.split(".")[3]
    states = {
        "missing": say("'%(id)s' is not justified in '%(language)s'", id=name, language=gap.language),
        "stale": say(
            "'%(id)s': the justification in '%(language)s' is out of date", id=name, language=gap.language
        ),
    }
    hint = say(
        "Translate the entry '%(context)s' in the catalogue '%(domain)s'",
        context=gap.context,
        domain=gap.domain,
    )
    return Problem("M317", place, states[gap.state], hint, "warning")


@dataclass(frozen=True)
class Coverage:
    """How far one pair has been judged; `justified` counts mappings and stated absences per language."""

    pair: tuple[str, str]
    levels: int
    addressed: int
    curated: int
    derived: int
    absences: int
    justified: Mapping[str, int]
    intersecting: int
    contradictions_with_note: int
    contradictions_without_note: int


def coverage(atlas: Atlas, gaps: Mapping[str, Iterable[Gap]]) -> tuple[Coverage, ...]:
    """Count how far every pair that has a page is judged; `gaps` says what each language lacks."""
    walks = Crosswalks(atlas)
    frameworks = {framework.id: framework for framework in atlas.frameworks}
    lacking = {
        language: {gap.context for gap in found if gap.domain == SHARED_DOMAIN}
        for language, found in gaps.items()
    }
    return tuple(_coverage(pair, walks, frameworks, lacking) for pair in walks.pairs)


def _coverage(
    pair: tuple[str, str],
    walks: Crosswalks,
    frameworks: Mapping[str, Framework],
    lacking: Mapping[str, set[str]],
) -> Coverage:
    walk = walks.curated(*pair) or Crosswalk(subject=pair[0], object=pair[1], source_language="en")
    levels = sum(len(levels_and_layers(frameworks[side])) for side in pair)
    sides = [frameworks[side] for side in pair]
    missed = sum(len(unaddressed(walk, *both)) for both in (sides, sides[::-1]))
    reasons = [f"crosswalks.{walk.key}.mappings.{item.key}.justification" for item in walk.mappings]
    reasons += [f"crosswalks.{walk.key}.no_counterpart.{item.key}.reason" for item in walk.no_counterpart]
    against = [mapping for mapping in walk.mappings if contradicted(mapping, frameworks)]
    noted = sum(mapping.note is not None for mapping in against)
    return Coverage(
        pair=pair,
        levels=levels,
        addressed=levels - missed,
        curated=len(walk.mappings),
        derived=sum(link.origin == "derived" for link in walks.links(*pair)),
        absences=len(walk.no_counterpart),
        justified={
            language: sum(reason not in contexts for reason in reasons)
            for language, contexts in lacking.items()
        },
        intersecting=sum(mapping.relation == "intersects-with" for mapping in walk.mappings),
        contradictions_with_note=noted,
        contradictions_without_note=len(against) - noted,
    )


RULES = (
    levels_are_addressed,
    pairs_have_a_file,
    wide_overlaps_are_judged,
    absences_are_absent,
    absences_name_the_other_side,
)
