"""`mkdocs serve` previews every language, follows every change, and outlives every mistake."""

import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.config.defaults import MkDocsConfig

from generator.site.plugin import AtlasPlugin
from generator.site.settings import Request
from tests.site.projects import command, replace, settings, write_site_project

PATIENCE = 90


@contextmanager
def preview(project: Path) -> Iterator[tuple[Callable[[str], str], Path]]:
    """A running preview: what it shows at an address, and the file that it logs to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "serve.log"

    def shown(address: str) -> str:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{address}", timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    with log.open("w") as output:
        server = subprocess.Popen(
            command("serve", "-a", f"127.0.0.1:{port}"),
            cwd=project,
            env=settings(),
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=heed_interrupts,
        )
        try:
            yield shown, log
        finally:
            server.send_signal(signal.SIGINT)
            server.wait()


def heed_interrupts() -> None:
    """A shell lets what it starts in the background ignore them, and that is handed down."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def wait_for(said: str, what: Callable[[], str]) -> None:
    """Until something is said, within reason."""
    deadline = time.monotonic() + PATIENCE
    while said not in what():
        assert time.monotonic() < deadline, f"{said!r} is not in:\n{what()[-4000:]}"
        time.sleep(0.2)


def test_a_preview_shows_both_languages_and_outlives_a_mistake(tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    harbour = project / "frameworks" / "harbour.yaml"
    pier, dutch_pier = "frameworks/harbour/levels/pier/", "nl/frameworks/harbour/levels/pier/"
    with preview(project) as (shown, log):
        wait_for("One plank for every boat.", lambda: shown(pier))
        wait_for('<html lang="nl"', lambda: shown(dutch_pier))

        replace(harbour, "    pier: Whoever is there.", "    pear: Whoever is there.")
        wait_for("error[F209]", log.read_text)
        wait_for("still shows the last good site", log.read_text)
        assert "One plank for every boat." in shown(pier)

        replace(harbour, "    pear: Whoever is there.", "    pier: Anyone at all.")
        wait_for("Anyone at all.", lambda: shown(pier))
        wait_for("Anyone at all.", lambda: shown(dutch_pier))

        replace(project / "docs" / "nl" / "about.md", "Met de hand.", "Met twee handen.")
        wait_for("Met twee handen.", lambda: shown("nl/about/"))
        assert "Traceback" not in log.read_text()


def test_an_unknown_error_shows_where_it_is_and_does_not_end_the_preview(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise ValueError("a bug")

    plugin, server = AtlasPlugin(), SimpleNamespace(builder=broken, watch=list[str]().append)
    plugin.request = Request(tmp_path)
    plugin.on_serve(server, config=MkDocsConfig(), builder=broken)  # type: ignore[arg-type]
    server.builder()
    assert "ValueError: a bug" in caplog.text
