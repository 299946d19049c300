"""Read a gettext catalogue that came back from an agency or an editor, as a copy beside ours."""

from collections.abc import Iterator

from generator.l10n.catalogs.files import parsed
from generator.l10n.catalogs.plurals import rule_in
from generator.l10n.exchange.gathering import unit_of
from generator.l10n.exchange.units import Returned, UnreadableExchangeError
from generator.problems import say


def read_catalogue(text: str, domain: str) -> Iterator[Returned]:
    """List what a catalogue brings back; its headers say of which language and domain it is."""
    catalogue, problems = parsed(text, domain)
    if catalogue is None:
        first = problems[0]
        raise UnreadableExchangeError(
            say("line %(line)s: %(reason)s", line=first.place.line, reason=first.message)
        )
    language = str(catalogue.metadata.get("Language", "")).replace("_", "-")
    if not language:
        raise UnreadableExchangeError(say("its header names no language"))
    domain = str(catalogue.metadata.get("X-Domain", domain))
    rule = rule_in(catalogue.metadata, language)
    for entry in catalogue:
        if not entry.obsolete:
            unit = unit_of(entry, domain, rule, language, "")
            for id_, source, target in unit.forms:
                # What is empty says nothing of a translation.
                doubt = entry.fuzzy if target else None
                yield Returned(language, domain, id_, source, target, doubt, entry.tcomment)
