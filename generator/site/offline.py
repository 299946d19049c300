"""Write the pages of a language into one archive that opens without a server (decision 0022)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from babel.dates import format_date
from markupsafe import escape

from generator.l10n.pseudo import locale_of
from generator.pages.kinds import kind_of
from generator.render import ENTRIES
from generator.site.dates import day
from generator.site.frame import File
from generator.site.frame.data_page import DataPage
from generator.site.frame.drawn_file import DrawnFile
from generator.site.frame.frame import Frame
from generator.site.from_file import OFFLINE, Copy, name_of

FINDER = "assets/search/offline.js"
"""The search of a copy: all that the site's own loads bit by bit, in one script."""

_ENGINE, _FIND = "assets/search/minisearch.js", "assets/search/find.js"
_LEFT_OUT = (".map", ".html", _ENGINE, _FIND, "/embed.js", "/embed-frame.js", "/embed-frame.css")
_FOOT = re.compile(r'<p class="a-footer__made">.*?</p>', re.DOTALL)
"""What the foot of a page says of the site, in whose place a copy says what it is."""
_FIRST_DAY = date(1980, 1, 1)
"""That a ZIP can name."""
_READABLE = 0o644 << 16
_LEVEL = 4
"""Of the site's own pages: in two thirds of the time of level 6, and four per cent larger."""


def write_offline(frame: Frame) -> None:
    """Write it into the folder of a language whose files are finished; OSError where it cannot be."""
    folder, name = Path(frame.config.site_dir), name_of(frame.config.site_name, frame.plan.language)
    (folder / OFFLINE).write_bytes(archive(name, dict(_contents(frame, folder))))


def archive(name: str, contents: Mapping[str, bytes]) -> bytes:
    """Pack files into a folder of one archive: the same files of the same day are the same bytes."""
    made = max(date.fromisoformat(day()), _FIRST_DAY)
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        for path, content in sorted(contents.items()):
            entry = ZipInfo(f"{name}/{path}", (made.year, made.month, made.day, 0, 0, 0))
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _READABLE, 3
            file.writestr(entry, content, compresslevel=_LEVEL)
    return packed.getvalue()


def _contents(frame: Frame, folder: Path) -> Iterator[tuple[str, bytes]]:
    pages = [file.dest_uri for file in frame.pages if _has(file)]
    others = [file.dest_uri for file in frame.other_files if _needs(file)]
    home = f"{(frame.config.site_url or '').rstrip('/')}/"
    copy, note = Copy({*pages, *others, FINDER}, home), _note(frame, home)
    for path in pages:
        html = (folder / path).read_text(encoding="utf-8")
        yield path, _FOOT.sub(lambda _: note, copy.page(html, path), count=1).encode()
    for path in others:
        yield path, (folder / path).read_bytes()
    yield FINDER, _finder(frame, folder, copy).encode()


def _has(file: File) -> bool:
    page = file.page
    return kind_of(page.planned).offline if isinstance(page, DataPage) else True


def _needs(file: File) -> bool:
    """Not what is found under a permanent address or an old one, nor what search has in one script."""
    return not isinstance(file, DrawnFile) and not file.dest_uri.endswith(_LEFT_OUT)


def _note(frame: Frame, home: str) -> str:
    """Say at the foot of each page what it is a copy of."""
    template = frame.env.get_template("partials/offline.html")
    locale = locale_of(frame.plan.language.tag)
    made = format_date(date.fromisoformat(day()), "long", locale=locale)
    return template.render(date=made, link=f'<a href="{escape(home)}">{escape(home)}</a>').strip()


def _finder(frame: Frame, folder: Path, copy: Copy) -> str:
    """The search in one script; what it finds has the address that a link has."""
    found = json.loads((folder / ENTRIES).read_text(encoding="utf-8"))
    entries: Iterable[Mapping[str, str]] = found["entries"]
    there = [{**entry, "location": copy.place(entry["location"])} for entry in entries]
    known = json.dumps({**found, "others": [], "entries": there}, ensure_ascii=False, separators=(",", ":"))
    engine, find = ((folder / path).read_text(encoding="utf-8") for path in (_ENGINE, _FIND))
    template = frame.env.get_template("partials/offline-search.html")
    return template.render(engine=engine, find=find, known=known)
