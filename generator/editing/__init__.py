"""Change a framework's files: drafts, tables and renaming."""
