"""Find the pairs of frameworks that a command line names, and what suggestions are made from."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import combinations

from generator.cli.command import UsageError
from generator.editing.crosswalks.suggesting import Suggester
from generator.l10n.message_language import spoken_language
from generator.model import Atlas
from generator.problems import did_you_mean
from generator.project import Project
from generator.published import judged_of
from generator.unfinished import drafts_of

Pair = tuple[str, str]


def asked_pairs(atlas: Atlas, ids: Sequence[str]) -> tuple[Pair, ...]:
    """List the pair of two frameworks, all pairs of one, or all that there are; ids in alphabetical order.

    A pair lies within a subject. A framework that is itself a draft is in one only where it is named.
    """
    known = [framework.id for framework in atlas.frameworks]
    for wanted in ids:
        if wanted not in known:
            hint = did_you_mean(wanted, known) or ""
            raise UsageError("no framework has the id '%(id)s'. %(hint)s", id=wanted, hint=hint)
    if len(set(ids)) < len(ids):
        raise UsageError("name two different frameworks")
    if len(ids) > 2:
        raise UsageError("name one framework, or the two of a pair")
    if len(ids) == 2 and not _are_beside(atlas, *ids):
        raise UsageError("'%(one)s' and '%(other)s' are about different subjects", one=ids[0], other=ids[1])
    if len(ids) == 2:
        return ((min(ids), max(ids)),)
    written = [item.id for item in atlas.frameworks if (item.id,) not in drafts_of(item)]
    shown = sorted({*written, *ids})
    pairs = (pair for pair in combinations(shown, 2) if not ids or ids[0] in pair)
    return tuple(pair for pair in pairs if _are_beside(atlas, *pair))


def _are_beside(atlas: Atlas, one: str, other: str) -> bool:
    """Say whether two frameworks are laid side by side: they are about one subject."""
    return atlas.beside(one) is atlas.beside(other)


def language_of_pair(project: Project, pair: Pair, wanted: str | None) -> str:
    """Choose the language of a crosswalk that nobody began: as asked for, or that of both frameworks.

    Where these have two, it is that of answers, as far as the site has it.
    """
    own = {project.atlas.framework(side).source_language for side in pair}
    if wanted or len(own) == 1:
        return wanted or own.pop()
    spoken = spoken_language(os.environ)
    known = (tag for tag in (spoken, spoken.partition("-")[0]) if tag in project.views)
    return next(known, project.default_language)


def suggesters(project: Project) -> Callable[[Pair], Suggester]:
    """Return what makes suggestions for a pair from what is judged, by words of the pair's own language."""
    judged = replace(project.atlas, crosswalks=tuple(map(judged_of, project.atlas.crosswalks)))

    @lru_cache
    def of_language(language: str) -> Suggester:
        return Suggester(judged, project.views[language].atlas)

    def of_pair(pair: Pair) -> Suggester:
        language = language_of_pair(project, pair, None)
        return of_language(language if language in project.views else project.default_language)

    return of_pair
