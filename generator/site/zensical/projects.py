"""One language's pages in, a folder that Zensical can build out.

Pages made from data are there twice: an almost empty Markdown file, whose front matter says what the frame
needs, and beside the documents the finished page, which `ready_made` hands over.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path
from typing import Any, cast

import yaml
from mkdocs.structure.files import File
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils.meta import get_data
from mkdocs.utils.templates import TemplateContext
from mkdocs.utils.yaml import yaml_load

from generator.problems import Message, say
from generator.site.finished import Frame
from generator.site.generated import GeneratedPage
from generator.site.languages import Alternate, Language, Surroundings
from generator.site.plugin import plugin_of
from generator.site.project import CONFIGURATION
from generator.site.theme_files import OUR_WORKER
from generator.site.zensical import ready_made
from generator.site.zensical.theme import ENTRY, translated, write_theme

SITE = "site"

_DOCUMENTS, _THEME = "docs", "theme"
_ITS_OWN = (
    "INHERIT",
    "hooks",
    "watch",
    "exclude_docs",
    "draft_docs",
    "not_in_nav",
    "dev_addr",
    "remote_branch",
)
_KNOWN_PLUGINS = ("atlas", "search", "material/search")


@dataclass(frozen=True)
class Written:
    """A project for Zensical in its folder.

    `shifts` says by how many lines each page's text moved down; `sizes` gives for each file of the site to be
    how many bytes it has at least.
    """

    folder: Path
    shifts: Mapping[str, int]
    sizes: Mapping[str, int]

    @property
    def configuration(self) -> Path:
        """What Zensical is told to build."""
        return self.folder / CONFIGURATION

    @property
    def site(self) -> Path:
        """Where it builds it."""
        return self.folder / SITE

    def lacking(self) -> Iterator[str]:
        """The files that are not there, or not whole, in what Zensical built."""
        for name, size in self.sizes.items():
            path = self.site / name
            if not path.is_file() or path.stat().st_size < size:
                yield name


def left_out(root: Path) -> tuple[Message, ...]:
    """What a project's configuration asks for and this engine does not do."""
    with (root / CONFIGURATION).open("rb") as file:
        raw = yaml_load(file)
    found = raw.get("plugins") or []
    names = [name for entry in found for name in (entry if isinstance(entry, dict) else [entry])]
    left = [f"plugins: {name}" for name in names if name not in _KNOWN_PLUGINS]
    left += [f"hooks: {name}" for name in raw.get("hooks") or []]
    return tuple(
        say("mkdocs.yml, %(name)s: Zensical does not run it; it is left out", name=name) for name in left
    )


def write_project(
    folder: Path,
    frame: Frame,
    root: Path,
    own_theme: Path,
    words: Mapping[str, NullTranslations],
    around: Surroundings,
) -> Written:
    """Write a language's project; `around` is what surrounds its 404 page, `words` are all languages'."""
    used = write_theme(own_theme, folder / _THEME)
    sayings = [
        [_alternate(item), translated(used, words[item.language.tag])]
        for item in sorted(around.alternates, key=lambda item: not item.current)
    ]
    extra = {
        "atlas": _surroundings(around),
        "borrowed": None,
        "changed": None,
        "sayings": sayings,
        "words": sayings[0][1],
    }
    shifts, sizes = {}, {"404.html": 1}
    for file in frame.files:
        if file.page is not None and file.is_documentation_page():
            shifts[file.src_uri], sizes[file.dest_uri] = _write_page(folder, frame, file)
        elif file.dest_uri != OUR_WORKER and not _is_of_theme(file, frame, own_theme):
            path = folder / _DOCUMENTS / file.dest_uri
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content_bytes)
            sizes[file.dest_uri] = len(file.content_bytes)
    _write_configuration(folder, frame, root, extra)
    return Written(folder, shifts, sizes)


def _write_page(folder: Path, frame: Frame, file: File) -> tuple[int, int]:
    """Write a page; gives by how many lines its text moved down, and how many bytes it will have at least."""
    page, config = file.page, frame.config
    assert page is not None
    given: dict[str, Any] = {}
    plugin_of(config).on_page_context(cast(TemplateContext, given), page=page, config=config, nav=frame.nav)
    here = {
        "atlas": _surroundings(given["atlas"]),
        "borrowed": _language(given["borrowed"]) if given["borrowed"] else None,
        "changed": _alternate(given["changed"]) if given["changed"] else None,
    }
    if isinstance(page, GeneratedPage):
        page.read_source(config)
        page.render(config, frame.files)
        ready = {"content": page.content, "toc": [_token(item) for item in page.toc]}
        body = folder / ready_made.PLACE / f"{file.src_uri}.json"
        body.parent.mkdir(parents=True, exist_ok=True)
        body.write_text(json.dumps(ready), encoding="utf-8")
        # Markdown runs no extension on a text without a word.
        text, meta, size = "-", dict(page.meta), len((page.content or "").encode())
        page.let_go()
    else:
        text, meta = get_data(file.content_string)
        size = 1
    head = "".join(
        f"{json.dumps(key)}: {json.dumps(value, default=str)}\n"
        for key, value in {**meta, ENTRY: here}.items()
    )
    path = folder / _DOCUMENTS / file.src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n{text}\n", encoding="utf-8")
    shift = head.count("\n") + 2 - (file.content_string.count("\n") - text.count("\n"))
    return shift, size


def _write_configuration(folder: Path, frame: Frame, root: Path, extra: Mapping[str, Any]) -> None:
    with (root / CONFIGURATION).open("rb") as file:
        raw: dict[str, Any] = {key: value for key, value in yaml_load(file).items() if key not in _ITS_OWN}
    theme = raw.get("theme", {})
    config = frame.config
    raw |= {
        "site_url": config.site_url,
        "docs_dir": _DOCUMENTS,
        "site_dir": SITE,
        "nav": config.nav,
        "plugins": ["search"] if any("search" in name for name in config.plugins) else [],
        "theme": {
            **({} if isinstance(theme, str) else theme),
            "name": "material",
            # The look that our style sheet is written for.
            "variant": "classic",
            "custom_dir": _THEME,
            "language": config.theme["language"],
            "direction": config.theme["direction"],
        },
        "extra": {**raw.get("extra", {}), "alternate": config.extra["alternate"], ENTRY: extra},
        "markdown_extensions": [
            *_listed(raw.get("markdown_extensions")),
            {ready_made.__name__: {"folder": str(folder / ready_made.PLACE)}},
        ],
    }
    (folder / CONFIGURATION).write_text(yaml.dump(raw, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _listed(extensions: Any) -> Sequence[Any]:
    if isinstance(extensions, dict):
        return [{name: options or {}} for name, options in extensions.items()]
    return list(extensions or [])


def _is_of_theme(file: File, frame: Frame, own: Path) -> bool:
    """Whether the theme that mkdocs uses brings a file: Zensical's brings its own."""
    source = Path(file.abs_src_path) if file.abs_src_path else None
    folders = (Path(folder).resolve() for folder in frame.config.theme.dirs)
    return source is not None and any(
        source.is_relative_to(folder) for folder in folders if folder != own.resolve()
    )


def _token(item: AnchorLink) -> dict[str, Any]:
    """A heading as Python-Markdown's extension for contents lists gives it."""
    return {
        "level": item.level,
        "id": item.id,
        "name": item.title,
        "html": item.title,
        "data-toc-label": "",
        "children": [_token(child) for child in item.children],
    }


def _surroundings(around: Surroundings) -> dict[str, Any]:
    return {
        "language": around.language,
        "root": around.root,
        "alternates": [_alternate(item) for item in around.alternates],
        "others": [_alternate(item) for item in around.others],
    }


def _alternate(item: Alternate) -> dict[str, Any]:
    return {
        "language": _language(item.language),
        "href": item.href,
        "url": item.url,
        "current": item.current,
    }


def _language(language: Language) -> dict[str, str]:
    return {"tag": language.tag, "name": language.name, "direction": language.direction}
