"""Make in the background what plugins write of all pages, such as the search index."""

import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, Thread

from generator.l10n.languages import Language
from generator.preview.language_pages import Session
from generator.preview.load import Sound

log = logging.getLogger("mkdocs.plugins.atlas")

REST = 3.0  # seconds without a change before the pages are gone through: an editor's next look comes first
_PAUSE = 0.01  # seconds between pages, in which others get their turn

Files = Mapping[str, bytes]


class Index:
    """Keeps such files of each language, and makes them again after a change."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._sound: Sound | None = None
        self._turn = 0
        self._files: dict[str, Files] = {}
        self._changed = Condition()
        self._stopped = False
        self._thread = Thread(target=self._run, name="indexing", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End as soon as the page at hand is made."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        self._thread.join()

    def follow(self, sound: Sound | None) -> None:
        """Make the files from other data from now on; until then they are as they were."""
        with self._changed:
            self._sound, self._turn = sound, self._turn + 1
            self._changed.notify_all()

    def hold(self) -> None:
        """Leave off until there is something to follow: an editor waits for a page."""
        self.follow(None)

    def file(self, language: str, path: str, patience: float) -> bytes | None:
        """A file of a language by its address there; waits for the first ones."""
        with self._changed:
            self._changed.wait_for(lambda: language in self._files or self._stopped, patience)
            return self._files.get(language, {}).get(path)

    def _run(self) -> None:
        turn = 0
        while not self._stopped:
            with self._changed:
                while self._turn == turn and not self._stopped:
                    self._changed.wait()
                while self._changed.wait(REST) and not self._stopped:
                    pass
                turn, sound = self._turn, self._sound
            if sound is not None:
                self._make_all(sound, turn)

    def _make_all(self, sound: Sound, turn: int) -> None:
        for language in sound.ingredients.languages:
            try:
                found = self._made(sound, language, lambda: self._turn != turn or self._stopped)
            except Exception as error:
                log.debug("No index of %s: %s", language.tag, error)
                found = {}
            if found is None:
                return
            with self._changed:
                self._files[language.tag] = found
                self._changed.notify_all()

    def _made(self, sound: Sound, language: Language, hindered: Callable[[], bool]) -> Files | None:
        """All files of a language; None when there is something newer to be done."""
        with TemporaryDirectory() as folder:
            session = Session(sound.ingredients, language, sound.settings, folder=Path(folder))
            for file in session.frame.pages:
                if hindered():
                    return None
                try:
                    if file.page is not None:
                        session.frame.finish(file.page)
                except Exception as error:
                    # The page itself says so when somebody looks at it.
                    log.debug("/%s is not in the index: %s", file.url, error)
                time.sleep(_PAUSE)
            session.frame.end()
            made = (path for path in Path(folder).rglob("*") if path.is_file())
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in made}
