"""Publish a catalogue of each framework and the relations between all of them as OSCAL 1.2, in JSON.

OSCAL is NIST's language for catalogues of controls: https://pages.nist.gov/OSCAL/. What it has no word for
stands in properties in a namespace of the atlas, texts in further languages among it.
"""

from collections.abc import Iterator
from functools import partial

from generator.export.oscal.catalog import catalog
from generator.export.oscal.document import HERE, catalog_path
from generator.export.oscal.mappings import mapping_collection
from generator.export.publication import DataFile, Publication


def oscal_files(publication: Publication) -> Iterator[DataFile]:
    """A catalogue for each framework, and one collection of mappings where there is a relation."""
    for framework in publication.views[publication.default_language].atlas.frameworks:
        path = f"{HERE}/{catalog_path(framework.id)}"
        # The date of the last change is that of a judgement, of whichever pair it is.
        yield DataFile(path, None, partial(catalog, publication, framework.id))
    if publication.pairs:
        yield DataFile(f"{HERE}/mapping-collection.json", None, partial(mapping_collection, publication))
