"""A new site names the generator as whoever installed it did, and no place of one machine."""

import json

import pytest

from generator.editing.starter import origin

NOWHERE = (
    "# maturity-atlas 1.2 came from this machine: write here where others find it, "
    "such as 'maturity-atlas @ git+https://…'"
)


class Installed:
    """An installed package, with what its installer noted."""

    version = "1.2"

    def __init__(self, noted: dict[str, object] | None) -> None:
        self.noted = noted

    def read_text(self, name: str) -> str | None:
        """The file in which an installer notes where a package came from."""
        assert name == "direct_url.json"
        return json.dumps(self.noted) if self.noted is not None else None


@pytest.mark.parametrize(
    ("noted", "line"),
    [
        (None, NOWHERE),
        ({"url": "file:///home/me/a.whl", "archive_info": {}}, NOWHERE),
        (
            {"url": "https://git.example/atlas", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "maturity-atlas @ git+https://git.example/atlas@abc",
        ),
        (
            {"url": "https://files.example/a.whl", "archive_info": {}},
            "maturity-atlas @ https://files.example/a.whl",
        ),
    ],
)
def test_a_line_installs_the_same_again(
    noted: dict[str, object] | None, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(origin, "distribution", lambda name: Installed(noted))
    assert origin.requirement() == line
