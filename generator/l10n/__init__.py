"""Keep the site's translations: catalogues, the interface's words, and how far each language has come."""
