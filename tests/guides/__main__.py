"""Write into every guide what its commands say now, and draw the guides' pictures anew."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.l10n.message_language import VARIABLE
from tests.cli.conftest import FEW
from tests.guides.pictures import draw_pictures
from tests.guides.playing import WIDTH, played
from tests.guides.project import FOLDER, LANGUAGES, write_guided_project


def write_guides() -> None:
    """Play every guide in a project of its own, and keep what is said."""
    for language in LANGUAGES:
        os.environ[VARIABLE] = language
        os.environ["COLUMNS"] = WIDTH
        for path in sorted((FOLDER / language).glob("*.md")):
            with TemporaryDirectory() as folder:
                path.write_text(
                    played(path.read_text(encoding="utf-8"), write_guided_project(Path(folder), *FEW)),
                    encoding="utf-8",
                )


if __name__ == "__main__":
    if sys.argv[1:] == ["--pictures"]:
        draw_pictures()
    else:
        write_guides()
