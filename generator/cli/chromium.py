"""Print pages of a built site as PDF with the Chromium that is on the machine."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from generator.cli.command import FailedError

VARIABLE = "CHROMIUM"
"""Names the program, where it is not found by one of its usual names."""

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

_PATIENCE = 120.0
"""Seconds that a page gets."""

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Lets a Chromium ask nobody for anything of its own."""

_PRINTING = (
    "--headless",
    "--no-pdf-header-footer",
    "--virtual-time-budget=10000",  # until fonts are there
)


def find_chromium() -> str:
    """Find the program; fail with what to do where there is none."""
    named = os.environ.get(VARIABLE)
    for name in (named,) if named else NAMES:
        if found := shutil.which(name):
            return found
    if named:
        raise FailedError("%(variable)s names %(name)s, which is no program.", variable=VARIABLE, name=named)
    raise FailedError(
        "There is no Chromium here to print with. Install it (Debian: apt-get install chromium), let "
        "%(variable)s name a Chromium or Chrome, or print the poster's page from a browser.",
        variable=VARIABLE,
    )


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site to this machine for a moment: a page from a file may load nothing beside it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def print_page(program: str, url: str) -> bytes:
    """Print a page on the paper that its style sheet asks for; fail where the program gives no whole PDF."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "page.pdf"
        # Root may not have the sandbox, and what is opened is the site's own.
        sandbox = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
        command = (
            program,
            *QUIET,
            *_PRINTING,
            *sandbox,
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={file}",
            url,
        )
        nothing = subprocess.DEVNULL
        try:
            subprocess.run(command, stdin=nothing, stdout=nothing, stderr=nothing, timeout=_PATIENCE)
            content = file.read_bytes()
        except (OSError, subprocess.SubprocessError):
            content = b""
    if not content.startswith(b"%PDF-") or not content.rstrip().endswith(b"%%EOF"):
        raise FailedError("%(program)s printed no PDF. Does '%(program)s --version' run?", program=program)
    return content


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each file."""
