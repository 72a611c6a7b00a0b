"""The words index (tantivy): derived from the database through its change log."""
