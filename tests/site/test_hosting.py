"""With what a build writes for them, hosts publish the site as it is meant: policy, caching, 404 pages."""

import gzip
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from generator.l10n.languages import Language, read_languages
from generator.site.hosting import HOSTS, write_host_files
from generator.site.hosting.headers_file import MOST_RULES, headers_file
from generator.site.hosting.nginx import nginx_conf
from generator.site.hosting.rules import read_rules
from tests.servers.running import Answer, Running, caddy, import_, include, nginx
from tests.site.projects import mkdocs, replace, write, write_site_project

LANGUAGES = read_languages(["en", "nl"], "mkdocs.yml")[0]
HASHED = "assets/stylesheets/main."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small built site with compressed files."""
    project = write_site_project(tmp_path_factory.mktemp("project"))
    replace(project / "mkdocs.yml", "languages: [en, nl]\n", "languages: [en, nl]\n      precompress: true\n")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stdout
    return project / "site"


Ask = Callable[..., Answer]
Start = Callable[[Path, Path, str], AbstractContextManager[Running]]
SERVERS: Mapping[str, tuple[Start, Callable[[Path], str]]] = {
    "nginx": (nginx, include),
    "caddy": (caddy, import_),
}


@pytest.fixture(scope="module", params=SERVERS)
def ask(
    request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Ask]:
    """Asks each server in turn, with what the build wrote for it and nothing more."""
    start, mention = SERVERS[request.param]
    with start(site, tmp_path_factory.mktemp("server"), mention(site)) as running:
        yield running.ask


def hashed(site: Path) -> str:
    """The address of a file whose name carries its digest."""
    return next(path.relative_to(site).as_posix() for path in site.glob(f"{HASHED}*.css"))


@pytest.mark.parametrize("path", ["/", "/nl/frameworks/harbour/", "/assets/atlas.css", "/nowhere/"])
def test_every_answer_carries_the_policy_and_what_goes_with_it(ask: Ask, path: str) -> None:
    headers = ask(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self'; script-src 'self' 'sha256-")
    assert headers["content-security-policy"].endswith("; frame-ancestors 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("folder", ["", "nl/"])
def test_any_site_may_frame_what_is_meant_for_it_and_nothing_else(ask: Ask, folder: str) -> None:
    policy = ask(f"/{folder}quiz/harbour/embed/").headers["content-security-policy"]
    assert policy.startswith("default-src 'self'; script-src 'self' 'sha256-")
    assert "frame-ancestors" not in policy
    for view in ("ruler", "matrix/harbour", "crosswalk/harbour--lantern"):
        headers = ask(f"/{folder}embed/{view}/").headers
        assert "frame-ancestors" not in headers["content-security-policy"]
        assert "x-frame-options" not in headers
    for page in ("quiz/harbour/", "embedding/", "frameworks/harbour/"):
        assert "frame-ancestors" in ask(f"/{folder}{page}").headers["content-security-policy"]


def test_a_file_with_a_digest_in_its_name_is_kept_for_good_and_all_else_is_asked_for_again(
    ask: Ask, site: Path
) -> None:
    assert ask(f"/{hashed(site)}").headers["cache-control"] == "public, max-age=31536000, immutable"
    for path in ("/", "/nl/", "/assets/atlas.css", "/search/search_entries.json"):
        assert ask(path).headers["cache-control"] == "public, max-age=0, must-revalidate", path


@pytest.mark.parametrize(
    ("path", "kind", "encoding"),
    [("/ruler.png", "image/png", None), ("/nl/ruler.svg", "image/svg+xml", "gzip")],
)
def test_a_picture_is_named_as_what_it_is_and_packed_only_where_it_gets_smaller(
    ask: Ask, path: str, kind: str, encoding: str | None
) -> None:
    headers = ask(path, Accept_Encoding="gzip").headers
    assert headers["content-type"].partition(";")[0] == kind
    assert headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert headers.get("content-encoding") == encoding


def test_a_page_that_has_not_changed_is_not_sent_again(ask: Ask) -> None:
    tag = ask("/nl/").headers["etag"]
    assert ask("/nl/", If_None_Match=tag).status == 304


@pytest.mark.parametrize(
    ("path", "language"),
    [
        ("/nowhere/", "en"),
        ("/nl/nowhere/", "nl"),
        ("/nlx/nowhere", "en"),
        ("/nl/assets/gone.0a1b2c3d.js", "nl"),
        ("/api/", "en"),
        ("/api/v1/", "en"),
        ("/assets/", "en"),
        ("/nl/assets/", "nl"),
    ],
)
def test_an_unknown_address_gives_the_404_page_of_its_language(ask: Ask, path: str, language: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert f'<html lang="{language}"'.encode() in answer.body
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "public, max-age=0, must-revalidate"


@pytest.mark.parametrize("path", ["/", "/nl/frameworks/harbour/", "/nowhere/", "/search/search_entries.json"])
def test_who_can_unpack_gets_the_compressed_file_and_others_the_plain_one(
    ask: Ask, site: Path, path: str
) -> None:
    plain, packed = ask(path), ask(path, Accept_Encoding="gzip")
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == plain.body
    assert "content-encoding" not in plain.headers
    assert packed.body in {file.read_bytes() for file in site.rglob("*.gz")}


@pytest.mark.parametrize("path", ["/.hosting/nginx.conf", "/.hosting/Caddyfile", "/_headers", "/.git/config"])
def test_what_is_not_for_readers_is_not_served(ask: Ask, site: Path, path: str) -> None:
    write(site / ".git" / "config", "secret")
    assert (site / path[1:]).is_file()
    answer = ask(path)
    assert answer.status == 404
    assert b"<html" in answer.body


def test_a_folder_of_the_acme_protocol_is_served_though_it_is_hidden(ask: Ask, site: Path) -> None:
    write(site / ".well-known" / "acme-challenge" / "token", "token")
    assert ask("/.well-known/acme-challenge/token").body == b"token"


def test_a_folder_without_its_slash_leads_to_the_page_on_the_same_server(ask: Ask) -> None:
    answer = ask("/nl/frameworks")
    assert answer.status in (301, 308)
    assert answer.headers["location"] == "/nl/frameworks/"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/assets/atlas.js", "javascript"),
        ("/assets/atlas.css", "text/css"),
        ("/assets/atlas.svg", "image/svg"),
        ("/api/v1/en/frameworks/harbour.csv", "text/csv"),
        ("/api/v1/atlas.jsonld", "application/ld+json"),
    ],
)
def test_files_are_called_what_they_are_since_no_browser_may_guess(ask: Ask, path: str, kind: str) -> None:
    answer = ask(path)
    assert answer.status == 200
    assert kind in answer.headers["content-type"]


@pytest.mark.parametrize(
    ("path", "origin"),
    [("/api/v1/openapi.json", "*"), ("/id/harbour/index.json", "*"), ("/", None), ("/nl/ruler.svg", None)],
)
def test_scripts_of_any_site_may_read_data_and_nothing_else(ask: Ask, path: str, origin: str | None) -> None:
    answer = ask(path)
    assert answer.status == 200
    assert answer.headers.get("access-control-allow-origin") == origin
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize("name", SERVERS)
def test_a_site_below_a_path_is_published_there(name: str, site: Path, tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    folder = root / "at.las"
    folder.symlink_to(site, target_is_directory=True)
    written = tmp_path / "written"
    copy_pages(site, written)
    write_host_files(written, LANGUAGES, "https://small.example/at.las/")
    start, mention = SERVERS[name]
    with start(root, tmp_path / "server", mention(written)) as running:
        assert b'lang="nl"' in running.ask("/at.las/nl/nowhere").body
        assert b'lang="en"' in running.ask("/at.las/nowhere").body
        framed = running.ask("/at.las/nl/quiz/harbour/embed/").headers["content-security-policy"]
        assert "frame-ancestors" not in framed


def copy_pages(site: Path, folder: Path) -> None:
    """A few pages of a site, from which its rules can be read."""
    for path in ("index.html", "nl/index.html", "quiz/index.html", "quiz/harbour/embed/index.html"):
        write(folder / path, (site / path).read_text(encoding="utf-8"))


def test_pages_are_asked_for_again_and_framed_by_nobody_else(tmp_path: Path) -> None:
    write(tmp_path / "index.html", "<!doctype html>")
    conf = nginx_conf(read_rules(tmp_path, LANGUAGES, None))

    assert 'set $atlas_cache "public, max-age=0, must-revalidate";' in conf
    assert re.search(r"set \$atlas_policy \"default-src 'self'; [^\"]*; frame-ancestors 'self'\";", conf)
    assert conf.count("frame-ancestors") == 1


def test_an_address_with_signs_that_mean_something_to_a_host_stays_an_address(
    site: Path, tmp_path: Path
) -> None:
    copy_pages(site, tmp_path / "site")
    write_host_files(tmp_path / "site", LANGUAGES, 'https://small.example/a"; return 500; "$uri {}/')
    for name in HOSTS:
        text = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert "return 500; " not in text
    with nginx(tmp_path / "site", tmp_path / "server", include(tmp_path / "site")) as running:
        assert running.ask("/").status == 200


def blocks(text: str) -> dict[str, dict[str, str]]:
    """`_headers` as its hosts read it: headers by the pattern of their addresses."""
    found: dict[str, dict[str, str]] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            assert line not in found
            found[line] = {}
        elif not line.startswith("#"):
            name, _, value = line.strip().partition(": ")
            found[list(found)[-1]][name] = value
    return found


def matching(found: Mapping[str, Mapping[str, str]], path: str) -> list[tuple[str, str]]:
    """The headers of all blocks that match a path: `*` is anything, `:name` one step."""
    return [
        header
        for pattern, headers in found.items()
        if re.fullmatch(re.sub(r":[a-z]+", "[^/]+", re.escape(pattern).replace(r"\*", ".*")), path)
        for header in headers.items()
    ]


def test_in_a_headers_file_no_header_is_named_twice_for_an_address(site: Path) -> None:
    found = blocks((site / "_headers").read_text(encoding="utf-8"))
    for file in site.rglob("*"):
        path = f"/{file.relative_to(site).as_posix()}".removesuffix("index.html")
        names = [name for name, _ in matching(found, path)]
        assert len(names) == len(set(names)), path


def test_a_headers_file_says_what_the_other_hosts_do(site: Path) -> None:
    found = blocks((site / "_headers").read_text(encoding="utf-8"))
    page, embedded = (
        dict(matching(found, "/nl/quiz/harbour/")),
        dict(matching(found, "/nl/quiz/harbour/embed/")),
    )
    assert page["X-Frame-Options"] == "SAMEORIGIN"
    assert "X-Frame-Options" not in embedded
    assert embedded["Content-Security-Policy"].startswith("default-src 'self'; script-src 'self' 'sha256-")
    assert dict(matching(found, f"/{hashed(site)}"))["Cache-Control"].endswith("immutable")
    assert "Cache-Control" not in page
    for path in ("/", "/nl/", "/frameworks/harbour/levels/pier/", "/nl/about/", "/404.html", "/quiz/"):
        assert dict(matching(found, path))["X-Frame-Options"] == "SAMEORIGIN", path
    for path, origin in (("/api/v1/ids.json", "*"), ("/id/harbour/", "*"), ("/nl/", None)):
        assert dict(matching(found, path)).get("Access-Control-Allow-Origin") == origin, path


def test_a_site_of_many_languages_gives_up_who_may_frame_and_nothing_else(site: Path) -> None:
    tags = ("nl", *(f"x{number}" for number in range(40)))
    many = (LANGUAGES[0], *(Language(tag, tag, f"{tag}/") for tag in tags))
    found = blocks(headers_file(read_rules(site, many, None)))
    assert len(found) <= MOST_RULES
    assert "Content-Security-Policy" in found["/*"]
    assert f"/{hashed(site)}" in found
    assert not any("X-Frame-Options" in headers for headers in found.values())


def test_lines_of_a_headers_file_are_as_short_as_its_hosts_ask(site: Path) -> None:
    assert max(map(len, (site / "_headers").read_text(encoding="utf-8").splitlines())) < 2000
