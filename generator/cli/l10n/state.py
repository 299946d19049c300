"""Run `atlas l10n lint` and `status`, which report what is wrong with translations and what is open."""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace

from generator.cli.asked_project import project_folder
from generator.cli.command import PROBLEMS, SOUND
from generator.cli.l10n.asked import asked_domain, asked_languages, configured, published_data, sound_data
from generator.cli.telling import complain, complain_of, in_words, spoken, tell
from generator.l10n.catalogs.files import COMMANDS
from generator.l10n.gaps import never_translated, outdated
from generator.l10n.progress import Progress, by_language, whole_progress
from generator.l10n.proofreading import proofread
from generator.problems import Message, counted, errors, say
from generator.prose.versions import Translation, translations
from generator.reports import report
from generator.reports.coverage import aligned


def run_lint(given: argparse.Namespace) -> int:
    """List every problem of the catalogues."""
    root = project_folder()
    languages = asked_languages(given.language, root)
    data = sound_data(root)
    problems = proofread(data, languages, domain=asked_domain(given.domain, data))
    if given.strict:
        problems = tuple(replace(item, severity="error") for item in problems)
    if problems or given.format != "text":
        if told := report(problems, root, given.format, spoken(root)):
            tell(told)
    else:
        tell(say("No problems in %(languages)s.", languages=", ".join(languages)))
    return PROBLEMS if errors(problems) else SOUND


def run_status(given: argparse.Namespace) -> int:
    """Count what is translated in each catalogue and of the pages that were written by hand."""
    root = project_folder()
    languages = asked_languages(given.language, root)
    data = published_data(root)
    every = list(dict.fromkeys([*configured(root), *languages]))
    pages = [page for page in translations(data.folders.docs, every) if page.language in languages]
    rows, problems = whole_progress(data, languages, pages)
    sums = by_language(rows)
    if given.format == "json":
        tell(_json(rows, sums, pages))
    else:
        tell(_table(rows, sums))
        for page in pages:
            if page.state != "translated":
                tell(_page(page))
    complain_of(problems, root)
    failures = list(_failures(sums, given.fail_under, given.fail_on))
    for failure in failures:
        complain(failure)
    return PROBLEMS if failures or problems else SOUND


def _failures(sums: Sequence[Progress], least: float | None, states: Sequence[str]) -> list[Message]:
    """List what was asked for and does not hold."""
    found = []
    for row in sums:
        if least is not None and row.done * 100 < least:
            found.append(
                say(
                    "%(language)s: %(done)s%% is translated, less than %(least)s%%",
                    language=row.language,
                    done=f"{row.percent}",
                    least=f"{least:g}",
                )
            )
        if "stale" in states and row.stale:
            found.append(say("%(language)s: %(open)s", language=row.language, open=outdated(row.stale)))
        if "missing" in states and row.missing:
            found.append(
                say("%(language)s: %(open)s", language=row.language, open=never_translated(row.missing))
            )
    return found


def _table(rows: Sequence[Progress], sums: Sequence[Progress]) -> str:
    """Write a line for each catalogue, and one for each language as a whole."""
    heads = [say("language"), say("domain"), say("translated"), say("stale"), say("missing"), say("done")]
    lines = [[in_words(head) for head in heads]]
    for total in sums:
        every = [row for row in rows if row.language == total.language]
        own = [row for row in every if row.domain != COMMANDS]
        # What readers see comes first, with its sum; what commands say is counted apart.
        named = [(row, row.domain) for row in own] + [(total, in_words(say("all")))] * (len(own) > 1)
        named += [(row, row.domain) for row in every if row.domain == COMMANDS]
        for row, name in named:
            counts = [in_words(counted(number)) for number in (row.translated, row.stale, row.missing)]
            lines.append([row.language, name, *counts, f"{row.percent}%"])
    return "\n".join(aligned(lines, 2))


def _page(page: Translation) -> Message:
    place = f"docs/{page.language}/{page.uri}"
    original = f"docs/{page.original}/{page.uri}"
    if page.state == "missing":
        return say("%(page)s: not there; readers get %(original)s", page=place, original=original)
    if page.state == "stale":
        return say("%(page)s: %(original)s has changed since", page=place, original=original)
    return say("%(page)s: names no version of %(original)s", page=place, original=original)


def _json(rows: Sequence[Progress], sums: Sequence[Progress], pages: Sequence[Translation]) -> str:
    """Write the same for another program; shares run from 0 to 1."""

    def counted(row: Progress) -> dict[str, object]:
        counts = {name: getattr(row, name) for name in ("translated", "stale", "missing", "total")}
        return {"language": row.language, "domain": row.domain, **counts, "done": row.percent / 100}

    content = {
        "catalogues": [counted(row) for row in rows],
        "languages": [{k: v for k, v in counted(row).items() if k != "domain"} for row in sums],
        "pages": [
            {"language": page.language, "page": page.uri, "original": page.original, "state": page.state}
            for page in pages
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
