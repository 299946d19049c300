"""Describe what one code means, and put it into words for a terminal or as Markdown."""

import re
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
        return "\n".join(
            [
                f"{self.code}: {self.means.text(translate)}",
                "",
                self.why.text(translate),
                "",
                self._wrong(translate),
                "",
                indent(_seen(self.wrong), "    "),
                "",
                self._right(translate),
                "",
                indent(self.right, "    "),
            ]
        )

    def markdown(self, translate: Translate = str) -> str:
        """Write the same as Markdown."""
        return "\n".join(
            [
                f"**{self.code}**: {self.means.text(translate)}",
                "",
                self.why.text(translate),
                "",
                self._wrong(translate),
                "",
                f"```\n{_seen(self.wrong)}\n```",
                "",
                self._right(translate),
                "",
                f"```\n{self.right}\n```",
            ]
        )

    def _wrong(self, translate: Translate) -> str:
        if not self.file:
            return say("Wrong:").text(translate)
        return say("Wrong, in %(file)s:", file=self.file).text(translate)

    def _right(self, translate: Translate) -> str:
        return say("Right:").text(translate)


def _seen(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
