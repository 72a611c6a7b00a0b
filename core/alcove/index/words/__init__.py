"""Keep the words index (tantivy, an inverted index scored by BM25) up to date with the database.

It is derived from the database through its change log.
"""
