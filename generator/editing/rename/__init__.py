"""A project's files and two names in, the same files under the new name out: data, catalogues, prose.

All but `writing` takes values and returns values.
"""
