"""Build a site: load, check, plan, render, data, search, assets, compress, publish."""

import gc
from collections.abc import Iterator, Mapping
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import BytecodeCache

from generator.folders import Folders
from generator.problems import say
from generator.site.data import DATA, write_data
from generator.site.dates import settled
from generator.site.disk_errors import refused_write
from generator.site.failure import BuildFailedError, BuildStoppedError, told
from generator.site.fingerprint import Fingerprint, take_fingerprint
from generator.site.finished_files import FinishedFiles
from generator.site.frame.configuration import UnusableConfigurationError
from generator.site.language import MadeLanguage, make_language
from generator.site.outcome import check_made, say_problem, what_took, what_was_made, what_was_read
from generator.site.page_keys import PageKeys
from generator.site.plan import LanguagePlan, open_checked, plan_site
from generator.site.progress import PageCount, Progress
from generator.site.publish import BuildFolder, sweep
from generator.site.release import lay_together, place_beside, publish
from generator.site.settings import Request, Settings, read_settings
from generator.site.target import refusal_of
from generator.site.unchanged import LastSite, last_site, record_of, remember, tidy
from generator.site.workers import run_all
from generator.templates import InMemory, OnDisk

_OBJECTS = 50_000
"""New objects after which Python looks for garbage during a build; else it is 700 or 2,000."""


@dataclass(frozen=True)
class Built:
    """The folder of a site, and whether there was anything to build."""

    folder: Path
    changed: bool


def build_site(request: Request, progress: Progress | None = None) -> Built:
    """Build every language, or leave the last good site as it is: BuildFailedError says why."""
    progress = progress or Progress()
    target = request.site_dir or request.root
    before = None
    try:
        with settled(request.root), _few_collections():
            settings = read_settings(request)
            target = settings.target
            before = _place_of(target)
            if (reason := refusal_of(target, request.root)) is not None:
                raise BuildFailedError(told(reason, request.root))
            fingerprint = take_fingerprint(settings)
            last = None if request.clean else last_site(request.root, target)
            if last is not None and last.is_site_of(fingerprint.everything, target):
                sweep(target)
                return Built(target, changed=False)
            _build(settings, fingerprint, last, progress)
            return Built(target, changed=True)
    except KeyboardInterrupt as error:
        same = _place_of(target) == before
        words = say("Stopped; the site is as it was.") if same else say("Stopped; the site is the new one.")
        raise BuildStoppedError(told(words, request.root)) from error
    except UnusableConfigurationError as error:
        raise BuildFailedError(str(error)) from error
    except OSError as error:
        raise BuildFailedError(told(refused_write(error, target), request.root)) from error


def _place_of(target: Path) -> int | None:
    """What tells a folder from another one that takes its place."""
    return target.stat().st_ino if target.exists() else None


def _build(settings: Settings, fingerprint: Fingerprint, last: LastSite | None, progress: Progress) -> None:
    with progress.stage() as tell:
        project = open_checked(settings, partial(say_problem, settings.root))
        plans = plan_site(project, settings, _compiled(settings, fingerprint))
        tell(what_was_read(project))
    with place_beside(settings) as place, progress.stage() as tell:
        made, data = _make(settings, PageKeys(fingerprint, project), plans, place, last, progress)
        check_made(made, settings)
        for item in made:
            progress.detail(what_took(item), sum(item.seconds))
        site = lay_together(plans, place, settings)
        published = publish(place, site, settings)
        tell(what_was_made(made, data))
    if not any(item.warnings for item in made):
        # A site with warnings is built again, so that they are told again.
        modules = {*(last.modules if last else ()), *(path for item in made for path in item.modules)}
        records = {**{item.tag: item.record for item in made}, DATA: data.written_record()}
        remember(settings, fingerprint.everything, published, modules, records)


def _make(
    settings: Settings,
    keys: PageKeys,
    plans: Mapping[str, LanguagePlan],
    place: BuildFolder,
    last: LastSite | None,
    progress: Progress,
) -> tuple[list[MadeLanguage], FinishedFiles]:
    """Make each language in a process of its own, and the data for other programs in this one."""
    count = PageCount(progress, sum(len(plan.pages) for plan in plans.values()))

    def record(name: str) -> Path | None:
        return record_of(settings.root, settings.target, name) if last else None

    languages = [
        partial(make_language, settings, plan, keys, place.folder / tag, record(tag), count.add)
        for tag, plan in plans.items()
    ]
    data = partial(write_data, settings, keys, place.folder / DATA, record(DATA))
    try:
        return run_all(languages, data, count.show)
    except BrokenProcessPool as error:
        # Ended from outside, or on a disk too full to say so: then this says it.
        place.probe()
        refused = say("Nothing was built; the site is as it was.")
        raise BuildFailedError(told(refused, settings.root)) from error


def _compiled(settings: Settings, fingerprint: Fingerprint) -> BytecodeCache:
    """Keep compiled templates for this very program; in memory where there is no place on the disk."""
    folder = Folders(settings.root).cache / "templates" / fingerprint.program[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tidy(settings.root, [other for other in folder.parent.iterdir() if other.name != folder.name])
    except OSError:
        return InMemory()
    return OnDisk(str(folder))


@contextmanager
def _few_collections() -> Iterator[None]:
    """Let Python look for circles of garbage far less often: what a build makes is needed to its end."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
