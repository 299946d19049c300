"""Write settings for the servers that may publish a site: policy, caching, compressed files.

`_headers` stands where Cloudflare Pages and Netlify look for it. What nginx and Caddy include lies in a
hidden folder of the site, so that it always speaks of the pages beside it; both refuse to serve that folder.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.l10n.languages import Language
from generator.site.hosting.caddy import caddyfile
from generator.site.hosting.headers_file import headers_file
from generator.site.hosting.nginx import nginx_conf
from generator.site.hosting.rules import Rules, read_rules

HOSTS: Mapping[str, Callable[[Rules], str]] = {
    "_headers": headers_file,
    ".hosting/nginx.conf": nginx_conf,
    ".hosting/Caddyfile": caddyfile,
}
"""Each host's file by its path in the site."""


def write_host_files(site: Path, languages: Sequence[Language], site_url: str | None) -> None:
    """Write every host's file into a finished site of these languages; OSError where that fails."""
    rules = read_rules(site, languages, site_url)
    for path, content in HOSTS.items():
        file = site / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(content(rules), encoding="utf-8")
