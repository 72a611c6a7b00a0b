"""Store the index: SQLite holds the truth, tantivy the inverted index derived from it.

`words/` is the words index (keyword search, BM25), `vectors` the embeddings (semantic search).
"""
