"""Read the gaps in a word of the interface, such as `%(name)s`."""

import re


def placeholders(text: str) -> tuple[str, ...]:
    """List the names in `%(name)s`, in order; ValueError for a percent sign that starts nothing."""
    if "%" not in text:
        return ()
    if re.search(r"%\(\w*\)(?![sd])", text.replace("%%", "")):
        # Such as %(number)999999999s, which would fill the memory before it is refused.
        raise ValueError("a gap of another form than %(name)s")
    names = _Names()
    try:
        text % names
    except TypeError as error:
        raise ValueError(str(error)) from error
    if re.search(r"%(?!\()", text.replace("%%", "")):
        # Such as %r, which would write out all values at once.
        raise ValueError("a gap without a name")
    return tuple(names.seen)


class _Names(dict[str, str]):
    """Fills every gap with nothing and remembers which were asked for."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __missing__(self, name: str) -> str:
        self.seen.append(name)
        return ""
