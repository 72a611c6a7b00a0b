"""A document's text in the preview, one part at a time."""
