"""The question: its field, mode, filters, and the menu beside them."""
