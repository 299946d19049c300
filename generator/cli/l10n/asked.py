"""Find the languages and domains that a command line names."""

from pathlib import Path

from generator.cli.command import FailedError, UsageError
from generator.cli.telling import complain_of
from generator.folders import Folders
from generator.l10n.catalogs.files import WORD_DOMAINS
from generator.l10n.languages import as_tag, folders_of_no_language, suggestion
from generator.l10n.updating import Data, languages_begun, open_data
from generator.problems import did_you_mean, errors, say
from generator.project import configured_languages
from generator.translate import SHARED_DOMAIN


def configured(root: Path) -> list[str]:
    """List the site's languages, the default one first."""
    return [item.tag for item in configured_languages(root)[0]]


def asked_languages(language: str | None, root: Path) -> list[str]:
    """List the language asked for; or those of the site, and those begun and not yet configured."""
    tags = list(dict.fromkeys([*configured(root), *languages_begun(Folders(root))]))
    if language is None:
        complain_of(folders_of_no_language(Folders(root)), root)
        return tags
    if language in tags:
        return [language]
    tag = as_tag(language)
    if tag is not None and tag not in tags:
        hint = say("Begin a language with 'atlas l10n init -l %(tag)s'", tag=tag)
    else:
        hint = suggestion(language) or say("Begin a language with 'atlas l10n init'")
    raise UsageError(
        "-l %(language)s: the site has %(known)s. %(hint)s",
        language=language,
        known=", ".join(tags),
        hint=hint,
    )


def asked_domain(domain: str | None, data: Data) -> str | None:
    """Check the domain asked for, and return it."""
    known = [*(item.id for item in data.atlas.frameworks), SHARED_DOMAIN, *WORD_DOMAINS]
    if domain is None or domain in known:
        return domain
    hint = did_you_mean(domain, known) or ""
    raise UsageError("-D %(domain)s: no catalogue has this name. %(hint)s", domain=domain, hint=hint)


def sound_data(root: Path) -> Data:
    """Read the project's data; fail with its errors if there are any."""
    data, problems = open_data(root)
    if data is None:
        complain_of(errors(problems), root)
        raise FailedError
    return data


def published_data(root: Path) -> Data:
    """Read the project's data without what is still being written; fail with its errors if there are any."""
    # Reads what editions hold, which only some commands need.
    from generator.edition import known_to_readers, read_editions
    from generator.published import published

    data = sound_data(root)
    kept, _ = read_editions(data.folders.frameworks, root, data.atlas.shared.editions)
    return Data(data.folders, published(data.atlas, known_to_readers(kept)).atlas)
