"""Our templates for the theme in, the same templates in Zensical's dialect and the words they use out.

Zensical's templates are MiniJinja: they call no Python function. Ours call one, `_("…")`, and get from our
plugin what the page is surrounded by. Here each call becomes a look-up in a table of words that stands in the
configuration; what our plugin gives stands in the page's front matter. All else is the same text in both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path

from jinja2 import Environment
from markupsafe import escape

from generator.site.words import placeholders

ENTRY = "atlas"
"""Under this name our data stand in the configuration's `extra` and in a page's front matter."""

GIVEN = ("atlas", "borrowed", "changed", "sayings")
"""What our plugin gives to templates, besides words."""

# Zensical's search is another program, which brings its own elements.
_OF_THE_ENGINE = frozenset({"partials/search.html"})

_BASE = '{% extends "base.html" %}'
_SET = "".join(f"{{% set {name} = here.{name} %}}" for name in GIVEN)
_PROLOGUE = (
    f"{{% set _ = config.extra.{ENTRY}.words %}}"
    f"{{% if page is defined and page.meta and page.meta.{ENTRY} %}}{{% set here = page.meta.{ENTRY} %}}"
    f"{{% else %}}{{% set here = config.extra.{ENTRY} %}}{{% endif %}}"
    f"{_SET}"
)
_SPACES = frozenset({"whitespace", "comment", "comment_begin", "comment_end", "linecomment"})

_LEXER = Environment(keep_trailing_newline=True)


@dataclass(frozen=True)
class Token:
    """A piece of a template: its kind as Jinja's lexer names it, and its text."""

    kind: str
    text: str


@dataclass(frozen=True)
class Adapted:
    """A template in Zensical's dialect, and the English words that it looks up."""

    text: str
    words: tuple[str, ...]


def adapt(source: str) -> Adapted:
    """A template of ours in the other dialect; ValueError for a call of `_` that is not a word by itself."""
    tokens = [Token(kind, text) for _, kind, text in _LEXER.lex(source)]
    words: list[str] = []
    text = "".join(_rewritten(tokens, words))
    return Adapted(text.replace(_BASE, _BASE + _PROLOGUE), tuple(words))


def write_theme(source: Path, target: Path) -> tuple[str, ...]:
    """Write the templates and icons of a theme's folder to another; gives all words that they look up."""
    words: dict[str, None] = {}
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        is_icon = name.parts[0] == ".icons"
        if not path.is_file() or name.as_posix() in _OF_THE_ENGINE or not (is_icon or path.suffix == ".html"):
            continue
        content = path.read_text(encoding="utf-8")
        if not is_icon:
            adapted = adapt(content)
            words.update(dict.fromkeys(adapted.words))
            content = adapted.text
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(content, encoding="utf-8")
    return tuple(words)


def translated(words: Sequence[str], catalogue: NullTranslations) -> Mapping[str, str]:
    """The table of words in one language, as HTML; a gap such as `%(name)s` stays for templates to fill."""
    return {
        word: str(escape(catalogue.gettext(word)) % {name: f"%({name})s" for name in placeholders(word)})
        for word in words
    }


def _rewritten(tokens: Sequence[Token], words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(tokens):
        if tokens[at] == Token("name", "_") and _next(tokens, at + 1).text == "(":
            at, call = _call(tokens, at + 1, words)
            yield call
        else:
            yield tokens[at].text
            at += 1


def _call(tokens: Sequence[Token], at: int, words: list[str]) -> tuple[int, str]:
    """What takes the place of a call whose bracket comes next: the position behind it, and the look-up."""
    parts: list[list[Token]] = [[]]
    depth = 0
    while True:
        if at == len(tokens):
            raise ValueError("a call of _ has no end")
        token = tokens[at]
        at += 1
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(token.text, 0) * (
            token.kind == "operator"
        )
        if not depth and token.kind == "operator":
            break
        if depth == 1 and token == Token("operator", ","):
            parts.append([])
        elif token.kind not in _SPACES and not (depth == 1 and token.text == "(" and not parts[0]):
            parts[-1].append(token)
        elif parts[-1]:
            parts[-1].append(Token("whitespace", " "))
    word, *values = ["".join(token.text for token in part).strip() for part in parts]
    if [token.kind for token in parts[0] if token.kind not in _SPACES] != ["string"]:
        raise ValueError(f"_({word}): only a text that stands there can be looked up")
    words.append(_text(word))
    found = f"_[{word}]"
    for value in values:
        name, equals, expression = value.partition("=")
        if not equals or not name.strip().isidentifier():
            raise ValueError(f"_({word}): {value} is not a value for a gap")
        found = f'({found} | replace("%({name.strip()})s", ({expression.strip()}) | e))'
    return at, found


def _next(tokens: Sequence[Token], at: int) -> Token:
    return next((token for token in tokens[at:] if token.kind not in _SPACES), Token("", ""))


def _text(literal: str) -> str:
    """What a literal in a template says."""
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), literal[1:-1])
