"""Keyword arm: lexical search by BM25 over passages and file names."""
