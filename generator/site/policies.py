"""One build's pages in, each with its policy out; and a warning of each script that no policy allows."""

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.l10n.message_language import spoken_language, translator
from generator.problems import say
from generator.site.policy import inline_scripts, script_templates, theme_scripts, with_policy

log = logging.getLogger("mkdocs.plugins.atlas")

_SHOWN = 60
"""Letters of a script that a warning shows."""


class Policies:
    """The policies of one language's pages, which mkdocs makes one after the other."""

    def __init__(self, env: Environment, root: Path) -> None:
        """`env` has the theme's templates, `root` is the project's folder."""
        self._env = env
        self._parts = script_templates(env)
        self._root = root
        self._known: frozenset[str] = frozenset()
        self._told: set[str] = set()

    def expect(self, context: Mapping[str, Any]) -> None:
        """Learn what the theme may write into the page that is made from this context."""
        self._known = theme_scripts(self._env, self._parts, context)

    def applied(self, html: str, address: str) -> str:
        """The page that was expected, with its policy."""
        for script in inline_scripts(html):
            if script not in self._known and script not in self._told:
                self._told.add(script)
                self._tell(script, address)
        return with_policy(html, self._known)

    def _tell(self, script: str, address: str) -> None:
        message = say(
            "/%(address)s: browsers will not run this script, which is not the theme's: %(script)s. "
            "Put it into a file and name that in extra_javascript",
            address=address,
            script=" ".join(script.split())[:_SHOWN],
        )
        log.warning("%s", message.text(translator(self._root, spoken_language(os.environ))))
