"""A project's folder in, the finished bilingual site out; the only user of mkdocs."""
