"""A project's folder and a language in, a store of the templates as Jinja compiled them for it out.

Compiling takes a second. The store holds programs, and is no new risk by that: the templates that these are
made from are programs as well, and lie in the same project.
"""

import hashlib
import marshal
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket, bc_magic
from jinja2.environment import Environment

from generator.site.ledger import kept_in
from generator.writing import write_files

_SEAL = hashlib.sha256().digest_size


class CompiledTemplates(BytecodeCache):
    """What cannot be kept is compiled again each time, and so is what was kept for another Jinja.

    Each language has a folder of its own: Jinja works out at once what a filter makes of a fixed value, such
    as a number, and that is not the same in every language.
    """

    def __init__(self, root: Path, language: str) -> None:
        self.folder = kept_in(root) / "templates" / language

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if the store has just its template."""
        try:
            content = (self.folder / bucket.key).read_bytes()
        except OSError:
            return
        seal, code = content[:_SEAL], content[_SEAL:]
        if seal == _seal(bucket, code):
            bucket.code = marshal.loads(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in the bucket; the one before stays until this one is whole."""
        code = marshal.dumps(bucket.code)
        with suppress(OSError):
            write_files({self.folder / bucket.key: _seal(bucket, code) + code})


def _seal(bucket: Bucket, code: bytes) -> bytes:
    """A digest of the compiled template, of its source and of all that decides how it is compiled."""
    made_with = repr((jinja2.__version__, *_options(bucket.environment))).encode()
    return hashlib.sha256(b"\0".join((bc_magic, bucket.checksum.encode(), made_with, code))).digest()


def _options(environment: Environment) -> tuple[object, ...]:
    return (
        type(environment).__qualname__,
        environment.code_generator_class.__qualname__,
        environment.trim_blocks,
        environment.lstrip_blocks,
        environment.autoescape is True,
        environment.undefined.__qualname__,
        sorted(environment.extensions),
        sorted(environment.policies.items()),
        getattr(environment, "newstyle_gettext", None),
    )
