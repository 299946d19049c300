"""Name the folders of a project, and find the project that a path belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = "mkdocs.yml"

_INSTALLED = Path(__file__).parent / "brought"
BROUGHT = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parent.parent
"""Where the templates and words lie that come with the program: in a wheel within it, else beside it."""


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
        """The folder of the project's own templates of pages and theme; it need not be there."""
        return self.root / "templates"

    @property
    def layers(self) -> tuple[Path, ...]:
        """The folders in which a template is looked for: the first that has it counts."""
        if self.hold_program:
            return (self.templates,)
        return (*((self.templates,) if self.templates.is_dir() else ()), BROUGHT / "templates")

    @property
    def brought_locales(self) -> Path | None:
        """The folder of words that come with the program; None where the project has all words itself."""
        return None if self.hold_program else BROUGHT / "locales"

    @property
    def spoken(self) -> tuple[str, ...]:
        """The languages other than English that there are words in."""
        places = (self.locales, self.brought_locales)
        found = {path.name for place in places if place for path in place.glob("*") if path.is_dir()}
        return tuple(sorted(found - {"en"}))

    @property
    def hold_program(self) -> bool:
        """Whether the program lies in the project, as in its repository: then its templates do as well."""
        return (self.root / "generator").is_dir()

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


def laid_over(folders: Sequence[Path]) -> dict[str, Path]:
    """Find each file of some folders by its path from there; of two that of the folder named first counts."""
    found = {
        path.relative_to(folder).as_posix(): path
        for folder in reversed(folders)
        for path in folder.rglob("*")
        if path.is_file()
    }
    # By steps of the path, so that what lies in a folder stays together.
    return {name: found[name] for name in sorted(found, key=lambda name: name.split("/"))}


def find_project(start: Path) -> Path | None:
    """Find the folder with the configuration, at or above a path."""
    start = start.resolve()
    return next((path for path in (start, *start.parents) if (path / CONFIGURATION).is_file()), None)
