"""What kreuzberg extracts from rich documents, in the form of ours."""
