"""A framework's quiz: its definition, and what answers say."""
