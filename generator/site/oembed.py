"""Write beside each view for frames how programs embed it: oEmbed 1.0, https://oembed.com, as files."""

from pathlib import Path
from urllib.parse import urljoin

from markupsafe import Markup

from generator.export.publication import json_bytes
from generator.foreign import unmarked
from generator.pages.embeds import Embed, embeds
from generator.pages.links import OEMBED
from generator.site.frame.frame import Frame

WIDTH = 800
"""In pixels. A frame is as wide as it may be; the format asks for a number."""


def write_oembed(frame: Frame) -> None:
    """Write them into the folder of a language whose address is known; OSError where one cannot be."""
    folder, home = Path(frame.config.site_dir), frame.config.site_url or ""
    made = frame.plan.renderer.part("embeds")
    for embed in embeds(frame.plan.site):
        title = Markup(unmarked(str(made.title_of(embed)))).striptags()
        data = {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": frame.config.site_name,
            "provider_url": home,
            "width": WIDTH,
            "height": embed.height,
            "html": _frame(embed, title, home),
        }
        path = folder / embed.address / OEMBED
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(json_bytes(data))


def _frame(embed: Embed, title: str, home: str) -> str:
    # A frame and no script: that is what those who take oEmbed let through.
    return Markup(
        '<iframe src="{}" title="{}" width="100%" height="{}" style="border: 0" loading="lazy"></iframe>'
    ).format(urljoin(home, embed.address), title, embed.height)
