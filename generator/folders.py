"""Name the folders of a project, and find the project that a path belongs to."""

from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True)
class Folders:
    """The folders of the project at `root`."""

    root: Path

    @property
    def frameworks(self) -> Path:
        """The folder of the data."""
        return self.root / "frameworks"

    @property
    def locales(self) -> Path:
        """The folder of the translations."""
        return self.root / "locales"

    @property
    def templates(self) -> Path:
        """The folder of the pages' templates and the theme."""
        return self.root / "templates"

    @property
    def docs(self) -> Path:
        """The folder of pages written by hand, with a folder for each language."""
        return self.root / "docs"

    @property
    def watched(self) -> tuple[Path, ...]:
        """The folders whose files make the site."""
        return tuple(
            path for path in (self.frameworks, self.locales, self.templates, self.docs) if path.is_dir()
        )

    @property
    def cache(self) -> Path:
        """The folder of what makes the next build quicker, and may be lost."""
        return self.root / ".cache" / "atlas"


def find_project(start: Path) -> Path | None:
    """Find the folder with the configuration, at or above a path."""
    start = start.resolve()
    return next((path for path in (start, *start.parents) if (path / CONFIGURATION).is_file()), None)
