"""List the pages of one language, and gather what each shows.

A page kind is an entry in `PAGE_KINDS`; to add one, write the two functions that it names and its template.
"""

from generator.l10n.progress import Progress, progress
from generator.pages.kinds import NAVIGATION, PAGE_KINDS, Page, PageKind, contents, pages
from generator.pages.sitedata import SiteData, site_data
from generator.parts import Part, Parts
