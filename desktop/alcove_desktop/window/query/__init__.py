"""The head of the window: query field, mode, filters, and menu."""
