"""Describe what one code means, and put it into words for a terminal or as Markdown."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from textwrap import indent

from generator.problems import Message, Translate, say

# Signs that a file may hold and that nobody sees: shown as what they are called.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True)
class Explanation:
    """`means` is one sentence, `why` says what goes wrong otherwise.

    `wrong` and `right` are parts of `file`; without a file they are command lines. Where the invented project
    in `tests/project` has the file, `right` is what stands there, and `wrong` in its place gives the code.
    """

    code: str
    means: Message
    why: Message
    file: str
    wrong: str
    right: str

    def text(self, translate: Translate = str) -> str:
        """Write all of it, to be read at a terminal."""
        return self._written(self.code, lambda part: indent(part, "    "), translate)

    def markdown(self, translate: Translate = str) -> str:
        """Write the same as Markdown."""
        return self._written(f"**{self.code}**", lambda part: f"```\n{part}\n```", translate)

    def _written(self, code: str, block: Callable[[str], str], translate: Translate) -> str:
        wrong = say("Wrong, in %(file)s:", file=self.file) if self.file else say("Wrong:")
        return "\n\n".join(
            [
                f"{code}: {self.means.text(translate)}",
                self.why.text(translate),
                wrong.text(translate),
                block(_seen(self.wrong)),
                say("Right:").text(translate),
                block(self.right),
            ]
        )


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
