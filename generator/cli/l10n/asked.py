"""Find the languages and domains that a command line names."""

from pathlib import Path

from generator.cli.command import FailedError, UsageError
from generator.cli.telling import complain_of
from generator.folders import Folders
from generator.l10n.catalogs.files import WORDS
from generator.l10n.languages import suggestion
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
    if language is None or language in tags:
        return [language] if language else tags
    hint = suggestion(language) or say("Begin a language with 'atlas l10n init'")
    raise UsageError(
        say(
            "-l %(language)s: the site has %(known)s. %(hint)s",
            language=language,
            known=", ".join(tags),
            hint=hint,
        )
    )


def asked_domain(domain: str | None, data: Data) -> str | None:
    """Check the domain asked for, and return it."""
    known = [*(item.id for item in data.atlas.frameworks), SHARED_DOMAIN, WORDS]
    if domain is None or domain in known:
        return domain
    hint = did_you_mean(domain, known) or ""
    raise UsageError(say("-D %(domain)s: no catalogue has this name. %(hint)s", domain=domain, hint=hint))


def sound_data(root: Path) -> Data:
    """Read the project's data; fail with its errors if there are any."""
    data, problems = open_data(root)
    if data is None:
        complain_of(errors(problems), root)
        raise FailedError("")
    return data
