"""Publish what every id leads to: a page and a JSON file for each framework and pair, and a list of all ids.

The page holds names and links, and no words of its own: it leads on in the language that a browser asks for.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from markupsafe import escape

from generator.addresses import address_kind
from generator.citation import title_of
from generator.export.publication import API, DataFile, Publication, is_fallback, json_bytes
from generator.foreign import direction, resolved
from generator.text import plain
from generator.things import Identity, Thing

InLanguages = Mapping[str, Thing]
"""One thing by the tag of each language."""
_PAGE = """\
<!doctype html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
{alternate}<script src="{up}assets/id.js" defer></script>
</head>
<body>
<main>
<h1>{title}</h1>
<ul>
{items}</ul>
</main>
</body>
</html>
"""
_JSON = '<link rel="alternate" type="application/json" href="index.json">\n'
_TOLD = (
    ("id/{0}/", "frameworks/{0}/"),
    ("id/crosswalks/{0}--{1}/", "crosswalks/{0}--{1}/"),
)
_ITEM = "<li{id}>{links}</li>\n"
_LINK = '<a href="{link}" hreflang="{language}" lang="{language}" dir="{direction}">{title}</a>'


def identity_files(publication: Publication) -> Iterator[DataFile]:
    """A page and its data for each framework and pair, and what is shared; old addresses lead on as well."""
    named = {identity.name: (identity, things) for identity, things in _named(publication)}
    for page, entries in _pages(publication, named).items():
        yield DataFile(f"{page}index.html", None, partial(_page, publication, page, entries))
        yield DataFile(f"{page}index.json", None, partial(_json, publication, page, entries))
    for page, address in _withdrawn(publication):
        yield DataFile(f"{page}index.html", None, partial(_farewell, publication, page, address))
    yield DataFile(f"{API}/ids.json", None, partial(_list, publication))


def _withdrawn(publication: Publication) -> Iterator[tuple[str, str]]:
    """List the permanent pages of what was withdrawn, each with the page that says so."""
    atlas = publication.views[publication.default_language].atlas
    others = [(framework.id,) for framework in atlas.frameworks]
    for item in atlas.redirects.withdrawn:
        for permanent, address in _TOLD:
            kind = address_kind(permanent)
            for ids in kind.everywhere([*item.names, *others]):
                if item.id in ids:
                    yield kind.at(ids), address_kind(address).at(ids)


def _farewell(publication: Publication, page: str, address: str) -> bytes:
    """Lead on to the page that says what was withdrawn."""
    default, up, name = publication.default_language, "../" * page.count("/"), page.split("/")[-2]
    links = [
        _LINK.format(
            link=f"{up}{publication.place(tag)}{address}", language=tag, direction=direction(tag), title=name
        )
        for tag in publication.views
    ]
    items = _ITEM.format(id="", links=" · ".join(links))
    return _PAGE.format(
        language=default, direction=direction(default), title=name, items=items, up=up, alternate=""
    ).encode()


def _named(publication: Publication) -> Iterator[tuple[Identity, InLanguages]]:
    for things in zip(*publication.things.values(), strict=True):
        in_languages = dict(zip(publication.things, things, strict=True))
        identity = in_languages[publication.default_language].identity
        if identity:
            yield identity, in_languages


def _pages(
    publication: Publication, named: Mapping[str, tuple[Identity, InLanguages]]
) -> Mapping[str, Mapping[str, InLanguages]]:
    """What each page leads to, by its anchors: today's first, then those of before a renaming."""
    redirects = publication.views[publication.default_language].atlas.redirects
    pages: dict[str, dict[str, InLanguages]] = {}
    for identity, things in named.values():
        pages.setdefault(identity.page, {})[identity.anchor] = things
    for identity, things in named.values():
        for former in identity.former(redirects):
            page, _, anchor = former.partition("#")
            pages.setdefault(page, {}).setdefault(anchor, things)
    return pages


def _page(publication: Publication, page: str, entries: Mapping[str, InLanguages]) -> bytes:
    default = publication.default_language
    items = "".join(
        _ITEM.format(
            id=f' id="{anchor}"' if anchor else "", links=" · ".join(_links(publication, page, things))
        )
        for anchor, things in sorted(entries.items())
    )
    whole = entries.get("")
    title = title_of(whole[default]) if whole else page.split("/")[-2]
    up = "../" * page.count("/")
    html = _PAGE.format(
        language=default,
        direction=direction(default),
        title=escape(title),
        items=items,
        up=up,
        alternate=_JSON,
    )
    return resolved(html).html.encode()


def _links(publication: Publication, page: str, things: InLanguages) -> Iterator[str]:
    for language, link in _ways(publication, page, things).items():
        title = escape(title_of(things[language]))
        yield _LINK.format(link=escape(link), language=language, direction=direction(language), title=title)


def _ways(publication: Publication, page: str, things: InLanguages) -> dict[str, str]:
    """The way from a page to a thing in each language."""
    up = "../" * page.count("/")
    return {tag: f"{up}{publication.place(tag)}{thing.address}" for tag, thing in things.items()}


def _json(publication: Publication, page: str, entries: Mapping[str, InLanguages]) -> bytes:
    data = [
        {"anchor": anchor, **_entry(things[publication.default_language], things)}
        | {"url": _ways(publication, page, things)}
        for anchor, things in sorted(entries.items())
    ]
    return json_bytes(publication.signed({"things": data}))


def _entry(default: Thing, things: InLanguages) -> dict[str, Any]:
    return {
        "id": default.identity.name if default.identity else "",
        "kind": default.kind,
        "title": {language: title_of(thing) for language, thing in things.items()},
        "text": {
            language: plain(thing.texts[0]) if thing.texts else None for language, thing in things.items()
        },
        "fallbacks": [tag for tag, thing in things.items() if thing.texts and is_fallback(thing.texts[0])],
    }


def _list(publication: Publication) -> bytes:
    """Every id that was ever published, with what it is today; null where it leads nowhere."""
    archive = publication.terms.archive
    ids = archive.ids() if archive else {}
    return json_bytes(publication.signed({"ids": [{"id": name, "today": ids[name]} for name in ids]}))
