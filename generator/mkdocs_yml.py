"""Read mkdocs.yml as mkdocs does: inherited files and variables of the environment count."""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load


class UnreadableSettingsError(Exception):
    """Why mkdocs.yml cannot be read."""


class NamedContent(io.BytesIO):
    """Stands for the open file: one reading of it serves whoever asks."""

    name = ""

    @classmethod
    def of(cls, path: Path, content: bytes) -> "NamedContent":
        """Make one for the file at a path, from which others that it names are found."""
        made = cls(content)
        made.name = str(path)
        return made


def read_mkdocs_yml(path: Path, content: bytes | None = None) -> Mapping[str, Any]:
    """Read the settings of a project; `content` is that of the file, for whoever has it already.

    UnreadableSettingsError where they are not YAML or not there.
    """
    try:
        with NamedContent.of(path, content if content is not None else path.read_bytes()) as file:
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
