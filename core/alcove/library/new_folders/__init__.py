"""Folders that may be added: which are usual, how much is in them, how long they take."""
