"""Say why mkdocs, or one of its plugins, stopped."""

from mkdocs.exceptions import BuildError, MkDocsException


def mkdocs_reason(error: Exception) -> str | None:
    """The reason in words, empty where the log has told it; None for an error that is not mkdocs' own."""
    if not isinstance(error, MkDocsException):
        return None
    in_log = isinstance(error, BuildError) or isinstance(error.__context__, BuildError)
    return "" if in_log else str(error.message)
