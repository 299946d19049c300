"""Collect what a change of levels takes away, and what it leaves to be written or judged."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.problems import Message, say, say_many

Words = Callable[[Message], str]
"""Puts what is written into a file into the language of the one who asked."""


@dataclass
class Told:
    """What goes, and what is left to be done, as the change finds them."""

    words: Words
    gone: list[Message] = field(default_factory=list)
    left: list[Message] = field(default_factory=list)
    judged: list[str] = field(default_factory=list)
    """What is a draft again, or no longer reviewed."""
    parts: dict[str, str] = field(default_factory=dict)
    """What else had an address and is gone: its title by its name."""

    def lost(self, what: str, said: Sequence[str]) -> None:
        """Say that a part went with its texts, so that they can be written again elsewhere."""
        words = " · ".join(said)
        self.gone.append(say("goes: %(what)s: %(texts)s", what=what, texts=words))

    def left_all(self) -> tuple[Message, ...]:
        """List what is left, judgements first."""
        if not self.judged:
            return tuple(self.left)
        again = say_many(
            "to judge again, a draft till then: %(names)s",
            "%(number)s to judge again, drafts till then: %(names)s",
            len(self.judged),
            names=", ".join(dict.fromkeys(self.judged)),
        )
        return (again, *self.left)
