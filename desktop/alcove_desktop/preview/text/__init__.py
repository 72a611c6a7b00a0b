"""A document's text in the preview, a part at a time."""
