"""Run the command `atlas`, as `python -m generator`."""

import contextlib
import gc
import logging
import os
import sys
from typing import NoReturn

from generator.cli import main


def program() -> NoReturn:
    """Run the command `atlas`, and end this process at once.

    Python would first take apart all that a build has made, object by object.
    """
    # Nor does it look for garbage as often as it would: of a large file that takes two fifths of the time.
    gc.set_threshold(50_000)
    ended = main()
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # The program that read along has ended: nobody is left to read this.
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(ended)


if __name__ == "__main__":
    program()
