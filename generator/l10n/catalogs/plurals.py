"""Read the plural rule in a catalogue's header, within limits, and know the usual one of each language.

gettext (https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html) takes an expression in C. It
is compiled, so that what cannot be a rule is refused before: the language's usual one stands in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py

from babel import Locale
from babel.messages.plurals import get_plural

NUMBERS_TRIED = 1000
_RULE = re.compile(
    r"\s*nplurals\s*=\s*(?P<count>\d{1,2})\s*;\s*plural\s*=\s*(?P<rule>[^;]{1,500})\s*;?\s*", re.ASCII
)
# A factor that was multiplied or shifted makes numbers without end; no language's rule has one.
_ALLOWED = re.compile(r"(?:n|\d{1,7}|[()?:%!<>=&|\s]|[+-])*", re.ASCII)

# What Poedit, Weblate and translate-toolkit write for languages of which Babel has another rule.
_USUAL = {
    "nplurals=1; plural=0;": "id jbo jv ms my nqo sah su tg tt wo yo yue",
    "nplurals=2; plural=(n != 1);": "fur hu is ka pt-PT tr",
    "nplurals=2; plural=(n > 1);": (
        "ak am arn as bn br fa ff fil gu hi hy kab kn ln mfe mg mi mr nso oc pa pt si ti wa zu"
    ),
    "nplurals=2; plural=(n==2 ? 1 : 0);": "cy",
    "nplurals=2; plural=(n==1 || n%10==1 ? 0 : 1);": "mk",
    "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);": "sa",
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);": "szl",
    "nplurals=3; plural=(n%10==0 || n%100>=11 && n%100<=19 ? 0 : n%10==1 && n%100!=11 ? 1 : 2);": "lv",
    "nplurals=4; plural=(n==1 ? 0 : n==2 ? 1 : n==3 ? 2 : 3);": "kw",
    "nplurals=4; plural=(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>2 && n<20 ? 2 : 3);": "gd",
    "nplurals=4; plural=(n==1 ? 0 : n==0 || n%100>1 && n%100<11 ? 1 : n%100>10 && n%100<20 ? 2 : 3);": "mt",
    "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);": (
        "ar"
    ),
}
_BY_LANGUAGE: Mapping[str, str] = {tag: rule for rule, tags in _USUAL.items() for tag in tags.split()}


@dataclass(frozen=True)
class Rule:
    """How many plural forms there are, and the form of each of the first numbers."""

    count: int
    forms: tuple[int, ...]

    @property
    def single(self) -> frozenset[int]:
        """The forms for one number only, such as the first in English."""
        return frozenset(form for form in set(self.forms) if self.forms.count(form) == 1)


def parsed_rule(header: str) -> Rule | None:
    """Read a header's rule; None for what is none."""
    found = _RULE.fullmatch(header)
    if found is None or _ALLOWED.fullmatch(found["rule"]) is None:
        return None
    try:
        forms = _forms_of(found["rule"])
    except (ValueError, ArithmeticError, RecursionError, MemoryError):
        return None
    count = int(found["count"])
    return Rule(count, forms) if all(0 <= form < count for form in forms) else None


def rule_in(headers: Mapping[str, str], language: str) -> Rule:
    """Return the rule that a catalogue counts by: its own where it has one, else the usual one."""
    rule = parsed_rule(str(headers.get("Plural-Forms", ""))) or parsed_rule(rule_of(language))
    if rule is None:
        raise ValueError(f"the usual rule of {language} is none")
    return rule


@cache
def rule_of(language: str) -> str:
    """Return a language's usual rule, as a header has it."""
    usual = _BY_LANGUAGE.get(language, _BY_LANGUAGE.get(language.partition("-")[0]))
    if usual is not None:
        return usual
    found = get_plural(language.replace("-", "_"))
    return f"nplurals={found.num_plurals}; plural={found.plural_expr};"


def counts_of(language: str) -> frozenset[int]:
    """List the numbers of forms that a language is written with: by the usual rule, Babel's or CLDR's."""
    usual = parsed_rule(rule_of(language))
    locale = language.replace("-", "_")
    cldr = len({*Locale.parse(locale).plural_form.tags, "other"})
    return frozenset({cldr, int(get_plural(locale).num_plurals), *([usual.count] if usual else ())})


@cache
def _forms_of(expression: str) -> tuple[int, ...]:
    """Compute the form of each of the first numbers; ValueError or ArithmeticError if there is none."""
    form = c2py(expression)
    return tuple(int(form(number)) for number in range(NUMBERS_TRIED))
