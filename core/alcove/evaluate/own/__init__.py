"""The user's own questions as a labelled set: asked, measured, compared with the last time."""
