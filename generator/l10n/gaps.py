"""Say how many texts of a language have no sound translation."""

from generator.problems import Message, say, say_many


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
