"""Give translations to agencies and their tools, and take back what they made of them.

Every format is written from, and read into, the same plain records (`units`); `gathering` makes them of the
catalogues, and `taking` puts what comes back into the catalogues, which stay the only place of translations.
"""
