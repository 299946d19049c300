"""What was renamed is published, so that programs can follow an old id."""

from dataclasses import replace

from generator.model import Redirects
from tests.builders import loaded_project
from tests.export.published import json_of, publish


def test_every_former_id_is_published_with_the_one_of_today() -> None:
    former = {"from": "harbour/levels/plank", "to": "harbour/levels/pier", "since": "2026-01-31"}
    redirects = Redirects.model_validate({"redirects": [former, {"from": "bay", "to": "harbour"}]})
    files = publish(replace(loaded_project().atlas(), redirects=redirects))
    assert json_of(files, "redirects.json") == [former, {"from": "bay", "to": "harbour", "since": None}]


def test_where_nothing_was_renamed_the_list_is_empty() -> None:
    assert json_of(publish(), "redirects.json") == []
