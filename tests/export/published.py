"""Publish the invented project, for the tests of this folder to look at."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from generator.export import Terms, exports
from generator.model import Atlas
from tests.builders import loaded_project, views

TERMS = Terms(address="https://atlas.example/", license="https://licence.example/", version="1.2.3")


def publish(
    data: Atlas | None = None, untranslated: tuple[str, ...] = (), terms: Terms = TERMS
) -> dict[str, bytes]:
    """Every file by its path below `api/v1/`."""
    languages = views(data or loaded_project().atlas(), "en", "nl", untranslated=untranslated)
    return {path.removeprefix("api/v1/"): content for path, content in exports(languages, "en", terms)}


def json_of(files: Mapping[str, bytes], path: str) -> Any:
    """A JSON file's content."""
    return json.loads(files[path])


def csv_of(files: Mapping[str, bytes], path: str) -> list[list[str]]:
    """A CSV file's rows."""
    return list(csv.reader(io.StringIO(files[path].decode("utf-8-sig"), newline="")))
