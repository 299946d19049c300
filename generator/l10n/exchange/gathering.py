"""Gather the texts that leave for another tool, from catalogues as an update would leave them."""

from collections.abc import Iterator, Mapping, Sequence

import polib

from generator.l10n.catalogs.files import WORD_DOMAINS, read_catalogues
from generator.l10n.catalogs.merging import merge, notes, source_languages, wanted_texts
from generator.l10n.catalogs.plurals import Rule, rule_in
from generator.l10n.exchange.units import Batch, Unit, id_of
from generator.l10n.extraction import merge_words, words_in_use
from generator.l10n.interface import SOURCE_LANGUAGE
from generator.l10n.updating import Content, brought_up_to_date, in_english
from generator.model import Atlas
from generator.problems import Problem
from generator.translate import view


def batches(
    project: Content, languages: Sequence[str], *, domain: str | None = None, site: str = ""
) -> tuple[list[Batch], tuple[Problem, ...]]:
    """Gather what there is to translate by pairs of languages; with a problem in a catalogue nothing.

    `site` is the address that the site is published at: notes then lead to the page that a text stands on.
    """
    result: list[Batch] = []
    for language in languages:
        merged, problems = brought_up_to_date(project, language, domain)
        if problems:
            return [], problems
        written_in = source_languages(wanted_texts(project.atlas, language))
        found: dict[str, list[Unit]] = {}
        for name, (_, catalogue) in merged.items():
            rule = rule_in(catalogue.metadata, language)
            for entry in catalogue if domain in (None, name) else ():
                if not entry.obsolete:
                    source_language = written_in.get((name, entry.msgctxt), SOURCE_LANGUAGE)
                    found.setdefault(source_language, []).append(
                        unit_of(entry, name, rule, language, source_language, site)
                    )
        result += [Batch(source, language, tuple(units)) for source, units in found.items()]
    return result, ()


def unit_of(
    entry: polib.POEntry, domain: str, rule: Rule, language: str, source_language: str, site: str = ""
) -> Unit:
    """Make a record of a catalogue's entry; its catalogue counts by `rule`."""
    targets = [text for _, text in sorted(entry.msgstr_plural.items())] or [entry.msgstr]
    single = rule.single if entry.msgid_plural else frozenset()
    sources = [
        entry.msgid_plural if entry.msgid_plural and number not in single else entry.msgid
        for number in range(len(targets))
    ]
    return Unit(
        domain,
        id_of(domain, entry.msgctxt or "", entry.msgid),
        entry.msgctxt or "",
        source_language,
        tuple(sources),
        tuple(targets),
        entry.fuzzy,
        entry.previous_msgid or "",
        "\n".join(_notes(entry.comment, domain, site)),
        entry.tcomment,
    )


def _notes(comment: str, domain: str, site: str) -> Iterator[str]:
    """List what is said of a text; the second line of content's is an address below the site's."""
    for number, line in enumerate(comment.splitlines()):
        yield f"{site}{line}" if number == 1 and domain not in WORD_DOMAINS else line


def glossaries(project: Content, languages: Sequence[str]) -> Mapping[str, Atlas]:
    """Give the data in the language of the glossary, and in each of these."""
    written_in = project.atlas.shared.glossary.source_language
    return {
        language: view(project.atlas, language, read_catalogues(project.folders.locales, language)[0]).atlas
        for language in dict.fromkeys([written_in, *languages])
    }


def templates(project: Content, domain: str | None = None) -> Mapping[str, polib.POFile]:
    """Make a template of each domain's catalogue: every text with what is said of it, in no language."""
    english = in_english(project)
    wanted = wanted_texts(project.atlas, "")
    said = notes(wanted, english, "")
    result = {}
    for name, items in wanted.items():
        pairs = [(item.context, item.text) for item in items]
        comments = {item.context: said[name, item.context] for item in items}
        result[name] = merge(None, pairs, "", name, comments)
    for name in WORD_DOMAINS:
        words = merge_words(None, words_in_use(project.folders, name), SOURCE_LANGUAGE, name)
        words.metadata |= {"Language": "", "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;"}
        result[name] = words
    return {name: template for name, template in result.items() if domain in (None, name)}
