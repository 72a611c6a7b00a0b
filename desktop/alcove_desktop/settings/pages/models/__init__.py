"""The models page: the embedding models for semantic search."""
