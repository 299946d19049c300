"""All files of a renaming are written, or none is."""

from pathlib import Path

import pytest

from generator.editing.rename.disk import read_files, write_changes
from generator.editing.rename.planning import FileChange
from tests.site.projects import content, write

CHANGES = (
    FileChange("a.yaml", b"a", "a.yaml", b"A", 1),
    FileChange("b.yaml", b"b", "c/d.yaml", b"B", 1),
    FileChange(None, b"", "new.yaml", b"N", 1),
    FileChange("gone.yaml", b"g", None, b"", 1),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("a", "b", "gone"):
        write(tmp_path / f"{name}.yaml", name[0])
    (tmp_path / "c").mkdir()
    return tmp_path


def test_files_change_move_come_and_go(root: Path) -> None:
    (root / "a.yaml").chmod(0o640)
    write_changes(root, CHANGES)
    assert content(root) == {"a.yaml": b"A", "c/d.yaml": b"B", "new.yaml": b"N"}
    assert (root / "a.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("number", range(1, 6))
def test_after_a_failure_all_is_as_it_was(root: Path, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0

    def failing(name: str) -> None:
        original = getattr(Path, name)

        def fail(self: Path, *more: object, **options: object) -> object:
            nonlocal calls
            if not self.name.startswith(".") or name == "replace":
                calls += 1
                if calls == number:
                    raise OSError(28, "No space left on device")
            return original(self, *more, **options)

        monkeypatch.setattr(Path, name, fail)

    failing("replace")
    failing("unlink")
    before = content(root)
    with pytest.raises(OSError, match="No space left"):
        write_changes(root, CHANGES)
    monkeypatch.undo()
    assert content(root) == before


def test_a_folder_that_cannot_be_written_in_changes_nothing(root: Path) -> None:
    (root / "c").rmdir()
    before = content(root)
    with pytest.raises(FileNotFoundError):
        write_changes(root, CHANGES)
    assert content(root) == before


def test_a_file_that_is_not_utf8_is_told(tmp_path: Path) -> None:
    write(tmp_path / "frameworks" / "themes.yaml", "")
    page = tmp_path / "docs" / "en" / "about.md"
    write(page, "")
    page.write_bytes(b"# Caf\xe9\n")
    _, [problem] = read_files(tmp_path)
    assert (problem.code, problem.place.file, problem.place.line) == ("Y101", "docs/en/about.md", 1)
