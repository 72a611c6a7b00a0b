"""Split a document into passages (chunking), and build the encoder's input for each passage."""
