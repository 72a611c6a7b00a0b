"""Extract rich documents with kreuzberg, and convert its results to our documents."""
