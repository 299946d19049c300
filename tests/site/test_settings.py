"""An address at which no site can stand is told before anything is built, and none is made up."""

from pathlib import Path

import pytest

from generator.site.frame.configuration import UnusableConfigurationError
from generator.site.settings import Request, read_settings
from tests.site.projects import ROOT, replace, write_site_project


def settings_with(project: Path, address: str) -> str | None:
    replace(project / "mkdocs.yml", "https://small.example/", address)
    return read_settings(Request(project, project / "site")).site_url


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("'https://['", "IPv6"),
        ("https://host.test:99999999/", "Port"),
        ("ftp://host.test/", "it does not start with https:// and a host"),
        ("https://user:secret@host.test/", "a name or a password"),
        ("https://host.test/?b", "signs that end an address"),
        ("'https://host.test/a\"b<c>/'", "signs that end an address"),
    ],
)
def test_an_address_that_is_none_is_told(address: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(UnusableConfigurationError, match=reason):
        settings_with(write_site_project(tmp_path), address)


@pytest.mark.parametrize(
    "address", ["https://host.test/some/path/", "http://127.0.0.1:8000/", "https://é.test/"]
)
def test_an_address_for_a_site_is_taken(address: str, tmp_path: Path) -> None:
    assert settings_with(write_site_project(tmp_path), address) == address


@pytest.mark.parametrize("given", [None, ""])
def test_our_own_site_has_no_address_no_contact_and_no_repository_but_those_it_is_given(
    given: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("SITE_URL", "CONTACT", "REPO_URL"):
        monkeypatch.delenv(name, raising=False)
        if given is not None:
            monkeypatch.setenv(name, given)
    found = read_settings(Request(ROOT))
    assert not found.site_url
    assert not found.config.extra["contact"]
    assert not found.config.repo_url
