"""Pages and pictures in the preview: show them, highlight marks, turn pages."""
