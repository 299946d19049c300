"""Serve the preview to this machine's browsers."""

import ipaddress
import socket
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from generator.preview.editor_links import OWN
from generator.preview.pairs import TEXT
from generator.preview.responses import Answer, Answers
from generator.problems import Message, say

EVENTS = f"{OWN}events"
_LARGEST = 200_000  # bytes of a text that is changed: many more than the longest may have
_HEARTBEAT = 15.0  # seconds; a browser that has gone is noticed when it is written to
_OWN_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; connect-src 'self'; "
    "frame-ancestors 'none'"
)

_OTHER_HOST = say("This preview answers to the address of its own machine only.")
_OTHER_MACHINE = say("Texts are changed on the machine that the preview runs on only.")
_OTHER_SITE = say("Texts are changed from the preview's own pages only.")
_TOO_LONG = say("The text is too long.")


class Server(ThreadingHTTPServer):
    """Answers from threads that end with it."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, host: str, port: int, answers: Answers) -> None:
        """Listens at once; OSError where that is not possible."""
        self.answers, self.host = answers, host
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, port), _Handler)

    @property
    def origin(self) -> str:
        """Where a browser finds it."""
        host = self.host if self.host not in ("", "0.0.0.0", "::") else "127.0.0.1"
        return f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}"

    def begin(self) -> None:
        """Serve from a thread of its own."""
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()

    def end(self) -> None:
        """Stop, and let go of the port."""
        self.answers.hub.stop()
        self.shutdown()
        self.server_close()

    def is_ours(self, host: str | None) -> bool:
        """Whether a request names this machine: a name that somebody else points here is not ours.

        Its owner could let `evil.example` lead to 127.0.0.1, and that site's scripts could then read the
        project through a visitor's browser (DNS rebinding).
        """
        name = urlsplit(f"//{host or ''}").hostname or ""
        if name in ("localhost", self.host.lower()):
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes while it is answered is no mistake."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server
    timeout = 120

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent: an editor waits for other words."""

    def do_GET(self) -> None:
        """Send what is there."""
        if not self._host_is_ours():
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, _OTHER_HOST)
        elif urlsplit(self.path).path == EVENTS and self.command == "GET":
            self._tell_events()
        else:
            self._send(self.server.answers.answer(self.path))

    do_HEAD = do_GET  # noqa: N815 - http.server asks for this name

    def do_POST(self) -> None:
        """Change a text, for a page of ours in a browser of this machine."""
        # What is refused is not read: a connection that goes on would take it for the next request.
        self.close_connection = True
        if urlsplit(self.path).path != f"{OWN}{TEXT}":
            self.send_error(HTTPStatus.NOT_IMPLEMENTED)
        elif not self._host_is_ours():
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST, _OTHER_HOST)
        elif not ipaddress.ip_address(self.client_address[0]).is_loopback:
            self._refuse(HTTPStatus.FORBIDDEN, _OTHER_MACHINE)
        elif self.headers.get("Origin") != f"http://{self.headers.get('Host')}":
            self._refuse(HTTPStatus.FORBIDDEN, _OTHER_SITE)
        elif self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, _OTHER_SITE)
        else:
            length = self.headers.get("Content-Length", "")
            if not (length.isascii() and length.isdigit() and len(length) < 9 and int(length) <= _LARGEST):
                self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _TOO_LONG)
            else:
                self._send(self.server.answers.save(self.rfile.read(int(length))))

    def _host_is_ours(self) -> bool:
        try:
            return self.server.is_ours(self.headers.get("Host"))
        except ValueError:
            return False

    def _refuse(self, status: HTTPStatus, reason: Message) -> None:
        self._send(self.server.answers.refusal(status, reason))

    def _send(self, answer: Answer) -> None:
        tag = f'"{blake2b(answer.body, digest_size=12).hexdigest()}"'
        known = answer.status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag
        self.send_response(HTTPStatus.NOT_MODIFIED if known else answer.status)
        text = answer.type.startswith("text/") or answer.type in ("application/json", "application/xml")
        self.send_header("Content-Type", f"{answer.type}; charset=utf-8" if text else answer.type)
        if not known:
            self.send_header("Content-Length", str(len(answer.body)))
        self.send_header("ETag", tag)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        if answer.own:
            self.send_header("Content-Security-Policy", _OWN_POLICY)
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD" and not known:
            self.wfile.write(answer.body)

    def _tell_events(self) -> None:
        """A stream as in https://html.spec.whatwg.org/multipage/server-sent-events.html."""
        query = parse_qs(urlsplit(self.path).query)
        known = self.headers.get("Last-Event-ID") or query.get("since", ["0"])[0]
        since = int(known) if known.isascii() and known.isdigit() and len(known) < 20 else 0
        hub = self.server.answers.hub
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        with hub.looking_at(query.get("page", [""])[0]):
            try:
                while not hub.stopped:
                    news = hub.wait(since, _HEARTBEAT)
                    if news:
                        since = news[1]
                    text = f"id: {since}\nevent: {news[0]}\ndata: {since}\n\n" if news else ": \n\n"
                    self.wfile.write(text.encode())
                    self.wfile.flush()
            except OSError:
                return
