"""An address at which no site can stand is told before anything is built."""

from pathlib import Path

import pytest

from generator.site.frame.configuration import UnusableConfigurationError
from generator.site.settings import Request, read_settings
from tests.site.projects import replace, write_site_project


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
