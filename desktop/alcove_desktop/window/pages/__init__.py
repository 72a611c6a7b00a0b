"""The pages below the query field: results, recent searches, or an empty state."""
