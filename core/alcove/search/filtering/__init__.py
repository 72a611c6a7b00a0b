"""What a search may find: filters, phrases that must occur, words that must not."""
