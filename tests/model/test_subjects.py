"""What belongs to a subject, and what all of them share."""

from pathlib import Path

from generator.load import load
from generator.model import Subjects
from tests.builders import loaded_project, write_project, write_second_subject


def test_without_a_list_all_is_of_one_subject() -> None:
    data = loaded_project().atlas()

    assert data.by_subject == {"": data}
    assert data.beside("harbour") is data
    assert Subjects().of(data.framework("harbour")) == ""


def test_each_subject_has_its_frameworks_its_scale_its_themes_and_its_findings(tmp_path: Path) -> None:
    data = load(write_second_subject(write_project(tmp_path)) / "frameworks")[0].atlas()

    shores, kitchens = data.by_subject.values()

    assert [item.id for item in shores.frameworks] == ["harbour", "lantern", "mill"]
    assert [item.id for item in kitchens.frameworks] == ["oven", "pantry"]
    assert (shores.shared.scale.title, shores.shared.scale.length) == ("The tide table", 4)
    assert (kitchens.shared.scale.title, kitchens.shared.scale.length) == ("The thermometer", 3)
    assert kitchens.shared.scale.summary == "Three marks on a spoon."
    assert [theme.id for theme in kitchens.shared.themes.themes] == ["recipes"]
    assert [item.id for item in kitchens.shared.findings.findings] == ["each-guest"]
    assert [walk.key for walk in kitchens.crosswalks] == ["oven--pantry"]
    assert kitchens.shared.glossary is shores.shared.glossary
    assert data.beside("oven") is kitchens is kitchens.beside("pantry")


def test_a_scale_without_a_name_is_called_after_its_subject(tmp_path: Path) -> None:
    folder = write_second_subject(write_project(tmp_path)) / "frameworks"
    text = (folder / "subjects.yaml").read_text(encoding="utf-8")
    (folder / "subjects.yaml").write_text(text.partition("    scale:")[0], encoding="utf-8")

    scale = load(folder)[0].atlas().by_subject["kitchens"].shared.scale

    assert (scale.title, scale.summary) == ("Kitchens", "How a kitchen feeds its guests.")
