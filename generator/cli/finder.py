"""Find what may come next on a command line, in the form in which every shell can show it."""

from argcomplete.finders import CompletionFinder


class Finder(CompletionFinder):
    """Finds it as the library does, which tells zsh that there is `None` to say of some."""

    def quote_completions(self, completions: list[str], *asked: object) -> list[str]:
        """Quote what was found for the shell, and give each something to say of it, if only nothing."""
        found: list[str] = super().quote_completions(completions, *asked)  # type: ignore[arg-type] # as they come
        for item in found:
            value = item.partition("=")[2] if item.startswith("-") else ""
            self._display_completions.setdefault(item, self._display_completions.get(value, ""))
        return found
