"""Read mkdocs.yml as mkdocs does: inherited files and variables of the environment count."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load


class UnreadableSettingsError(Exception):
    """Why mkdocs.yml cannot be read."""


def read_mkdocs_yml(path: Path) -> Mapping[str, Any]:
    """Read the settings of a project; UnreadableSettingsError where they are not YAML or not there."""
    try:
        with path.open("rb") as file:
            found: object = yaml_load(file)
    except (MkDocsException, OSError) as error:
        raise UnreadableSettingsError(str(error)) from error
    return found if isinstance(found, dict) else {}


def plugin_options(settings: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Find the options of a plugin, however the list of plugins is written."""
    plugins = settings.get("plugins") or []
    entries = plugins if isinstance(plugins, list) else [{key: given} for key, given in plugins.items()]
    given = {key: value for entry in entries if isinstance(entry, dict) for key, value in entry.items()}
    return given.get(name) or {}
