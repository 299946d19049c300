"""Make whole pages of our articles: the one room that knows mkdocs, Material for MkDocs and their internals.

Leaving the theme means to write this room anew (decision 0011). From outside these names are enough:
`open_frame` prepares a language, `Frame` finishes pages by hand and writes the theme's own files, `Caster`
finishes pages made from data, `load_configuration` reads what mkdocs is told.
"""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
