"""Say where the program was installed from, as a line of `requirements.txt`."""

import json
from importlib.metadata import distribution

from generator.problems import say

NAME = "maturity-atlas"


def requirement() -> str:
    """Write what installs this version again, or a comment that asks for it where that lies here alone.

    The name alone could be that of somebody else's package.

    An installer notes an address that it was given (https://packaging.python.org/specifications/direct-url/).
    """
    found = distribution(NAME)
    noted = json.loads(found.read_text("direct_url.json") or "{}")
    address = noted.get("url", "")
    if not address.startswith(("https://", "ssh://")):
        asked = say(
            "%(name)s %(version)s came from this machine: write here where others find it, "
            "such as '%(name)s @ git+https://…'",
            name=NAME,
            version=found.version,
        )
        return f"# {asked}"
    version_control = noted.get("vcs_info")
    if version_control:
        return f"{NAME} @ {version_control['vcs']}+{address}@{version_control['commit_id']}"
    return f"{NAME} @ {address}"
