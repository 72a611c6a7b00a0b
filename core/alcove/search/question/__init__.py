"""What was typed → what is asked: the query language."""
