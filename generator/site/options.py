"""What mkdocs.yml says of the plugin in, its options with their types out."""

from mkdocs.config import base
from mkdocs.config import config_options as options


class AtlasOptions(base.Config):  # type: ignore[no-untyped-call]
    """The options of the plugin `atlas`."""

    languages = options.Type((list, dict), default=["en"])
    """Tags, or a mapping of tags to names; the first is the default, at the site's root."""

    precompress = options.Type(bool, default=False)
    """Whether `name.gz` is written beside each text file, for servers that send it as it is."""
