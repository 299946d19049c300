"""Set up each generator on the same pages: our own build from data, the others from Markdown."""

import importlib.metadata
import json
import platform
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.folders import CONFIGURATION
from generator.l10n.catalogs.files import catalogue_path
from generator.pages import NAVIGATION
from tests.bench.invented import LANGUAGE, Change, shows
from tests.bench.measure import Commands
from tests.site.projects import write

LANGUAGES = ("en", LANGUAGE)

_ASKED = (
    ("site_url: https://small.example/", 'site_url: !ENV [BENCH_URL, "https://small.example/"]'),
    ("- atlas:\n", "- atlas:\n      precompress: !ENV [BENCH_COMPRESS, false]\n"),
)
"""What a build with everything for readers of a published site asks its environment for."""

_HUGO_PAGE = """\
<!doctype html>
<html lang="{{ .Site.Language.Locale }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">
{{ range .Translations }}<link rel="alternate" hreflang="{{ .Language.Locale }}" href="{{ .Permalink }}">
{{ end }}</head>
<body>
<header>
<nav><ul>{{ range .Site.Menus.main }}
<li><a href="{{ .URL | relLangURL }}">{{ .Name }}</a></li>{{ end }}</ul></nav>
{{ range .Translations }}<a href="{{ .RelPermalink }}">{{ .Language.Label }}</a>{{ end }}
</header>
<main>
{{ .TableOfContents }}
<article>{{ .Content }}</article>
</main>
<footer>{{ .Site.Title }}</footer>
</body>
</html>
"""


@dataclass(frozen=True)
class Tool:
    """A generator on disk: its folder, commands and products.

    `outputs` are the folders of its pages, one for each language or one for all; `kept` is what it keeps
    beside them from one build to the next, if anything; `sources` gives the files that may hold a cell, which
    stands on the pages at the given addresses. An address has its language before it: `en/frameworks/flow`.
    """

    name: str
    folder: Path
    commands: Commands
    outputs: tuple[Path, ...]
    sources: Callable[[Change, Sequence[str]], Iterable[Path]]
    kept: tuple[Path, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)

    def clean(self) -> None:
        """Remove what it made and kept: the next build is one from nothing."""
        for path in (*self.outputs, *self.kept):
            shutil.rmtree(path, ignore_errors=True)

    def change(self, change: Change, addresses: Sequence[str]) -> None:
        """Let a cell say something else in both languages."""
        for path in self.sources(change, addresses):
            path.write_text(change.apply(path.read_text("utf-8")), encoding="utf-8")

    def unchanged(self, change: Change, addresses: Sequence[str]) -> list[str]:
        """Those of these pages that do not say what a change has them say."""
        return [each for each in addresses if not shows(self.page(each).read_text("utf-8"), change.after)]

    def page(self, address: str) -> Path:
        """Where the page at an address is built."""
        language, _, rest = address.partition("/")
        if len(self.outputs) > 1:
            return self.outputs[LANGUAGES.index(language)] / rest / "index.html"
        return self.outputs[0] / ("" if language == LANGUAGES[0] else language) / rest / "index.html"


def holding(written: Path, changes: Sequence[Change]) -> list[list[str]]:
    """For each change the addresses of the pages that show its cell, by what was written of them."""
    texts = {
        path.parent.relative_to(written).as_posix(): path.read_text("utf-8") for path in written.rglob("*.md")
    }
    return [
        sorted(address for address, text in texts.items() if shows(text, change.before)) for change in changes
    ]


def atlas(project: Path, root: Path) -> Tool:
    """Our own build, by the program that stands at `root`."""

    def sources(change: Change, _: Sequence[str]) -> Iterable[Path]:
        yield project / "frameworks" / f"{change.framework}.yaml"
        yield catalogue_path(project / "locales", LANGUAGE, change.framework)

    settings = project / CONFIGURATION
    text = settings.read_text(encoding="utf-8")
    for plain, asked in _ASKED:
        text = text.replace(plain, asked)
    write(settings, text)
    command = (sys.executable, "-m", "generator", "build", "--quiet")
    # The clone that is measured, and not the one that happens to be installed.
    environment = {"PYTHONPATH": str(root), "ATLAS_LANG": "en"}
    return Tool(
        "atlas", project, (command,), (project / "site",), sources, (project / ".cache",), environment
    )


def material(written: Path, folder: Path) -> Tool:
    """Plain mkdocs-material as its users set it up: a configuration a language, built one after the other."""
    command = (sys.executable, "-m", "mkdocs", "build", "-q", "-f")
    return _mkdocs_like("mkdocs-material", command, written, folder)


def zensical(written: Path, folder: Path) -> Tool:
    """Zensical on the same configuration."""
    program = str(Path(sys.executable).with_name("zensical"))
    return _mkdocs_like("zensical", (program, "build", "-f"), written, folder, ".cache")


def hugo(written: Path, folder: Path) -> Tool:
    """Hugo with a plain template and its own defaults, both languages in one build."""
    menu = [
        {"name": name.text(), "url": f"/{address}", "weight": number}
        for number, (address, name) in enumerate(NAVIGATION, 1)
    ]
    configuration = {
        "baseURL": "https://bench.example/",
        "title": "Bench",
        "defaultContentLanguage": LANGUAGES[0],
        "disableKinds": ["taxonomy", "term", "rss"],
        "languages": {
            language: {
                "label": language,
                "locale": language,
                "contentDir": f"content/{language}",
                "weight": number,
            }
            for number, language in enumerate(LANGUAGES, 1)
        },
        "menus": {"main": menu},
    }
    write(folder / "hugo.json", json.dumps(configuration))
    for name in ("home.html", "page.html", "section.html"):
        write(folder / "layouts" / name, _HUGO_PAGE)
    content, public = folder / "content", folder / "public"
    shutil.copytree(written, content)
    # To Hugo a page with pages below it is a section; without the name it would hide them.
    for path in list(content.rglob("index.md")):
        if any(beside.is_dir() for beside in path.parent.iterdir()):
            path.rename(path.with_name("_index.md"))

    def sources(_: Change, addresses: Sequence[str]) -> Iterable[Path]:
        return [path for address in addresses for path in (content / address).glob("*index.md")]

    # The program itself: bin/hugo is a script in Python, whose start is none of Hugo's time.
    program = str(importlib.metadata.distribution("hugo").locate_file("hugo/binaries/hugo"))
    command = (program, "--quiet", "-s", str(folder), "-d", str(public))
    return Tool("hugo", folder, (command,), (public,), sources, (folder / "resources",))


PEERS: Mapping[str, Callable[[Path, Path], Tool]] = {
    "mkdocs-material": material,
    "zensical": zensical,
    "hugo": hugo,
}


def versions() -> dict[str, str]:
    """The version of each tool; PackageNotFoundError where requirements-dev.lock is not installed."""
    names = ("mkdocs", "mkdocs-material", "zensical", "hugo", "markdownify")
    return {"Python": platform.python_version()} | {name: importlib.metadata.version(name) for name in names}


def _mkdocs_like(name: str, build: tuple[str, ...], written: Path, folder: Path, *kept: str) -> Tool:
    homes = [folder / language for language in LANGUAGES]
    for language, home in zip(LANGUAGES, homes, strict=True):
        shutil.copytree(written / language, home / "docs")
        write(home / "mkdocs.yml", _configuration(language))

    def sources(_: Change, addresses: Sequence[str]) -> Iterable[Path]:
        split = (address.partition("/") for address in addresses)
        return [folder / language / "docs" / rest / "index.md" for language, _, rest in split]

    return Tool(
        name,
        folder,
        tuple((*build, str(home / "mkdocs.yml")) for home in homes),
        tuple(home / "site" for home in homes),
        sources,
        tuple(home / each for home in homes for each in kept),
        {"NO_MKDOCS_2_WARNING": "1"},
    )


def _configuration(language: str) -> str:
    return yaml.safe_dump(
        {
            "site_name": "Bench",
            "site_url": f"https://bench.example/{language}/",
            "theme": {
                "name": "material",
                "language": language,
                "font": False,
                "features": ["navigation.tabs", "navigation.instant"],
            },
            # A whole navigation on each page would be quadratic: who has many pages lists the top level.
            "nav": [{name.text(): f"{address}index.md"} for address, name in NAVIGATION],
            "not_in_nav": "*",
            "plugins": ["search"],
            "markdown_extensions": ["def_list"],
            "validation": {"links": {"unrecognized_links": "ignore"}},
        },
        sort_keys=False,
    )
