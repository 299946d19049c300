"""Gather what the home page and the list of frameworks show."""

from collections.abc import Mapping
from typing import Any

from generator.pages.ruler import ruler
from generator.pages.sitedata import SiteData


def home(site: SiteData) -> Mapping[str, Any]:
    """Gather the ruler with all frameworks, and how much there is to read."""
    frameworks = site.atlas.frameworks
    return {
        "frameworks": frameworks,
        "ruler": ruler(frameworks, site.parts),
        "themes": site.atlas.shared.themes.themes,
        "pairs": len(site.walks.pairs),
        "cells": sum(len(row) for framework in frameworks for row in framework.cells.values()),
    }


def frameworks(site: SiteData) -> Mapping[str, Any]:
    """Gather every framework, as rows of one comparison."""
    return {"frameworks": site.atlas.frameworks, "parts": site.parts}
