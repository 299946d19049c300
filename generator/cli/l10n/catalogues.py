"""Run `atlas l10n init`, `update` and `accept`, which change the catalogues on disk."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.cli.asked_project import project_folder
from generator.cli.command import PROBLEMS, SOUND, FailedError, UsageError
from generator.cli.l10n.asked import asked_domain, asked_languages, configured, sound_data
from generator.cli.telling import complain, complain_of, stop_at, tell
from generator.folders import CONFIGURATION, Folders
from generator.history.words import marked, one_side
from generator.l10n.accepting import accept, fits
from generator.l10n.catalogs.changes import Changes
from generator.l10n.languages import folders_of_no_language, is_tag, own_name, suggestion
from generator.l10n.updating import Data, Updated, of_no_framework, update
from generator.problems import Message, counted, did_you_mean, say, say_many
from generator.prose.versions import accept_page, translations

_IN_PROGRESS = re.compile(r"^\s*in_progress:\s*\[(?P<tags>[^\]]*)\]")


def run_init(given: argparse.Namespace) -> int:
    """Make a language's catalogues, and say what is left to do."""
    root = project_folder()
    language = given.language
    if language is None:
        raise UsageError("Which language? For example: atlas l10n init -l de")
    if not is_tag(language):
        hint = suggestion(language) or say("Write a language tag such as 'en', 'nl' or 'pt-BR'")
        raise UsageError(
            "-l %(language)s: this is not a language tag. %(hint)s", language=language, hint=hint
        )
    folder = root / "locales" / language / "LC_MESSAGES"
    if any(folder.glob("*.po")):
        raise FailedError(
            "%(folder)s has catalogues already; run 'atlas l10n update -l %(language)s'",
            folder=folder.relative_to(root),
            language=language,
        )
    complain_of(folders_of_no_language(Folders(root)), root)
    data = sound_data(root)
    made, problems = update(data, [language], write=True)
    stop_at(problems, root)
    for item in made:
        count = len(item.changes.new)
        tell(
            say_many(
                "made: %(file)s (%(number)s text)", "made: %(file)s (%(number)s texts)", count, file=item.file
            )
        )
    if not made:
        tell(say("%(language)s: there is nothing to translate.", language=own_name(language)))
    if language not in configured(root):
        tell(_next_step(root, language))
    return SOUND


def _next_step(root: Path, language: str) -> Message:
    """Say what to write into the configuration, so that the preview has the language."""
    for number, line in enumerate((root / CONFIGURATION).read_text(encoding="utf-8").splitlines(), 1):
        if found := _IN_PROGRESS.match(line):
            tags = [*filter(None, re.split(r"[,\s]+", found["tags"]))]
            return say(
                "Now let line %(line)s of %(file)s say: in_progress: [%(tags)s]",
                line=number,
                file=CONFIGURATION,
                tags=", ".join(dict.fromkeys([*tags, language])),
            )
    return say(
        "Now write 'in_progress: [%(language)s]' below the plugin's languages in %(file)s: the preview has "
        "it then. When it is complete, move it to languages",
        language=language,
        file=CONFIGURATION,
    )


def run_update(given: argparse.Namespace) -> int:
    """Update catalogues, or say which are out of date."""
    root = project_folder()
    languages = asked_languages(given.language, root)
    data = sound_data(root)
    domain = asked_domain(given.domain, data)
    changed, problems = update(data, languages, write=not given.check, domain=domain)
    stop_at(problems, root)
    for item in changed:
        what = _summary(item.changes)
        if given.check:
            tell(say("out of date: %(file)s (%(what)s)", file=item.file, what=what))
        else:
            tell(say("updated: %(file)s (%(what)s)", file=item.file, what=what))
    if not given.check:
        _offer(changed)
    if not changed:
        tell(say("All catalogues are up to date."))
    for file in () if domain else of_no_framework(data, languages):
        message = say(
            "%(file)s: no framework has this id, so nothing shows these translations. Was it changed by "
            "hand, put it back, and let all follow: 'atlas rename'. Else delete the catalogue",
            file=file,
        )
        tell(message)
    return PROBLEMS if given.check and changed else SOUND


def _offer(changed: Sequence[Updated]) -> None:
    """Say how to keep every translation of texts that mean what they meant."""
    slight = dict.fromkeys(
        f"{Path(item.file).stem}:{context}" for item in changed for context in item.changes.slight
    )
    if slight:
        tell(
            say_many(
                "In %(number)s text only spelling, punctuation or spaces changed. If its meaning did not:",
                "In %(number)s texts only spelling, punctuation or spaces changed. If their meaning did not:",
                len(slight),
            )
        )
        tell(f"  atlas l10n accept --unchanged-meaning {' '.join(slight)}")
    for item in changed:
        if item.changes.offered:
            path = Path(item.file)
            tell(
                say_many(
                    "%(file)s: %(number)s text stands in another place as well, whose translation is offered "
                    "here, fuzzy. If it fits:",
                    "%(file)s: %(number)s texts stand in another place as well, whose translations are "
                    "offered here, fuzzy. If they fit:",
                    len(item.changes.offered),
                    file=item.file,
                )
            )
            names = " ".join(f"{path.stem}:{context}" for context in item.changes.offered)
            tell(f"  atlas l10n accept -l {path.parents[1].name} {names}")


def _summary(changes: Changes) -> Message:
    """Say in numbers what became of a catalogue's texts."""
    said = [
        (len(changes.new), say("%(count)s new", count=counted(len(changes.new)))),
        (len(changes.changed), say("%(count)s changed", count=counted(len(changes.changed)))),
        (len(changes.renamed), say("%(count)s renamed", count=counted(len(changes.renamed)))),
        (len(changes.back), say("%(count)s back", count=counted(len(changes.back)))),
        (len(changes.gone), say("%(count)s gone", count=counted(len(changes.gone)))),
    ]
    found = [message for count, message in said if count]
    if not found:
        return say("comments or order only")
    result = found[0]
    for message in found[1:]:
        result = say("%(first)s, %(rest)s", first=result, rest=message)
    return result


def run_accept(given: argparse.Namespace) -> int:
    """Accept translations, and show each with the source text that it was made from and as it is now."""
    root = project_folder()
    if given.language is None and given.meaning is None:
        raise UsageError("Which language? For example: atlas l10n accept -l nl 'levels.pier.*'")
    if not (given.names or given.domain or given.all):
        raise UsageError("Which texts? Name them, or a catalogue with -D, or give --all")
    languages = asked_languages(given.language, root)
    data = sound_data(root)
    looks = [_accept_in(data, language, given, root) for language in languages]
    done, stale = sum(look.done for look in looks), [name for look in looks for name in look.stale]
    unknown = [name for name in given.names if all(name in look.unknown for look in looks)]
    for name in unknown:
        hint = did_you_mean(name, dict.fromkeys([*stale, *(item.partition(":")[2] for item in stale)]))
        told = say("%(name)s: nothing stale has this name", name=name)
        complain(say("%(told)s. %(hint)s", told=told, hint=hint) if hint else told)
    refused = [name for look in looks for name in look.refused]
    if not unknown and not done and not refused:
        complain(say("Nothing is stale here."))
    if done and given.dry_run:
        tell(say("Nothing was written."))
    return SOUND if done and not unknown and not refused else PROBLEMS


@dataclass(frozen=True)
class _Look:
    """What came of a language: a count, the names that fit nothing, all that is stale, what was refused."""

    done: int
    unknown: Sequence[str]
    stale: Sequence[str]
    refused: Sequence[object]


def _accept_in(data: Data, language: str, given: argparse.Namespace, root: Path) -> _Look:
    pages = [name for name in given.names if name.endswith(".md")]
    names = [name for name in given.names if name not in pages]
    domain, write = asked_domain(given.domain, data), not given.dry_run
    done, unknown, open_pages = _accept_pages(
        data.folders, language, configured(root), pages, every=given.all and not given.meaning, write=write
    )
    if not (names or given.domain or given.all):
        return _Look(done, unknown, open_pages, ())
    found = accept(data, language, names, domain=domain, meaning=given.meaning, write=write)
    stop_at(found.problems, root)
    for item in found.done:
        pieces = marked(item.before, item.now) if item.before else ()
        tell(item.name)
        if item.before not in ("", item.now):
            tell(say("  was: %(text)s", text=one_side(pieces, "out")))
        tell(say("  now: %(text)s", text=one_side(pieces, "in") if pieces else item.now))
        tell(f"  {language}: {item.translation}")
        if item.origin:
            tell(say("  This translation was made for the same text at %(context)s.", context=item.origin))
        if given.meaning == "changed":
            tell(say("  No page shows this translation until it is translated anew."))
    for name, reason in found.refused:
        complain(
            say(
                "%(language)s, %(name)s: not accepted, as %(reason)s. Mend the translation",
                language=language,
                name=name,
                reason=reason,
            )
        )
    unknown += [name for name in names if not any(fits(title, [name]) for title in found.stale)]
    return _Look(done + len(found.done), unknown, [*found.stale, *open_pages], found.refused)


def _accept_pages(
    folders: Folders, language: str, languages: list[str], names: list[str], *, every: bool, write: bool
) -> tuple[int, list[str], list[str]]:
    """Accept hand-written pages; return how many, the names that fit none, and the pages out of date."""
    tags = list(dict.fromkeys([*languages, language]))
    docs = folders.docs
    stale = {
        f"{docs.name}/{page.uri}": page
        for page in translations(docs, tags)
        if page.language == language and page.is_out_of_date
    }
    # A page may be named as it stands on disk, with its language's folder.
    asked = {name: name.replace(f"{docs.name}/{language}/", f"{docs.name}/", 1) for name in names}
    chosen = [name for name in stale if every or name in asked.values()]
    for name in chosen:
        try:
            accept_page(docs, stale[name], write=write)
        except UnicodeDecodeError as error:
            raise FailedError("%(page)s is not UTF-8; save it as UTF-8", page=name) from error
        path = f"{docs.name}/{language}/{stale[name].uri}"
        tell(say("%(page)s: translates version %(version)s", page=path, version=stale[name].version))
    return len(chosen), [name for name, short in asked.items() if short not in stale], list(stale)
