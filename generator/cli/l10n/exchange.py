"""Run `atlas l10n export` and `import`, which give texts to translators' other tools and take them back."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from generator.addresses import is_published_at
from generator.cli.asked_project import project_folder
from generator.cli.command import PROBLEMS, SOUND, UsageError
from generator.cli.l10n.asked import asked_domain, asked_languages, sound_data
from generator.cli.telling import complain, in_words, put_new, short, stop_at, tell
from generator.l10n.catalogs.files import written
from generator.l10n.exchange.gathering import batches, glossaries, templates
from generator.l10n.exchange.glossary import write_glossary
from generator.l10n.exchange.memory import write_memory
from generator.l10n.exchange.reading import read_returned
from generator.l10n.exchange.rows import write_rows
from generator.l10n.exchange.taking import WRITES, Outcome, take
from generator.l10n.exchange.units import Batch, Returned, UnreadableExchangeError
from generator.l10n.exchange.xliff import write_xliff1, write_xliff2
from generator.l10n.updating import Data
from generator.problems import Message, say, say_many
from generator.project import configured_address
from generator.translate import SHARED_DOMAIN

_PAIRS: dict[str, tuple[str, Callable[[Batch], bytes]]] = {
    "xliff": ("xlf", write_xliff2),
    "xliff-1.2": ("xlf", write_xliff1),
    "csv": ("csv", lambda batch: write_rows(batch, ",")),
    "csv-semicolon": ("csv", lambda batch: write_rows(batch, ";")),
    "tmx": ("tmx", write_memory),
}
_NAMED = 5


def run_export(given: argparse.Namespace) -> int:
    """Write a file for each pair of languages, a glossary for all of them, or a template for each domain."""
    root = project_folder()
    languages = asked_languages(given.language, root)
    data = sound_data(root)
    domain = asked_domain(given.domain, data)
    if given.format == "tbx" and domain not in (None, SHARED_DOMAIN):
        raise UsageError("-D %(domain)s: the glossary belongs to shared", domain=domain)
    folder = given.dir.absolute() if given.dir else root / "build" / "l10n"
    files = {folder / name: content for name, content in _files(given.format, data, languages, domain, root)}
    put_new(files, force=given.force)
    for path in files:
        tell(say("Wrote %(path)s.", path=short(path)))
    if not files:
        tell(say("There is nothing to translate."))
    return SOUND


def _files(
    form: str, data: Data, languages: Sequence[str], domain: str | None, root: Path
) -> Iterator[tuple[str, bytes]]:
    if form == "tbx":
        views = glossaries(data, languages)
        yield "glossary.tbx", write_glossary(views, data.atlas.shared.glossary.source_language)
    elif form == "pot":
        for name, template in templates(data, domain).items():
            yield f"{name}.pot", written(template)
    else:
        address = configured_address(root)
        site = address if address and is_published_at(address) else ""
        found, problems = batches(data, languages, domain=domain, site=site)
        stop_at(problems, root)
        ending, write = _PAIRS[form]
        for batch in found:
            yield f"{f'{domain}.' if domain else ''}{batch.name}.{ending}", write(batch)


def run_import(given: argparse.Namespace) -> int:
    """Take what files bring back, and say in one summary what became of it."""
    root = project_folder()
    data = sound_data(root)
    returned: list[Returned] = []
    unreadable = False
    for path in given.files:
        try:
            found = read_returned(path.absolute())
        except UnreadableExchangeError as error:
            unreadable = True
            complain(f"{path}: {in_words(error.message)}")
            continue
        returned += found.texts
        for name in found.unread:
            tell(_of_column(path, name))
    outcomes, problems = take(data, asked_languages(None, root), returned, write=not given.dry_run)
    stop_at(problems, root)
    for said in _summary(outcomes):
        tell(said)
    if given.dry_run:
        tell(say("Nothing was written."))
    return PROBLEMS if unreadable or any(one.what in ("left", "refused") for one in outcomes) else SOUND


def _of_column(path: Path, title: str) -> Message:
    return say(
        "%(path)s: the column '%(title)s' is left out; a note goes in 'translator_comments'",
        path=path,
        title=title,
    )


def _summary(outcomes: Sequence[Outcome]) -> Iterator[Message | str]:
    """Count by language what became of the texts, and name those that somebody has to look at."""
    for language, found in groupby(sorted(outcomes, key=lambda one: one.language), lambda one: one.language):
        own = [*found]
        counts = {what: sum(one.what == what for one in own) for what in ("same", "open", *WRITES)}
        yield say(
            "%(language)s: %(new)s new, %(changed)s changed, %(accepted)s accepted, "
            "%(doubted)s to be looked at, %(same)s as they were, %(open)s without a translation",
            language=language,
            **counts,
        )
        if notes := sum(one.what == "noted" for one in own):
            yield say_many("  %(number)s note taken", "  %(number)s notes taken", notes)
        for what in ("refused", "left", "odd"):
            here = sorted((one for one in own if one.what == what), key=_group)
            for _, some in groupby(here, _group):
                yield from _told([*some])


def _group(outcome: Outcome) -> str:
    return outcome.group or str(outcome.reason)


def _told(group: Sequence[Outcome]) -> Iterator[Message | str]:
    """Say what befell some texts for one reason, and name the first of them."""
    first, count = group[0], len(group)
    if first.what == "refused":
        yield say_many(
            "  %(number)s text not taken, an error (%(code)s):",
            "  %(number)s texts not taken, an error (%(code)s):",
            count,
            code=first.group,
        )
    elif first.what == "odd":
        yield say_many(
            "  %(number)s text taken, with a warning (%(code)s):",
            "  %(number)s texts taken, with a warning (%(code)s):",
            count,
            code=first.group,
        )
    else:
        yield say_many(
            "  %(number)s text left alone: %(reason)s",
            "  %(number)s texts left alone: %(reason)s",
            count,
            reason=first.reason or "",
        )
    for one in group[:_NAMED]:
        yield f"    {one.name}: {in_words(one.reason or '')}" if one.group else f"    {one.name}"
    if count > _NAMED:
        yield say("    and %(number)s more", number=count - _NAMED)
