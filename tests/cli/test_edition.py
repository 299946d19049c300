"""`atlas edition` makes a dated edition of the content, once, and only of what is sound."""

import datetime
import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.cli import main
from tests.cli.leaving import leaving
from tests.export import tools
from tests.site.projects import replace, write

Output = pytest.CaptureFixture[str]
HARBOUR = "frameworks/harbour.yaml"


class Day(datetime.date):
    """The day on which these tests run."""

    @classmethod
    def today(cls) -> "Day":
        """That day."""
        return cls(2026, 3, 31)


@pytest.fixture(autouse=True)
def _that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.cli.edition.datetime.date", Day)


def editions(project: Path) -> list[str]:
    """The ids in the list."""
    lines = (project / "frameworks" / "editions.yaml").read_text(encoding="utf-8").splitlines()
    return [line.partition('"')[2].rstrip('"') for line in lines if "id:" in line]


def test_it_adds_an_entry_and_a_file_and_says_what_to_do_next(up_to_date: Path, capsys: Output) -> None:
    assert main(["edition"]) == 0
    said = capsys.readouterr().out
    for words in ("Wrote frameworks/editions.yaml.", "Wrote frameworks/editions/2026.03.json.", "Next:"):
        assert words in said
    kept = json.loads((up_to_date / "frameworks/editions/2026.03.json").read_bytes())
    assert (kept["edition"], kept["date"]) == ("2026.03", "2026-03-31")
    assert "harbour/levels/pier" in kept["ids"]
    assert main(["validate"]) == 0


@pytest.mark.parametrize("address", ["https://atlas.example/", "https://maturity.internal/atlas/"])
def test_it_writes_how_the_edition_is_cited(up_to_date: Path, address: str) -> None:
    replace(up_to_date / "mkdocs.yml", "site_url: https://small.example/", f"site_url: {address}")
    assert main(["edition"]) == 0
    cited = yaml.safe_load((up_to_date / "CITATION.cff").read_text(encoding="utf-8"))
    assert (cited["title"], cited["version"], cited["date-released"]) == (
        "Small atlas",
        "2026.03",
        "2026-03-31",
    )
    assert cited["authors"] == [{"name": "Small atlas"}]
    assert cited["license"] == "CC-BY-4.0"
    assert cited.get("url") == (None if "example" in address else address)


@pytest.mark.slow
def test_how_it_is_cited_fits_the_schema_of_its_format(up_to_date: Path) -> None:
    replace(up_to_date / "mkdocs.yml", "https://small.example/", "https://maturity.internal/")
    assert main(["edition"]) == 0
    cited = yaml.safe_load((up_to_date / "CITATION.cff").read_text(encoding="utf-8"))
    validator = Draft7Validator(tools.schema("cffconvert/schemas/1.2.0/schema.json"))
    assert [problem.message for problem in validator.iter_errors(cited)] == []
    assert list(validator.iter_errors(cited | {"authors": []}))


def test_of_what_has_not_changed_there_is_no_second_edition(up_to_date: Path, capsys: Output) -> None:
    main(["edition"])
    assert leaving(up_to_date, ["edition"]) == 0
    assert "Nothing has changed since edition 2026.03." in capsys.readouterr().out


def test_a_second_edition_in_a_month_has_a_number_and_keeps_the_comments(up_to_date: Path) -> None:
    main(["edition"])
    list_ = up_to_date / "frameworks" / "editions.yaml"
    replace(list_, "editions:\n", "# Ours.\neditions:\n")
    replace(up_to_date / HARBOUR, "title: The harbour ladder", "title: The harbour")
    assert main(["edition"]) == 0
    assert editions(up_to_date) == ["2026.03", "2026.03.2"]
    assert "# Ours." in list_.read_text(encoding="utf-8")


def test_a_dry_run_writes_nothing(up_to_date: Path, capsys: Output) -> None:
    assert leaving(up_to_date, ["edition", "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "Would write frameworks/editions/2026.03.json." in said
    assert "Would write CITATION.cff." in said


def test_ids_that_lead_nowhere_prevent_an_edition(up_to_date: Path, capsys: Output) -> None:
    main(["edition"])
    assert main(["rename", "--no-redirect", "harbour/pier", "harbour/jetty"]) == 0
    assert leaving(up_to_date, ["edition"]) == 1
    said = capsys.readouterr().err
    assert "'harbour/levels/pier' was published in edition 2026.03" in said
    assert "No edition was made" in said


def test_of_what_is_unsound_no_edition_is_made(up_to_date: Path, capsys: Output) -> None:
    replace(up_to_date / HARBOUR, "kind: levels", "kind: ladders")
    assert leaving(up_to_date, ["edition"]) == 1
    assert "error[" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["editions: []\n", "{}\n"])
def test_a_list_to_which_nothing_can_be_added_is_left_as_it_is(
    form: str, up_to_date: Path, capsys: Output
) -> None:
    write(up_to_date / "frameworks" / "editions.yaml", form)
    assert leaving(up_to_date, ["edition"]) == 1
    assert "no entry can be added" in capsys.readouterr().err


def test_what_is_left_out_as_it_is_still_being_written_is_said(up_to_date: Path, capsys: Output) -> None:
    replace(up_to_date / "frameworks/lantern.yaml", "kind: levels\n", "kind: levels\ndraft: true\n")
    for asked in (["--dry-run"], []):
        assert main(["--lang", "en", "edition", *asked]) == 0
        said = capsys.readouterr().err
        assert "frameworks/lantern.yaml" in said
        assert "'lantern' is still being written, and is not published" in said
        assert "T410" not in said
