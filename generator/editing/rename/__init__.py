"""Rename something in all files of a project: data, catalogues and hand-written pages.

All modules but `disk` take values and return values.
"""
