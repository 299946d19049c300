"""Measure builds of invented frameworks beside those of other generators: `make bench`."""
