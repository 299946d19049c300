"""Take a framework out of a project, with all that is about it."""
