"""Run a server of Debian's that publishes a site's folder on a loopback address."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from tests.servers.tools import program

PATIENCE = 10.0
"""Seconds that a server has to start, and to end."""


@dataclass(frozen=True)
class Answer:
    """What a server says to one request; names of headers are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Running:
    """A server at a port of this machine."""

    port: int

    @property
    def origin(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, **headers: str) -> Answer:
        """One request, with `_` for `-` in the names of headers; redirects are not followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            found = {name.casefold(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read())
        finally:
            connection.close()


@contextmanager
def nginx(root: Path, place: Path, inside: str, *, workers: int = 1) -> Iterator[Running]:
    """nginx with a folder as its root and `inside` in its server block; `place` is a folder of its own."""
    with _running(place, lambda port: _nginx(root, place, inside, port, workers)) as running:
        yield running


@contextmanager
def caddy(root: Path, place: Path, inside: str) -> Iterator[Running]:
    """Caddy with a folder as its root and `inside` in its site's block."""
    with _running(place, lambda port: _caddy(root, place, inside, port)) as running:
        yield running


def include(site: Path) -> str:
    """How nginx is told of a built site."""
    return f"include {site}/.hosting/nginx.conf;"


def import_(site: Path) -> str:
    """How Caddy is told of a built site."""
    return f"import {site}/.hosting/Caddyfile"


def _nginx(root: Path, place: Path, inside: str, port: int, workers: int) -> Sequence[str]:
    folders = "".join(f"{kind}_temp_path {place};" for kind in TEMPORARY)
    # As root it would give its workers a user who may not read what belongs to a test.
    user = "user root;" if os.geteuid() == 0 else ""
    (place / "nginx.conf").write_text(
        f"{user} daemon off; pid {place}/pid; worker_processes {workers}; error_log {place}/log warn;\n"
        "events { worker_connections 1024; }\n"
        "http {\n"
        f"include /etc/nginx/mime.types; default_type application/octet-stream; access_log off; {folders}\n"
        "sendfile on; tcp_nopush on; keepalive_requests 1000000; server_tokens off;\n"
        f"server {{ listen 127.0.0.1:{port}; root {root};\n{inside}\n}}\n"
        "}\n",
        encoding="utf-8",
    )
    command = (program("nginx"), "-c", str(place / "nginx.conf"))
    checked = subprocess.run((*command, "-t"), capture_output=True, text=True, stdin=subprocess.DEVNULL)
    assert not checked.returncode, checked.stderr
    assert "[warn]" not in checked.stderr, checked.stderr
    return command


TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def _caddy(root: Path, place: Path, inside: str, port: int) -> Sequence[str]:
    (place / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\n"
        f"http://127.0.0.1:{port} {{\n\troot * {root}\n\t{inside}\n}}\n",
        encoding="utf-8",
    )
    return (program("caddy"), "run", "--adapter", "caddyfile", "--config", str(place / "Caddyfile"))


@contextmanager
def _running(place: Path, prepare: Callable[[int], Sequence[str]]) -> Iterator[Running]:
    place.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    home = {**os.environ, "HOME": str(place), "XDG_DATA_HOME": str(place), "XDG_CONFIG_HOME": str(place)}
    with (place / "said").open("wb") as said:
        process = subprocess.Popen(
            prepare(port), env=home, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
    try:
        _wait(process, port, place / "said")
        yield Running(port)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(process: subprocess.Popen[bytes], port: int, said: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError(f"the server did not start: {said.read_text(encoding='utf-8', errors='replace')}")
