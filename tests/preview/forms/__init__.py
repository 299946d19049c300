"""Forms of the preview for whole records."""
