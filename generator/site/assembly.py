"""A site's languages in, one folder with all of them out, published at once: the parent's side of a build."""

import logging
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler

from generator.problems import say
from generator.site import ledger, spare
from generator.site.children import Child, Task, start
from generator.site.refusals import RefusedError, refusal, refused_exchange, refused_stage, told
from generator.site.staging import Stage, open_stage

log = logging.getLogger("mkdocs.plugins.atlas")


@dataclass(frozen=True)
class Assembly:
    """One build of all languages of the project in `root`: this process writes into `folder`.

    Its children write beside it.
    """

    root: Path
    stage: Stage
    folder: Path
    children: tuple[Child, ...]

    @property
    def target(self) -> Path:
        """Where the finished site belongs."""
        return self.stage.target

    def join(self) -> Mapping[str, bytes]:
        """Wait for the children and lay their folders into our own; PluginError where one failed.

        Where a disk is full it is an OSError.
        Gives the record of each child's language, as it wrote it.
        """
        outcomes = [child.wait() for child in self.children]
        for outcome in outcomes:
            for level, message in outcome.records:
                # The parent says the same of itself; a child that ended badly is heard in full.
                heard = logging.DEBUG if level == "INFO" and not outcome.code else logging.getLevelName(level)
                log.log(heard, "[%s] %s", outcome.language, message)
        failed = [outcome.language for outcome in outcomes if outcome.code]
        if failed:
            # A child on a full disk could not even say so.
            self.stage.probe()
            unbuilt = say(
                "The build of %(languages)s failed; the site is as it was.", languages=", ".join(failed)
            )
            raise PluginError(told(unbuilt, self.root))
        for child in self.children:
            child.folder.rename(self.folder / child.task.language)
        return {child.task.language: ledger.left_beside(child.folder) for child in self.children}

    @contextmanager
    def published(self) -> Iterator[None]:
        """Let the new site take the old one's place; the old one is put away meanwhile."""
        try:
            old = self.stage.publish(self.folder)
        except OSError as error:
            raise RefusedError(told(refused_exchange(error, self.target), self.root)) from error
        removal = threading.Thread(target=self._put_away, args=[old])
        removal.start()
        try:
            yield
        finally:
            removal.join()

    def _put_away(self, old: Path | None) -> None:
        if old and (spares := ledger.spares(self.root, self.target)):
            spare.keep(old, spares, [child.task.language for child in self.children])
        self.close()

    def close(self) -> None:
        """End what still runs, and leave nothing behind."""
        for child in self.children:
            child.stop()
        self.stage.close()


def begin(target: Path, tasks: Sequence[Task], *, config_file: str, strict: bool) -> Assembly:
    """Open a place for the new site, and start a process for every language but our own.

    RefusedError where there is no place.
    """
    root = Path(config_file).parent
    try:
        stage = open_stage(target)
    except OSError as error:
        raise RefusedError(told(refused_stage(error, target), root)) from error
    started: list[Child] = []
    try:
        for task in tasks:
            place = stage.folder / task.language
            started.append(start(task, config_file, place, strict=strict, lock=stage.lock))
    except OSError as error:
        Assembly(root, stage, stage.folder, tuple(started)).close()
        raise RefusedError(told(refusal(error, target), root)) from error
    # Not the language's tag, which is the name of a child's folder in every other place.
    return Assembly(root, stage, stage.folder / "site", tuple(started))


def has_warnings() -> bool:
    """Whether mkdocs, which counts warnings in a strict build only, has counted one."""
    counters = [item for item in logging.getLogger("mkdocs").handlers if isinstance(item, CountHandler)]
    return any(counter.get_counts() for counter in counters)
