"""The shipped data itself: complete, translated, true to its sources."""
