"""Cite a thing of the atlas as a sentence, BibTeX, CSL-JSON and RIS, and all of it as CFF, of the same facts.

CSL-JSON follows the schema of citeproc (https://github.com/citation-style-language/schema), RIS the tags of
its reference managers; BibTeX entries are of the type `misc`, which all styles know. CFF is of version 1.2.0:
https://github.com/citation-file-format/citation-file-format.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from babel import UnknownLocaleError

from generator.addresses import is_published_at
from generator.edition import Published
from generator.l10n.pseudo import locale_of
from generator.model import Edition, Framework
from generator.problems import Message, say
from generator.text import plain
from generator.things import Thing

ATLAS = "Maturity Atlas"
"""The name of a site that gives none of its own."""
LICENSE, LICENSE_ID = "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"
"""The licence of texts and data: its address, and what SPDX calls it."""
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}


@dataclass(frozen=True)
class Citation:
    """What is cited of one thing, in one language; without an edition it has no date.

    `after` is the source that a framework's text follows: a judgement between two has none.
    """

    name: str
    title: str
    address: str
    language: str
    published: Published | None
    after: str | None
    atlas: str = ATLAS

    @property
    def key(self) -> str:
        """The name as reference managers take it."""
        return self.name.replace("/", "-")

    def sentence(self) -> Message:
        """Write it as it stands in a list of references."""
        if self.published is None:
            return say(
                "%(atlas)s. %(title)s. %(address)s", atlas=self.atlas, title=self.title, address=self.address
            )
        edition = self.published.edition
        named = (
            say("Edition %(id)s, with later changes", id=edition.id)
            if self.published.changed
            else say("Edition %(id)s", id=edition.id)
        )
        return say(
            "%(atlas)s (%(year)s). %(title)s. %(edition)s. %(address)s",
            atlas=self.atlas,
            year=edition.date.year,
            title=self.title,
            edition=named,
            address=self.address,
        )

    def csl(self) -> Mapping[str, Any]:
        """Write it as one item of CSL-JSON."""
        dated: dict[str, Any] = {}
        if self.published:
            day = self.published.edition.date
            dated = {
                "issued": {"date-parts": [[day.year, day.month, day.day]]},
                "version": self.published.version,
            }
        return {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "container-title": self.atlas,
            "author": [{"literal": self.atlas}],
            "URL": self.address,
            "language": self.language,
            **dated,
            **({"note": self.after} if self.after else {}),
        }

    def csl_text(self) -> str:
        """Write the same as text, as a list of one, which is what programs take."""
        return json.dumps([self.csl()], ensure_ascii=False, indent=1)

    def bibtex(self) -> str:
        """Write it as a BibTeX entry."""
        fields = {
            "author": f"{{{_tex(self.atlas)}}}",
            "title": _tex(self.title),
            "howpublished": _tex(self.atlas),
            "url": self.address,
            "langid": _english_name(self.language),
        }
        if self.published:
            day = self.published.edition.date
            fields |= {"year": str(day.year), "month": str(day.month), "version": self.published.version}
        if self.after:
            fields["note"] = _tex(self.after)
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return f"@misc{{{self.key},\n{lines}}}\n"

    def ris(self) -> str:
        """Write it as a RIS record."""
        lines = [("TY", "ELEC"), ("ID", self.key), ("AU", self.atlas), ("TI", self.title), ("T2", self.atlas)]
        if self.published:
            day = self.published.edition.date
            lines += [("PY", str(day.year)), ("DA", f"{day:%Y/%m/%d}"), ("ET", self.published.version)]
        lines += [("UR", self.address), ("LA", self.language)]
        if self.after:
            lines.append(("N1", self.after))
        return "".join(f"{tag}  - {value}\r\n" for tag, value in [*lines, ("ER", "")])


def cited_root(address: str | None) -> str:
    """Return what the addresses of citations begin with: a site's, or a slash where it leads nowhere."""
    return address if address and is_published_at(address) else "/"


def citation_file(edition: Edition, address: str | None, atlas: str = ATLAS) -> str:
    """Write `CITATION.cff` for an edition of the whole; its author is the atlas, as in every citation."""
    facts = {
        "cff-version": "1.2.0",
        "type": "dataset",
        "title": atlas,
        "message": "Cite the edition that you used; each text has a reference of its own on the site.",
        "version": edition.id,
        "date-released": edition.date.isoformat(),
        "license": LICENSE_ID,
    }
    if is_published_at(address):
        facts["url"] = str(address)
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in facts.items())
    return f"{''.join(lines)}authors:\n  - name: {json.dumps(atlas, ensure_ascii=False)}\n"


def citation_of(
    thing: Thing, root: str, language: str, published: Published | None, atlas: str = ATLAS
) -> Citation:
    """Gather what is cited of a thing; ValueError for one without an identity, such as a quiz.

    `root` is the address of the site's root, as `cited_root` gives it, `atlas` the site's name.
    """
    if thing.identity is None:
        raise ValueError(thing.address)
    framework = thing.framework
    return Citation(
        thing.identity.name,
        title_of(thing),
        f"{root}{thing.identity.address}",
        language,
        published,
        _after(framework) if framework else None,
        atlas,
    )


def title_of(thing: Thing) -> str:
    """Name a thing with what it belongs to, in one line without markup."""
    title = plain(thing.title)
    if thing.kind == "claim":
        said = plain(thing.texts[0])
        title = f"{title}: {said}" if title else said
    elif thing.part and thing.part.level:
        title = f"{title}: {plain(thing.part.level.title)}"
    if thing.framework is None or thing.kind == "framework":
        return title
    return f"{title} ({plain(thing.framework.title)})"


def _after(framework: Framework) -> str:
    """Name the document that a framework's text follows, as far as it is known."""
    source = framework.source
    known = (source.author, source.document, source.publisher or framework.publisher, source.year)
    return ", ".join(plain(str(item)) for item in known if item)


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _english_name(language: str) -> str:
    try:
        return (locale_of(language).get_language_name("en") or language).lower()
    except (UnknownLocaleError, ValueError):
        return language
