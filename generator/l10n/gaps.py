"""Say how many texts of a language have no sound translation."""

from generator.problems import Message, counted, say, say_many


def open_texts(missing: int, stale: int) -> Message:
    """Say how many texts were never translated, and how many translations are older than their source."""
    if not stale:
        return never_translated(missing)
    if not missing:
        return outdated(stale)
    older = say_many("%(number)s is older than its source", "%(number)s are older than their source", stale)
    return say("%(first)s, %(rest)s", first=never_translated(missing), rest=older)


def never_translated(count: int) -> Message:
    """Say how many texts were never translated."""
    return say_many("%(number)s text is not translated", "%(number)s texts are not translated", count)


def outdated(count: int) -> Message:
    """Say how many translations are older than their source."""
    return say_many(
        "%(number)s translation is older than its source",
        "%(number)s translations are older than their source",
        count,
    )


def what_is_shown(sources: int, older: int) -> Message:
    """Say what readers get in place of so many texts: their source, or a translation of an older one."""
    if not older:
        return say("the site shows the source text there")
    if not sources:
        return say("the site shows the older translation there")
    return say(
        "the site shows the source text of %(sources)s and the older translation of %(older)s",
        sources=counted(sources),
        older=counted(older),
    )
