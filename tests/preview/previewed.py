"""A project in, its preview running on this machine, as a browser and an editor meet it, out."""

import http.client
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from generator.l10n.updating import update
from generator.preview import Preview, preview
from generator.problems import Problem
from generator.project import open_project
from tests.site.projects import replace

PATIENCE = 60.0
CATALOGUE = "locales/nl/LC_MESSAGES/harbour.po"


@dataclass(frozen=True)
class Response:
    """What a browser was sent."""

    status: int
    text: str
    headers: Mapping[str, str]


@dataclass
class Running:
    """A preview, and what it told of each reading."""

    preview: Preview
    project: Path
    readings: list[tuple[Problem, ...]] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """Where a browser finds it."""
        return self.preview.server.origin

    def ask(
        self,
        path: str,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Response:
        """The answer to a request, whose path is sent as it is written."""
        connection = http.client.HTTPConnection(urlsplit(self.origin).netloc, timeout=PATIENCE)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Response(answer.status, answer.read().decode("utf-8", "replace"), dict(answer.headers))
        finally:
            connection.close()

    def shown(self, path: str) -> str:
        """What stands at a path."""
        return self.ask(path).text

    def after_a_change(self, readings: int) -> tuple[Problem, ...]:
        """All that is wrong, once the preview has read more often than that."""
        deadline = time.monotonic() + PATIENCE
        while len(self.readings) <= readings:
            assert time.monotonic() < deadline, "the preview saw no change"
            time.sleep(0.01)
        return self.readings[-1]

    def change(self, path: str, old: str, new: str) -> tuple[Problem, ...]:
        """Reread the one place in a file where something stands; gives all that is wrong then."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new))

    def write(self, path: str, text: str) -> tuple[Problem, ...]:
        """Give a file a text; gives all that is wrong then."""
        before = len(self.readings)
        file = self.project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return self.after_a_change(before)


@contextmanager
def previewing(project: Path) -> Iterator[Running]:
    """A preview on a free port."""
    readings: list[tuple[Problem, ...]] = []
    with preview(project, "127.0.0.1", 0, lambda problems, _: readings.append(tuple(problems))) as running:
        yield Running(running, project, readings)


def translated(project: Path) -> Path:
    """With a catalogue in which one cell has a translation."""
    sound, _ = open_project(project, ["en", "nl"])
    assert sound is not None
    update(sound, ["nl"], write=True)
    replace(
        project / CATALOGUE,
        'msgid "Whoever is there."\nmsgstr ""',
        'msgid "Whoever is there."\nmsgstr "Wie er is."',
    )
    return project
