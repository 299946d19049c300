"""Read mkdocs.yml as mkdocs does: inherited files and variables of the environment count."""

import io
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.problems import Message, say
from generator.untrusted import Refused, read_file

_LARGEST = 1_000_000  # bytes; the shipped one has 3,000
_MOST_VALUES = 100_000
"""So many values a file may stand for, with all that it says by aliases written out."""


class UnreadableSettingsError(Exception):
    """Why mkdocs.yml cannot be read."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text(str))
        self.message = message


class NamedContent(io.BytesIO):
    """Stands for the open file: one reading of it serves whoever asks."""

    name = ""

    @classmethod
    def of(cls, path: Path, content: bytes) -> "NamedContent":
        """Make one for the file at a path, from which others that it names are found."""
        made = cls(content)
        made.name = str(path)
        return made


def read_content(path: Path) -> bytes:
    """Read the file; UnreadableSettingsError where it is none of the project's, or would never be read."""
    found = read_file(path, path.parent, _LARGEST)
    if isinstance(found, Refused):
        raise UnreadableSettingsError(say("The file cannot be read: %(reason)s", reason=found.reason))
    try:
        grown = _grown(found)
    except RecursionError as error:
        raise UnreadableSettingsError(
            say("The file cannot be read: %(reason)s", reason=say("it is nested too deeply"))
        ) from error
    if grown > _MOST_VALUES:
        raise UnreadableSettingsError(
            say("Its aliases stand for more than %(limit)s values", limit=_MOST_VALUES)
        )
    return found


@lru_cache(maxsize=8)
def _grown(content: bytes) -> int:
    """Count what a file stands for, once for all that read it: nothing else here takes as long."""
    try:
        return _values_in(yaml.compose(content, Loader=yaml.SafeLoader), {})
    except yaml.YAMLError:
        return 0  # mkdocs says so, in its own words


def _values_in(node: Any, known: dict[int, int]) -> int:
    """Count what a node stands for; one that holds itself stands for more than any limit."""
    if id(node) not in known:
        known[id(node)] = _MOST_VALUES + 1
        parts = node.value if isinstance(node, yaml.CollectionNode) else ()
        flat = (part for item in parts for part in (item if isinstance(item, tuple) else (item,)))
        known[id(node)] = 1 + sum(_values_in(part, known) for part in flat)
    return known[id(node)]


def read_mkdocs_yml(path: Path, content: bytes | None = None) -> Mapping[str, Any]:
    """Read the settings of a project; `content` is that of the file, for whoever has it already.

    UnreadableSettingsError where they are not YAML or not there.
    """
    try:
        with NamedContent.of(path, read_content(path) if content is None else content) as file:
            found: object = yaml_load(file)
    except (MkDocsException, OSError) as error:
        raise UnreadableSettingsError(say("This is not YAML: %(reason)s", reason=error)) from error
    return found if isinstance(found, dict) else {}


def plugin_options(settings: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Find the options of a plugin, however the list of plugins is written."""
    plugins = settings.get("plugins") or []
    entries = plugins if isinstance(plugins, list) else [{key: given} for key, given in plugins.items()]
    given = {key: value for entry in entries if isinstance(entry, dict) for key, value in entry.items()}
    return given.get(name) or {}
