"""mkdocs.yml in, the languages that it names out: for commands that build nothing."""

from pathlib import Path

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.folders import CONFIGURATION
from generator.l10n.languages import Language, read_languages
from generator.problems import Place, Problem, say


def configured_address(root: Path) -> str | None:
    """The address that the site is published at, as mkdocs reads it; None where none is given."""
    with (root / CONFIGURATION).open("rb") as file:
        address = yaml_load(file).get("site_url")
    return address if isinstance(address, str) and address else None


def configured_languages(root: Path) -> tuple[tuple[Language, ...], tuple[Problem, ...]]:
    """The languages of a project, the default one first."""
    try:
        with (root / CONFIGURATION).open("rb") as file:
            plugins = yaml_load(file).get("plugins") or []
    except MkDocsException as error:
        return (), (Problem("C600", Place(CONFIGURATION), say("This is not YAML: %(reason)s", reason=error)),)
    entries = plugins if isinstance(plugins, list) else [{name: given} for name, given in plugins.items()]
    given = {name: value for entry in entries if isinstance(entry, dict) for name, value in entry.items()}
    return read_languages((given.get("atlas") or {}).get("languages", ["en"]), CONFIGURATION)
