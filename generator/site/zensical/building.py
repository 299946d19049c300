"""mkdocs' configuration in; the site in every language, built by Zensical and published at once, out."""

import logging
import os
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.problems import Translate, say
from generator.site import compression
from generator.site.amiss import telling
from generator.site.building import Build, in_language, open_build
from generator.site.finished import files_of_theme, open_frame
from generator.site.hosting import write_host_files
from generator.site.languages import absolute_surroundings
from generator.site.plugin import plugin_of
from generator.site.project import CONFIGURATION
from generator.site.speech import spoken_language, translator
from generator.site.staging import Stage, open_stage
from generator.site.zensical.finishing import finish_pages
from generator.site.zensical.projects import Written, left_out, write_project
from generator.site.zensical.running import Ended, Run, start

log = logging.getLogger("mkdocs.plugins.atlas")


def build_with_zensical(root: Path, config: MkDocsConfig, *, pseudo: bool) -> None:
    """Build every language into a stage beside the site, then let the two change places.

    Raises PluginError or OSError where there is no new site; the old one is as it was.
    """
    first = open_build(plugin_of(config).config.languages, config, False, None, pseudo=pseudo, clean=False)
    translate = translator(root, spoken_language(os.environ))
    notes = [message.text(translate) for message in left_out(root)]
    for note in notes:
        log.warning("%s", note)
    with ExitStack() as stack:
        stage = open_stage(Path(config.site_dir))
        stack.callback(stage.close)
        runs = []
        for language in first.languages:
            with telling(first.project.folders):
                project = _written(stage, root, in_language(first, language))
            documents = (first.project.folders.docs / language.tag).relative_to(root).as_posix()
            run = start(project, documents, strict=config.strict, lock=stage.lock)
            stack.callback(run.stop)
            runs.append(run)
        _judge([(run, run.wait()) for run in runs], translate, strict=config.strict, noted=bool(notes))
        whole = runs[0].project.site
        for run in runs:
            finish_pages(run.project.site)
        for run, language in zip(runs[1:], first.languages[1:], strict=True):
            run.project.site.rename(whole / language.tag)
        write_host_files(whole, first.languages, first.site_url)
        if plugin_of(config).config.precompress:
            compression.compress(whole, stage.target, {})
        stage.publish(whole)


def _written(stage: Stage, root: Path, build: Build) -> Written:
    """One language's project, written into the stage."""
    config = load_config(str(root / CONFIGURATION))
    config.plugins.on_startup(command="build", dirty=False)
    plugin_of(config).prepared = build
    frame = open_frame(config, config.theme.get_env(), files_of_theme(config))
    folders = build.project.folders
    server_path = urlsplit(build.site_url or "/").path
    return write_project(
        stage.folder / build.language.tag,
        frame,
        root,
        folders.templates / "theme",
        build.project.words,
        absolute_surroundings(build.languages, build.language.tag, server_path),
    )


def _judge(runs: Sequence[tuple[Run, Ended]], translate: Translate, *, strict: bool, noted: bool) -> None:
    """Tell what was found; PluginError where that, or a run that failed, is the end of this build."""
    found = [words for _, ended in runs for words in ended.found]
    for words in dict.fromkeys(found):
        log.warning("%s", words)
    failed = [(run, ended) for run, ended in runs if ended.code and not ended.found]
    for run, ended in failed:
        log.debug("[%s] %s", run.project.folder.name, ended.said)
        log.error("[%s] %s", run.project.folder.name, ended.reason)
    if failed:
        raise PluginError(say("Zensical failed; the site is as it was.").text(translate))
    for run, ended in runs:
        if not ended.code and (name := next(run.project.lacking(), None)):
            raise PluginError(
                say("Zensical did not write %(file)s; the site is as it was.", file=name).text(translate)
            )
    if strict and (found or noted):
        raise PluginError(
            say("Aborted, for there were warnings and the build is strict; the site is as it was.").text(
                translate
            )
        )
