"""Which kinds of documents are read."""
