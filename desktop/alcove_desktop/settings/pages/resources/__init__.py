"""How much of the computer the indexer may use."""
