"""Read, merge, check and write the translators' catalogues of the data.

One PO file per language and domain: `locales/<language>/LC_MESSAGES/<domain>.po`. `msgctxt` is the path of a
text. Merging goes by context, never by likeness, since the cells of a matrix resemble each other too much:
see decisions/ for the measured reason.
"""
