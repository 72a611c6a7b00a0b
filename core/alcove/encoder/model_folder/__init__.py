"""Read and validate a model folder in the layout of sentence-transformers."""
