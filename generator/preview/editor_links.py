"""Link to a place in a project's file, in an editor or on a page that shows it."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from generator.folders import CONFIGURATION, Folders
from generator.problems import Place

VARIABLE = "ATLAS_EDITOR"
"""Names an address that opens a file in an editor, such as `vscode://file/{path}:{line}:{column}`."""

OWN = "/_preview/"
"""All that the preview serves besides the site stands below this."""

_SHOWN = frozenset({".yaml", ".yml", ".po", ".html", ".md", ".css", ".js"})
_LARGEST = 4_000_000  # bytes of a file that is shown


@dataclass(frozen=True)
class Editing:
    """How places in a project's files are reached."""

    root: Path
    editor: str | None = None

    def href(self, place: Place) -> str:
        """Opens a place: in the editor where one is named, else on a page that shows the file."""
        return self.in_editor(place) or self.on_a_page(place)

    def in_editor(self, place: Place) -> str | None:
        """The address that lets an editor open a place."""
        if self.editor is None:
            return None
        path = quote((self.root / place.file).as_posix(), safe="/:")
        filled = self.editor.replace("{path}", path)
        return filled.replace("{line}", str(place.line)).replace("{column}", str(place.column))

    @property
    def in_code(self) -> str:
        """The address that lets VS Code open a file, up to the file's name in the project.

        https://code.visualstudio.com/docs/configure/command-line#_opening-vs-code-with-urls
        """
        return f"vscode://file/{quote(self.root.as_posix().lstrip('/'), safe='/:')}/"

    def on_a_page(self, place: Place) -> str:
        """The preview's own page for a place."""
        query = urlencode({"file": place.file, "line": place.line, "column": place.column}, safe="/")
        return f"{OWN}source?{query}#L{place.line}"

    def lines(self, file: str) -> list[str] | None:
        """A file of the project; None for one that is not among those that make the site."""
        path = self.root / file
        try:
            real = path.resolve(strict=True)
            known = file == CONFIGURATION or any(
                real.is_relative_to(folder.resolve()) for folder in Folders(self.root).watched
            )
            if not known or real.suffix not in _SHOWN or real.stat().st_size > _LARGEST:
                return None
            return real.read_text(encoding="utf-8", errors="replace").splitlines()
        except (OSError, ValueError):
            return None


def is_editor(given: str) -> bool:
    """Whether this is an address with a gap for a file's path."""
    scheme, _, rest = given.partition(":")
    return scheme.isalnum() and scheme.lower() not in ("javascript", "data") and "{path}" in rest
