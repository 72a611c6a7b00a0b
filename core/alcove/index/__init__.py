"""What is stored: SQLite holds the truth, tantivy the words index that is derived from it."""
