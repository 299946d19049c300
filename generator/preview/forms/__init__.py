"""Add a relation or a level in the preview, with a form that the schema makes."""
