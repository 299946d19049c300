"""A built site goes in, a web server on a loopback address that remembers every request comes out."""

import gzip
import mimetypes
import threading
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

from tests.site.built import Page, Site


@dataclass(frozen=True)
class Request:
    """What was asked for, and what was sent for it."""

    path: str
    status: int
    body: bytes

    @property
    def gzip_bytes(self) -> int:
        """What it weighs on the way."""
        return weight(self.body)


def weight(body: bytes) -> int:
    """The bytes that a server sends for a body: compressed where that helps."""
    return min(len(body), len(gzip.compress(body, compresslevel=6, mtime=0)))


class _Listener(ThreadingHTTPServer):
    # A browser opens more connections at once than the five that Python lets wait.
    request_queue_size = 128


class Server:
    """Sends a folder's index page for a folder and the site's own 404 page for what does not exist."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.requests: list[Request] = []
        self._http = _Listener(("127.0.0.1", 0), self._handler())
        self.origin = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Self:
        """Start serving."""
        threading.Thread(target=self._http.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()

    def url(self, page: Page | str) -> str:
        """Where the browser finds a page, or an address."""
        address = page if isinstance(page, str) else page.address
        return f"{self.origin}{self.site.root_path}{address}"

    def address(self, url: str) -> str:
        """The address within the site of a URL on this server, without query and fragment."""
        return unquote(urlsplit(url).path).removeprefix(self.site.root_path)

    def _answer(self, path: str) -> tuple[HTTPStatus, str, bytes]:
        address = unquote(urlsplit(path).path)
        inside = address.startswith(self.site.root_path) and ".." not in address.split("/")
        file = self.site.file(address.removeprefix(self.site.root_path)) if inside else None
        if file is None:
            not_found = self.site.folder / "404.html"
            return HTTPStatus.NOT_FOUND, "text/html", not_found.read_bytes() if not_found.exists() else b""
        body = file.read_bytes()
        if file.name == "sitemap.xml":
            # The theme's instant navigation knows the site's pages from here, by address and port.
            body = body.replace(self.site.root.encode(), self.url("").encode())
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return HTTPStatus.OK, kind, body

    def _handler(server) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self of its own
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                status, kind, body = server._answer(self.path)
                server.requests.append(Request(self.path, status, body))
                self.send_response(status)
                self.send_header(
                    "Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
                )
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-cache" if kind == "text/html" else "max-age=3600")
                # A reader who leaves before a page is whole is no fault of the page.
                with suppress(BrokenPipeError, ConnectionResetError):
                    self.end_headers()
                    self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Stay silent; the requests are remembered."""

        return Handler
