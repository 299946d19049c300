"""`atlas new` writes a file that is sound at once, and that says what is to be written where."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.load import load
from tests.site.projects import ROOT, content, write

Output = pytest.CaptureFixture[str]


def test_a_new_framework_is_sound_and_warns_of_every_text_that_is_to_be_written(
    project: Path, capsys: Output
) -> None:
    assert main(["new", "flow", "--lang", "nl", "--levels", "3"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Wrote frameworks/flow.yaml.",
        "Open it in an editor: its comments say what goes where.",
        "Then: atlas validate frameworks/flow.yaml",
    ]
    assert main(["validate", "frameworks/flow.yaml"]) == 0
    prompts = (project / "frameworks" / "flow.yaml").read_text(encoding="utf-8").count(": ✎ ")
    assert capsys.readouterr().out.count("warning[F218]") == prompts > 10
    assert main(["validate", "--strict", "frameworks/flow.yaml"]) == 1


@pytest.mark.parametrize(("count", "kind"), [(1, "levels"), (7, "levels"), (20, "levels"), (3, "layers")])
def test_levels_are_spread_evenly_over_the_scale_with_a_low_confidence(
    project: Path, count: int, kind: str
) -> None:
    assert main(["new", "flow", "--levels", str(count), "--kind", kind]) == 0
    loaded, problems = load(project / "frameworks")
    assert problems == ()
    flow = next(document.record for document in loaded.frameworks if document.record.id == "flow")
    assert (flow.kind, flow.source_language, len(getattr(flow, kind))) == (kind, "en", count)
    spans = [level.span for level in flow.levels if level.span]
    assert len(spans) == len(flow.levels)
    if spans:
        assert (spans[0].start, spans[-1].end) == (0, 4)
        assert {round(span.end - span.start, 1) for span in spans} == {round(4 / count, 1)}
        assert {span.confidence for span in spans} == {"low"}
    assert main(["validate", "frameworks/flow.yaml"]) == 0


def test_comments_and_prompts_are_in_the_language_of_the_framework_where_it_has_words(project: Path) -> None:
    catalogue = (
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgid "Level %(number)s"\nmsgstr "Niveau %(number)s"\n\n'
        'msgid "What the source calls a level: level, stage, phase or step."\nmsgstr "Zo heet het."\n'
    )
    write(project / "locales" / "nl" / "LC_MESSAGES" / "ui.po", catalogue)
    assert main(["new", "stroom", "--lang", "nl"]) == 0
    text = (project / "frameworks" / "stroom.yaml").read_text(encoding="utf-8")
    assert "title: ✎ Niveau 1\n" in text
    assert "# Zo heet het.\n" in text


def test_the_comments_name_the_projects_own_bands_and_themes(project: Path) -> None:
    main(["new", "flow"])
    text = (project / "frameworks" / "flow.yaml").read_text(encoding="utf-8")
    assert "0–1 Ebb; 1–2 Rising" in text
    assert "# - people: People. Who does it.\n# - knowledge: " in text
    assert text.startswith("# yaml-language-server: $schema=../schemas/framework.schema.json\n")


def test_bands_and_themes_are_named_in_the_language_of_the_comments(project: Path) -> None:
    texts = {"reference-scale.bands.ebb.title": ("Ebb", "Eb"), "themes.people.title": ("People", "Mensen")}
    entries = (
        f'\nmsgctxt "{context}"\nmsgid "{source}"\nmsgstr "{translation}"\n'
        for context, (source, translation) in texts.items()
    )
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    write(project / "locales" / "nl" / "LC_MESSAGES" / "shared.po", head + "".join(entries))
    main(["new", "flow", "--lang", "en"])
    main(["--lang", "nl", "new", "stroom", "--lang", "nl"])
    english, dutch = (
        (project / "frameworks" / f"{name}.yaml").read_text(encoding="utf-8") for name in ("flow", "stroom")
    )
    assert "0–1 Ebb; 1–2 Rising" in english
    assert "0–1 Eb; 1–2 Rising" in dutch
    assert "# - people: Mensen. " in dutch


def test_a_title_is_used_and_a_matrix_can_be_left_out(project: Path) -> None:
    main(["new", "flow", "--title", "The flow: a model", "--dimensions", "0"])
    text = (project / "frameworks" / "flow.yaml").read_text(encoding="utf-8")
    assert 'title: "The flow: a model"\n' in text
    assert "dimensions" not in text.replace("dimension ", "")


def test_what_is_there_already_is_left_as_it_is(project: Path, capsys: Output) -> None:
    before = content(project / "frameworks")
    assert main(["new", "harbour"]) == 1
    assert capsys.readouterr().err == "frameworks/harbour.yaml is there already; it is left as it is.\n"
    assert content(project / "frameworks") == before


def test_a_folder_that_cannot_be_written_to_is_told_without_a_traceback(
    project: Path, capsys: Output
) -> None:
    for path in (project / "frameworks").rglob("*.yaml"):
        path.unlink()
    (project / "frameworks" / "crosswalks").rmdir()
    (project / "frameworks").rmdir()
    write(project / "frameworks", "a file in its place")
    assert main(["new", "flow"]) == 1
    assert "frameworks/flow.yaml cannot be written: " in capsys.readouterr().err


def test_the_example_of_the_guide_needs_no_more_keys_than_a_new_file_has(project: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = guide.partition("```yaml\n")[2].partition("```")[0]
    main(["new", "flow"])
    text = (project / "frameworks" / "flow.yaml").read_text(encoding="utf-8")
    keys = [line.partition(":")[0] for line in example.splitlines() if ":" in line and line[0] not in " #"]
    assert keys
    assert all(f"\n{key}:" in text for key in keys)
