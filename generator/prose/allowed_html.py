"""Find whatever is not harmless in a page's HTML, with words to find it by in the page's source.

What is allowed is listed: of what the standard has (https://html.spec.whatwg.org/) too much is not harmless.
"""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from generator.problems import Message, say

_ELEMENT = re.compile(
    r"a|abbr|b|bdi|blockquote|br|caption|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|"
    r"figure|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|ol|p|path|pre|q|s|samp|section|small|span|strong|sub|"
    r"summary|sup|svg|table|tbody|td|tfoot|th|thead|time|tr|u|ul|var|wbr"
)
_ATTRIBUTE = re.compile(
    r"(aria|data)-[a-z0-9-]+|abbr|align|alt|checked|cite|class|colspan|d|datetime|dir|disabled|download|fill|"
    r"for|headers|height|hidden|href|id|lang|loading|name|open|rel|reversed|role|rowspan|scope|span|src|start|"
    r"style|title|type|value|viewbox|width|xmlns"
)
_OWN = re.compile(r"__|atlas-|md-")
_ADDRESSES = frozenset({"href", "src", "cite"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_ALLOWED_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_IGNORED_IN_ADDRESSES = re.compile("[\x00-\x20\x7f-\xa0]")
ALIGNMENT = re.compile(r"\s*text-align:\s*(left|right|center)\s*;?\s*")
"""What a style attribute may say: how the cells of a column are aligned."""
_TAG = re.compile(r"<[a-zA-Z/!?]")


class Look(HTMLParser):
    """Collects what is not harmless, with the words to look for in the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: dict[str, Message] = {}

    def finish(self) -> None:
        """Note what is left over: a tag that the page after it would close."""
        if "<" in self.rawdata:
            self._note(self.rawdata[self.rawdata.index("<") :], say("A tag here has no end"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check an element and its attributes."""
        if not _ELEMENT.fullmatch(tag):
            self._note(f"<{tag}", say("<%(tag)s> has no place on a page", tag=tag))
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        """Note the end of an element that was not begun: it may end one of the page around."""
        if not _ELEMENT.fullmatch(tag):
            self._note(f"</{tag}", say("<%(tag)s> has no place on a page", tag=f"/{tag}"))

    def handle_comment(self, data: str) -> None:
        """Check a comment: browsers disagree with others on where one ends that holds certain signs."""
        if "<" in data or ">" in data:
            self._note("<!--", say("A comment holds < or >"))

    def handle_decl(self, decl: str) -> None:
        """Note a document type."""
        self._note("<!", say("<%(tag)s> has no place on a page", tag="!"))

    def handle_pi(self, data: str) -> None:
        """Note an instruction to a program."""
        self._note("<?", say("<%(tag)s> has no place on a page", tag="?"))

    def unknown_decl(self, data: str) -> None:
        """Note the same in another form."""
        self._note("<!", say("<%(tag)s> has no place on a page", tag="!"))

    def handle_data(self, data: str) -> None:
        """Check text: what looks like a tag and was not taken for one may be one to a browser."""
        found = _TAG.search(data)
        if found:
            self._note(data[found.start() :][:20], say("A tag here has no end"))

    def _attribute(self, tag: str, name: str, value: str) -> None:
        own = _is_of_the_site(tag, name, value)
        if not _ATTRIBUTE.fullmatch(name) or own or (name == "style" and not ALIGNMENT.fullmatch(value)):
            self._note(name, say('%(name)s="…" has no place on a page', name=name))
        if name not in _ADDRESSES:
            return
        try:
            urlsplit(value).port  # noqa: B018 - a port may be none
        except ValueError as error:
            said = say("No address can be read from '%(address)s': %(reason)s", address=value, reason=error)
            self._note(value, said)
            return
        address = _IGNORED_IN_ADDRESSES.sub("", value).casefold()
        scheme = _SCHEME.match(address)
        if scheme and scheme[1] not in _ALLOWED_SCHEMES:
            self._note(f"{scheme[1]}:", say("An address here starts with '%(scheme)s:'", scheme=scheme[1]))
        elif name == "src" and (scheme or address.startswith(("//", "\\", "/\\"))):
            self._note(
                value, say("What a page shows comes from this site, not from '%(address)s'", address=value)
            )

    def _note(self, word: str, message: Message) -> None:
        self.found.setdefault(word, message)


def _is_of_the_site(tag: str, name: str, value: str) -> bool:
    """Say whether an attribute would answer for the document, or in place of a part that the theme made."""
    if name.startswith(("data-md-", "data-atlas-")):
        return True
    if name not in ("id", "name", "for") or value.startswith("__tabbed_"):
        return False
    return name == "name" or (name == "id" and tag == "img") or _OWN.match(value) is not None
