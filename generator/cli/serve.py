"""`atlas serve`: the project in, a preview that follows every change out."""

import argparse
import logging

from generator.cli.build import listen
from generator.cli.command import PROBLEMS, SOUND, Commands, command, complain, project_folder, speaking


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(
        commands, "serve", run, "preview the site; it follows every change", "atlas serve -a 127.0.0.1:8080"
    )
    parser.add_argument("-a", "--dev-addr", metavar="IP:PORT", help="where (default: 127.0.0.1:8000)")
    speaking(parser)


def run(given: argparse.Namespace) -> int:
    """Serve until the user ends it."""
    from generator.site.commands import BuildFailedError, serve_site

    root = project_folder()
    listen(logging.INFO)
    try:
        serve_site(root, given.dev_addr)
    except BuildFailedError as failure:
        complain(str(failure))
        return PROBLEMS
    return SOUND
