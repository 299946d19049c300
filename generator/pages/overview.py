"""Gather what the home page and the list of frameworks show."""

from collections.abc import Mapping
from typing import Any

from generator.pages.ruler import ruler
from generator.pages.sitedata import SiteData


def home(site: SiteData) -> Mapping[str, Any]:
    """Gather the ruler with all frameworks, how much there is to read, and the rulers of further subjects."""
    frameworks = site.atlas.frameworks
    return {
        "frameworks": frameworks,
        "ruler": ruler(frameworks, site.parts),
        "scale": site.atlas.shared.scale,
        "themes": site.atlas.shared.themes.themes,
        "pairs": len(site.walks.pairs),
        "others": [] if site.folder else _others(site),
        "cells": sum(len(row) for framework in frameworks for row in framework.cells.values()),
    }


def frameworks(site: SiteData) -> Mapping[str, Any]:
    """Gather every framework, as rows of one comparison for each subject."""
    return {
        "groups": [(part.subject, part.atlas.frameworks) for part in site.by_subject.values()],
        "parts": site.parts,
    }


def _others(site: SiteData) -> list[Mapping[str, Any]]:
    """Gather the ruler of each further subject."""
    parts = [part for part in site.whole.by_subject.values() if part.folder] if site.whole else []
    return [
        {
            "subject": part.subject,
            "folder": part.folder,
            "scale": part.atlas.shared.scale,
            "ruler": ruler(part.atlas.frameworks, part.parts),
        }
        for part in parts
    ]
