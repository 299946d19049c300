"""Give each page of the theme its policy, and warn of each script that no policy allows."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment

from generator.problems import say
from generator.site.failure import told
from generator.site.policy import inline_scripts, with_policy

log = logging.getLogger("mkdocs.plugins.atlas")

_SCRIPTS = "partials/javascripts/"
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
        log.warning("%s", told(message, self._root))


def script_templates(env: Environment) -> tuple[str, ...]:
    """The theme's templates of inline scripts; to find them takes a tenth of a second."""
    return tuple(env.list_templates(filter_func=lambda name: name.startswith(_SCRIPTS)))


def theme_scripts(env: Environment, parts: Iterable[str], context: Mapping[str, Any]) -> frozenset[str]:
    """The texts of the inline scripts that the theme may write into the page of this context.

    `parts` are the names of the templates that write them.
    """
    features = context["config"].theme.get("features") or ()
    written = (env.get_template(name).render({"features": features, **context}) for name in parts)
    return frozenset(text for html in written for text in inline_scripts(html))
