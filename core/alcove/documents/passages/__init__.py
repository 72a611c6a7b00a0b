"""A document → passages that fill the encoder's window, and the text that it is given."""
