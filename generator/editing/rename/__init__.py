"""Rename something in all files of a project: data, catalogues and hand-written pages.

All modules but `writing` take values and return values.
"""
