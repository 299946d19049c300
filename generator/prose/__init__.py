"""Check hand-written pages: which of them are out of date, and which are not safe to publish."""
