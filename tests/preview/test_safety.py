"""A preview shows the site and the files that it is made from to this machine, and to nobody else."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from generator.preview.editor_links import Editing, is_editor
from generator.problems import Place
from tests.preview.previewed import Running, previewing
from tests.site.projects import write, write_site_project

SECRET = "not for anybody's eyes"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview of a project with secrets around it."""
    folder = tmp_path_factory.mktemp("around")
    write(folder / "secret.yaml", SECRET)
    project = write_site_project(folder / "project")
    write(project / ".env", SECRET)
    write(project / "secret.yaml", SECRET)
    write(project / "templates" / "secret.key", SECRET)
    write(project / "docs" / "en" / ".hidden" / "secret.md", SECRET)
    write(project / "docs" / "en" / "danger.md", "# Danger\n\n`</pre><script>alert(1)</script>`\n")
    with previewing(project) as running:
        yield running


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.yaml",
        "/assets/../../secret.yaml",
        "/%2e%2e/secret.yaml",
        "/..%2fsecret.yaml",
        "/nl/..%2f..%2f.env",
        "/.env",
        "/secret.yaml",
        "//secret.yaml",
        "/mkdocs.yml",
        "/frameworks/harbour.yaml",
        "/_preview/../mkdocs.yml",
        "/_preview/panel.html",
        "/_preview/..%2fserver.py",
        "/_preview/source?file=../secret.yaml",
        "/_preview/source?file=/etc/passwd",
        "/_preview/source?file=secret.yaml",
        "/_preview/source?file=.env",
        "/_preview/source?file=docs/../secret.yaml",
        "/_preview/source?file=docs/../../secret.yaml",
        "/_preview/source?file=templates/secret.key",
        "/_preview/source?file=%00",
        "/_preview/source",
        "/api/v1/../../mkdocs.yml",
        "/.hidden/secret/",
    ],
)
def test_what_is_no_part_of_the_site_is_not_served(running: Running, path: str) -> None:
    answer = running.ask(path)
    assert answer.status == 404
    assert SECRET not in answer.text
    assert "site_name:" not in answer.text


def test_a_request_under_another_name_is_refused(running: Running) -> None:
    port = running.preview.server.server_port
    for name in (
        "evil.example",
        f"evil.example:{port}",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "",
        "][",
    ):
        answer = running.ask("/", headers={"Host": name})
        assert answer.status == 421, name
        assert "harbour" not in answer.text.lower()
    for name in (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"):
        assert running.ask("/", headers={"Host": name}).status == 200, name


def test_it_listens_to_its_own_machine_only(running: Running) -> None:
    assert running.preview.server.socket.getsockname()[0] == "127.0.0.1"
    assert running.preview.server.socket.family == socket.AF_INET


def test_nothing_can_be_written_through_it(running: Running) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert running.ask("/", method=method).status == 501


def test_what_a_file_says_is_never_markup(running: Running) -> None:
    page = running.ask("/_preview/source?file=docs/en/danger.md&line=3")
    assert page.status == 200
    assert "&lt;/pre&gt;&lt;script&gt;alert(1)" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    answer = running.ask("/_preview/source?file=<script>alert(2)</script>")
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_what_is_wrong_with_a_file_is_never_markup(running: Running) -> None:
    running.change("frameworks/harbour.yaml", "kind: levels", 'kind: "<script>alert(3)</script>"')
    page = running.shown("/frameworks/harbour/")
    assert "alert(3)" in page
    assert "<script>alert(3)" not in page
    running.change("frameworks/harbour.yaml", 'kind: "<script>alert(3)</script>"', "kind: levels")


def test_odd_numbers_of_lines_lead_somewhere(running: Running) -> None:
    for line in ("0", "-1", "99999999999999", "x", "٣", ""):
        assert running.ask(f"/_preview/source?file=mkdocs.yml&line={quote(line)}").status == 200


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ("vscode://file/{path}:{line}:{column}", True),
        ("idea://open?file={path}&line={line}", True),
        ("vscode://file/", False),
        ("javascript:alert('{path}')", False),
        ("data:text/html,{path}", False),
        ("{path}", False),
    ],
)
def test_an_editor_is_an_address_with_a_place_for_the_file(given: str, fits: bool) -> None:
    assert is_editor(given) is fits


def test_an_editor_is_given_the_whole_path_and_nothing_that_ends_an_address() -> None:
    links = Editing(Path("/a b/#project"), "vscode://file/{path}:{line}:{column}")
    assert links.href(Place("docs/x.md", 3, 4)) == "vscode://file//a%20b/%23project/docs/x.md:3:4"
