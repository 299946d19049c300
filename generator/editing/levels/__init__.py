"""Remove, move, merge and split single levels of a framework, in all files that name them."""
