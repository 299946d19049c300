"""Read the plural rule in a catalogue's header, within limits.

gettext (https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html) takes an expression in C. It
is compiled, so that what cannot be a rule is refused before: the language's own rule from CLDR stands in.
"""

import re
from functools import cache
from gettext import c2py

from babel.messages.plurals import get_plural

NUMBERS_TRIED = 1000
_RULE = re.compile(
    r"\s*nplurals\s*=\s*(?P<count>\d{1,2})\s*;\s*plural\s*=\s*(?P<rule>[^;]{1,500})\s*;?\s*", re.ASCII
)
# A factor that was multiplied or shifted makes numbers without end; no language's rule has one.
_ALLOWED = re.compile(r"(?:n|\d{1,7}|[()?:%!<>=&|\s]|[+-])*", re.ASCII)


def parsed_rule(header: str) -> tuple[int, tuple[int, ...]] | None:
    """Read the number of forms, and the form of each of the first numbers; None for what is no rule."""
    found = _RULE.fullmatch(header)
    if found is None or _ALLOWED.fullmatch(found["rule"]) is None:
        return None
    try:
        forms = forms_of(found["rule"])
    except (ValueError, ArithmeticError, RecursionError, MemoryError):
        return None
    count = int(found["count"])
    return (count, forms) if all(0 <= form < count for form in forms) else None


def rule_of(language: str) -> str:
    """Return a language's own rule, as a header has it."""
    return f"nplurals={number_of_forms(language)}; plural={plural_of(language)};"


def number_of_forms(language: str) -> int:
    """Return how many plural forms a language has."""
    return int(get_plural(language.replace("-", "_")).num_plurals)


def plural_of(language: str) -> str:
    """Return the expression that chooses a language's form for a number."""
    return str(get_plural(language.replace("-", "_")).plural_expr)


@cache
def forms_of(expression: str) -> tuple[int, ...]:
    """Compute the form of each of the first numbers; ValueError or ArithmeticError if there is none."""
    form = c2py(expression)
    return tuple(int(form(number)) for number in range(NUMBERS_TRIED))
