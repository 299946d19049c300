"""Add the command `atlas diff`, which tells how the content differs from what it was."""

import argparse
import json

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND, Commands, command
from generator.cli.revisions import content_at
from generator.cli.telling import spoken, stop_at
from generator.problems import Message, errors, say

FORMATS = ("text", "markdown", "json")


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "tell what differs between two states of the content, text by text and in each language"
    parser = command(commands, "diff", run, does, "atlas diff main --format markdown")
    parser.add_argument("old", metavar="REV", help="an edition, or a revision of git")
    parser.add_argument("new", nargs="?", metavar="REV", help="a later one (default: the files as they are)")
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=f"text, Markdown for a comment, or JSON with everything (default: {FORMATS[0]})",
    )
    parser.add_argument("-a", "--all", action="store_true", help="leave nothing out, however much it is")


def run(given: argparse.Namespace) -> int:
    """Compare the two, and print what differs."""
    from generator.history import compare, opened, told
    from generator.project import configured_languages
    from generator.reports.changes import MOST, Comparison, as_data, as_markdown, as_text

    root = project_folder()
    found, problems = configured_languages(root)
    stop_at(errors(problems), root)
    languages = [language.tag for language in found]
    old = content_at(root, given.old, languages)
    called: str | Message
    if given.new is None:
        new, called = sound_project(root).archive.content, say("the files of today")
    else:
        new, called = content_at(root, given.new, languages), given.new
    changes = compare(old, new)
    comparison = Comparison(given.old, called, told(opened(changes), old, new))
    if given.format == "json":
        print(json.dumps(as_data(comparison, changes), ensure_ascii=False, indent=1))
        return SOUND
    write = as_markdown if given.format == "markdown" else as_text
    print(write(comparison, spoken(root), None if given.all else MOST))
    return SOUND
