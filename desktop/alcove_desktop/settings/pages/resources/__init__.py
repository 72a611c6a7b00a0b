"""The resources page: limits on what the indexer uses of the computer."""
